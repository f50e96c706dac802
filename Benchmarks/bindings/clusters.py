"""Groups the words of trial reports by the company that they keep, for the tagger of bindings.

    python3 -m pip install gensim scikit-learn
    python3 Benchmarks/bindings/clusters.py FOLDER_OF_JATS_ARTICLES Sources/CBindingModel/words.tsv

Vectors of words (word2vec, skip-gram; Mikolov et al., 2013) are cut into 31 coarse groups by k-means, and each of them into eight: a word's
number is 8 times its coarse group, from 1, plus its fine one. One thread and fixed seeds give the same list each time.
"""

import glob
import re
import sys
from xml.etree import ElementTree

import numpy
from gensim.models import Word2Vec
from sklearn.cluster import KMeans

WORD = re.compile(r"\d+(?:[.,·]\d+)*|[A-Za-zÀ-ɏͰ-Ͽ][A-Za-zÀ-ɏͰ-Ͽ0-9]*|\S")
LEFT_OUT = {"fig", "disp-formula", "inline-formula", "graphic", "ref-list"}


def text(element):
    parts = []

    def walk(node):
        if node.tag in LEFT_OUT or node.tag == "xref" and node.get("ref-type") == "bibr":
            return
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")

    walk(element)
    return " ".join("".join(parts).split())


def sentences(folder):
    for path in sorted(glob.glob(folder + "/*xml")):
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            print(f"{path}: left out, {error}", file=sys.stderr)
            continue
        for element in root.iter():
            if element.tag in ("p", "title", "article-title", "td", "th"):
                for sentence in re.split(r"(?<=[a-z0-9)\]%]\.)\s+(?=[A-Z])", text(element)):
                    words = ["0" if word[0].isdigit() else word.lower() for word in WORD.findall(sentence)]
                    if len(words) > 2:
                        yield words


def main(folder, output):
    model = Word2Vec(
        list(sentences(folder)), vector_size=100, window=4, min_count=4, workers=1, epochs=6, sg=1, negative=8, seed=1
    )
    words = [word for word in model.wv.index_to_key if any(letter.isalpha() for letter in word)]
    vectors = numpy.array([model.wv[word] for word in words])
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    coarse = KMeans(31, random_state=1, n_init=2).fit_predict(vectors)
    groups = {}
    for group in range(31):
        members = numpy.flatnonzero(coarse == group)
        fine = KMeans(min(8, len(members)), random_state=1, n_init=2).fit_predict(vectors[members])
        for member, own in zip(members, fine):
            groups[words[member]] = 8 * (group + 1) + int(own)
    with open(output, "w", encoding="utf-8") as file:
        for word in sorted(groups):
            file.write(f"{word}\t{groups[word]}\n")
    print(f"{len(groups)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
