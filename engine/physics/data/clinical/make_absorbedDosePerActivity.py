"""Writes absorbedDosePerActivity.json: published absorbed doses per administered activity of 177Lu radiopharmaceuticals.

Reduced from the project's collection of literature values; every value was entered by hand with its source. `verification` says how it was checked:
"verified-abstract": read in the published abstract; "recalled": entered from memory and not re-read, so it waits for confirmation against the paper;
"assumption": chosen wide on purpose, to be replaced by a centre's own patients. mean and sd are those of the patients, in Gy/GBq; median and gsd
(geometric standard deviation) where the source is a lognormal. One value per radiopharmaceutical and region is `used`: the one that rests on SPECT
and the most patients, before planar imaging, whose spread is too narrow.

Run: python3 make_absorbedDosePerActivity.py > absorbedDosePerActivity.json
"""
import json

DOTATATE, PSMA = "177Lu-DOTATATE", "177Lu-PSMA-617"
LABEL_D = "Lutathera label, NETTER-1 substudy"
LABEL_P = "Pluvicto label, VISION substudy"
GUPTA = "Gupta 2013, Clin Nucl Med"
ABSTRACT, RECALLED, ASSUMED = "verified-abstract", "recalled", "assumption"


def row(agent, regions, source, verification, used, n=None, method="", **values):
    return {"radiopharmaceutical": agent, "regions": regions, **values, "n": n, "method": method, "source": source,
            "verification": verification, "used": used}


KIDNEYS = ["kidneys", "kidney-left", "kidney-right"]
ROWS = [
    row(DOTATATE, KIDNEYS, "Willowson 2018, EJNMMI Phys 5:33", ABSTRACT, True, 18, "SPECT/CT at 4, 24 and 96 to 120 h, 80 cycles", mean=0.38, sd=0.19),
    row(DOTATATE, KIDNEYS, "Santoro 2018, EJNMMI Res, s13550-018-0459-4", ABSTRACT, False, 12, "SPECT/CT at 4, 24, 72, 192 h", mean=0.43, sd=0.13),
    row(DOTATATE, KIDNEYS, GUPTA, ABSTRACT, False, 61, "planar", mean=0.57, sd=0.09),
    row(DOTATATE, KIDNEYS, LABEL_D, RECALLED, False, 20, mean=0.654, sd=0.295),
    row(DOTATATE, ["liver"], LABEL_D, RECALLED, True, 20, mean=0.299, sd=0.226),
    row(DOTATATE, ["liver"], GUPTA, ABSTRACT, False, 61, "planar", mean=0.27, sd=0.05),
    row(DOTATATE, ["spleen"], LABEL_D, RECALLED, True, 20, mean=0.846, sd=0.804),
    row(DOTATATE, ["spleen"], GUPTA, ABSTRACT, False, 61, "planar", mean=1.17, sd=0.14),
    row(DOTATATE, ["red-marrow"], LABEL_D, RECALLED, True, 20, mean=0.035, sd=0.029),
    row(DOTATATE, ["lesion"], "wide default, until the centre has its own cohort", ASSUMED, True, median=4.0, gsd=2.2),
    row(PSMA, KIDNEYS, LABEL_P, RECALLED, True, 29, mean=0.43, sd=0.16),
    row(PSMA, KIDNEYS, "PMC5472088, MIRT 2017", ABSTRACT, False, 7, mean=0.82, sd=0.25),
    row(PSMA, KIDNEYS, "Violet 2019, J Nucl Med 60:517", RECALLED, False, 30, mean=0.39, sd=0.15),
    row(PSMA, ["liver"], LABEL_P, RECALLED, True, 29, mean=0.09, sd=0.044),
    row(PSMA, ["spleen"], LABEL_P, RECALLED, True, 29, mean=0.067, sd=0.027),
    row(PSMA, ["red-marrow"], LABEL_P, RECALLED, True, 29, mean=0.035, sd=0.02),
    row(PSMA, ["salivary-glands"], LABEL_P, RECALLED, True, 29, mean=0.63, sd=0.36),
    row(PSMA, ["lacrimal-glands"], LABEL_P, RECALLED, True, 29, mean=2.1, sd=0.47),
]
print(json.dumps(ROWS, indent=1))
