"""Writes populationPriors.json: published population values of 177Lu radiopharmaceuticals, as printed, each with its provenance.

Every value was entered by hand from the project's collection of literature values. `certainty` says how it was checked: "read in abstract": read in the
published abstract; "recalled": entered from memory and not re-read, so it waits for confirmation against the paper; "assumption": chosen, not published.

A row holds what its source prints: `mean` and `sd` of the patients, or `median` and `range`, or `median` and `gsd` (geometric standard deviation), in
`unit`. `giga_becquerel_per_cycle` stands where the source prints Gy per cycle. `n` counts patients, never cycles; null where it is not stated, or where
the spread is not theirs. `imaging` is the class that choosePrior ranks by. `setAside` says why choosePrior never takes a row; it is listed all the same.

Run: python3 make_populationPriors.py > populationPriors.json
"""
import json

DOTATATE, DOTATOC, PSMA_617, PSMA_IT = "177Lu-DOTATATE", "177Lu-DOTATOC", "177Lu-PSMA-617", "177Lu-PSMA-I&T"
READ, RECALLED, ASSUMED = "read in abstract", "recalled", "assumption"
DOSE, HALF_LIFE = "absorbed dose per activity", "effective half-life"
SPECT, HYBRID, PLANAR, UNKNOWN = "SPECT", "planar with SPECT", "planar", "not stated"

KIDNEYS = ["kidneys", "kidney-left", "kidney-right"]
PAROTIDS = ["parotids", "parotid-left", "parotid-right"]
SUBMANDIBULARS = ["submandibulars", "submandibular-left", "submandibular-right"]
LACRIMALS = ["lacrimals", "lacrimal-left", "lacrimal-right", "lacrimal-glands"]
LUNGS = ["lungs", "lung-left", "lung-right"]
LIVER, SPLEEN, MARROW, LESION = ["liver"], ["spleen"], ["red-marrow"], ["lesion"]

WILLOWSON = dict(key="willowson-2018", source="Willowson 2018, EJNMMI Phys 5:33", imaging=SPECT, method="SPECT/CT at 4, 24 and 96 to 120 h, 80 cycles")
SANTORO = dict(key="santoro-2018", source="Santoro 2018, EJNMMI Res, s13550-018-0459-4", imaging=SPECT, method="SPECT/CT at 4, 24, 72 and 192 h")
GUPTA = dict(key="gupta-2013", source="Gupta 2013, Clin Nucl Med 38:188", imaging=PLANAR, method="9 planar whole-body scans, 0.5 to 168 h")
NETTER = dict(key="netter-1", source="Lutathera label, NETTER-1 substudy", imaging=HYBRID, method="4 to 6 planar whole-body scans, SPECT/CT at 24 or 48 h")
STAANUM = dict(key="staanum-2021", source="Staanum 2021, EJNMMI Phys 8:78", imaging=SPECT)
HAENSCHEID = dict(key="haenscheid-2018", source="Haenscheid 2018, J Nucl Med 59:75", imaging=UNKNOWN, method="serial imaging; means recalled, spread assumed")
VIOLET = dict(key="violet-2019", source="Violet 2019, J Nucl Med 60:517", imaging=SPECT, method="SPECT/CT, voxel dosimetry")
VISION = dict(key="vision", source="Pluvicto label, VISION substudy", imaging=UNKNOWN, method="not stated")
KABASAKAL = dict(key="kabasakal-2017", source="Kabasakal 2017, Mol Imaging Radionucl Ther 26:62, PMC5472088", imaging=HYBRID,
                 method="whole-body scans and SPECT/CT")
ELLS = dict(key="ells-2024", source="Ells 2024, J Nucl Med 65:1264", imaging=UNKNOWN)
AAPM = dict(key="aapm-2026", source="AAPM 2026, conference abstract", imaging=SPECT, method="SPECT at 4, 24, 48 and 72 h")
ZHANG = dict(key="zhang-2019", source="Zhang 2019, J Nucl Med 60:1579", imaging=UNKNOWN, method="not stated")
NARROW = "the spread of this planar cohort is far narrower than that of other cohorts of lesions"


def row(agent, regions, origin, certainty, n, quantity=DOSE, unit=None, **printed):
    return {"radiopharmaceutical": agent, "regions": regions, "quantity": quantity, "unit": unit or ("h" if quantity == HALF_LIFE else "Gy/GBq"),
            "n": n, "certainty": certainty, **origin, **printed}


def half_life(agent, regions, origin, certainty, n, **printed):
    return row(agent, regions, origin, certainty, n, HALF_LIFE, **printed)


ROWS = [
    row(DOTATATE, KIDNEYS, WILLOWSON, READ, 18, mean=0.38, sd=0.19),
    row(DOTATATE, KIDNEYS, SANTORO, READ, 12, mean=0.43, sd=0.13),
    row(DOTATATE, KIDNEYS, GUPTA, READ, 61, mean=0.57, sd=0.09),
    row(DOTATATE, KIDNEYS, NETTER, RECALLED, 20, mean=0.654, sd=0.295),
    row(DOTATATE, KIDNEYS, {**STAANUM, "method": "SPECT/CT at 1, 4 and 7 d, 56 cycles; the spread is not printed, that of Willowson 2018 assumed"},
        ASSUMED, None, mean=0.46, sd=0.23),
    row(DOTATATE, LIVER, SANTORO, READ, 12, mean=0.54, sd=0.58),
    row(DOTATATE, LIVER, NETTER, RECALLED, 20, mean=0.299, sd=0.226),
    row(DOTATATE, LIVER, GUPTA, READ, 61, mean=0.27, sd=0.05),
    row(DOTATATE, SPLEEN, SANTORO, RECALLED, 12, mean=0.61, sd=0.13),
    row(DOTATATE, SPLEEN, NETTER, RECALLED, 20, mean=0.846, sd=0.804),
    row(DOTATATE, SPLEEN, GUPTA, READ, 61, mean=1.17, sd=0.14),
    row(DOTATATE, MARROW, SANTORO, RECALLED, 12, mean=0.04, sd=0.02),
    row(DOTATATE, MARROW, NETTER, RECALLED, 20, mean=0.035, sd=0.029),
    row(DOTATATE, ["bladder-wall"], NETTER, RECALLED, 20, mean=0.437, sd=0.176),
    row(DOTATATE, ["pituitary"], GUPTA, READ, 61, mean=0.058, sd=0.011),
    row(DOTATATE, LESION, GUPTA, READ, 61, mean=3.41, sd=0.68, setAside=NARROW),
    row(DOTATATE, LESION, dict(key="wide-default", source="wide default, until the centre has its own cohort", imaging=UNKNOWN, method="chosen"),
        ASSUMED, None, median=4.0, gsd=2.2),
    half_life(DOTATATE, KIDNEYS, HAENSCHEID, RECALLED, None, mean=51, sd=9),
    half_life(DOTATATE, LIVER, HAENSCHEID, RECALLED, None, mean=67, sd=15),
    half_life(DOTATATE, SPLEEN, HAENSCHEID, RECALLED, None, mean=67, sd=12),
    half_life(DOTATATE, LESION, HAENSCHEID, RECALLED, None, mean=77, sd=16),
    half_life(DOTATATE, ["whole-body"], dict(key="retention", source="from the retention in blood and whole body", imaging=UNKNOWN, method="chosen"),
              ASSUMED, None, mean=55, sd=15),
    row(DOTATOC, KIDNEYS,
        {**STAANUM, "method": "SPECT/CT at 1, 4 and 7 d, 59 cycles; the spread is not printed, that of 177Lu-DOTATATE in Willowson 2018 assumed"},
        ASSUMED, None, mean=0.37, sd=0.185),
    row(PSMA_617, KIDNEYS, VIOLET, RECALLED, 30, mean=0.39, sd=0.15),
    row(PSMA_617, KIDNEYS, VISION, RECALLED, 29, mean=0.43, sd=0.16),
    row(PSMA_617, KIDNEYS, KABASAKAL, READ, 7, mean=0.82, sd=0.25),
    row(PSMA_617, KIDNEYS, {**ELLS, "method": "mean of 17 studies, 297 patients; the spread is not printed, that of the Pluvicto label assumed"},
        ASSUMED, None, unit="Gy", giga_becquerel_per_cycle=7.4, mean=4.04, sd=1.5),
    row(PSMA_617, KIDNEYS, ZHANG, READ, 16, mean=0.81, sd=0.32, setAside="patients with a single functioning kidney"),
    row(PSMA_617, PAROTIDS, VIOLET, RECALLED, 30, mean=0.58, sd=0.43),
    row(PSMA_617, PAROTIDS, KABASAKAL, READ, 7, mean=1.9, sd=1.19),
    row(PSMA_617, PAROTIDS, {**ELLS, "method": "mean of 14 studies, 216 patients; the spread is not printed, that of Violet 2019 assumed"},
        ASSUMED, None, unit="Gy", giga_becquerel_per_cycle=7.4, mean=5.85, sd=4.34),
    row(PSMA_617, SUBMANDIBULARS, VIOLET, RECALLED, 30, mean=0.44, sd=0.36),
    row(PSMA_617, ["salivary-glands"], VISION, RECALLED, 29, mean=0.63, sd=0.36),
    row(PSMA_617, LACRIMALS, VISION, RECALLED, 29, mean=2.1, sd=0.47),
    row(PSMA_617, LIVER, VISION, RECALLED, 29, mean=0.09, sd=0.044),
    row(PSMA_617, SPLEEN, VISION, RECALLED, 29, mean=0.067, sd=0.027),
    row(PSMA_617, MARROW, VIOLET, RECALLED, 30, mean=0.11, sd=0.1),
    row(PSMA_617, MARROW, VISION, RECALLED, 29, mean=0.035, sd=0.02),
    row(PSMA_617, MARROW, KABASAKAL, READ, 7, mean=0.03, sd=0.008),
    row(PSMA_617, LESION, {**VIOLET, "key": "violet-2019-nodes", "method": "SPECT/CT, voxel dosimetry; lymph nodes"}, RECALLED, 30, mean=3.91, sd=3.93),
    row(PSMA_617, LESION, {**VIOLET, "key": "violet-2019-bone", "method": "SPECT/CT, voxel dosimetry; bone"}, RECALLED, 30, mean=5.28, sd=2.46),
    half_life(PSMA_617, KIDNEYS, AAPM, READ, 20, median=35.5, range=[8.5, 152]),
    half_life(PSMA_617, LIVER, AAPM, READ, 20, median=22.9, range=[12.9, 63.4]),
    half_life(PSMA_617, SPLEEN, AAPM, READ, 20, median=16.8, range=[9.3, 149.7]),
    half_life(PSMA_617, PAROTIDS, AAPM, READ, 20, median=42.2, range=[18.9, 160.8]),
    half_life(PSMA_617, MARROW, AAPM, READ, 20, median=32.0, range=[5.9, 160.8]),
    half_life(PSMA_617, LUNGS, AAPM, READ, 20, median=15.1, range=[7.4, 160.8]),
    half_life(PSMA_617, LESION, dict(key="chosen", source="chosen after Kurth 2018 and Violet 2019", imaging=UNKNOWN, method="chosen"), ASSUMED, None,
              mean=55, sd=15),
    row(PSMA_IT, KIDNEYS, {**ELLS, "method": "mean of 10 studies, 153 patients; the spread is not printed, that of the Pluvicto label assumed"},
        ASSUMED, None, unit="Gy", giga_becquerel_per_cycle=6.8, mean=4.70, sd=1.75),
    row(PSMA_IT, PAROTIDS, {**ELLS, "method": "mean of 5 studies; the spread is not printed, that of Violet 2019 assumed"},
        ASSUMED, None, unit="Gy", giga_becquerel_per_cycle=6.8, mean=2.62, sd=1.94),
]
print(json.dumps({"version": "graywise-1", "priors": ROWS}, indent=1))
