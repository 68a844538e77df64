"""Reads a Graywise record with pydicom and numpy, which share no code with Graywise, and prints what a stranger finds in it as JSON.

python3 readBack.py DOSE.dcm REGIONS.dcm REGISTRATION.dcm REPORT.dcm POINT.json
POINT.json: a point (LPS, mm) of the moving scan, to be carried into the registered frame.
"""

import json
import sys

import numpy
import pydicom


def dose_volume(dataset):
    dose = dataset.pixel_array.astype(numpy.float64) * float(dataset.DoseGridScaling)
    across, down = (numpy.array(dataset.ImageOrientationPatient[i : i + 3], float) for i in (0, 3))
    along = numpy.cross(across, down)
    rows, columns = (float(s) for s in dataset.PixelSpacing)
    origin = numpy.array(dataset.ImagePositionPatient, float)

    def voxel(frame, row, column):
        return origin + across * columns * column + down * rows * row + along * float(dataset.GridFrameOffsetVector[frame])

    return dose, voxel


def frames_of(segmentation, number):
    for index, groups in enumerate(segmentation.PerFrameFunctionalGroupsSequence):
        if groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber == number:
            yield index, groups


def segments(segmentation, dose, voxel):
    pixels = segmentation.pixel_array.reshape(-1, segmentation.Rows, segmentation.Columns)
    for segment in segmentation.SegmentSequence:
        values, shift = [], 0.0
        for index, groups in frames_of(segmentation, segment.SegmentNumber):
            source = groups.DerivationImageSequence[0].SourceImageSequence[0]
            frame = source.ReferencedFrameNumber - 1
            position = numpy.array(groups.PlanePositionSequence[0].ImagePositionPatient, float)
            shift = max(shift, float(numpy.abs(position - voxel(frame, 0, 0)).max()))
            values.append(dose[frame][pixels[index] == 1])
        values = numpy.concatenate(values)
        yield {
            "label": segment.SegmentLabel,
            "type": segment.SegmentedPropertyTypeCodeSequence[0].CodeValue,
            "voxels": int(values.size),
            "meanGy": float(values.mean()),
            "minimumGy": float(values.min()),
            "maximumGy": float(values.max()),
            "shiftMm": shift,
        }


def registrations(dataset, point):
    for item in dataset.RegistrationSequence:
        matrix = numpy.array(item.MatrixRegistrationSequence[0].MatrixSequence[0].FrameOfReferenceTransformationMatrix, float)
        yield {
            "frame": item.FrameOfReferenceUID,
            "images": [i.ReferencedSOPInstanceUID for i in item.get("ReferencedImageSequence", [])],
            "point": (matrix.reshape(4, 4) @ numpy.array(point + [1.0]))[:3].tolist(),
        }


def measurement_groups(report):
    imaging = next(i for i in report.ContentSequence if i.ConceptNameCodeSequence[0].CodeValue == "126010")
    for group in imaging.ContentSequence:
        found = {}
        for item in group.ContentSequence:
            name = item.ConceptNameCodeSequence[0].CodeMeaning
            if item.ValueType == "TEXT":
                found[name] = item.TextValue
            if item.ValueType == "NUM":
                measured = item.MeasuredValueSequence[0]
                under = item.ContentSequence[0].MeasuredValueSequence[0]
                unit = measured.MeasurementUnitsCodeSequence[0].CodeValue
                found[name] = [float(measured.NumericValue), unit, float(under.NumericValue)]
            if item.ValueType == "IMAGE":
                found[name] = item.ReferencedSOPSequence[0].ReferencedSegmentNumber
        yield found


def main(dose_path, regions_path, registration_path, report_path, point_path):
    dose_object, regions, registration, report = (pydicom.dcmread(p) for p in (dose_path, regions_path, registration_path, report_path))
    dose, voxel = dose_volume(dose_object)
    json.dump(
        {
            "patientName": str(report.PatientName),
            "doseGy": dose.ravel().tolist(),
            "corners": [voxel(0, 0, 0).tolist(), voxel(dose.shape[0] - 1, dose.shape[1] - 1, dose.shape[2] - 1).tolist()],
            "segments": list(segments(regions, dose, voxel)),
            "registrations": list(registrations(registration, json.load(open(point_path)))),
            "measurements": list(measurement_groups(report)),
        },
        sys.stdout,
    )


main(*sys.argv[1:])
