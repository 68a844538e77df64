"""Dose statistics of every segment of a stored record, by pydicom and numpy alone: doseStatistics.py FOLDER prints JSON by segment label.

DoseGridScaling and GridFrameOffsetVector are read as DICOM defines them; a SEG frame finds its dose plane by its own position.
"""

import glob
import json
import sys

import numpy
import pydicom

RT_DOSE = "1.2.840.10008.5.1.4.1.1.481.2"
SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"


def main(folder):
    objects = [pydicom.dcmread(path) for path in sorted(glob.glob(folder + "/*.dcm"))]
    dose = next(found for found in objects if found.SOPClassUID == RT_DOSE)
    segmentation = next(found for found in objects if found.SOPClassUID == SEGMENTATION)
    gray = dose.pixel_array * float(dose.DoseGridScaling)
    axes = numpy.array(dose.ImageOrientationPatient, float).reshape(2, 3)
    normal = numpy.cross(axes[0], axes[1])
    origin = numpy.array(dose.ImagePositionPatient, float)
    offsets = numpy.array(dose.GridFrameOffsetVector, float)
    values = {}
    for frame, mask in zip(segmentation.PerFrameFunctionalGroupsSequence, segmentation.pixel_array):
        position = numpy.array(frame.PlanePositionSequence[0].ImagePositionPatient, float)
        plane = int(numpy.argmin(abs(offsets - (position - origin) @ normal)))
        assert abs(offsets[plane] - (position - origin) @ normal) < 0.01
        number = int(frame.SegmentIdentificationSequence[0].ReferencedSegmentNumber)
        values.setdefault(number, []).append(gray[plane][mask == 1])
    statistics = {}
    for segment in segmentation.SegmentSequence:
        found = numpy.concatenate(values[int(segment.SegmentNumber)])
        d98, d50, d2 = (float(numpy.percentile(found, percent)) for percent in (2, 50, 98))
        statistics[str(segment.SegmentLabel)] = {"mean": float(found.mean()), "d98": d98, "d50": d50, "d2": d2}
    print(json.dumps(statistics))


main(sys.argv[1])
