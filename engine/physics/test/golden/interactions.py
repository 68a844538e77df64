"""Writes interactions.json with scipy: python3 interactions.py > interactions.json

pair: total cross-section of the unscreened Bethe-Heitler formula (W. Heitler, The Quantum Theory of Radiation, 1954, section 26, equation 8), in units of
alpha r_e^2 Z^2, by numerical integration over the positron's energy. Energies in electron rest energies.
kleinNishina: total cross-section of a free electron (cm2) and the mean share of the energy that it takes, in closed form and by integration.
"""
import json
from math import log, pi, sqrt

import numpy
import scipy
from scipy.integrate import quad


def bethe_heitler(positron, k):
    e1, e2 = positron, k - positron
    p1, p2 = sqrt(e1 * e1 - 1), sqrt(e2 * e2 - 1)
    l1, l2 = 2 * log(e1 + p1), 2 * log(e2 + p2)
    both = 2 * log((e1 * e2 + p1 * p2 + 1) / k)
    free = -4 / 3 - 2 * e1 * e2 * (p1 * p1 + p2 * p2) / (p1 * p2) ** 2 + e1 * l2 / p2**3 + e2 * l1 / p1**3 - l1 * l2 / (p1 * p2)
    mixed = (
        k * k / (p1 * p2) ** 3 * ((e1 * e2) ** 2 + (p1 * p2) ** 2)
        - 8 / 3 * e1 * e2 / (p1 * p2)
        - k / (2 * p1 * p2) * ((e1 * e2 - p2 * p2) / p2**3 * l2 + (e1 * e2 - p1 * p1) / p1**3 * l1 + 2 * k * e1 * e2 / (p1 * p2) ** 2)
    )
    return p1 * p2 / k**3 * (free + both * mixed)


def pair(k):
    # Symmetric in electron and positron; near its ends the integrand loses digits, and there it vanishes.
    edge = 1e-6 * (k - 2)
    return 2 * quad(bethe_heitler, 1 + edge, k / 2, args=(k,), epsabs=1e-12, epsrel=1e-10, limit=400)[0]


def klein_nishina(a):
    radius = 2.8179403262e-13

    def per_cosine(mu):
        kept = 1 / (1 + a * (1 - mu))
        return pi * radius**2 * kept**2 * (kept + 1 / kept - 1 + mu * mu)

    total = quad(per_cosine, -1, 1, epsabs=0, epsrel=1e-12)[0]
    transferred = quad(lambda mu: per_cosine(mu) * (1 - 1 / (1 + a * (1 - mu))), -1, 1, epsabs=0, epsrel=1e-12)[0]
    t = 1 + 2 * a
    closed = 2 * pi * radius**2 * ((1 + a) / a**2 * (2 * (1 + a) / t - log(t) / a) + log(t) / (2 * a) - (1 + 3 * a) / t**2)
    assert abs(total / closed - 1) < 1e-6, (a, total / closed)
    return [total, transferred / total]


nodes, weights = numpy.polynomial.legendre.leggauss(64)
print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "pair": [[k, pair(k)] for k in [2.1, 2.5, 3, 3.5, 3.9, 4.1, 5, 6, 8, 12, 20, 30]],
            "kleinNishina": [[e, *klein_nishina(e / 0.51099895)] for e in [0.01, 0.1, 0.5, 1, 2, 4, 10]],
            "gaussLegendre64": [list(nodes), list(weights)],
        }
    )
)
