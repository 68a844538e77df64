"""One verification in NumPy and SciPy: the baseline of rows/verification.mjs, every step vectorised over voxels.

Arguments: folder with the arrays, half-life (h), alpha/beta (Gy), repair half-time (h), spacing (mm), size, half size of the kernel, times (h).
Each line of input is answered with one line of JSON: CPU seconds of the computing alone, reading and imports left out, and the mean doses of the regions.
"""
import json
import resource
import sys
import warnings
from pathlib import Path

import numpy as np
from scipy.optimize import curve_fit
from scipy.signal import fftconvolve

warnings.filterwarnings("ignore")
folder = Path(sys.argv[1])
half_life, alpha_beta, repair = map(float, sys.argv[2:5])
spacing, size, half = ([float(x) for x in word.split(",")] for word in sys.argv[5:8])
shape, half_shape = tuple(int(n) for n in size[::-1]), tuple(int(n) + 1 for n in half[::-1])
hours = np.array(sys.argv[8:], float)
times = hours * 3600
decay, repair_rate = np.log(2) / (half_life * 3600), np.log(2) / (repair * 3600)
millilitres = np.prod(spacing) / 1000
JOULE_PER_MEV = 1.602176634e-13

scans = np.stack([np.fromfile(folder / f"scan{i}.float32", np.float32).reshape(shape) for i in range(len(times))])
density = np.fromfile(folder / "density.float32", np.float32).reshape(shape)
masks = [np.fromfile(folder / f"region{i}.uint8", np.uint8).reshape(shape) == 1 for i in range(5)]
octant = np.fromfile(folder / "kernel.float32", np.float32).reshape(half_shape)
kernel = octant[np.ix_(*[np.abs(np.arange(1 - n, n)) for n in half_shape])]


def mono(t, amplitude, rate):
    return amplitude * np.exp(-rate * t)


def bi(t, slow_amplitude, slow_rate, fast_amplitude, fast_rate):
    return slow_amplitude * np.exp(-slow_rate * t) + fast_amplitude * np.exp(-fast_rate * t)


def region_curve(mask):
    """Amplitudes and rates (1/h) of the model with the lowest Akaike criterion for a scatter of 1 %."""
    activity = np.array([scan[mask].sum(dtype=float) for scan in scans]) * millilitres
    scatter, fits = 0.01 * activity, []
    for function, start in [(mono, (activity[0], 0.01)), (bi, (activity[1], 0.01, activity[0] - activity[1], 0.2))]:
        try:
            fitted, _ = curve_fit(function, hours, activity, p0=start, sigma=scatter)
        except RuntimeError:
            continue
        residual = (activity - function(hours, *fitted)) / scatter
        fits.append((residual @ residual + 2 * len(start), fitted))
    return min(fits, key=lambda fit: fit[0])[1]


def voxel_curves():
    """Log-linear least squares in every voxel with activity at all times; no rate below physical decay."""
    amplitude, rate = np.zeros(shape, np.float32), np.full(shape, decay, np.float32)
    inside = (scans > 0).all(axis=0)
    logs = np.log(scans[:, inside])
    centred = (times - times.mean()).astype(np.float32)
    slope = np.tensordot(centred, logs, axes=1) / (centred @ centred)
    rate[inside] = np.maximum(-slope, np.float32(decay))
    amplitude[inside] = np.exp(logs.mean(axis=0) + rate[inside] * np.float32(times.mean()))
    return amplitude, rate


def histogram(dose, mask):
    values = np.sort(dose[mask])
    doses = np.linspace(0, values[-1], 201)
    share = 1 - np.searchsorted(values, doses) / len(values)
    return doses, share, values[0], values.mean(dtype=float), values[-1], np.percentile(values, [2, 50, 98])


def region_effect(dose, terms):
    amplitudes, rates = np.reshape(terms, (-1, 2)).T
    rates = rates / 3600
    pairs = np.outer(amplitudes, amplitudes) / np.add.outer(rates, rates) / (repair_rate + rates)[:, None]
    return dose + 2 * pairs.sum() / (amplitudes / rates).sum() ** 2 * dose**2 / alpha_beta


def verification():
    curves = [region_curve(mask) for mask in masks]
    amplitude, rate = voxel_curves()
    energy = fftconvolve(amplitude / rate, kernel, mode="same")
    dose = np.where(density < 0.1, 0, np.maximum(energy * np.float32(JOULE_PER_MEV * 1000) / density, 0))
    histograms = [histogram(dose, mask) for mask in masks]
    effects = [region_effect(found[3], terms) for found, terms in zip(histograms, curves)]
    effect_map = dose + rate / (rate + np.float32(repair_rate)) * dose * dose / np.float32(alpha_beta)
    return [found[3] for found in histograms], effects, effect_map


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


for _ in sys.stdin:
    start = cpu_seconds()
    means, _, _ = verification()
    print(json.dumps({"cpuSeconds": cpu_seconds() - start, "meansGy": means}), flush=True)
