#!/usr/bin/env python3
"""Sentences and queries for the comparison with other engines, from a folder of JATS articles.

    sentences.py read OUT.jsonl FOLDER...       one {"id", "doc", "section", "text", "num"} a line; num is spread evenly over 0..<100000
    sentences.py grow OUT.jsonl IN.jsonl TIMES  IN, and made-up sentences until there are TIMES as many (see `grow`)
    sentences.py ask OUT.json IN.jsonl          200 seeded queries of each class
"""
import collections
import json
import pathlib
import random
import re
import sys
import xml.etree.ElementTree as tree
import zlib

END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9(\[])|(?<=[。！？；])")
WORD = re.compile(r"\w+")
LEFT_OUT = {"table", "ref-list", "tex-math", "disp-formula", "graphic", "media"}


def words(element):
    if element.tag not in LEFT_OUT:
        yield element.text or ""
        for child in element:
            yield from words(child)
            yield child.tail or ""


def paragraphs(root):
    for part in ("article-title", "abstract", "body"):
        for place in root.iter(part):
            for p in [place] if part == "article-title" else place.iter("p"):
                yield part, " ".join("".join(words(p)).split())
            if part == "article-title":
                break


def read(out, folders):
    count = 0
    with open(out, "w", encoding="utf-8") as file:
        for path in sorted(p for f in folders for p in pathlib.Path(f).rglob("*") if p.suffix in (".xml", ".nxml")):
            try:
                root = tree.parse(path).getroot()
            except tree.ParseError:
                continue
            known = set()
            for section, paragraph in paragraphs(root):
                for text in END.split(paragraph):
                    if len(text) < 15 or text in known:
                        continue
                    known.add(text)
                    name = f"{path.stem}#{len(known)}"
                    row = {"id": name, "doc": path.stem, "section": section, "text": text, "num": zlib.crc32(name.encode()) % 100000}
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
                    count += 1
    print(f"{count} sentences")


def grow(out, source, times):
    """Made-up sentences: a walk over pairs of words that follow each other in the real ones, with their frequencies, to lengths drawn from
    the real ones. Words, their frequencies and the frequent phrases are those of the source; nothing else is."""
    rows = [json.loads(line) for line in open(source, encoding="utf-8")]
    random_ = random.Random(6)
    follow = collections.defaultdict(list)
    starts, lengths = [], []
    for row in rows:
        tokens = row["text"].split()
        starts.append(tokens[0])
        lengths.append(len(tokens))
        for left, right in zip(tokens, tokens[1:]):
            follow[left].append(right)
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        for number in range(len(rows) * (times - 1)):
            word = random_.choice(starts)
            made = [word]
            for _ in range(random_.choice(lengths) - 1):
                word = random_.choice(follow.get(word) or starts)
                made.append(word)
            row = {"id": f"made#{number}", "doc": f"made{number // 150}", "section": "made", "text": " ".join(made), "num": random_.randrange(100000)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def ask(out, source):
    """Words of three and more plain letters, on which all tokenisers agree. `common` are the thousand most frequent behind the sixty most
    frequent of all; the sixty stand only inside phrases of three."""
    random_ = random.Random(20261125)
    texts = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
    frequency = collections.Counter(word for text in texts for word in set(WORD.findall(text.lower())))
    plain = [word for word, _ in frequency.most_common() if re.fullmatch("[a-z]{3,}", word)]
    common = plain[60:1060]
    usable = {word for word in plain[60:] if frequency[word] >= 50}

    def together(count):
        while True:
            found = [w for w in dict.fromkeys(WORD.findall(random_.choice(texts).lower())) if w in usable]
            if len(found) >= count:
                return random_.sample(found, count)

    def phrase(count):
        while True:
            text = random_.choice(texts)
            tokens = text.split()
            if len(tokens) < count:
                continue
            start = random_.randrange(len(tokens) - count + 1)
            chosen = [token.lower() for token in tokens[start : start + count]]
            inner = chosen[1:-1]
            if chosen[0] in usable and chosen[-1] in usable and all(re.fullmatch("[a-z]{2,}", w) for w in inner) and len(set(chosen)) == count:
                return chosen

    def ranged():
        low = random_.randrange(99000)
        return [random_.choice(common), low, low + 1000]

    each = range(200)
    queries = {
        "term1": random_.sample(common, min(200, len(common))),
        "and2": [together(2) for _ in each],
        "or2": [together(2) for _ in each],
        "or5": [together(5) for _ in each],
        "phrase2": [phrase(2) for _ in each],
        "phrase3": [phrase(3) for _ in each],
        "prefix": [word[:4] for word in random_.choices(sorted(w for w in usable if len(w) >= 6), k=200)],
        "range_term": [ranged() for _ in each],
    }
    queries["count_and"] = queries["and2"]
    json.dump({"queries": queries}, open(out, "w"), indent=0)


if __name__ == "__main__":
    command, out, *rest = sys.argv[1:] or ["help", ""]
    if command == "read":
        read(out, rest)
    elif command == "grow":
        grow(out, rest[0], int(rest[1]))
    elif command == "ask":
        ask(out, rest[0])
    else:
        sys.exit(__doc__)
