import { makeInstance } from './support/makeInstance.js';
import { stow } from './support/multipart.js';
import { startArchive, type TestArchive } from './support/startArchive.js';

type Dataset = Record<string, { vr: string; Value?: unknown[] }>;

let archive: TestArchive;

beforeAll(async () => {
  archive = await startArchive();
  const spect = { StudyInstanceUID: '2.25.1', SeriesInstanceUID: '2.25.12', Modality: 'NM' };
  const other = {
    StudyInstanceUID: '2.25.2',
    SeriesInstanceUID: '2.25.21',
    PatientName: 'Lovelace^Byron',
    PatientID: 'Q-7',
    StudyDate: '20260410',
    StudyTime: '230000',
  };
  await stow(archive.url, [
    makeInstance(),
    makeInstance({ SOPInstanceUID: '2.25.1002', InstanceNumber: 2 }),
    makeInstance({
      ...spect,
      SOPInstanceUID: '2.25.1003',
      PerformedProcedureCodeSequence: [{ CodeValue: 'A-1', CodingSchemeDesignator: '99X', CodeMeaning: 'x' }],
    }),
    makeInstance({ ...other, SOPInstanceUID: '2.25.1004' }),
  ]);
});
afterAll(() => archive.stop());

async function found(query: string): Promise<Dataset[]> {
  const answer = await fetch(archive.url + query);
  expect([query, answer.status]).toEqual([query, 200]);
  return (await answer.json()) as Dataset[];
}

const uids = async (query: string, tag: string): Promise<unknown[]> => (await found(query)).map(dataset => dataset[tag]?.Value?.[0]);

describe('QIDO-RS', () => {
  it('gives studies with their modalities and numbers', async () => {
    const [first, second] = await found('/studies');
    expect(first?.['0020000D']?.Value).toEqual(['2.25.1']);
    expect(first?.['00080061']?.Value).toEqual(['CT', 'NM']);
    expect(first?.['00201206']?.Value).toEqual([2]);
    expect(first?.['00201208']?.Value).toEqual([3]);
    expect(first?.['00100010']).toEqual({ vr: 'PN', Value: [{ Alphabetic: 'Grün^Ada' }] });
    expect(second?.['00080061']?.Value).toEqual(['CT']);
    expect(first?.['00280010']).toBeUndefined();
  });

  it.each([
    ['PatientName=Gr*', 1],
    ['PatientName=gr?n^ada', 1],
    ['PatientName=Ada', 0],
    ['PatientName=ada grun&fuzzymatching=true', 1],
    ['PatientID=*-*', 2],
    ['00100020=Q-7', 1],
    ['PatientID=q-7', 0],
    ['StudyDate=20260302', 1],
    ['StudyDate=20260101-20260401', 1],
    ['StudyDate=20260302-', 2],
    ['StudyDate=-20260302', 1],
    ['StudyTime=0900-0930', 1],
    ['ModalitiesInStudy=NM', 1],
    ['ModalitiesInStudy=NM,CT', 2],
    ['ModalitiesInStudy=MR', 0],
    ['Modality=NM', 1],
    ['StudyInstanceUID=2.25.1,2.25.2', 2],
    ['StudyInstanceUID=2.25.1%5C2.25.9', 1],
    ['StudyDescription=Cycle*', 2],
    ['PatientName=&PatientID=', 2],
    ['AccessionNumber=*', 2],
    ['PerformedProcedureCodeSequence.CodeValue=A-1', 1],
    ['limit=1', 1],
    ['limit=5&offset=1', 1],
    ['offset=2', 0],
  ])('finds studies by %s', async (query, number) => {
    expect((await found(`/studies?${query}`)).length).toBe(number);
  });

  it('gives series and instances at every level', async () => {
    expect(await uids('/studies/2.25.1/series', '0020000E')).toEqual(['2.25.11', '2.25.12']);
    expect(await uids('/studies/2.25.1/series?Modality=NM', '0020000E')).toEqual(['2.25.12']);
    expect(await uids('/series?SeriesInstanceUID=2.25.21', '0020000D')).toEqual(['2.25.2']);
    expect(await uids('/studies/2.25.1/series/2.25.11/instances', '00080018')).toEqual(['2.25.1001', '2.25.1002']);
    expect(await uids('/studies/2.25.1/instances?InstanceNumber=2', '00080018')).toEqual(['2.25.1002']);
    expect(await uids('/instances?SOPInstanceUID=2.25.1004', '0020000E')).toEqual(['2.25.21']);
    const [instance] = await found('/instances?SOPInstanceUID=2.25.1001');
    expect([instance?.['00280010']?.Value, instance?.['00083002']?.Value]).toEqual([[3], ['1.2.840.10008.1.2.1']]);
  });

  it('gives more attributes when asked', async () => {
    const [named] = await found('/studies?limit=1&includefield=PixelSpacing,00281053');
    expect([named?.['00280030']?.Value, named?.['00281053']?.Value]).toEqual([[1.5, 1.5], [1]]);
    const [all] = await found('/studies?limit=1&includefield=all');
    expect(all?.['00280100']?.Value).toEqual([16]);
  });

  it.each(['NoSuchAttribute=1', 'constructor=1', 'limit=-1', 'limit=x', 'offset=1.5'])('answers 400 to %s', async query => {
    expect((await fetch(`${archive.url}/studies?${query}`)).status).toBe(400);
  });
});
