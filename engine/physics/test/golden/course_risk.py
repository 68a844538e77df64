"""Writes course_risk.json: the risk of courses by plain Monte Carlo, independent of the scenarios of the engine.

Each course: regions with a dose delivered and a dose per activity, both lognormal, their errors sums of shares of named standard normal variables; cycles
to come, each with a deviation of its own; limits in absorbed dose (Gy) or BED (Gy, effect f per Gy). 8 million draws: a probability of 5 % scatters by
0.008 percentage points. Activities in GBq, doses per activity in Gy/GBq.

Run: python3 course_risk.py > course_risk.json
"""
import json
import numpy as np

SIGMA = float(np.sqrt(np.log(1 + 0.15**2)))
CAL = {"calibration": 0.08}
COURSES = [
    # two organs that share the calibration, and a delivered dose that shares it too
    {"title": "two organs, shared calibration, three cycles", "cycles": 3, "activity": 6.0, "regions": [
        {"name": "kidneys", "delivered": 5.2, "deliveredShares": {**CAL, "kidneys-1": 0.06}, "perActivity": 0.7027,
         "shares": {**CAL, "kidneys-1": 0.06, "between:kidneys:1": SIGMA}, "f": 0.0204, "limit": 23.0, "bed": False},
        {"name": "red-marrow", "delivered": 0.30, "deliveredShares": {**CAL, "marrow-1": 0.15}, "perActivity": 0.0405,
         "shares": {**CAL, "marrow-1": 0.15, "between:marrow:1": SIGMA}, "f": 0.0, "limit": 1.3, "bed": False}]},
    # one cycle done at 7.4 GBq, BED
    {"title": "kidneys in BED and liver in absorbed dose", "cycles": 4, "activity": 7.4, "regions": [
        {"name": "kidneys", "delivered": 4.3, "deliveredShares": {**CAL, "kidneys-1": 0.10}, "perActivity": 0.58,
         "shares": {**CAL, "kidneys-1": 0.10, "between:kidneys:1": SIGMA}, "f": 0.0204, "limit": 30.0, "bed": True},
        {"name": "liver", "delivered": 3.0, "deliveredShares": {**CAL, "liver-1": 0.07}, "perActivity": 0.41,
         "shares": {**CAL, "liver-1": 0.07, "between:liver:1": SIGMA}, "f": 0.0, "limit": 20.0, "bed": False}]},
    # before the first cycle: the population alone, wide
    {"title": "population alone, three organs", "cycles": 4, "activity": 5.0, "regions": [
        {"name": "kidneys", "delivered": 0.0, "deliveredShares": {}, "perActivity": 0.34, "shares": {"prior:kidneys": 0.485}, "f": 0.0204, "limit": 23.0, "bed": False},
        {"name": "red-marrow", "delivered": 0.0, "deliveredShares": {}, "perActivity": 0.027, "shares": {"prior:marrow": 0.74}, "f": 0.0, "limit": 2.0, "bed": False},
        {"name": "spleen", "delivered": 0.0, "deliveredShares": {}, "perActivity": 0.61, "shares": {"prior:spleen": 0.82}, "f": 0.0, "limit": 40.0, "bed": False}]},
    # fully correlated: the joint risk is that of the tighter limit
    {"title": "two organs of one error", "cycles": 1, "activity": 7.0, "regions": [
        {"name": "kidneys", "delivered": 0.0, "deliveredShares": {}, "perActivity": 0.6, "shares": {"one": 0.3}, "f": 0.0, "limit": 6.0, "bed": False, "exactCycles": True},
        {"name": "liver", "delivered": 0.0, "deliveredShares": {}, "perActivity": 0.5, "shares": {"one": 0.3}, "f": 0.0, "limit": 5.5, "bed": False, "exactCycles": True}]},
]


def meeting_activity(course, rng, n):
    keys = {}
    def z(key):
        if key not in keys:
            keys[key] = rng.standard_normal(n)
        return keys[key]
    def deviate(shares):
        return sum((s * z(k) for k, s in shares.items()), np.zeros(n))
    out = []
    for r in course["regions"]:
        f = r["f"] if r["bed"] else 0.0
        d0 = r["delivered"]
        if r["bed"]:
            bed0 = d0 + f * d0 * d0
            slope = (d0 + 2 * f * d0 * d0) / bed0 if bed0 > 0 else 1.0
            x = bed0 * np.exp(slope * deviate(r["deliveredShares"]))
        else:
            x = d0 * np.exp(deviate(r["deliveredShares"]))
        g = r["perActivity"] * np.exp(deviate(r["shares"]))
        s1, s2 = np.zeros(n), np.zeros(n)
        for _ in range(course["cycles"]):
            c = g if r.get("exactCycles") else g * np.exp(SIGMA * rng.standard_normal(n))
            s1 += c
            s2 += c * c
        rest = r["limit"] - x
        a = rest / s1 if f == 0 else (-s1 + np.sqrt(np.maximum(s1 * s1 + 4 * f * s2 * rest, 0))) / (2 * f * s2)
        out.append(np.where(rest > 0, a, 0))
    return out


def main():
    rng = np.random.default_rng(20260302)
    for course in COURSES:
        singles, joint, quantile = [], 0, []
        parts = [meeting_activity(course, rng, 1_000_000) for _ in range(8)]
        lists = [np.concatenate([p[i] for p in parts]) for i in range(len(course["regions"]))]
        first = np.minimum.reduce(lists)
        course["risks"] = [round(float(np.mean(a < course["activity"])), 6) for a in lists]
        course["jointRisk"] = round(float(np.mean(first < course["activity"])), 6)
        course["activityAt5Percent"] = round(float(np.quantile(first, 0.05)), 5)
        course["activityAt20Percent"] = round(float(np.quantile(first, 0.20)), 5)
    print(json.dumps({"sigma": SIGMA, "courses": COURSES}, indent=1))


main()
