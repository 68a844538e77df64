"""scipy.optimize.curve_fit called for each of the curves, weights 1/y^2: the baseline of rows/voxelFits.mjs.

Arguments: model (mono or bi), file of float32 curves one after the other, physical half-life (h), times (h).
Each line of input is answered with one line of JSON:
  time             CPU seconds of fitting all curves without bounds (Levenberg and Marquardt in MINPACK), the quickest that curve_fit has
  sums of squares  of the fits within the bounds of the engine's rules T10 and T11; null where curve_fit gave up
Parameters are scaled and started where a person would: the first point, and half-lives of the size that is expected.
"""
import json
import resource
import sys
import warnings

import numpy as np
from scipy.optimize import curve_fit

warnings.filterwarnings("ignore")
model, path, half_life = sys.argv[1], sys.argv[2], float(sys.argv[3])
times = np.array(sys.argv[4:], float)
curves = np.fromfile(path, np.float32).astype(float).reshape(-1, len(times))
decay = np.log(2) / half_life
highest = -np.log(times[0])
lowest = np.log(2.5 * decay)
TIGHT = dict(ftol=1e-11, xtol=1e-11, gtol=1e-11)


def mono(t, amplitude, rate):
    return amplitude * np.exp(-rate * t)


def bi(t, slow_amplitude, slow_rate, fast_amplitude, fast_rate):
    return slow_amplitude * np.exp(-slow_rate * t) + fast_amplitude * np.exp(-fast_rate * t)


def bi_in_range(t, uptake, clearance, log_fast, share):
    """Never negative, slow rate from physical decay to fast rate / 2.5, fast rate up to 1 / first time: rule T11 as a box."""
    fast = np.exp(log_fast)
    slow = decay * np.exp(share * (log_fast - lowest))
    return uptake * (np.exp(-slow * t) - np.exp(-fast * t)) + clearance * np.exp(-fast * t)


def uncertainty(y):
    return np.maximum(y, 0.01 * y.max())


def quickest(y, **tolerances):
    if model == "mono":
        return curve_fit(mono, times, y, p0=(y[0], 0.012), sigma=uncertainty(y), **tolerances)
    return curve_fit(bi, times, y, p0=(y[2], 0.012, y[0] - y[2], 0.25), sigma=uncertainty(y), **tolerances)


def in_range(parameters):
    if model == "mono":
        return parameters[1] >= decay
    slow_amplitude, slow_rate, fast_amplitude, fast_rate = parameters
    rates = slow_rate >= decay and 2.5 * slow_rate <= fast_rate <= np.exp(highest)
    return rates and slow_amplitude >= 0 and slow_amplitude + fast_amplitude >= 0


def within_bounds(y):
    if model == "mono":
        top = max(4 * np.log(2), 50 * decay)
        return mono, curve_fit(mono, times, y, p0=(1, 0.012), sigma=uncertainty(y), bounds=([0, decay], [np.inf, top]), **TIGHT)[0]
    start, bounds = (1, 1, np.log(0.25), 0.25), ([0, 0, lowest, 0], [np.inf, np.inf, highest, 1])
    return bi_in_range, curve_fit(bi_in_range, times, y, p0=start, sigma=uncertainty(y), bounds=bounds, x_scale="jac", max_nfev=300, **TIGHT)[0]


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def timed():
    start = cpu_seconds()
    for y in curves:
        try:
            quickest(y)
        except RuntimeError:
            pass
    return {"cpuSeconds": cpu_seconds() - start}


def sum_of_squares(y):
    """Of the quick fit where it stays in range, else of one with bounds, which takes ten times as long."""
    y = y / y.max()
    function = mono if model == "mono" else bi
    try:
        parameters, _ = quickest(y, **TIGHT)
        if not in_range(parameters):
            function, parameters = within_bounds(y)
    except RuntimeError:
        return None
    return float((((y - function(times, *parameters)) / uncertainty(y)) ** 2).sum())


for line in sys.stdin:
    answer = timed() if line.strip() == "time" else {"sumsOfSquares": [sum_of_squares(y) for y in curves]}
    print(json.dumps(answer), flush=True)
