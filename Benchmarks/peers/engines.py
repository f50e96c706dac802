"""The other engines: each builds an index of sentences in a folder and answers the classes of queries. One that is not installed is left
out. Every `ask` includes the making of the query and returns [(passage, score)], or a count for count_and; None for what it cannot do."""
import importlib.util
import pathlib
import shutil
import sqlite3
import subprocess


def size(folder):
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


class Tantivy:
    name = "Tantivy"

    @staticmethod
    def is_there():
        return importlib.util.find_spec("tantivy")

    def __init__(self, folder):
        import tantivy

        self.api, self.folder = tantivy, str(folder)

    def build(self, rows, stored):
        schema = self.api.SchemaBuilder()
        schema.add_integer_field("id", fast=True)
        schema.add_integer_field("num", indexed=True, fast=True)
        schema.add_text_field("text", stored=stored)
        index = self.api.Index(schema.build(), self.folder)
        writer = index.writer(1_000_000_000, 1)
        for number, row in enumerate(rows, 1):
            writer.add_document(self.api.Document(id=number, num=row["num"], text=row["text"]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self):
        self.index = self.api.Index.open(self.folder)
        self.index.reload()
        self.searcher, self.schema = self.index.searcher(), self.index.schema

    def ask(self, kind, q):
        make, occur = self.api.Query, self.api.Occur
        term = lambda word: make.term_query(self.schema, "text", word)
        if kind == "term1":
            query = term(q)
        elif kind in ("and2", "count_and"):
            query = make.boolean_query([(occur.Must, term(word)) for word in q])
        elif kind in ("or2", "or5"):
            query = make.boolean_query([(occur.Should, term(word)) for word in q])
        elif kind.startswith("phrase"):
            query = make.phrase_query(self.schema, "text", q)
        elif kind == "prefix":
            query = make.phrase_prefix_query(self.schema, "text", [q])
        else:
            kept = make.range_query(self.schema, "num", self.api.FieldType.Integer, q[1], q[2] - 1)
            query = make.boolean_query([(occur.Must, term(q[0])), (occur.Must, make.const_score_query(kept, 0.0))])
        if kind == "count_and":
            return self.searcher.search(query, 1, True).count
        return [(address, score) for score, address in self.searcher.search(query, 10, False).hits]

    def passages(self, hits):
        return self.searcher.fast_field_values("id", [address for address, _ in hits]) if hits else []


class FTS5:
    name = "SQLite FTS5"

    @staticmethod
    def is_there():
        return True

    def __init__(self, folder):
        self.file = str(pathlib.Path(folder) / "fts5.db")

    def build(self, rows, stored):
        base = sqlite3.connect(self.file)
        base.execute("pragma journal_mode = off")
        base.execute("pragma cache_size = -262144")
        base.execute("create virtual table s using fts5(text)" if stored else "create virtual table s using fts5(text, content='')")
        base.execute("create table m (id integer primary key, num int)")
        base.executemany("insert into s (rowid, text) values (?, ?)", ((n, row["text"]) for n, row in enumerate(rows, 1)))
        base.executemany("insert into m values (?, ?)", ((n, row["num"]) for n, row in enumerate(rows, 1)))
        base.execute("create index mn on m (num)")
        base.execute("insert into s (s) values ('optimize')")
        base.commit()
        base.close()

    def open(self):
        self.base = sqlite3.connect(self.file)
        self.base.execute("pragma mmap_size = 4000000000")

    def ask(self, kind, q):
        if kind == "range_term":
            text = (
                "select s.rowid, s.rank from s cross join m on m.id = s.rowid where s match ? and num >= ? and num < ? order by s.rank limit 10"
            )
            return self.base.execute(text, q).fetchall()
        match = {
            "term1": lambda: q, "and2": lambda: " AND ".join(q), "count_and": lambda: " AND ".join(q), "or2": lambda: " OR ".join(q),
            "or5": lambda: " OR ".join(q), "prefix": lambda: q + "*",
        }.get(kind, lambda: '"' + " ".join(q) + '"')()
        if kind == "count_and":
            return self.base.execute("select count(*) from s where s match ?", (match,)).fetchone()[0]
        return self.base.execute("select rowid, rank from s where s match ? order by rank limit 10", (match,)).fetchall()

    def passages(self, hits):
        return [passage for passage, _ in hits]


class Xapian:
    name = "Xapian"

    @staticmethod
    def is_there():
        return importlib.util.find_spec("xapian") and shutil.which("xapian-compact")

    def __init__(self, folder):
        import xapian

        self.api, self.raw, self.file = xapian, str(pathlib.Path(folder) / "raw"), str(pathlib.Path(folder) / "compact")

    def build(self, rows, stored):
        base = self.api.WritableDatabase(self.raw, self.api.DB_CREATE_OR_OVERWRITE)
        terms = self.api.TermGenerator()
        for row in rows:
            document = self.api.Document()
            terms.set_document(document)
            terms.set_termpos(0)
            terms.index_text(row["text"])
            document.add_value(0, self.api.sortable_serialise(row["num"]))
            if stored:
                document.set_data(row["text"])
            base.add_document(document)
        base.commit()
        base.close()
        subprocess.run(["xapian-compact", self.raw, self.file], check=True, capture_output=True)
        shutil.rmtree(self.raw)

    def open(self):
        self.base = self.api.Database(self.file)

    def ask(self, kind, q):
        make = self.api.Query
        number = self.api.sortable_serialise
        if kind == "term1":
            query = make(q)
        elif kind in ("and2", "count_and"):
            query = make(make.OP_AND, q)
        elif kind in ("or2", "or5"):
            query = make(make.OP_OR, q)
        elif kind.startswith("phrase"):
            query = make(make.OP_PHRASE, q)
        elif kind == "prefix":
            query = make(make.OP_WILDCARD, q, 0, make.WILDCARD_LIMIT_ERROR, make.OP_SYNONYM)
        else:
            query = make(make.OP_FILTER, make(q[0]), make(make.OP_VALUE_RANGE, 0, number(q[1]), number(q[2] - 1)))
        enquire = self.api.Enquire(self.base)
        enquire.set_query(query)
        if kind == "count_and":
            enquire.set_weighting_scheme(self.api.BoolWeight())
            return enquire.get_mset(0, 0, self.base.get_doccount()).get_matches_estimated()
        return [(match.docid, match.weight) for match in enquire.get_mset(0, 10)]

    def passages(self, hits):
        return [passage for passage, _ in hits]


class BM25S:
    """Scores of all pairs of word and sentence, made beforehand; knows disjunctions alone."""

    name = "bm25s"

    @staticmethod
    def is_there():
        return importlib.util.find_spec("bm25s") and importlib.util.find_spec("numba")

    def __init__(self, folder):
        import bm25s

        self.api, self.folder = bm25s, str(folder)

    def build(self, rows, stored):
        texts = [row["text"] for row in rows]
        tokens = self.api.tokenize(texts, stopwords=None, token_pattern=r"(?u)\b\w+\b", show_progress=False)
        index = self.api.BM25(backend="numba")
        index.index(tokens, show_progress=False)
        index.save(self.folder, corpus=texts if stored else None)

    def open(self):
        self.index = self.api.BM25.load(self.folder, mmap=True)
        self.index.activate_numba_scorer()

    def ask(self, kind, q):
        if kind not in ("term1", "or2", "or5"):
            return None
        found, scores = self.index.retrieve([q if isinstance(q, list) else [q]], k=10, show_progress=False, n_threads=0)
        return list(zip(found[0], scores[0]))

    def passages(self, hits):
        return [int(place) + 1 for place, _ in hits]


ALL = [Tantivy, FTS5, Xapian, BM25S]
