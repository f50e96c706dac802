#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/reference-tails.tsv: tails of the distributions by an independent computation.

Arguments are chosen with SciPy so that the tails run from nearly 1 to 1e-300 and then rounded; the tails are computed with
mpmath at 60 digits from the definitions (incomplete beta and gamma functions, erfc) and compared with SciPy's where that
has digits left. Needs mpmath and SciPy; the table is kept with the tests, so nobody else does.

    python3 Benchmarks/statistics/reference_tails.py
"""
import pathlib

from mpmath import betainc, erfc, gammainc, mp, mpf, nstr, sqrt
from scipy import stats

mp.dps = 60

TAILS = [0.999, 0.9, 0.5, 0.2, 0.05, 0.01, 1e-3, 1e-4, 1e-6, 1e-9, 1e-12, 1e-16, 1e-20, 1e-30, 1e-50, 1e-100, 1e-150, 1e-200, 1e-250, 1e-300]
DEGREES = [1, 2, 3, 4, 5, 7.5, 10, 18.37, 28, 30, 60, 100, 250, 999, 5000, 20000, 100000]
PAIRS = [(1, 1), (1, 10), (1, 27), (2, 8), (2, 100), (3, 12), (4, 4), (5, 2), (6, 351.7), (10, 3), (12, 60), (24, 1000), (100, 20),
         (200, 300), (1.9, 41.8), (1, 20000), (50, 100000), (1000, 1000)]


def rounded(value):
    """Six significant digits."""
    return f"{value:.6g}"


def f_beyond(p, a, b):
    """The value with tail p, by bisection on its logarithm: SciPy's own inverse ends near 1e-16."""
    low, high = -12.0, 160.0
    for _ in range(80):
        middle = (low + high) / 2
        if stats.f.sf(10.0**middle, a, b) > p:
            low = middle
        else:
            high = middle
    return 10.0**low


def t_two_sided(t, v):
    t, v = mpf(t), mpf(v)
    return betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True)


def f_upper(f, a, b):
    f, a, b = mpf(f), mpf(a), mpf(b)
    return betainc(b / 2, a / 2, 0, b / (b + a * f), regularized=True)


def chi_upper(x, k):
    return gammainc(mpf(k) / 2, mpf(x) / 2, regularized=True)


def z_two_sided(z):
    return erfc(mpf(z) / sqrt(mpf(2)))


def r_two_sided(r, v):
    r, v = mpf(r), mpf(v)
    return betainc(v / 2, mpf(1) / 2, 0, (1 - r) * (1 + r), regularized=True)


def binary(text):
    """The double that reads the text, which is what a program under test computes with."""
    return float(text)


def rows():
    for v in DEGREES:
        for p in TAILS:
            t = stats.t.isf(p / 2, v)
            if 0 < t < 1e150:
                text = rounded(t)
                yield "t", text, v, "", t_two_sided(binary(text), v), 2 * stats.t.sf(binary(text), v)
            x = stats.chi2.isf(p, v)
            if 0 < x < 1e150:
                text = rounded(x)
                yield "chi2", text, v, "", chi_upper(binary(text), v), stats.chi2.sf(binary(text), v)
            if t < 1e6:
                r = t / (v + t * t) ** 0.5
                text = rounded(r)
                if 0 < float(text) < 1:
                    yield "r", text, v, "", r_two_sided(binary(text), v), None
    for a, b in PAIRS:
        for p in TAILS:
            f = f_beyond(p, a, b)
            if 0 < f < 1e150:
                text = rounded(f)
                yield "F", text, a, b, f_upper(binary(text), a, b), stats.f.sf(binary(text), a, b)
    for p in TAILS:
        text = rounded(stats.norm.isf(p / 2))
        yield "z", text, "", "", z_two_sided(binary(text)), 2 * stats.norm.sf(binary(text))


def main():
    target = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "StatisticsTests" / "reference-tails.tsv"
    lines = ["# statistic\tvalue\tdf1\tdf2\ttail; written by Benchmarks/statistics/reference_tails.py"]
    worst = 0
    for kind, value, first, second, tail, scipy in rows():
        if tail < mpf("1e-303") or tail >= 1:
            continue
        if scipy and scipy > 1e-290:
            worst = max(worst, abs(scipy / tail - 1))
        lines.append("\t".join([kind, value, str(first), str(second), nstr(tail, 20, min_fixed=1, max_fixed=0)]))
    target.write_text("\n".join(lines) + "\n")
    print(f"{len(lines) - 1} tails; SciPy is off by {nstr(worst, 3)} at worst")


if __name__ == "__main__":
    main()
