import { regionNames } from '../../src/read/regions/regionNames.js';
import { rgbFromDicomLab } from '../../src/read/regions/colors.js';

const named = (...labels: string[]): string[] => regionNames(labels.map(label => ({ label, codes: [], modifiers: [] })));
const coded = (label: string, value: string, side?: string): string | undefined =>
  regionNames([{ label, codes: [{ scheme: 'SCT', value }], modifiers: side === undefined ? [] : [{ scheme: 'SCT', value: side }] }])[0];

describe('names of regions', () => {
  it.each([
    ['64033007', '7771000', 'kidney-left'],
    ['64033007', '24028007', 'kidney-right'],
    ['64033007', '51440002', 'kidneys'],
    ['64033007', undefined, 'kidneys'],
    ['9846003', undefined, 'kidney-right'],
    ['18639004', undefined, 'kidney-left'],
    ['T-71000', 'G-A101', 'kidney-left'],
    ['10200004', undefined, 'liver'],
    ['78961009', undefined, 'spleen'],
    ['14016003', undefined, 'red-marrow'],
    ['39607008', undefined, 'lungs'],
    ['38266002', undefined, 'whole-body'],
    ['108369006', undefined, 'lesion-1'],
    ['14799000', undefined, 'lesion-1'],
  ])('R20 code %s with side %s is %s, whatever the label says', (value, side, name) => {
    expect(coded('something', value, side)).toBe(name);
  });

  it('R20 a code without a side takes it from the label', () => {
    expect(coded('Kidney L', '64033007')).toBe('kidney-left');
  });

  it.each([
    ['Kidney_L', 'kidney-left'],
    ['right kidney', 'kidney-right'],
    ['kidney-left', 'kidney-left'],
    ['Kidneys', 'kidneys'],
    ['Niere links', 'kidney-left'],
    ['LIVER', 'liver'],
    ['Spleen', 'spleen'],
    ['red-marrow', 'red-marrow'],
    ['Bone marrow', 'red-marrow'],
    ['Lungs', 'lungs'],
    ['Lung_R', 'lung-right'],
    ['BODY', 'whole-body'],
    ['whole-body', 'whole-body'],
    ['bowel', 'bowel'],
    ['Parotid L', 'parotid-left'],
    ['Urinary Bladder', 'bladder'],
    ['Aortic arch', 'aortic-arch'],
  ])('R21 label "%s" is %s', (label, name) => {
    expect(named(label)).toEqual([name]);
  });

  it('R22 lesions keep the numbers of their labels', () => {
    expect(named('lesion-3', 'Tumour 1', 'GTV 7', 'L2')).toEqual(['lesion-3', 'lesion-1', 'lesion-7', 'l2']);
  });

  it('R22 lesions without different numbers are counted', () => {
    expect(named('Liver metastasis', 'Liver', 'Bone metastasis')).toEqual(['lesion-1', 'liver', 'lesion-2']);
    expect(named('Lesion 1', 'Lesion 1')).toEqual(['lesion-1', 'lesion-2']);
  });
});

describe('colours', () => {
  it('R23 CIELab values become sRGB', () => {
    // White and black are exact; sRGB red is L* 54.29, a* 80.82, b* 69.90 under D50 (ICC sRGB profile), so one step of rounding is allowed.
    expect(rgbFromDicomLab([65535, 32896, 32896])).toEqual([255, 255, 255]);
    expect(rgbFromDicomLab([0, 32896, 32896])).toEqual([0, 0, 0]);
    const red = rgbFromDicomLab([(54.29 / 100) * 65535, ((80.82 + 128) / 255) * 65535, ((69.9 + 128) / 255) * 65535]);
    [255, 0, 0].forEach((value, index) => expect(Math.abs((red[index] ?? NaN) - value)).toBeLessThanOrEqual(2));
  });
});
