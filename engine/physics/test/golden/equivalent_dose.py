"""Golden values for gEUD, EUD, TCP and NTCP of distributions of dose: NumPy and scipy.stats.norm.

Run: python3 equivalent_dose.py > equivalent_dose.json     (scipy 1.10.1, numpy 1.24.2)
"""
import json
import numpy as np
from scipy.special import logsumexp
from scipy.stats import norm

rng = np.random.default_rng(5)
cases = []
for mean, alpha, exponent, clonogens, d50, m, n in [(20, 0.3, 8, 1e7, 28, 0.12, 0.7), (60, 0.1, -10, 1e9, 52, 0.28, 0.97), (300, 0.35, 40, 1e10, 60, 0.2, 0.1),
                                                    (5, 0.05, 0.5, 10, 6, 0.3, 1.0)]:
    dose = rng.gamma(4, mean / 4, 40)
    volume = rng.uniform(0.1, 2, 40)
    share = volume / volume.sum()

    def geud(a):
        return float(np.exp(logsumexp(a * np.log(dose), b=share) / a))

    log_survival = logsumexp(-alpha * dose, b=share)
    cases.append({
        "doses": dose.tolist(), "volumes": volume.tolist(), "alpha": alpha, "exponent": exponent, "clonogens": clonogens, "d50": d50, "m": m, "n": n,
        "gEUD": geud(exponent), "EUD": float(-log_survival / alpha), "TCP": float(np.exp(-clonogens * np.exp(log_survival))),
        "NTCP": float(norm.cdf((geud(1 / n) - d50) / (m * d50))),
    })
print(json.dumps(cases))
