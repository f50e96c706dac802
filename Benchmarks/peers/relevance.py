#!/usr/bin/env python3
"""Known-item search with Tantivy and Lucene: each research question must find the abstract that it was asked of.

    python relevance.py DATA/pubmedqa/dev.json [LUCENE.jar]

Prints, for the default and the English stemming tokeniser of each, how many questions have their abstract first, recall@10 and MRR (ranks
beyond 100 count nothing). `make measure ARGS='--only search'` prints the same of ours.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tantivy


def ranks(articles, tokenizer):
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", tokenizer_name=tokenizer)
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for key, article in articles.items():
        writer.add_document(tantivy.Document(id=key, text="\n".join(article["CONTEXTS"])))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    for key, article in articles.items():
        words = " ".join(re.sub(r"[^\w ]", " ", article["QUESTION"]).lower().split())
        hits = searcher.search(index.parse_query(words, ["text"]), 100).hits
        found = [searcher.doc(address)["id"][0] for _, address in hits]
        yield found.index(key) + 1 if key in found else None


def lucene(articles, jar):
    """The ranks by analyser; 0 is none."""
    here = pathlib.Path(__file__).parent / "LuceneRelevance.java"
    with tempfile.TemporaryDirectory() as folder:
        texts, questions = pathlib.Path(folder) / "texts.tsv", pathlib.Path(folder) / "questions.tsv"
        line = lambda key, text: key + "\t" + " ".join(text.split()) + "\n"
        texts.write_text("".join(line(key, " ".join(article["CONTEXTS"])) for key, article in articles.items()))
        questions.write_text("".join(line(key, article["QUESTION"]) for key, article in articles.items()))
        done = subprocess.run(["java", "-cp", jar, here, texts, questions], check=True, capture_output=True, text=True)
    places = {}
    for row in done.stdout.splitlines():
        analyser, _, rank = row.split("\t")
        places.setdefault(analyser, []).append(int(rank) or None)
    return places


def report(name, places):
    known = [place for place in places if place]
    first = sum(place == 1 for place in known)
    ten = sum(place <= 10 for place in known) / len(places)
    mrr = sum(1 / place for place in known) / len(places)
    print(f"{name}: first {first}, recall@10 {ten:.3f}, MRR {mrr:.4f}")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        articles = json.load(file)
    for tokenizer in ("default", "en_stem"):
        report(f"Tantivy {tokenizer}", list(ranks(articles, tokenizer)))
    if len(sys.argv) > 2:
        for analyser, places in lucene(articles, sys.argv[2]).items():
            report(f"Lucene {analyser}", places)


if __name__ == "__main__":
    main()
