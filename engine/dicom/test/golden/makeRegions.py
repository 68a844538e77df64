"""Writes SEG, RTSTRUCT and RTDOSE fixtures with pydicom and numpy, independent of Graywise, and regions.json with what each must read as.

Run: python3 makeRegions.py   (pydicom 2.3, numpy)
Contours are filled here by winding angles, another method than the scan lines of the engine.
"""
import gzip, io, json, os, shutil, tarfile, tempfile
import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, RLELossless

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = tempfile.mkdtemp()
STORAGE, FRAME = '1.2.840.10008.5.1.4.1.1.', '1.2.3.4.100'
EXPECTED = {}
NX, NY, NZ = 7, 6, 5
DX, DY, DZ = 4.8, 4.0, 3.0
IPP = np.array([-20.5, -30.25, 100.0])
AXIAL = [1, 0, 0, 0, 1, 0]
uids = iter(range(1, 1000))


def item(**attributes):
    d = Dataset()
    for name, value in attributes.items():
        setattr(d, name, value)
    return d


def code(value, meaning, scheme='SCT'):
    return item(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)


def base(sop, modality):
    d = Dataset()
    d.SOPClassUID, d.SOPInstanceUID = STORAGE + sop, '1.2.826.0.1.3680043.8.498.8.%d' % next(uids)
    d.StudyInstanceUID, d.SeriesInstanceUID, d.Modality = '1.2.3.4.1', '1.2.826.0.1.3680043.8.498.9.%d' % next(uids), modality
    d.PatientID, d.PatientName, d.FrameOfReferenceUID = 'DIALECT', 'Probe^Anna', FRAME
    d.ContentDate, d.ContentTime = '20260302', '120000'
    return d


def save(case, d, name='a.dcm', rle=False):
    os.makedirs(os.path.join(OUT, case), exist_ok=True)
    d.file_meta = FileMetaDataset()
    d.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    d.file_meta.MediaStorageSOPClassUID, d.file_meta.MediaStorageSOPInstanceUID = d.SOPClassUID, d.SOPInstanceUID
    d.is_little_endian, d.is_implicit_VR = True, False
    if rle:
        d.compress(RLELossless)
    pydicom.dcmwrite(os.path.join(OUT, case, name), d, write_like_original=False)


def position(i, j, k):
    return IPP + np.array([i * DX, j * DY, k * DZ])


# --- segmentations: mask[segment][k][j][i] from whole-number rules --------------------------------------------------------------------------
K, J, I = np.mgrid[0:NZ, 0:NY, 0:NX]
LEFT = (I >= 4) & (J >= 1) & (K >= 1) & (K <= 3) & ((I + J + K) % 3 != 0)
RIGHT = (I <= 2) & (J <= 4) & (K != 2) & (K != 0)
TUMOUR = (I == 3) & (J >= 2) & (K == 4)


def lab(value):
    return [int(v) for v in value]


def segment(number, label, type_code, modifier=None, category=None):
    t = type_code
    if modifier is not None:
        t.SegmentedPropertyTypeModifierCodeSequence = [modifier]
    return item(SegmentNumber=number, SegmentLabel=label, SegmentAlgorithmType='MANUAL', SegmentedPropertyCategoryCodeSequence=[category or code('123037004', 'Anatomical Structure')],
                SegmentedPropertyTypeCodeSequence=[t], RecommendedDisplayCIELabValue=lab([34885, 53485, 50171]))


def segments():
    # The labels lie on purpose: codes come first.
    return [segment(1, 'Segment A', code('64033007', 'Kidney'), code('7771000', 'Left')), segment(2, 'left?', code('9846003', 'Right kidney')),
            segment(3, 'Liver metastasis', code('108369006', 'Neoplasm'), category=code('49755003', 'Morphologically Altered Structure'))]


def frame_group(number, k):
    g = item(PlanePositionSequence=[item(ImagePositionPatient=[float(v) for v in position(0, 0, k)])])
    if number is not None:
        g.SegmentIdentificationSequence = [item(ReferencedSegmentNumber=number)]
    return g


def seg(sop, kind, frames, bits, pixel_bytes, groups, spacing=DZ):
    d = base(sop, 'SEG')
    d.ImageType, d.SegmentationType, d.SegmentSequence = ['DERIVED', 'PRIMARY'], kind, segments()
    d.SamplesPerPixel, d.PhotometricInterpretation, d.PixelRepresentation = 1, 'MONOCHROME2', 0
    d.Rows, d.Columns, d.NumberOfFrames = NY, NX, frames
    d.BitsAllocated, d.BitsStored, d.HighBit = bits, bits, bits - 1
    measures = item(PixelSpacing=[DY, DX], SliceThickness=9.9)
    if spacing:
        measures.SpacingBetweenSlices = spacing
    d.SharedFunctionalGroupsSequence = [item(PlaneOrientationSequence=[item(ImageOrientationPatient=AXIAL)], PixelMeasuresSequence=[measures])]
    d.PerFrameFunctionalGroupsSequence = groups
    d.PixelData = pixel_bytes + (b'\0' if len(pixel_bytes) % 2 else b'')
    d['PixelData'].VR = 'OB' if bits <= 8 else 'OW'
    return d


def expect_seg(case, masks, **more):
    regions = []
    for name, mask in zip(('kidney-left', 'kidney-right', 'lesion-1'), masks):
        regions.append(dict(name=name, voxels=int(mask.sum()), inside=[[float(v) for v in position(i, j, k)] for k, j, i in np.argwhere(mask)[::3]]))
    EXPECTED[case] = dict(kind='SEG', regions=regions, **more)


MASKS = [LEFT, RIGHT, TUMOUR]
used = [(n + 1, k) for n, m in enumerate(MASKS) for k in range(NZ) if m[k].any()]
used = used[::-1]
bits = np.concatenate([MASKS[n - 1][k].ravel() for n, k in used]).astype(np.uint8)
packed = np.packbits(bits, bitorder='little').tobytes()
save('seg-binary', seg('66.4', 'BINARY', len(used), 1, packed, [frame_group(n, k) for n, k in used])); expect_seg('seg-binary', MASKS)
save('seg-binary-no-spacing', seg('66.4', 'BINARY', len(used), 1, packed, [frame_group(n, k) for n, k in used], spacing=None)); expect_seg('seg-binary-no-spacing', MASKS)
fraction = [np.where(m, 140, 100).astype(np.uint8) for m in MASKS]
d = seg('66.4', 'FRACTIONAL', 3 * NZ, 8, np.concatenate(fraction).tobytes(), [frame_group(n + 1, k) for n in range(3) for k in range(NZ)]); d.MaximumFractionalValue = 255
save('seg-fractional', d); expect_seg('seg-fractional', MASKS)
labels = np.select([TUMOUR, LEFT, RIGHT], [3, 1, 2], 0).astype(np.uint16)
disjoint = [(labels == n) for n in (1, 2, 3)]
d = seg('66.7', 'LABELMAP', NZ, 16, labels.astype('<u2').tobytes(), [frame_group(None, k) for k in range(NZ)]); save('seg-labelmap', d); expect_seg('seg-labelmap', disjoint)
d = seg('66.7', 'LABELMAP', NZ, 8, labels.astype('u1').tobytes(), [frame_group(None, k) for k in range(NZ)]); save('seg-labelmap-rle', d, rle=True); expect_seg('seg-labelmap-rle', disjoint)

# --- structure sets ----------------------------------------------------------------------------------------------------------------------------
GRID = dict(size=[40, 36, 12], spacingMm=[1.5, 1.5, 2.0], originLps=[-30.0, -27.0, -11.0])


def inside(polygon, points):
    """Winding number by the sum of angles; the polygon is simple and in the plane."""
    total = np.zeros(len(points))
    for a, b in zip(polygon, np.roll(polygon, -1, axis=0)):
        u, v = a - points, b - points
        total += np.arctan2(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0], (u * v).sum(axis=1))
    return np.abs(total) > np.pi


def circle(cx, cy, r, n=48):
    t = np.arange(n) * 2 * np.pi / n + 0.05
    return np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], axis=1)


def grid_points(direction=np.eye(3)):
    nx, ny, nz = GRID['size']
    k, j, i = np.mgrid[0:nz, 0:ny, 0:nx]
    ijk = np.stack([i, j, k], axis=-1).reshape(-1, 3) * GRID['spacingMm']
    return np.array(GRID['originLps']) + ijk @ direction.T


def rtstruct(case, rois, rotation=np.eye(3), planes=np.arange(-9, 10, 3.0), direction=np.eye(3)):
    """rois: name, colour, type, list of (outer, holes, keyhole) of one cross-section that is the same in every plane."""
    d = base('481.3', 'RTSTRUCT')
    del d.FrameOfReferenceUID
    d.ReferencedFrameOfReferenceSequence = [item(FrameOfReferenceUID=FRAME)]
    d.StructureSetROISequence, d.ROIContourSequence, d.RTROIObservationsSequence = [], [], []
    points = grid_points(direction)
    local = points @ rotation  # coordinates in the frame of the contours
    depth = local[:, 2]
    in_slab = (depth >= planes[0] - 1.5) & (depth < planes[-1] + 1.5)
    expected = []
    for number, (name, label, colour, kind, parts, keyhole) in enumerate(rois, 1):
        d.StructureSetROISequence.append(item(ROINumber=number, ReferencedFrameOfReferenceUID=FRAME, ROIName=label, ROIGenerationAlgorithm='MANUAL'))
        d.RTROIObservationsSequence.append(item(ObservationNumber=number, ReferencedROINumber=number, RTROIInterpretedType=kind, ROIInterpreter=''))
        contours = []
        mask = np.zeros(len(points), bool)
        for part in parts:
            mask ^= inside(part, local[:, :2])
        for z in planes[::-1]:
            polygons = [np.concatenate([parts[0], parts[0][:1], parts[1][::-1][-1:], parts[1][::-1], ])] if keyhole else parts
            for polygon in polygons:
                corners = np.column_stack([polygon, np.full(len(polygon), z)]) @ rotation.T
                contours.append(item(ContourGeometricType='CLOSED_PLANAR', NumberOfContourPoints=len(corners), ContourData=['%.6f' % v for v in corners.ravel()]))
        d.ROIContourSequence.append(item(ReferencedROINumber=number, ROIDisplayColor=colour, ContourSequence=contours))
        mask &= in_slab
        expected.append(dict(name=name, color=colour, voxels=int(mask.sum()), first=[int(v) for v in np.flatnonzero(mask)[::37]]))
    d.StructureSetROISequence.append(item(ROINumber=90, ReferencedFrameOfReferenceUID=FRAME, ROIName='Isocentre', ROIGenerationAlgorithm=''))
    d.ROIContourSequence.append(item(ReferencedROINumber=90, ContourSequence=[item(ContourGeometricType='POINT', NumberOfContourPoints=1, ContourData=['0', '0', '0'])]))
    save(case, d)
    grid = dict(GRID, direction=[float(v) for v in direction.ravel()], frameOfReferenceUid=FRAME)
    EXPECTED[case] = dict(kind='RTSTRUCT', grid=grid, regions=expected)


ROIS = [('kidney-left', 'Kidney_L', [255, 0, 0], 'ORGAN', [circle(10.03, 2.01, 12.3)], False), ('liver', 'Liver', [0, 255, 0], 'ORGAN', [circle(-5.02, 0.04, 14.1), circle(-5, 1, 6.2)], False),
        ('lesion-2', 'GTV 2', [0, 0, 255], 'GTV', [circle(-8, -8, 9.4), circle(-8, -8, 4.1)], True), ('whole-body', 'Outline', [9, 9, 9], 'EXTERNAL', [circle(0.1, 0.2, 24)], False)]
rtstruct('rtstruct-axial', ROIS)


def turned(x, z):
    a, b = np.radians(x), np.radians(z)
    return np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])


rtstruct('rtstruct-oblique', ROIS, rotation=turned(17, 31))
rtstruct('rtstruct-coronal', ROIS, rotation=turned(90, 0))
rtstruct('rtstruct-on-oblique-grid', ROIS, direction=turned(-12, 20))

# --- dose ----------------------------------------------------------------------------------------------------------------------------------------
stored = np.fromfunction(lambda k, j, i: 1000 * (k + 1) + 10 * j + i, (NZ, NY, NX)).astype('<u4') * 65537
for case, offsets, iop, units in (('dose-relative', [0, 3, 6, 9, 12], AXIAL, 'GY'), ('dose-absolute', [100, 103, 106, 109, 112], AXIAL, 'GY'), ('dose-down', [0, -3, -6, -9, -12], AXIAL, 'GY'), ('dose-percent', [0, 3, 6, 9, 12], AXIAL, 'RELATIVE')):
    d = base('481.2', 'RTDOSE')
    d.SamplesPerPixel, d.PhotometricInterpretation, d.PixelRepresentation = 1, 'MONOCHROME2', 0
    d.Rows, d.Columns, d.NumberOfFrames, d.BitsAllocated, d.BitsStored, d.HighBit = NY, NX, NZ, 32, 32, 31
    d.ImagePositionPatient, d.ImageOrientationPatient, d.PixelSpacing = [float(v) for v in IPP], iop, [DY, DX]
    d.GridFrameOffsetVector, d.FrameIncrementPointer = offsets, 0x3004000C
    d.DoseUnits, d.DoseType, d.DoseSummationType, d.DoseGridScaling = units, 'PHYSICAL', 'RECORD', '1.5e-8'
    d.PixelData = stored.tobytes()
    save(case, d)
    if units == 'GY':
        zs = [IPP[2] + (o - offsets[0]) for o in offsets]
        EXPECTED[case] = dict(kind='DOSE', samples=[[float(IPP[0] + i * DX), float(IPP[1] + j * DY), float(zs[k]), float(stored[k, j, i]) * 1.5e-8] for i, j, k in ((0, 0, 0), (6, 5, 4), (2, 3, 1))])
    else:
        EXPECTED[case] = dict(kind='DOSE', code='GW_UNIT_UNKNOWN')

json.dump(EXPECTED, open(os.path.join(HERE, 'regions.json'), 'w'), indent=0)

def pack(folder):
    """All files of a folder in one archive whose bytes depend on nothing but their content."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w', format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(os.path.join(r, f) for r, _, fs in os.walk(folder) for f in fs):
            entry = tarfile.TarInfo(os.path.relpath(path, folder))
            entry.size = os.path.getsize(path)
            with open(path, 'rb') as stream:
                archive.addfile(entry, stream)
    with open(os.path.join(HERE, 'regions.tar.gz'), 'wb') as target:
        target.write(gzip.compress(raw.getvalue(), 9, mtime=0))


pack(OUT)
shutil.rmtree(OUT)
