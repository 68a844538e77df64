"""Writes photonSpecificAbsorbedFractions.csv: one row for each pair of organs, 1/kg, from the long table of the public transcription.

Left out: the source "UB_Cont", whose block is a mixture of several; fetus and placenta; the regions of the airways; organs of the other sex.
Names become those of Graywise. Values are rounded to the digits that the table means (0.24000000000000002 is 0.24).

Run: python3 make_photonSpecificAbsorbedFractions.py StylizedORNL1987SAFData.csv > photonSpecificAbsorbedFractions.csv
"""
import collections
import csv
import sys

ENERGIES = ["0.01", "0.015", "0.02", "0.03", "0.05", "0.1", "0.2", "0.5", "1.0", "1.5", "2.0", "4.0"]
MODELS = {"ORNLAdultMale": "adult-male", "ORNLAdultFemale": "adult-female"}
OTHER_SEX = {"adult-male": {"ovaries", "uterus"}, "adult-female": {"testes"}}
SAME = ["Adrenals", "Brain", "Breasts", "Kidneys", "Liver", "Lungs", "Muscle", "Ovaries", "Pancreas", "Skin", "Spleen", "Testes", "Thymus", "Thyroid", "Uterus"]
NAMES = {
    **{name: name.lower() for name in SAME},
    "Breast": "breasts", "Heart_Wall": "heart-wall", "Ht_Wall": "heart-wall", "Total_Body": "whole-body", "Lng_Tiss": "lungs",
    "Gall_Bladder_Contents": "gallbladder-contents", "Gallbladder_Wall": "gallbladder-wall", "GB_Wall": "gallbladder-wall",
    "LLI_Contents": "lower-large-intestine-contents", "LLI_Wall": "lower-large-intestine-wall",
    "ULI_Contents": "upper-large-intestine-contents", "ULI_Wall": "upper-large-intestine-wall",
    "SI_Contents": "small-intestine-contents", "Small_Intestine": "small-intestine-wall", "SI_Wall": "small-intestine-wall",
    "Stomach_Contents": "stomach-contents", "Stomach": "stomach-wall", "St_Wall": "stomach-wall",
    "Heart_Contents": "heart-contents", "Urinary": "urinary-bladder-contents",
    "Urin_Bladder_Wall": "urinary-bladder-wall", "UB_Wall": "urinary-bladder-wall",
    "Active_Marrow": "red-marrow", "Red_Marrow": "red-marrow", "R_Marrow": "red-marrow",
    "Trabecular": "trabecular-bone", "Cortical_Bone": "cortical-bone", "Bone_Surfaces": "bone-surfaces", "Bone_Sur": "bone-surfaces",
}

pairs = collections.defaultdict(dict)
for row in csv.DictReader(open(sys.argv[1])):
    model, source, target = MODELS[row["phantom"]], NAMES.get(row["source"]), NAMES.get(row["target"])
    if source is None or target is None or {source, target} & OTHER_SEX[model]:
        continue
    pairs[model, source, target][row["E_MeV"]] = float(f"{float(row['SAF_per_kg']):.4g}")

print("model,source,target," + ",".join(f"{energy} MeV" for energy in ENERGIES))
for (model, source, target), values in sorted(pairs.items()):
    print(f"{model},{source},{target}," + ",".join(f"{values[energy]:g}" for energy in ENERGIES))
