"""Writes quantiles.json with scipy: python3 quantiles.py > quantiles.json"""
import json

import scipy
from scipy import optimize, special, stats



def student_t(p, v):
    # stats.t.ppf is off by up to 3e-9 (2 degrees of freedom have a closed form to see it by), so its own distribution is inverted here.
    if p == 0.5:
        return 0.0
    tail = min(p, 1 - p)
    top = 1.0
    while stats.t.sf(top, v) > tail:
        top *= 2
    root = optimize.brentq(lambda t: stats.t.sf(t, v) / tail - 1, 0, top, xtol=1e-15, rtol=1e-15)
    return root if p > 0.5 else -root


probabilities = [0.5, 0.6, 0.9, 0.975, 0.995, 0.0001]
dofs = [0.7, 1, 1.5, 2, 3, 7.3, 30, 200, 1e5]
z = [-12, -6, -3.2, -3, -1, 0, 0.5, 2.9, 3.1, 5]
print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "studentT": [[p, v, student_t(p, v)] for p in probabilities for v in dofs],
            "normalQuantile": [[p, float(special.ndtri(p))] for p in [1e-12, 0.0001, 0.025, 0.3, 0.5, 0.95, 0.975, 0.999999]],
            "normalCumulative": [[x, float(special.ndtr(x))] for x in z],
            "incompleteBeta": [[x, a, b, float(special.betainc(a, b, x))] for x in (0.01, 0.3, 0.9) for a, b in ((0.5, 0.5), (3.65, 0.5), (20, 3), (1e4, 0.5))],
        }
    )
)
