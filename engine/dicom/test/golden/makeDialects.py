"""Writes the reading fixtures with pydicom and numpy, independent of Graywise, and expected.json with what each must read as.

Run: python3 makeDialects.py   (pydicom 2.3, numpy; dcmtk for compressed CT)
Every volume is made from one array of small whole numbers; positions of voxels follow PS3.3 by numpy.
"""
import datetime, gzip, io, json, os, shutil, subprocess, tarfile, tempfile
import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless)

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = tempfile.mkdtemp()
EXPECTED = {}
NX, NY, NZ = 7, 6, 5
COUNTS = np.fromfunction(lambda k, j, i: 100 * (k + 1) + 10 * (j + 1) + i + 1, (NZ, NY, NX)).astype(int)
STORAGE = '1.2.840.10008.5.1.4.1.1.'
AXIAL = [1, 0, 0, 0, 1, 0]
IPP = [-20.5, -30.25, 100.0]
uids = iter(range(1, 100000))


def uid():
    return '1.2.826.0.1.3680043.8.498.7.%d' % next(uids)


def epoch(text):
    return datetime.datetime.fromisoformat(text).timestamp()


def item(**attributes):
    d = Dataset()
    for name, value in attributes.items():
        setattr(d, name, value)
    return d


def code(value, scheme, meaning):
    return item(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)


def base(sop, modality, frame_of_reference='1.2.3.4.100'):
    d = Dataset()
    d.SpecificCharacterSet = 'ISO_IR 100'
    d.SOPClassUID = STORAGE + sop
    d.SOPInstanceUID = uid()
    d.StudyInstanceUID = '1.2.3.4.1'
    d.SeriesInstanceUID = uid()
    d.Modality = modality
    d.PatientID, d.PatientName, d.PatientBirthDate, d.PatientSex = 'DIALECT', 'Probe^Anna', '19600101', 'F'
    d.PatientWeight = '70.5'
    d.Manufacturer, d.ManufacturerModelName, d.DeviceSerialNumber = 'Maker', 'Camera 8', 'S1'
    d.StudyDate, d.StudyTime = '20260302', '090000'
    d.SeriesDate, d.SeriesTime = '20260302', '170000'
    d.AcquisitionDate, d.AcquisitionTime = '20260302', '141000.5'
    d.ContentDate, d.ContentTime = '20260302', '183000'
    d.TimezoneOffsetFromUTC = '+0100'
    d.FrameOfReferenceUID = frame_of_reference
    d.SamplesPerPixel, d.PhotometricInterpretation = 1, 'MONOCHROME2'
    return d


def pixels(d, array, dtype='<u2', stored=None):
    array = np.asarray(array)
    d.Rows, d.Columns = array.shape[-2:]
    size = np.dtype(dtype).itemsize * 8
    d.BitsAllocated, d.BitsStored = size, stored or size
    d.HighBit = d.BitsStored - 1
    d.PixelRepresentation = 1 if np.dtype(dtype).kind == 'i' else 0
    d.PixelData = array.astype(dtype).tobytes()
    if len(d.PixelData) % 2:
        d.PixelData += b'\0'
    d['PixelData'].VR = 'OW' if size > 8 else 'OB'


def save(case, d, name='a.dcm', syntax=ExplicitVRLittleEndian):
    folder = os.path.join(OUT, case)
    os.makedirs(folder, exist_ok=True)
    d.file_meta = FileMetaDataset()
    d.file_meta.TransferSyntaxUID = syntax
    d.file_meta.MediaStorageSOPClassUID, d.file_meta.MediaStorageSOPInstanceUID = d.SOPClassUID, d.SOPInstanceUID
    d.file_meta.ImplementationClassUID = '1.2.826.0.1.3680043.8.498.1'
    d.is_little_endian, d.is_implicit_VR = syntax != ExplicitVRBigEndian, syntax == ImplicitVRLittleEndian
    path = os.path.join(folder, name)
    pydicom.dcmwrite(path, d, write_like_original=False)
    return path


def world(ipp, iop, dx, dy, dz, i, j, k):
    row, col = np.array(iop[:3], float), np.array(iop[3:], float)
    return np.array(ipp, float) + i * dx * row + j * dy * col + k * dz * np.cross(row, col)


def samples(values, ipp, iop, dx, dy, dz):
    picks = [(0, 0, 0), (6, 0, 0), (0, 5, 0), (0, 0, 4), (3, 2, 1), (6, 5, 4)]
    return [[*map(float, world(ipp, iop, dx, dy, dz, i, j, k)), float(values[k, j, i])] for i, j, k in picks if k < values.shape[0]]


def expect(case, **facts):
    EXPECTED[case] = facts


# --- nuclear medicine ---------------------------------------------------------------------------------------------------------------------

LU177 = code('447553000', 'SCT', '^177^Lutetium')
PEAK, SCATTER, LOW_PEAK = ('Lu208', 187.2, 228.8), ('Lu SC', 166.0, 187.2), ('Lu113', 101.7, 124.3)


def window(name, low, high):
    return item(EnergyWindowName=name, EnergyWindowRangeSequence=[item(EnergyWindowLowerLimit=low, EnergyWindowUpperLimit=high)])


def nm(array=COUNTS, iop=AXIAL, ipp=IPP, dx=4.8, dy=4.0, sbs=3.0, dtype='<u2', stored=None, windows=(PEAK,)):
    d = base('20', 'NM')
    d.ImageType = ['ORIGINAL', 'PRIMARY', 'RECON TOMO', 'EMISSION']
    d.SeriesDescription = 'SPECT AC SC'
    d.CorrectedImage = ['ATTN', 'SCAT']
    d.PixelSpacing = [dy, dx]
    d.SpacingBetweenSlices, d.SliceThickness = sbs, abs(sbs)
    d.NumberOfFrames = array.shape[0]
    d.FrameIncrementPointer = 0x00540080
    d.SliceVector = list(range(1, array.shape[0] + 1))
    d.NumberOfSlices = array.shape[0]
    d.NumberOfEnergyWindows, d.NumberOfDetectors, d.NumberOfRotations = 1, 1, 1
    d.EnergyWindowInformationSequence = [window(*w) for w in windows]
    d.DetectorInformationSequence = [item(CollimatorGridName='MEGP', CollimatorType='PARA', ImagePositionPatient=list(ipp), ImageOrientationPatient=list(iop))]
    d.RotationInformationSequence = [item(ActualFrameDuration='20000', NumberOfFramesInRotation=60, ScanArc='180', AngularStep='3')]
    d.RadiopharmaceuticalInformationSequence = [item(Radiopharmaceutical='177Lu-DOTATATE', RadionuclideCodeSequence=[LU177], RadionuclideTotalDose='7400', RadionuclideHalfLife='574300.8', RadiopharmaceuticalStartDateTime='20260302101500')]
    pixels(d, array, dtype, stored)
    return d


def expect_nm(case, values=COUNTS, iop=AXIAL, ipp=IPP, dx=4.8, dy=4.0, sbs=3.0, unit='counts', **more):
    expect(case, kind='emission', unit=unit, sum=float(np.sum(values, dtype=np.float64)), samples=samples(values, ipp, iop, dx, dy, sbs), **more)


START = epoch('2026-03-02T14:10:00.5+01:00')
save('nm-plain', nm())
expect_nm('nm-plain', start=START, zoneStated=True, counting=1200, nuclide='Lu-177', energyWindow=[187.2, 228.8], collimator='MEGP', activity=7.4e9,
          administrationStart=epoch('2026-03-02T10:15:00+01:00'), halfLife=574300.8, decayCorrectedTo=None, offset=60)
save('nm-negative-spacing', nm(sbs=-3.0)); expect_nm('nm-negative-spacing', sbs=-3.0)
d = nm(); d.SliceThickness = 9.5; save('nm-thickness', d); expect_nm('nm-thickness')
d = nm(); del d.SpacingBetweenSlices; save('nm-thickness-only', d); expect_nm('nm-thickness-only', notes=1)
order = [3, 0, 4, 2, 1]
d = nm(COUNTS[order]); d.SliceVector = [n + 1 for n in order]; save('nm-shuffled', d); expect_nm('nm-shuffled')
d = nm(COUNTS[order], sbs=-3.0); d.SliceVector = [n + 1 for n in order]; save('nm-shuffled-negative', d); expect_nm('nm-shuffled-negative', sbs=-3.0)
d = nm(); d.ImagePositionPatient, d.ImageOrientationPatient = list(IPP), AXIAL
g = d.DetectorInformationSequence[0]; g.ImagePositionPatient, g.ImageOrientationPatient = None, None
save('nm-top-level-geometry', d); expect_nm('nm-top-level-geometry')
d = nm(); d.ImagePositionPatient, d.ImageOrientationPatient = [0, 0, 0], AXIAL; save('nm-two-positions', d); expect('nm-two-positions', kind='error', code='GW_GEOMETRY')
for name, iop in (('prone', [-1, 0, 0, 0, -1, 0]), ('feet-first-supine', [-1, 0, 0, 0, 1, 0]), ('feet-first-prone', [1, 0, 0, 0, -1, 0])):
    d = nm(iop=iop); d.PatientPosition = {'prone': 'HFP', 'feet-first-supine': 'FFS', 'feet-first-prone': 'FFP'}[name]
    save('nm-' + name, d); expect_nm('nm-' + name, iop=iop)
# An oblique grid: rotations about x by 12 and z by -20 degrees, cosines written with six decimals.
a, b = np.radians(12), np.radians(-20)
rotation = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
OBLIQUE = [round(float(v), 6) for v in (*rotation[:, 0], *rotation[:, 1])]
save('nm-oblique', nm(iop=OBLIQUE, sbs=-3.0)); expect_nm('nm-oblique', iop=OBLIQUE, sbs=-3.0)
d = nm(); g = d.DetectorInformationSequence[0]; g.ImageOrientationPatient = None; d.PatientPosition = 'FFS'
save('nm-no-orientation', d); expect('nm-no-orientation', kind='error', code='GW_ORIENTATION')

# Energy windows: the other window holds other numbers, so that a mistake shows.
OTHER = COUNTS * 3 + 7


def two_windows(case, first, second, arrays, order='window', nuclide=LU177, drug='177Lu-DOTATATE'):
    d = nm(windows=(first, second))
    pairs = [(w, s) for w in (1, 2) for s in range(NZ)] if order == 'window' else [(w, s) for s in range(NZ) for w in (2, 1)]
    d.NumberOfFrames, d.NumberOfEnergyWindows = 2 * NZ, 2
    d.FrameIncrementPointer = [0x00540010, 0x00540080] if order == 'window' else [0x00540080, 0x00540010]
    d.EnergyWindowVector, d.SliceVector = [w for w, _ in pairs], [s + 1 for _, s in pairs]
    d.PixelData = np.stack([arrays[w - 1][s] for w, s in pairs]).astype('<u2').tobytes()
    r = d.RadiopharmaceuticalInformationSequence[0]
    r.RadionuclideCodeSequence, r.Radiopharmaceutical = [nuclide], drug
    save(case, d)
    return d


two_windows('nm-scatter-second', PEAK, SCATTER, (COUNTS, OTHER)); expect_nm('nm-scatter-second', energyWindow=[187.2, 228.8])
two_windows('nm-scatter-first', SCATTER, PEAK, (OTHER, COUNTS)); expect_nm('nm-scatter-first', energyWindow=[187.2, 228.8])
two_windows('nm-scatter-interleaved', SCATTER, PEAK, (OTHER, COUNTS), 'slice'); expect_nm('nm-scatter-interleaved', energyWindow=[187.2, 228.8])
two_windows('nm-two-photopeaks', LOW_PEAK, PEAK, (OTHER, COUNTS)); expect_nm('nm-two-photopeaks', energyWindow=[187.2, 228.8])
two_windows('nm-two-same-peak', PEAK, ('Lu wide', 180.0, 236.0), (OTHER, COUNTS)); expect('nm-two-same-peak', kind='error', code='GW_ENERGY_WINDOW')
Y90 = code('14691008', 'SCT', '^90^Yttrium')
two_windows('nm-bremsstrahlung-named', ('Scatter', 50, 90), ('Y90', 90, 250), (OTHER, COUNTS), nuclide=Y90, drug='Y-90'); expect_nm('nm-bremsstrahlung-named', energyWindow=[90, 250])
two_windows('nm-bremsstrahlung-unnamed', ('A', 50, 90), ('B', 90, 250), (OTHER, COUNTS), nuclide=Y90, drug='Y-90'); expect('nm-bremsstrahlung-unnamed', kind='error', code='GW_ENERGY_WINDOW')
d = nm(windows=(PEAK, SCATTER)); save('nm-windows-listed', d); expect_nm('nm-windows-listed', energyWindow=[187.2, 228.8])
d = nm(windows=(PEAK, SCATTER)); d.NumberOfFrames = 2 * NZ; d.SliceVector = list(range(1, NZ + 1)) * 2
d.PixelData = np.concatenate([COUNTS, OTHER]).astype('<u2').tobytes(); save('nm-windows-without-vector', d); expect('nm-windows-without-vector', kind='error', code='GW_ENERGY_WINDOW')
d = nm(windows=(SCATTER,)); save('nm-scatter-alone', d); expect('nm-scatter-alone', kind='ignored', reason='holds no photopeak')
d = nm(windows=(PEAK, SCATTER)); d.EnergyWindowVector = [2] * NZ; save('nm-scatter-of-two-listed', d); expect('nm-scatter-of-two-listed', kind='ignored', reason='holds no photopeak')
d = nm(); d.NumberOfFrames = 2 * NZ; d.RotationVector = [1] * NZ + [2] * NZ; d.SliceVector = list(range(1, NZ + 1)) * 2
d.RotationInformationSequence = [item(ActualFrameDuration='10000', NumberOfFramesInRotation=60)] * 2
d.PixelData = np.concatenate([COUNTS, OTHER]).astype('<u2').tobytes(); save('nm-two-rotations', d); expect_nm('nm-two-rotations', values=COUNTS + OTHER, counting=1200)

# What a stored value is worth.
d = nm(); d.RescaleSlope, d.RescaleIntercept = 0.25, 2; save('nm-rescale', d); expect_nm('nm-rescale', values=0.25 * COUNTS + 2)
BQML = code('Bq/ml', 'UCUM', 'Becquerels/milliliter')


def rwv(slope=None, intercept=0.0, unit=BQML, first=0, last=65535, **more):
    m = item(LUTLabel='A', LUTExplanation='x', MeasurementUnitsCodeSequence=[unit], **more)
    if first is not None:
        m.add_new(0x00409216, 'US', first); m.add_new(0x00409211, 'US', last)
    if slope is not None:
        m.RealWorldValueSlope, m.RealWorldValueIntercept = slope, intercept
    return m


d = nm(); d.RealWorldValueMappingSequence = [rwv(12.5, 1.5)]; d.RescaleSlope, d.RescaleIntercept = 0.5, 0
save('nm-rwv-top', d); expect_nm('nm-rwv-top', values=12.5 * COUNTS + 1.5, unit='Bq/mL')
save('nm-rwv-implicit', d, syntax=ImplicitVRLittleEndian); expect_nm('nm-rwv-implicit', values=12.5 * COUNTS + 1.5, unit='Bq/mL')
d = nm(); d.RealWorldValueMappingSequence = [rwv(0.0125, unit=code('kBq/ml', 'UCUM', 'kilobecquerel per millilitre'))]; save('nm-rwv-kbq', d); expect_nm('nm-rwv-kbq', values=12.5 * COUNTS, unit='Bq/mL')
d = nm(); d.RealWorldValueMappingSequence = [rwv(2.0, unit=code('g/ml{SUVbw}', 'UCUM', 'SUVbw')), rwv(0.5, unit=code('{counts}', 'UCUM', 'Counts'))]; save('nm-rwv-counts', d); expect_nm('nm-rwv-counts', values=0.5 * COUNTS)
d = nm(); d.RealWorldValueMappingSequence = [rwv(0.5, unit=code('{counts}/s', 'UCUM', 'Counts per second'))]; save('nm-rwv-cps', d); expect_nm('nm-rwv-cps', values=600.0 * COUNTS)
d = nm(); d.RealWorldValueMappingSequence = [rwv(2.0, first=None, DoubleFloatRealWorldValueFirstValueMapped=0.0, DoubleFloatRealWorldValueLastValueMapped=70000.0)]
save('nm-rwv-double', d); expect_nm('nm-rwv-double', values=2.0 * COUNTS, unit='Bq/mL')
d = nm(); d.RealWorldValueMappingSequence = [rwv(first=100, last=700, RealWorldValueLUTData=[float(v) ** 1.5 for v in range(100, 701)])]
save('nm-rwv-table', d); expect_nm('nm-rwv-table', values=COUNTS ** 1.5, unit='Bq/mL')
d = nm(); d.RealWorldValueMappingSequence = [rwv(2.0, last=300)]; save('nm-rwv-outside', d); expect('nm-rwv-outside', kind='read-error', code='GW_UNIT_UNKNOWN', says='outside the mapped range')
d = nm(); d.RealWorldValueMappingSequence = [rwv(2.0, unit=code('g/ml{SUVbw}', 'UCUM', 'SUVbw'))]; save('nm-rwv-suv', d); expect('nm-rwv-suv', kind='error', code='GW_UNIT_UNKNOWN')
d = nm(); d.RealWorldValueMappingSequence = [rwv(12.5)]; d.RescaleSlope, d.RescaleIntercept, d.RescaleType = 12.5, 0, 'BQML'; save('nm-both-agree', d); expect_nm('nm-both-agree', values=12.5 * COUNTS, unit='Bq/mL')
d.RescaleSlope = 13; save('nm-both-disagree', d); expect('nm-both-disagree', kind='error', code='GW_UNIT_UNKNOWN')
d = nm(); d.RescaleSlope, d.RescaleIntercept, d.RescaleType = 3.5, 0, 'BQML'; save('nm-rescale-bqml', d); expect_nm('nm-rescale-bqml', values=3.5 * COUNTS, unit='Bq/mL')
d = nm(); d.SharedFunctionalGroupsSequence = [item(RealWorldValueMappingSequence=[rwv(12.5)], PlaneOrientationSequence=[item(ImageOrientationPatient=AXIAL)], PixelMeasuresSequence=[item(PixelSpacing=[4.0, 4.8], SliceThickness=3)])]
d.PerFrameFunctionalGroupsSequence = [item(PlanePositionSequence=[item(ImagePositionPatient=[float(v) for v in world(IPP, AXIAL, 4.8, 4.0, 3.0, 0, 0, k)])]) for k in range(NZ)]
save('nm-functional-groups', d); expect_nm('nm-functional-groups', values=12.5 * COUNTS, unit='Bq/mL')
d = nm()
d.SharedFunctionalGroupsSequence = [item(PlaneOrientationSequence=[item(ImageOrientationPatient=AXIAL)], PixelMeasuresSequence=[item(PixelSpacing=[4.0, 4.8], SliceThickness=3)])]
d.PerFrameFunctionalGroupsSequence = [item(PlanePositionSequence=[item(ImagePositionPatient=[float(v) for v in world(IPP, AXIAL, 4.8, 4.0, 3.0, 0, 0, k)])], RealWorldValueMappingSequence=[rwv(2.0 + k)]) for k in range(NZ)]
save('nm-rwv-per-frame', d); expect_nm('nm-rwv-per-frame', values=COUNTS * (2.0 + np.arange(NZ))[:, None, None], unit='Bq/mL')

# How it is stored.
SIGNED = COUNTS - 300
save('nm-signed', nm(SIGNED, dtype='<i2')); expect_nm('nm-signed', values=SIGNED)
# 12 bits stored, signed, with rubbish above the high bit
d = nm(SIGNED, dtype='<i2', stored=12); d.PixelData = ((SIGNED.astype('<i2').astype('<u2') & 0x0FFF) | 0xA000).astype('<u2').tobytes(); save('nm-overlay-bits', d); expect_nm('nm-overlay-bits', values=SIGNED)
save('nm-32-bit', nm(COUNTS * 5000000, dtype='<u4')); expect_nm('nm-32-bit', values=COUNTS * 5000000)
save('nm-8-bit', nm(COUNTS // 3, dtype='u1')); expect_nm('nm-8-bit', values=COUNTS // 3)
for keyword, tag, vr, dtype in (('float', 0x7FE00008, 'OF', '<f4'), ('double', 0x7FE00009, 'OD', '<f8')):
    d = nm(); del d.PixelData
    d.BitsAllocated = 32 if keyword == 'float' else 64
    d.add_new(tag, vr, (COUNTS * 0.37).astype(dtype).tobytes()); save('nm-' + keyword, d); expect_nm('nm-' + keyword, values=(COUNTS * 0.37).astype(dtype).astype(float))
PADDED = COUNTS.copy(); PADDED[1, 2, 3] = 60000
d = nm(PADDED); d.add_new(0x00280120, 'US', 60000); save('nm-padding', d, syntax=ImplicitVRLittleEndian); expect_nm('nm-padding', values=np.where(PADDED == 60000, 0, PADDED))
for name, syntax in (('implicit', ImplicitVRLittleEndian), ('deflated', DeflatedExplicitVRLittleEndian)):
    save('nm-' + name, nm(), syntax=syntax); expect_nm('nm-' + name)
save('nm-big-endian', nm(dtype='>u2'), syntax=ExplicitVRBigEndian); expect_nm('nm-big-endian')
path = save('nm-truncated', nm()); data = open(path, 'rb').read(); open(path, 'wb').write(data[:-100]); expect('nm-truncated', kind='read-error', code='GW_PIXELS_TRUNCATED', says='420 bytes')
path = save('nm-rle', nm()); d = pydicom.dcmread(path); d.compress(RLELossless); d.save_as(path); expect_nm('nm-rle')

# Times.
d = nm(); del d.TimezoneOffsetFromUTC; d.AcquisitionDateTime = '20260302141000.5-0330'; save('nm-datetime-zone', d); expect_nm('nm-datetime-zone', start=epoch('2026-03-02T14:10:00.5-03:30'), zoneStated=True, offset=-210)
d = nm(); d.AcquisitionDateTime = '20260302141000.5+0000'; save('nm-datetime-over-zone', d); expect_nm('nm-datetime-over-zone', start=epoch('2026-03-02T14:10:00.5+00:00'), administrationStart=epoch('2026-03-02T10:15:00+01:00'))
d = nm(); del d.TimezoneOffsetFromUTC; save('nm-no-zone', d); expect_nm('nm-no-zone', start=epoch('2026-03-02T14:10:00.5+00:00'), zoneStated=False)
d = nm(); del d.AcquisitionDate; d.SeriesDate, d.SeriesTime, d.AcquisitionTime = '20260303', '003000', '234500'; save('nm-date-before-midnight', d); expect_nm('nm-date-before-midnight', start=epoch('2026-03-02T23:45:00+01:00'))
d = nm(); del d.AcquisitionDate; d.SeriesDate, d.SeriesTime, d.AcquisitionTime = '20260302', '235000', '001000'; save('nm-date-past-midnight', d); expect_nm('nm-date-past-midnight', start=epoch('2026-03-03T00:10:00+01:00'))
d = nm(); del d.AcquisitionDate; del d.AcquisitionTime; save('nm-series-time', d); expect_nm('nm-series-time', start=epoch('2026-03-02T17:00:00+01:00'))
del d.SeriesDate; del d.SeriesTime; save('nm-content-time-only', d); expect('nm-content-time-only', kind='error', code='GW_MISSING_TAG')
d = nm(); d.AcquisitionDate = '20260230'; save('nm-impossible-date', d); expect('nm-impossible-date', kind='error', code='GW_DATE_TIME')
d = nm(); d.AcquisitionDate, d.AcquisitionTime, d.TimezoneOffsetFromUTC = '20260329', '140000', '+0200'
save('nm-summer-time', d); expect_nm('nm-summer-time', start=epoch('2026-03-29T14:00:00+02:00'), administrationStart=epoch('2026-03-02T10:15:00+02:00'))
d = nm(); r = d.RotationInformationSequence[0]; r.ActualFrameDuration, r.NumberOfFramesInRotation = '15000', 32; d.NumberOfDetectors = 2; save('nm-two-detectors', d); expect_nm('nm-two-detectors', counting=480)
d = nm(); r = d.RotationInformationSequence[0]; del r.NumberOfFramesInRotation; save('nm-views-from-arc', d); expect_nm('nm-views-from-arc', counting=1200)
d = nm(); del d.RotationInformationSequence; d.ActualFrameDuration = '1200000'; save('nm-elapsed', d); expect_nm('nm-elapsed', counting=1200, notes=1)
d.ActualFrameDuration = '20000'; save('nm-per-view-only', d); expect('nm-per-view-only', kind='error', code='GW_MISSING_TAG')

# Administration and nuclide.
def drug(case, expected, **attributes):
    d = nm(); d.RadiopharmaceuticalInformationSequence = [item(**attributes)]; save(case, d); expect_nm(case, **expected)


drug('nm-srt-code', dict(nuclide='Lu-177'), RadionuclideCodeSequence=[code('C-101ED', 'SRT', '^177^Lutetium')])
drug('nm-nuclide-text', dict(nuclide='I-131', halfLife=None, activity=None, administrationStart=None, energyWindow=[330, 390]), Radiopharmaceutical='131I-mIBG')
d = pydicom.dcmread(os.path.join(OUT, 'nm-nuclide-text', 'a.dcm')); d.EnergyWindowInformationSequence = [window('I131', 330, 390)]; save('nm-nuclide-text', d)
d = nm(); del d.RadiopharmaceuticalInformationSequence; d.SeriesDescription = 'Lu177 SPECT recon'; save('nm-nuclide-description', d); expect_nm('nm-nuclide-description', nuclide='Lu-177')
drug('nm-dose-in-bq', dict(activity=7.4e9, notes=1), RadionuclideCodeSequence=[LU177], RadionuclideTotalDose='7400000000')
drug('nm-start-time-only', dict(administrationStart=None, nuclide='Lu-177'), RadionuclideCodeSequence=[LU177], RadiopharmaceuticalStartTime='101500')
TC = code('72454006', 'SCT', '^99m^Technetium')
d = nm(windows=(('Tc', 126, 154),)); d.RadiopharmaceuticalInformationSequence = [item(RadionuclideCodeSequence=[TC], RadiopharmaceuticalStartTime='233000')]
d.AcquisitionDate, d.AcquisitionTime = '20260303', '013000'; save('nm-injected-before-midnight', d); expect_nm('nm-injected-before-midnight', administrationStart=epoch('2026-03-02T23:30:00+01:00'))

# What is not a volume.
d = nm(); d.ImageType = ['ORIGINAL', 'PRIMARY', 'TOMO', 'EMISSION']; save('nm-projections', d); expect('nm-projections', kind='ignored', reason='projections')
d = nm(); d.ImageType = ['ORIGINAL', 'PRIMARY', 'WHOLE BODY', 'EMISSION']; save('nm-whole-body', d); expect('nm-whole-body', kind='ignored', reason='WHOLE BODY')
save('nm-with-nac', nm()); d = nm(OTHER); d.CorrectedImage, d.SeriesDescription = ['UNIF'], 'SPECT NAC'; save('nm-with-nac', d, 'b.dcm'); expect_nm('nm-with-nac', ignored=1)
save('nm-two-equal', nm()); save('nm-two-equal', nm(OTHER), 'b.dcm'); expect('nm-two-equal', kind='error', code='GW_TWO_RECONSTRUCTIONS')
d = nm(); save('nm-twice', d); save('nm-twice', d, 'copy.dcm'); expect_nm('nm-twice', ignored=1)
d = nm(); del d.FrameOfReferenceUID; save('nm-no-frame-of-reference', d); expect('nm-no-frame-of-reference', kind='error', code='GW_MISSING_TAG')

# Functional groups that hold a mapping only, beside the index vectors of NM.
d = nm(); d.SharedFunctionalGroupsSequence = [item(RealWorldValueMappingSequence=[rwv(12.5)])]; save('nm-rwv-shared', d); expect_nm('nm-rwv-shared', values=12.5 * COUNTS, unit='Bq/mL')
d = nm(COUNTS[order]); d.SliceVector = [n + 1 for n in order]; d.PerFrameFunctionalGroupsSequence = [item(RealWorldValueMappingSequence=[rwv(2.0 + k)]) for k in order]
save('nm-rwv-per-frame-vectors', d); expect_nm('nm-rwv-per-frame-vectors', values=COUNTS * (2.0 + np.arange(NZ))[:, None, None], unit='Bq/mL')
d = nm(); r = d.RotationInformationSequence[0]; del r.ActualFrameDuration; d.ActualFrameDuration = '20000'; save('nm-per-view-at-top', d); expect_nm('nm-per-view-at-top', counting=1200)
drug('nm-product-name', dict(nuclide='Lu-177'), Radiopharmaceutical='LUTATHERA')
# Sequences of undefined length and private elements, as dcmtk writes them.
d = nm(); d.add_new(0x00091001, 'LO', 'x'); d.add_new(0x00090010, 'LO', 'MAKER'); d.add_new(0x00091002, 'UN', b'abcd')
path = save('nm-undefined-length', d); subprocess.run(['dcmconv', '-e', path, path + '.out'], check=True); shutil.move(path + '.out', path); expect_nm('nm-undefined-length')
# Fragments and offset tables.
from pydicom.encaps import encapsulate, encapsulate_extended
from pydicom.pixel_data_handlers.rle_handler import rle_encode_frame
frames = [rle_encode_frame(frame.astype('<u2')) for frame in COUNTS]
d = nm(); d.PixelData = encapsulate(frames, fragments_per_frame=2, has_bot=True); d['PixelData'].VR, d['PixelData'].is_undefined_length = 'OB', True; save('nm-fragments', d, syntax=RLELossless); expect_nm('nm-fragments')
d = nm(); d.PixelData = encapsulate(frames, has_bot=False); d['PixelData'].VR, d['PixelData'].is_undefined_length = 'OB', True; save('nm-no-offset-table', d, syntax=RLELossless); expect_nm('nm-no-offset-table')
d = nm(); d.PixelData, d.ExtendedOffsetTable, d.ExtendedOffsetTableLengths = encapsulate_extended(frames); d['PixelData'].VR, d['PixelData'].is_undefined_length = 'OB', True; save('nm-extended-offsets', d, syntax=RLELossless); expect_nm('nm-extended-offsets')
d = nm(); d.PixelData = encapsulate(frames[:3], has_bot=False); d['PixelData'].VR, d['PixelData'].is_undefined_length = 'OB', True; save('nm-frames-missing', d, syntax=RLELossless); expect('nm-frames-missing', kind='read-error', code='GW_PIXELS_TRUNCATED', says='3 fragments')
path = save('nm-rle-truncated', d, syntax=RLELossless); data = open(path, 'rb').read(); open(path, 'wb').write(data[:-150]); expect('nm-rle-truncated', kind='read-error', code='GW_PIXELS_TRUNCATED', says='bytes')

# --- positron emission tomography ------------------------------------------------------------------------------------------------------------
GA68 = code('35337001', 'SCT', '^68^Gallium')
PET_SLOPES = [0.5, 1.25, 2.0, 0.75, 3.0]
PET_VALUES = COUNTS * np.array(PET_SLOPES)[:, None, None]


def pet(case, order=range(NZ), values=COUNTS, expected=None, slopes=PET_SLOPES, prefix='p', series=None, **attributes):
    series = series or uid()
    for n, k in enumerate(order):
        d = base('128', 'PT')
        d.SeriesInstanceUID = series
        d.ImageType, d.SeriesType = ['ORIGINAL', 'PRIMARY'], ['WHOLE BODY', 'IMAGE']
        d.Units, d.CountsSource, d.DecayCorrection = 'BQML', 'EMISSION', 'START'
        d.CorrectedImage = ['DECY', 'ATTN', 'SCAT']
        d.ActualFrameDuration = '180000'
        d.PixelSpacing, d.SliceThickness, d.ImageOrientationPatient = [4.0, 4.8], 3, AXIAL
        d.ImagePositionPatient = [float(v) for v in world(IPP, AXIAL, 4.8, 4.0, 3.0, 0, 0, k)]
        d.RescaleSlope, d.RescaleIntercept = slopes[k], 0
        d.AcquisitionDate, d.AcquisitionTime = '20260302', '1410%02d' % (k * 3)
        d.RadiopharmaceuticalInformationSequence = [item(Radiopharmaceutical='68Ga-DOTATOC', RadionuclideCodeSequence=[GA68], RadionuclideTotalDose='150000000', RadionuclideHalfLife='4062.6', RadiopharmaceuticalStartTime='130500')]
        for name, value in attributes.items():
            setattr(d, name, value) if value is not None else delattr(d, name)
        pixels(d, values[k], '<i2')
        save(case, d, '%s%d.dcm' % (prefix, n))
    if expected is not None:
        expect_nm(case, **expected)


AT = epoch('2026-03-02T14:10:00+01:00')
pet('pt-start', [4, 1, 3, 0, 2], expected=dict(values=PET_VALUES, unit='Bq/mL', start=AT, decayCorrectedTo=AT, nuclide='Ga-68', activity=1.5e8, administrationStart=epoch('2026-03-02T13:05:00+01:00'), counting=180, duration=192))
pet('pt-admin', expected=dict(values=PET_VALUES, unit='Bq/mL', start=AT, decayCorrectedTo=epoch('2026-03-02T13:05:00+01:00')), DecayCorrection='ADMIN')
pet('pt-none', expected=dict(values=PET_VALUES, unit='Bq/mL', decayCorrectedTo=None), DecayCorrection='NONE')
pet('pt-suv', Units='GML'); expect('pt-suv', kind='error', code='GW_UNIT_UNKNOWN')
pet('pt-suv-beside', expected=dict(values=PET_VALUES, unit='Bq/mL', ignored=1)); pet('pt-suv-beside', values=OTHER, prefix='s', Units='GML')
pet('pt-no-units', Units=None); expect('pt-no-units', kind='error', code='GW_MISSING_TAG')
pet('pt-no-decay-correction', DecayCorrection=None); expect('pt-no-decay-correction', kind='error', code='GW_MISSING_TAG')
pet('pt-dose-in-mbq', expected=dict(values=PET_VALUES, unit='Bq/mL', activity=1.5e8, notes=1), RadiopharmaceuticalInformationSequence=[item(RadionuclideCodeSequence=[GA68], RadionuclideTotalDose='150', RadiopharmaceuticalStartTime='130500')])
Y = item(RadionuclideCodeSequence=[Y90], RadiopharmaceuticalStartTime='130500')
pet('pt-admin-without-date', DecayCorrection='ADMIN', RadiopharmaceuticalInformationSequence=[Y]); expect('pt-admin-without-date', kind='error', code='GW_MISSING_TAG')
LUT = item(RadionuclideCodeSequence=[LU177], RadionuclideHalfLife='574300.8', RadiopharmaceuticalStartTime='101500')
pet('pt-admin-by-decay-factor', expected=dict(values=PET_VALUES, unit='Bq/mL', administrationStart=epoch('2026-02-27T10:15:00+01:00'), decayCorrectedTo=epoch('2026-02-27T10:15:00+01:00')), DecayCorrection='ADMIN', DecayFactor='%.5f' % 2 ** ((AT - epoch('2026-02-27T10:15:00+01:00')) / 574300.8), RadiopharmaceuticalInformationSequence=[LUT])
d = base('130', 'PT'); d.ImageType = ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE']; d.AcquisitionDateTime = '20260302141000'; d.NumberOfFrames = NZ
d.DecayCorrected, d.DecayCorrectionDateTime, d.CorrectedImage = 'YES', '20260302130500', ['DECY', 'ATTN']
d.RadiopharmaceuticalInformationSequence = [item(RadionuclideCodeSequence=[GA68], RadiopharmaceuticalStartDateTime='20260302130500')]
d.SharedFunctionalGroupsSequence = [item(PlaneOrientationSequence=[item(ImageOrientationPatient=AXIAL)], PixelMeasuresSequence=[item(PixelSpacing=[4.0, 4.8], SliceThickness=3)])]
backwards = list(range(NZ))[::-1]
d.PerFrameFunctionalGroupsSequence = [item(PlanePositionSequence=[item(ImagePositionPatient=[float(v) for v in world(IPP, AXIAL, 4.8, 4.0, 3.0, 0, 0, k)])], FrameContentSequence=[item(FrameAcquisitionDuration=180000.0)],
    PixelValueTransformationSequence=[item(RescaleSlope=PET_SLOPES[k], RescaleIntercept=0, RescaleType='BQML')]) for k in backwards]
pixels(d, COUNTS[backwards]); save('pt-enhanced', d); expect_nm('pt-enhanced', values=PET_VALUES, unit='Bq/mL', decayCorrectedTo=epoch('2026-03-02T13:05:00+01:00'), counting=180)

# --- computed tomography ----------------------------------------------------------------------------------------------------------------------
CT_STORED = COUNTS + 500
HU = CT_STORED - 1024.0


def ct_slice(k, stored=CT_STORED, series='1.2.3.4.50', ipp=IPP, iop=AXIAL, dz=3.0, shift=(0, 0, 0)):
    d = base('2', 'CT')
    d.SeriesInstanceUID, d.SeriesDescription = series, 'CT AC'
    d.ImageType = ['ORIGINAL', 'PRIMARY', 'AXIAL']
    d.PixelSpacing, d.SliceThickness, d.ImageOrientationPatient = [4.0, 4.8], 5, iop
    d.ImagePositionPatient = [round(float(v), 6) for v in world(ipp, iop, 4.8, 4.0, dz, 0, 0, k) + np.array(shift) * k]
    d.RescaleSlope, d.RescaleIntercept, d.RescaleType, d.AcquisitionNumber = 1, -1024, 'HU', 1
    pixels(d, stored[k], '<u2', 12)
    return d


def expect_ct(case, values=HU, ipp=IPP, iop=AXIAL, dz=3.0, **more):
    expect(case, kind='ct', sum=float(values.sum()), samples=samples(values, ipp, iop, 4.8, 4.0, dz), **more)


for n, k in enumerate([2, 4, 0, 3, 1]):
    save('ct-shuffled', ct_slice(k), 'c%d.dcm' % n)
expect_ct('ct-shuffled')
for k in range(NZ):
    save('ct-oblique', ct_slice(k, iop=OBLIQUE), 'c%d.dcm' % k)
expect_ct('ct-oblique', iop=OBLIQUE)
for k in (0, 1, 3, 4):
    save('ct-gap', ct_slice(k), 'c%d.dcm' % k)
expect('ct-gap', kind='ct-error', code='GW_GEOMETRY', says='1 slices missing between 103.00 and 109.00')
for k in range(NZ):
    save('ct-tilt', ct_slice(k, shift=(0, 0.8, 0)), 'c%d.dcm' % k)
expect('ct-tilt', kind='ct-error', code='GW_GEOMETRY', says='tilt')
for k in range(NZ):
    d = ct_slice(k); d.ImagePositionPatient[2] = float(d.ImagePositionPatient[2]) + (1.1 if k == 4 else 0); save('ct-unequal', d, 'c%d.dcm' % k)
expect('ct-unequal', kind='ct-error', code='GW_GEOMETRY', says='a spacing of 4.10 mm')
for k in range(NZ):
    save('ct-localizer', ct_slice(k), 'c%d.dcm' % k)
d = ct_slice(0, iop=[1, 0, 0, 0, 0, -1]); d.ImageType = ['ORIGINAL', 'PRIMARY', 'LOCALIZER']; save('ct-localizer', d, 'scout.dcm'); expect_ct('ct-localizer', ignored=1, stacks=1)
for k in range(NZ):
    save('ct-two-acquisitions', ct_slice(k), 'c%d.dcm' % k)
    if k < 3:
        d = ct_slice(k, stored=CT_STORED + 9); d.AcquisitionNumber = 2; save('ct-two-acquisitions', d, 'd%d.dcm' % k)
expect_ct('ct-two-acquisitions', stacks=2)
for k in range(NZ):
    d = ct_slice(k); d.AcquisitionNumber = 1 if k < 2 else 2; save('ct-split', d, 'c%d.dcm' % k)
expect_ct('ct-split', stacks=1)
signed = (HU - 400).astype(int)
for k in range(NZ):
    d = ct_slice(k); pixels(d, signed[k], '<i2'); d.RescaleIntercept = 0; d.add_new(0x00280120, 'SS', int(signed[4, 5, 6])); save('ct-signed-padded', d, 'c%d.dcm' % k, ImplicitVRLittleEndian)
expect_ct('ct-signed-padded', values=np.where(signed == signed[4, 5, 6], -1000, signed).astype(float))
d = base('2.1', 'CT'); d.ImageType = ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE']; d.NumberOfFrames = NZ; d.AcquisitionDateTime = '20260302140000'
d.SharedFunctionalGroupsSequence = [item(PlaneOrientationSequence=[item(ImageOrientationPatient=AXIAL)], PixelMeasuresSequence=[item(PixelSpacing=[4.0, 4.8], SliceThickness=3)], PixelValueTransformationSequence=[item(RescaleSlope=1, RescaleIntercept=-1024, RescaleType='HU')])]
d.PerFrameFunctionalGroupsSequence = [item(PlanePositionSequence=[item(ImagePositionPatient=[float(v) for v in world(IPP, AXIAL, 4.8, 4.0, 3.0, 0, 0, k)])]) for k in range(NZ)]
pixels(d, CT_STORED); save('ct-enhanced', d); expect_ct('ct-enhanced')
path = os.path.join(OUT, 'ct-enhanced', 'a.dcm'); d = pydicom.dcmread(path); d.compress(RLELossless); d.SOPInstanceUID = uid(); os.makedirs(os.path.join(OUT, 'ct-enhanced-rle')); d.save_as(os.path.join(OUT, 'ct-enhanced-rle', 'a.dcm')); expect_ct('ct-enhanced-rle')
for name, command in (('jpeg-lossless', ['dcmcjpeg', '+e1']), ('jpeg-lossless-p14', ['dcmcjpeg', '+el']), ('jpeg-ls', ['dcmcjpls', '+el']), ('rle', ['dcmcrle'])):
    for k in range(NZ):
        path = save('ct-' + name, ct_slice(k), 'c%d.dcm' % k)
        with tempfile.TemporaryDirectory() as scratch:
            packed = os.path.join(scratch, 'packed.dcm')
            subprocess.run([*command, '+un' if command[0] != 'dcmcrle' else '+un', path, packed], check=True)
            shutil.copyfile(packed, path)
    expect_ct('ct-' + name)
for k in range(NZ):
    path = save('ct-jpeg-ls-signed', (lambda d: (pixels(d, signed[k], '<i2'), setattr(d, 'RescaleIntercept', 0), d)[2])(ct_slice(k)), 'c%d.dcm' % k)
    with tempfile.TemporaryDirectory() as scratch:
        packed = os.path.join(scratch, 'packed.dcm'); subprocess.run(['dcmcjpls', '+el', '+un', path, packed], check=True); shutil.copyfile(packed, path)
expect_ct('ct-jpeg-ls-signed', values=signed.astype(float))

# JPEG 2000 needs an encoder that is not at hand: the codestream of a test image of pydicom, whose pixels it also has uncompressed.
from pydicom.data import get_testdata_file
raw, packed = (pydicom.dcmread(get_testdata_file(name)) for name in ('MR_small.dcm', 'MR_small_jp2klossless.dcm'))
stored = np.frombuffer(raw.PixelData, '<i2').reshape(1, raw.Rows, raw.Columns).astype(int)
d = ct_slice(0); d.Rows, d.Columns = raw.Rows, raw.Columns
d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation, d.RescaleIntercept = 16, packed.BitsStored, packed.HighBit, packed.PixelRepresentation, 0
d.PixelData = packed.PixelData; d['PixelData'].VR, d['PixelData'].is_undefined_length = 'OB', True
save('ct-jpeg-2000', d, syntax=packed.file_meta.TransferSyntaxUID)
expect('ct-jpeg-2000', kind='ct', sum=float(stored.sum()), samples=[[*map(float, world(IPP, AXIAL, 4.8, 4.0, 3.0, i, j, 0)), float(stored[0, j, i])] for i, j in ((0, 0), (17, 40), (63, 63), (5, 50))])

json.dump(EXPECTED, open(os.path.join(HERE, 'dialects.json'), 'w'), indent=0)

def pack(folder):
    """All files of a folder in one archive whose bytes depend on nothing but their content."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w', format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(os.path.join(r, f) for r, _, fs in os.walk(folder) for f in fs):
            entry = tarfile.TarInfo(os.path.relpath(path, folder))
            entry.size = os.path.getsize(path)
            with open(path, 'rb') as stream:
                archive.addfile(entry, stream)
    with open(os.path.join(HERE, 'dialects.tar.gz'), 'wb') as target:
        target.write(gzip.compress(raw.getvalue(), 9, mtime=0))


pack(OUT)
shutil.rmtree(OUT)
