"""Golden values for the gamma index: brute force over a dense lattice of trilinearly interpolated doses.

Run: python3 gamma_index.py > gamma_index.json     (scipy 1.10.1, numpy 1.24.2)
The lattice divides each voxel so that its points are at most a twentieth of the distance criterion apart, and reaches twice the criterion: a gamma is too
large by at most about 0.03, and by far less where the dose changes little between lattice points. Voxels so near to the edge that the search would leave
the grid are left out.
"""
import json
import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

rng = np.random.default_rng(11)
SIZE, SPACING = (14, 13, 12), (4.0, 4.42, 3.0)  # x, y, z
DISTANCE, PERCENT = 3.0, 3.0

shape = SIZE[::-1]
spacing = np.array(SPACING[::-1])
reference = (60 * gaussian_filter(rng.random(shape), 1.5) ** 2).astype(np.float32)
shifted = map_coordinates(reference.astype(float), np.indices(shape) + np.array([0.3, -0.2, 0.25])[:, None, None, None], order=1, mode="nearest")
evaluated = (1.01 * shifted + 0.05 * rng.standard_normal(shape)).clip(0).astype(np.float32)

reach = 2 * DISTANCE
steps = spacing / np.ceil(spacing / (DISTANCE / 20))
axes = [np.arange(-int(reach / step), int(reach / step) + 1) * step for step in steps]
offsets = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
offsets = offsets[(offsets**2).sum(1) <= reach**2]
distance_squared = (offsets**2).sum(1) / DISTANCE**2
margin = np.ceil(reach / spacing).astype(int)

points = []
for z in range(margin[0], shape[0] - margin[0], 2):
    for y in range(margin[1], shape[1] - margin[1], 2):
        for x in range(margin[2], shape[2] - margin[2], 2):
            doses = map_coordinates(evaluated.astype(float), (np.array([z, y, x]) + offsets / spacing).T, order=1)
            dose = float(reference[z, y, x])
            gammas = {}
            for name, tolerance in [("maximum", PERCENT / 100 * float(reference.max())), ("local", PERCENT / 100 * dose)]:
                gammas[name] = min(2.0, float(np.sqrt((distance_squared + ((doses - dose) / tolerance) ** 2).min())))
            points.append({"voxel": int(x + SIZE[0] * (y + SIZE[1] * z)), **gammas})
print(json.dumps({"size": SIZE, "spacing_mm": SPACING, "distance_mm": DISTANCE, "percent": PERCENT, "reference_Gy": [float(f"{v:.6g}") for v in reference.ravel().astype(float)],
                  "evaluated_Gy": [float(f"{v:.6g}") for v in evaluated.ravel().astype(float)], "points": points}))
