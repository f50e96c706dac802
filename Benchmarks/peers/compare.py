#!/usr/bin/env python3
"""Our index and others on the same sentences and queries, one core, one after the other; prints a Markdown table with ratios.

    compare.py SENTENCES.jsonl QUERIES.json --bench PATH/concord-bench [--lucene JAR] [--only Tantivy,…] [--work FOLDER] [--passes 7]

Timed is the making of a query and its ten best passages with scores (count_and: the count), warm; p50 and p99 are over the 200 medians of a
class. The overlap says how many of our ten passages are among Tantivy's, where scores that are equal to six digits count as the same.
"""
import argparse
import gc
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import time

import engines

CLASSES = ["term1", "and2", "or2", "or5", "phrase2", "phrase3", "prefix", "count_and", "range_term"]
arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("sentences")
arguments.add_argument("queries")
arguments.add_argument("--bench", required=True)
arguments.add_argument("--lucene")
arguments.add_argument("--only", help="these of the Python peers, with commas between")
arguments.add_argument("--work", default="/tmp/peers-index")
arguments.add_argument("--passes", type=int, default=7)
options = arguments.parse_args()
rows = [json.loads(line) for line in open(options.sentences, encoding="utf-8")]
queries = json.load(open(options.queries))["queries"]
text_bytes = sum(len(row["text"].encode()) for row in rows)
work = pathlib.Path(options.work)
shutil.rmtree(work, ignore_errors=True)
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def percentiles(times):
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]


def folder(name):
    path = work / name
    path.mkdir(parents=True)
    return path


def lines(*command):
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def ours():
    """Speed, sizes, and for each class percentiles and answers."""
    bare, stored = folder("ours-bare"), folder("ours-stored")
    result = lines(options.bench, "index", options.sentences, "--index", bare)[-1]
    lines(options.bench, "index", options.sentences, "--index", stored, "--store")
    answers = lines(options.bench, "query", options.queries, "--index", bare, "--repeat", options.passes)
    times = {line["class"]: (line["p50"], line["p99"]) for line in answers if "p50" in line}
    hits = {}
    for line in answers:
        if "hits" in line:
            hits.setdefault(line["class"], []).append(line["hits"])
    cpu = result["megabytes"] / result["processorSeconds"]
    return {"speed": result["megabytesPerSecond"], "cpu": cpu, "bare": engines.size(bare), "stored": engines.size(stored), "times": times, "hits": hits}


def peer(engine_class):
    stored = folder(engine_class.name + "-stored")
    engine_class(stored).build(rows, True)
    bare = folder(engine_class.name + "-bare")
    engine = engine_class(bare)
    start, used = time.perf_counter(), time.process_time()
    engine.build(rows, False)
    speed = text_bytes / 1e6 / (time.perf_counter() - start)
    cpu = text_bytes / 1e6 / (time.process_time() - used)
    engine.open()
    gc.disable()
    times, hits = {}, {}
    for kind in CLASSES:
        if engine.ask(kind, queries[kind][0]) is None:
            continue
        medians = [[] for _ in queries[kind]]
        for turn in range(options.passes + 2):
            for number, query in enumerate(queries[kind]):
                start = time.perf_counter()
                engine.ask(kind, query)
                if turn >= 2:
                    medians[number].append((time.perf_counter() - start) * 1e6)
        times[kind] = percentiles([statistics.median(found) for found in medians])
        if kind != "count_and":
            answers = [engine.ask(kind, query) for query in queries[kind]]
            hits[kind] = [list(zip(engine.passages(found), (score for _, score in found))) for found in answers]
    gc.enable()
    return {"speed": speed, "cpu": cpu, "bare": engines.size(bare), "stored": engines.size(stored), "times": times, "hits": hits}


def lucene():
    here = pathlib.Path(__file__).parent / "LucenePeer.java"
    clean = lambda text: re.sub(r"[\t\r\n]", " ", text)
    sentences, asked = work / "rows.tsv", work / "queries.tsv"
    sentences.write_text("".join(f"{n}\t{row['num']}\t{clean(row['text'])}\n" for n, row in enumerate(rows, 1)))
    arguments_of = lambda query: query if isinstance(query, list) else [query]
    asked.write_text("".join("\t".join([kind, *map(str, arguments_of(q))]) + "\n" for kind in CLASSES for q in queries[kind]))
    bare, stored = folder("lucene-bare"), folder("lucene-stored")
    java = ["java", "-cp", options.lucene, here]
    speed = text_bytes / 1e6 / lines(*java, "index", bare, sentences, "bare")[0]["seconds"]
    lines(*java, "index", stored, sentences, "stored")
    found = lines(*java, "query", bare, asked, options.passes)
    times = {kind: percentiles([line["microseconds"] for line in found if line["class"] == kind]) for kind in CLASSES}
    return {"speed": speed, "cpu": None, "bare": engines.size(bare), "stored": engines.size(stored), "times": times, "hits": {}}


def overlap(mine, theirs):
    """The share of our passages that the other has too, or whose score equals the other's last."""
    shared = total = 0
    for own, other in zip(mine, theirs):
        other_ids = {passage for passage, _ in other}
        last = min((abs(score) for _, score in other), default=0)
        for hit in own:
            total += 1
            shared += hit["passage"] in other_ids or abs(hit["score"] - last) <= 1e-4 * last
    return shared / max(1, total)


measured = {"ours": ours()}
for engine in engines.ALL:
    if engine.is_there() and (options.only is None or engine.name in options.only.split(",")):
        measured[engine.name] = peer(engine)
if options.lucene:
    measured["Lucene"] = lucene()
peers = [name for name in measured if name != "ours"]
print(f"{len(rows)} sentences, {text_bytes / 1e6:.1f} MB of text; microseconds p50 / p99\n")
print("| class | ours | " + " | ".join(peers) + " | ours / best p50 | p99 |")
print("|---|---|" + "---|" * (len(peers) + 2))
for kind in CLASSES:
    cells = ["%.1f / %.1f" % measured[name]["times"][kind] if kind in measured[name]["times"] else "–" for name in ["ours", *peers]]
    able = [measured[name]["times"][kind] for name in peers if kind in measured[name]["times"]]
    best = [min(times[place] for times in able) for place in (0, 1)]
    ratios = ["%.2f" % (measured["ours"]["times"][kind][place] / best[place]) for place in (0, 1)]
    print("| " + " | ".join([kind, *cells, *ratios]) + " |")
for title, key, scale in [("indexing, MB/s", "speed", 1), ("indexing, MB/s of processor time", "cpu", 1), ("index alone / text", "bare", text_bytes), ("with stored text / text", "stored", text_bytes)]:
    values = [measured[name][key] and measured[name][key] / scale for name in ["ours", *peers]]
    known = [value for value in values[1:] if value]
    best = max(known) if scale == 1 else min(known)
    print("| " + " | ".join([title, *("%.3g" % value if value else "–" for value in values), "%.2f" % (values[0] / best), ""]) + " |")
if "Tantivy" in measured:
    shares = {kind: overlap(measured["ours"]["hits"][kind], measured["Tantivy"]["hits"][kind]) for kind in CLASSES if kind not in ("count_and", "prefix")}
    print("\noverlap with Tantivy: " + ", ".join(f"{kind} {share:.3f}" for kind, share in shares.items()))
