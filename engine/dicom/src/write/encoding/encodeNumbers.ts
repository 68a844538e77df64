import { GraywiseError } from '@graywise/physics';

interface NumberWriter {
  readonly bytes: number;
  readonly least: number;
  readonly greatest: number;
  readonly whole: boolean;
  readonly write: (view: DataView, offset: number, value: number) => void;
}

const FLOAT_MAXIMUM = 3.4028234663852886e38;

const whole = (bytes: number, least: number, greatest: number, write: NumberWriter['write']): NumberWriter => ({
  bytes,
  least,
  greatest,
  whole: true,
  write,
});
const floating = (bytes: number, greatest: number, write: NumberWriter['write']): NumberWriter => ({
  bytes,
  least: -greatest,
  greatest,
  whole: false,
  write,
});

const WRITERS = {
  AT: whole(4, 0, 0xffffffff, (view, offset, tag) => {
    view.setUint16(offset, tag >>> 16, true);
    view.setUint16(offset + 2, tag & 0xffff, true);
  }),
  FD: floating(8, Number.MAX_VALUE, (view, offset, value) => {
    view.setFloat64(offset, value, true);
  }),
  FL: floating(4, FLOAT_MAXIMUM, (view, offset, value) => {
    view.setFloat32(offset, value, true);
  }),
  SL: whole(4, -0x80000000, 0x7fffffff, (view, offset, value) => {
    view.setInt32(offset, value, true);
  }),
  SS: whole(2, -0x8000, 0x7fff, (view, offset, value) => {
    view.setInt16(offset, value, true);
  }),
  UL: whole(4, 0, 0xffffffff, (view, offset, value) => {
    view.setUint32(offset, value, true);
  }),
  US: whole(2, 0, 0xffff, (view, offset, value) => {
    view.setUint16(offset, value, true);
  }),
} as const satisfies Record<string, NumberWriter>;

type NumberRepresentation = keyof typeof WRITERS;

/** Whether values of a value representation are binary numbers. */
export function isNumberRepresentation(valueRepresentation: string): valueRepresentation is NumberRepresentation {
  return Object.hasOwn(WRITERS, valueRepresentation);
}

/** Binary numbers, little endian. Throws GW_NOT_FINITE for what is no finite number, GW_DICOM_VALUE for what the representation cannot hold. */
export function encodeNumbers(
  values: readonly (string | number)[],
  valueRepresentation: NumberRepresentation,
  keyword: string,
): Uint8Array {
  const writer: NumberWriter = WRITERS[valueRepresentation];
  const view = new DataView(new ArrayBuffer(writer.bytes * values.length));
  values.forEach((value, i) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: value });
    if ((writer.whole && !Number.isInteger(value)) || value < writer.least || value > writer.greatest) {
      const expected = `a ${writer.whole ? 'whole ' : ''}number from ${String(writer.least)} to ${String(writer.greatest)}`;
      throw new GraywiseError('GW_DICOM_VALUE', { tag: keyword, expected, found: value });
    }
    writer.write(view, i * writer.bytes, value);
  });
  return new Uint8Array(view.buffer);
}
