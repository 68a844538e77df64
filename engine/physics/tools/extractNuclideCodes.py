"""Writes nuclideCodes.json: the codes by which DICOM names radionuclides, from the context groups 18 and 4020 that pydicom carries.

Run with a Python that has pydicom: python3 extractNuclideCodes.py ../data/dicom-codes/nuclideCodes.json
"""
import json
import re
import sys

import pydicom
from pydicom.sr import _concepts_dict, _snomed_dict

rows = []
for scheme, concepts in _concepts_dict.concepts.items():
    for entry in concepts.values():
        for value, (meaning, groups) in entry.items():
            if not {18, 4020} & set(groups):
                continue
            mass, element = re.fullmatch(r"\^(\d+m?)\^(\w+)", meaning).groups()
            rows.append({"scheme": scheme, "value": value, "element": element, "mass": mass})
            retired = _snomed_dict.mapping["SCT"].get(value) if scheme == "SCT" else None
            if retired:
                rows.append({"scheme": "SRT", "value": retired, "element": element, "mass": mass})
rows.sort(key=lambda row: (row["element"], row["mass"], row["scheme"]))
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
print(f"pydicom {pydicom.__version__}: {len(rows)} codes", file=sys.stderr)
