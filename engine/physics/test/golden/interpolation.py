"""Writes interpolation.json: scipy.ndimage.map_coordinates against volumeOnGrid. python3 interpolation.py > interpolation.json"""
import json

import numpy as np
import scipy
from scipy.ndimage import map_coordinates
from scipy.spatial.transform import Rotation

rng = np.random.default_rng(5)
size = (7, 6, 5)  # i, j, k
data = rng.integers(0, 1000, size=size[::-1]).astype(np.float32)  # k, j, i
source = {"spacing": [4.0, 3.0, 5.0], "origin": [-10.0, 7.0, 20.0], "direction": Rotation.from_euler("zyx", [20, -10, 35], degrees=True).as_matrix()}
flip = np.diag([1.0, -1.0, 1.0])  # left-handed axes
grid = {"size": [9, 8, 7], "spacing": [2.5, 2.0, 3.0], "origin": None, "direction": Rotation.from_euler("zyx", [5, 15, -8], degrees=True).as_matrix() @ flip}
motion = np.eye(4)
motion[:3, :3] = Rotation.from_euler("xyz", [3, -5, 8], degrees=True).as_matrix()  # extrinsic x, y, z: Rz Ry Rx
motion[:3, 3] = [4, -6, 9]


def affine(g):
    m = np.eye(4)
    m[:3, :3] = g["direction"] @ np.diag(g["spacing"])
    m[:3, 3] = g["origin"]
    return m


# Put the middle of the grid on the middle of the moved source, so that most of the grid is inside it.
middle = affine(source) @ np.array([3, 2.5, 2, 1])
fixed_middle = np.linalg.inv(motion) @ middle
grid["origin"] = (fixed_middle[:3] - grid["direction"] @ np.diag(grid["spacing"]) @ np.array([4, 3.5, 3])).tolist()
matrix = np.linalg.inv(affine(source)) @ motion @ affine(grid)
k, j, i = np.meshgrid(*(np.arange(n) for n in grid["size"][::-1]), indexing="ij")
x, y, z, _ = np.einsum("ab,b...->a...", matrix, np.stack([i, j, k, np.ones_like(i)]))
values = map_coordinates(data.astype(float), [z, y, x], order=1, mode="nearest")
outside = np.zeros_like(values, dtype=bool)
for c, n in zip((x, y, z), size):
    outside |= (c < -0.5) | (c >= n - 0.5)
values[outside] = -1
print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "source": {"size": size, "spacingMm": source["spacing"], "originLps": source["origin"], "direction": source["direction"].ravel().tolist()},
            "grid": {"size": grid["size"], "spacingMm": grid["spacing"], "originLps": grid["origin"], "direction": grid["direction"].ravel().tolist()},
            "motion": {"rotationDegrees": [3, -5, 8], "translationMm": [4, -6, 9], "matrix": motion.ravel().tolist()},
            "data": data.ravel().tolist(),
            "values": values.ravel().tolist(),
        }
    )
)
