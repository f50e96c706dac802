#!/usr/bin/env python3
"""Draws growth: plot.py OUT.svg 1=SUMMARY 10=SUMMARY 30=SUMMARY, each the output of `concord-bench query --summary` on so many times the sentences."""
import json
import math
import sys

CLASSES = ["term1", "and2", "or2", "or5", "phrase2", "phrase3", "prefix", "count_and", "range_term"]
COLOURS = ["#1b6ca8", "#c0392b", "#1e8449", "#7d3c98", "#b9770e", "#117864", "#566573", "#d35400", "#2e4053"]
points = {}
for argument in sys.argv[2:]:
    times, path = argument.split("=")
    for line in open(path):
        row = json.loads(line)
        points.setdefault(row["class"], []).append((float(times), row["p50"]))
width, height, left, bottom = 640, 400, 60, 40
across = lambda x: left + math.log10(x) / math.log10(40) * (width - left - 110)
up = lambda y: height - bottom - math.log10(y) / 3 * (height - bottom - 20)
parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>']
for value in (1, 10, 100, 1000):
    parts.append(f'<path d="M{left} {up(value):.1f}H{width - 110}" stroke="#ddd"/><text x="{left - 6}" y="{up(value) + 4:.1f}" text-anchor="end">{value} µs</text>')
for value in sorted({x for found in points.values() for x, _ in found}):
    parts.append(f'<text x="{across(value):.1f}" y="{height - 18}" text-anchor="middle">{value:g}×</text>')
names = []
for kind, colour in zip(CLASSES, COLOURS):
    line = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in points[kind])
    parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
    names.append([up(points[kind][-1][1]), kind, colour])
last = -math.inf
for y, kind, colour in sorted(names):
    last = y = max(y, last + 13)
    parts.append(f'<text x="{width - 104}" y="{y + 4:.1f}" fill="{colour}">{kind}</text>')
start = min(y for found in points.values() for x, y in found)
parts.append(f'<polyline points="{across(1):.1f},{up(start):.1f} {across(30):.1f},{up(30 * start):.1f}" fill="none" stroke="#999" stroke-dasharray="4 4"/>')
parts.append(f'<text x="{across(30) - 30:.1f}" y="{up(30 * start) - 6:.1f}" fill="#777">linear</text>')
open(sys.argv[1], "w").write("\n".join(parts + ["</svg>"]) + "\n")
