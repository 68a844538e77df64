"""Golden values for the time-activity fits: weighted scipy.optimize.curve_fit on fixed points.

Run: python3 curve_fit.py > curve_fit.json     (scipy 1.10.1, numpy 1.24.2)
Rates in 1/h, times in h, amplitudes and integrals in the unit of the activity and that times h.
"""
import json
import numpy as np
from scipy.optimize import curve_fit


def mono(t, a, r):
    return a * np.exp(-r * t)


def uptake(t, a, r, u):
    return a * (np.exp(-r * t) - np.exp(-u * t))


def bi(t, a, r, b, f):
    return a * np.exp(-r * t) + b * np.exp(-f * t)


CASES = [
    ("mono-exponential", mono, [100, 0.015], [24, 72, 120, 168], [70.1, 34.2, 16.9, 8.05], [0.02] * 4),
    ("uptake and clearance", uptake, [100, 0.01, 0.3], [1, 4, 24, 72, 120, 168], [21.0, 58.9, 80.5, 49.8, 31.6, 19.1], [0.03] * 6),
    ("bi-exponential", bi, [60, 0.01, 60, 0.2], [1, 4, 12, 24, 72, 120, 168], [112.5, 85.0, 60.9, 48.2, 29.4, 18.5, 11.2], [0.02] * 7),
]
INTEGRAL = {
    "mono-exponential": lambda p: (p[0] / p[1], [1 / p[1], -p[0] / p[1] ** 2]),
    "uptake and clearance": lambda p: (p[0] / p[1] - p[0] / p[2], [1 / p[1] - 1 / p[2], -p[0] / p[1] ** 2, p[0] / p[2] ** 2]),
    "bi-exponential": lambda p: (p[0] / p[1] + p[2] / p[3], [1 / p[1], -p[0] / p[1] ** 2, 1 / p[3], -p[2] / p[3] ** 2]),
}

out = []
for name, f, start, t, y, rel in CASES:
    t, y = np.array(t, float), np.array(y)
    # the scatter of the engine: the stated counting uncertainty joined with a repeatability of 1 %
    u = y * np.hypot(np.array(rel), 0.01)
    # the parameters in units of their start, so that the program's own step sizes and tolerances suit rates and amplitudes alike
    start = np.array(start, float)
    q, c = curve_fit(lambda t, *q: f(t, *(start * q)), t, y, p0=np.ones(len(start)), sigma=u, absolute_sigma=True, method="trf", jac="3-point",
                     x_scale="jac", xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=100000)
    p, c = start * q, c * np.outer(start, start)
    value, gradient = INTEGRAL[name](p)
    g = np.array(gradient)
    out.append({"model": name, "times_h": t.tolist(), "activity": y.tolist(), "relativeUncertainty": rel, "parameters": p.tolist(),
                "covariance": c.ravel().tolist(), "chiSquare": float((((f(t, *p) - y) / u) ** 2).sum()),
                "integral": float(value), "u_integral": float(np.sqrt(g @ c @ g))})
print(json.dumps(out, indent=1))
