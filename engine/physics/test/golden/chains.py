"""Writes chains.json with numpy: python3 chains.py > chains.json

Decays per decay of the parent when every radioactive daughter is followed: x = e + B^T x for the matrix B of branching fractions.
"""
import json
import os

import numpy

here = os.path.dirname(os.path.abspath(__file__))
nuclides = json.load(open(os.path.join(here, "..", "..", "data", "icrp107", "nuclides.json")))
place = {row["name"]: i for i, row in enumerate(nuclides)}
branching = numpy.zeros((len(nuclides), len(nuclides)))
for row in nuclides:
    for daughter in row["daughters"]:
        if daughter["name"] in place:
            branching[place[row["name"]], place[daughter["name"]]] += daughter["branching"]
chains = {}
for parent in ["Ac-225", "Ra-223", "Ra-224", "Th-227", "Pb-212", "Bi-213", "Bi-212", "At-217", "Lu-177m"]:
    start = numpy.zeros(len(nuclides))
    start[place[parent]] = 1
    decays = numpy.linalg.solve(numpy.eye(len(nuclides)) - branching.T, start)
    chains[parent] = {name: decays[i] for name, i in place.items() if decays[i] > 1e-15}
print(json.dumps({"numpy": numpy.__version__, "chains": chains}))
