import { restoreRecords } from '@graywise/dicom';

const MULTIPART = 'multipart/related; type="application/dicom"; transfer-syntax=*';

/** The records that an archive keeps in the studies of the patient of `studyUid`, read over WADO-RS. */
export async function storedRecords(root, studyUid) {
  const series = await json(`${root}/studies/${studyUid}/series?Modality=SR`);
  const files = [];
  for (const one of series) files.push(...(await retrieve(`${root}/studies/${studyUid}/series/${one['0020000E'].Value[0]}`)));
  const others = (await json(`${root}/studies?PatientID=*`)).map(study => study['0020000D'].Value[0]).filter(uid => uid !== studyUid);
  for (const other of others) {
    const found = await json(`${root}/studies/${other}/series?Modality=SR`);
    for (const one of found) files.push(...(await retrieve(`${root}/studies/${other}/series/${one['0020000E'].Value[0]}`)));
  }
  return restoreRecords(files);
}

async function json(url) {
  const response = await fetch(url, { headers: { accept: 'application/dicom+json' } });
  if (response.status === 204) return [];
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

async function retrieve(url) {
  const response = await fetch(url, { headers: { accept: MULTIPART } });
  const boundary = /boundary="?([^";]+)"?/.exec(response.headers.get('content-type') ?? '')?.[1];
  const body = Buffer.from(await response.arrayBuffer());
  const parts = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at >= 0;) {
    const start = body.indexOf('\r\n\r\n', at);
    const next = body.indexOf(mark, at + mark.length);
    if (start < 0 || next < 0) break;
    parts.push({ name: url, bytes: new Uint8Array(body.subarray(start + 4, next - 2)) });
    at = next;
  }
  return parts;
}
