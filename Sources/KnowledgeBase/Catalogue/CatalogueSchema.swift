/// What the catalogue's tables are; `docs/catalogue.md` explains them.
enum CatalogueSchema {
  /// `PRAGMA user_version`: raised with every change of the tables.
  static let version = 3
  /// `PRAGMA application_id`: "CNCD".
  static let applicationID = 0x434E_4344

  /// Makes an empty database a catalogue. Runs in the caller's transaction.
  static func create(in db: Database) throws {
    try db.execute(documents + works + evidence + bookkeeping)
    try db.execute("PRAGMA application_id = \(applicationID)")
    try db.execute("PRAGMA user_version = \(version)")
  }

  private static let documents = """
    CREATE TABLE document (
      key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, alias TEXT NOT NULL, alias_folded TEXT NOT NULL,
      sha256 TEXT NOT NULL UNIQUE, path TEXT NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL, title TEXT, authors TEXT NOT NULL,
      journal TEXT, year INTEGER, doi TEXT, item TEXT NOT NULL, bytes INTEGER NOT NULL,
      sections INTEGER NOT NULL, passages INTEGER NOT NULL, "references" INTEGER NOT NULL, citations INTEGER NOT NULL,
      trials INTEGER NOT NULL, results INTEGER NOT NULL, claims INTEGER NOT NULL, diagnostics INTEGER NOT NULL,
      segment TEXT NOT NULL);
    CREATE INDEX document_alias ON document(alias_folded);
    CREATE TABLE source (path TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE INDEX source_document ON source(document);
    CREATE TABLE document_text (
      document INTEGER PRIMARY KEY REFERENCES document(key) ON DELETE CASCADE, text BLOB NOT NULL, anchors BLOB NOT NULL);
    CREATE TABLE section (
      document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL, kind TEXT NOT NULL,
      number TEXT, title TEXT NOT NULL, level INTEGER NOT NULL, label TEXT NOT NULL, language TEXT NOT NULL, span BLOB,
      PRIMARY KEY (document, ordinal)) WITHOUT ROWID;
    CREATE TABLE passage (
      key INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, section TEXT NOT NULL, language TEXT NOT NULL,
      block INTEGER, "table" INTEGER, "row" INTEGER, reference INTEGER, start INTEGER NOT NULL, text TEXT NOT NULL, span BLOB NOT NULL, joins BLOB NOT NULL);
    CREATE UNIQUE INDEX passage_place ON passage(document, ordinal);
    CREATE INDEX passage_id ON passage(document, id);

    """

  private static let works = """
    CREATE TABLE work (
      key INTEGER PRIMARY KEY AUTOINCREMENT, doi TEXT, pmid TEXT, pmcid TEXT, type TEXT NOT NULL, title TEXT,
      year INTEGER, item TEXT NOT NULL, document INTEGER REFERENCES document(key) ON DELETE SET NULL);
    CREATE INDEX work_doi ON work(doi) WHERE doi IS NOT NULL;
    CREATE INDEX work_document ON work(document);
    CREATE TABLE work_fingerprint (
      fingerprint TEXT NOT NULL, work INTEGER NOT NULL REFERENCES work(key) ON DELETE CASCADE, PRIMARY KEY (fingerprint, work))
      WITHOUT ROWID;
    CREATE INDEX work_fingerprint_work ON work_fingerprint(work);
    CREATE TABLE reference (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      label TEXT NOT NULL, raw TEXT NOT NULL, style TEXT NOT NULL, item TEXT NOT NULL, work INTEGER NOT NULL REFERENCES work(key),
      problems TEXT NOT NULL, identifier TEXT, journal TEXT, volume INTEGER, year INTEGER, span BLOB NOT NULL);
    CREATE INDEX reference_journal ON reference(journal, year, volume) WHERE volume IS NOT NULL;
    CREATE UNIQUE INDEX reference_place ON reference(document, ordinal);
    CREATE INDEX reference_label ON reference(document, label);
    CREATE INDEX reference_work ON reference(work);
    CREATE TABLE other_work (
      reference INTEGER NOT NULL REFERENCES reference(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL, item TEXT NOT NULL,
      work INTEGER NOT NULL REFERENCES work(key), PRIMARY KEY (reference, ordinal)) WITHOUT ROWID;
    CREATE INDEX other_work_work ON other_work(work);
    CREATE TABLE citation (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      passage INTEGER NOT NULL REFERENCES passage(key) ON DELETE CASCADE, marker TEXT NOT NULL, labels TEXT NOT NULL,
      resolved TEXT NOT NULL, span BLOB NOT NULL);
    CREATE UNIQUE INDEX citation_place ON citation(document, ordinal);
    CREATE INDEX citation_passage ON citation(passage);
    CREATE TABLE citation_reference (
      citation INTEGER NOT NULL REFERENCES citation(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      reference INTEGER NOT NULL REFERENCES reference(key) ON DELETE CASCADE, PRIMARY KEY (citation, ordinal)) WITHOUT ROWID;
    CREATE INDEX citation_reference_reference ON citation_reference(reference);

    """

  private static let evidence = """
    CREATE TABLE abbreviation (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE,
      passage INTEGER NOT NULL REFERENCES passage(key) ON DELETE CASCADE, short TEXT NOT NULL, english TEXT, chinese TEXT,
      short_folded TEXT NOT NULL, english_folded TEXT, chinese_folded TEXT, span BLOB NOT NULL);
    CREATE INDEX abbreviation_document ON abbreviation(document);
    CREATE INDEX abbreviation_passage ON abbreviation(passage);
    CREATE INDEX abbreviation_short ON abbreviation(short_folded);
    CREATE INDEX abbreviation_english ON abbreviation(english_folded);
    CREATE INDEX abbreviation_chinese ON abbreviation(chinese_folded);
    CREATE TABLE trial_identity (key INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, registry TEXT NOT NULL);
    CREATE INDEX trial_identity_folded ON trial_identity(folded);
    CREATE TABLE trial (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      identity INTEGER REFERENCES trial_identity(key), id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
      aliases TEXT NOT NULL, registry TEXT NOT NULL, drugs TEXT NOT NULL, phase TEXT, design TEXT NOT NULL, masking TEXT,
      sample_size INTEGER, setting TEXT, diseases TEXT NOT NULL, is_own INTEGER NOT NULL, places TEXT NOT NULL);
    CREATE UNIQUE INDEX trial_place ON trial(document, ordinal);
    CREATE INDEX trial_identity_key ON trial(identity);
    CREATE TABLE trial_name (
      folded TEXT NOT NULL, trial INTEGER NOT NULL REFERENCES trial(key) ON DELETE CASCADE, PRIMARY KEY (folded, trial)) WITHOUT ROWID;
    CREATE INDEX trial_name_trial ON trial_name(trial);
    CREATE TABLE trial_passage (
      trial INTEGER NOT NULL REFERENCES trial(key) ON DELETE CASCADE,
      passage INTEGER NOT NULL REFERENCES passage(key) ON DELETE CASCADE, PRIMARY KEY (trial, passage)) WITHOUT ROWID;
    CREATE INDEX trial_passage_passage ON trial_passage(passage);
    CREATE TABLE trial_reference (
      trial INTEGER NOT NULL REFERENCES trial(key) ON DELETE CASCADE,
      reference INTEGER NOT NULL REFERENCES reference(key) ON DELETE CASCADE, PRIMARY KEY (trial, reference)) WITHOUT ROWID;
    CREATE INDEX trial_reference_reference ON trial_reference(reference);
    CREATE TABLE result (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      passage INTEGER NOT NULL REFERENCES passage(key) ON DELETE CASCADE, trial INTEGER REFERENCES trial(key) ON DELETE CASCADE,
      trial_id TEXT, endpoint TEXT, measure TEXT NOT NULL,
      value REAL, value_printed TEXT, value_decimals INTEGER, value_relation TEXT,
      low REAL, low_printed TEXT, low_decimals INTEGER, low_relation TEXT,
      high REAL, high_printed TEXT, high_decimals INTEGER, high_relation TEXT, level REAL,
      p REAL, p_printed TEXT, p_decimals INTEGER, p_relation TEXT, p_sided TEXT, unit TEXT, arm TEXT, comparator TEXT,
      population TEXT, data_cut TEXT, details TEXT, location TEXT NOT NULL, span BLOB NOT NULL);
    CREATE UNIQUE INDEX result_place ON result(document, ordinal);
    CREATE INDEX result_passage ON result(passage);
    CREATE INDEX result_trial ON result(trial);
    CREATE TABLE result_arm (
      result INTEGER NOT NULL REFERENCES result(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL, arm TEXT,
      value REAL NOT NULL, value_printed TEXT NOT NULL, value_decimals INTEGER NOT NULL, value_relation TEXT NOT NULL,
      details TEXT, PRIMARY KEY (result, ordinal)) WITHOUT ROWID;
    CREATE TABLE result_reference (
      result INTEGER NOT NULL REFERENCES result(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      reference INTEGER NOT NULL REFERENCES reference(key) ON DELETE CASCADE, PRIMARY KEY (result, ordinal)) WITHOUT ROWID;
    CREATE INDEX result_reference_reference ON result_reference(reference);
    CREATE TABLE claim (
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      passage INTEGER NOT NULL REFERENCES passage(key) ON DELETE CASCADE, direction TEXT NOT NULL, significance TEXT NOT NULL,
      hedged INTEGER NOT NULL, kind TEXT NOT NULL, trials TEXT NOT NULL, results TEXT NOT NULL, citations TEXT NOT NULL);
    CREATE UNIQUE INDEX claim_place ON claim(document, ordinal);
    CREATE INDEX claim_passage ON claim(passage);
    CREATE TABLE diagnostic (
      document INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL, severity TEXT NOT NULL,
      code TEXT NOT NULL, message TEXT NOT NULL, span BLOB, PRIMARY KEY (document, ordinal)) WITHOUT ROWID;

    """

  private static let bookkeeping = """
    CREATE TABLE retraction (
      key INTEGER PRIMARY KEY, doi TEXT, pmid TEXT, title TEXT, title_folded TEXT, year INTEGER, author TEXT, nature TEXT NOT NULL,
      date TEXT, reasons TEXT NOT NULL,
      notice_doi TEXT, notice_pmid TEXT, source TEXT NOT NULL);
    CREATE INDEX retraction_doi ON retraction(doi) WHERE doi IS NOT NULL;
    CREATE INDEX retraction_pmid ON retraction(pmid) WHERE pmid IS NOT NULL;
    CREATE INDEX retraction_title ON retraction(title_folded) WHERE title_folded IS NOT NULL;
    CREATE INDEX retraction_notice_doi ON retraction(notice_doi) WHERE notice_doi IS NOT NULL;
    CREATE INDEX retraction_notice_pmid ON retraction(notice_pmid) WHERE notice_pmid IS NOT NULL;
    CREATE TABLE segment (
      name TEXT PRIMARY KEY, deletion_generation INTEGER NOT NULL, passages INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """
}
