"""Golden values for the voxel fits: scipy.optimize.least_squares in the same box of parameters, the best of several starts.

Run: python3 voxel_fits.py > voxel_fits.json     (scipy 1.10.1, numpy 1.24.2, 2 minutes)
Concentrations in Bq/mL, exact in float32. The weights are those of rule T10: 1 / max(y, 1 % of the largest y)^2.
Two phases: f = alpha (exp(-l t) - exp(-f t)) + beta exp(-f t), alpha and beta not below zero; l from physical decay up, f from 2.5 l to 1 / first time.
"""
import json
import numpy as np
from scipy.optimize import least_squares

rng = np.random.default_rng(2026)
HALF_LIFE_H = 159.528
DECAY = np.log(2) / HALF_LIFE_H
MONO_TIMES, BI_TIMES = np.array([4.0, 24, 72, 168]), np.array([1.0, 4, 24, 72, 168])
TIGHT = dict(xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale="jac", max_nfev=2000)


def best(model, y, starts, bounds):
    u = np.maximum(y, 0.01 * y.max())
    scale = y.max()
    low, high = map(np.array, bounds)
    fits = [least_squares(lambda p: (y - scale * model(p)) / u, np.clip(s, low + 1e-9, high - 1e-9), bounds=bounds, **TIGHT) for s in starts]
    return min(2 * fit.cost for fit in fits)


def mono(p):
    return p[0] * np.exp(-p[1] * MONO_TIMES)


def bi(p):
    log_fast, share = p[2:]
    fast = np.exp(log_fast)
    slow = DECAY * np.exp(share * (log_fast - np.log(2.5 * DECAY)))
    return p[0] * (np.exp(-slow * BI_TIMES) - np.exp(-fast * BI_TIMES)) + p[1] * np.exp(-fast * BI_TIMES)


def noisy(curve, noise):
    return np.float32(np.maximum(0, curve * (1 + noise * rng.standard_normal(len(curve))))).astype(float)


out = {"halfLife_h": HALF_LIFE_H, "mono": {"times_h": MONO_TIMES.tolist(), "curves": []}, "bi": {"times_h": BI_TIMES.tolist(), "curves": []}}
for _ in range(300):
    amplitude, half_life = 10 ** rng.uniform(2, 6), rng.uniform(10, 170)
    y = noisy(amplitude * np.exp(-np.log(2) / half_life * MONO_TIMES), 0.08)
    top = max(np.log(2) * 4, 50 * DECAY)
    s = best(mono, y, [(1, 0.01), (1, 0.05), (1, 0.3)], ([0, DECAY], [np.inf, top]))
    out["mono"]["curves"].append({"concentrations": y.tolist(), "sumOfSquares": s})
low, high = np.log(2.5 * DECAY), 0.0
for _ in range(300):
    amplitude, slow, fast = 10 ** rng.uniform(2, 6), rng.uniform(20, 120), rng.uniform(1, 7)
    share = -rng.uniform(0.3, 1) if rng.random() < 0.5 else rng.uniform(0.3, 2)
    y = noisy(amplitude * (np.exp(-np.log(2) / slow * BI_TIMES) + share * np.exp(-np.log(2) / fast * BI_TIMES)), 0.04)
    starts = [(1, 1, low + part * (high - low), tilt) for part, tilt in [(0.3, 0.3), (0.7, 0.3), (0.95, 0.1), (0.15, 0.7)]]
    s = best(bi, y, starts, ([0, 0, low, 0], [np.inf, np.inf, high, 1]))
    out["bi"]["curves"].append({"concentrations": y.tolist(), "sumOfSquares": s})
print(json.dumps(out))
