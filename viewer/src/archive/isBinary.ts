const binary = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);

/** Whether values of this value representation are bytes, which the JSON model gives by reference. */
export function isBinary(valueRepresentation: string): boolean {
  return binary.has(valueRepresentation);
}
