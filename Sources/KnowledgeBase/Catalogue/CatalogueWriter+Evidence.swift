import Literature

extension CatalogueWriter {
  func insertTrials(_ extract: Extract, _ keys: inout Keys) throws {
    for (ordinal, trial) in extract.trials.enumerated() {
      let key = try db.insert(
        "trial",
        [
          ("document", keys.document), ("ordinal", ordinal), ("id", trial.id), ("name", trial.name),
          ("folded", Folding.name(trial.id)), ("aliases", ListCoding.text(trial.aliases)),
          ("registry", ListCoding.text(trial.registry)),
          ("drugs", ListCoding.text(trial.drugs)), ("phase", trial.phase), ("design", ListCoding.text(trial.design)),
          ("masking", trial.masking), ("sample_size", trial.sampleSize), ("setting", trial.setting),
          ("diseases", ListCoding.text(trial.diseases)), ("is_own", trial.isOwn),
          ("places", TrialPlaces.text(trial.places, in: extract.passages)),
        ])
      keys.trials.append(key)
      for name in trial.foldedNames { try db.insert("trial_name", [("folded", name), ("trial", key)]) }
      for passage in Set(trial.passages).sorted().compactMap({ keys.passages.at($0) }) {
        try db.insert("trial_passage", [("trial", key), ("passage", passage)])
      }
      for reference in Set(trial.references).sorted().compactMap({ keys.references.at($0) }) {
        try db.insert("trial_reference", [("trial", key), ("reference", reference)])
      }
    }
  }

  func insertResults(_ extract: Extract, _ keys: Keys) throws {
    var trials: [String: Int64] = [:]
    for (trial, key) in zip(extract.trials, keys.trials) where trials[trial.id] == nil { trials[trial.id] = key }
    for (ordinal, card) in extract.results.enumerated() {
      let key = try db.insert("result", columns(card, ordinal: ordinal, trial: card.trial.flatMap { trials[$0] }, keys))
      for (place, arm) in card.armValues.enumerated() {
        let columns: Columns = [
          ("result", key), ("ordinal", place), ("arm", arm.arm), ("details", arm.details.stored?.compact),
        ]
        try db.insert("result_arm", columns + PrintedNumber.columns("value", arm.value))
      }
      for (place, reference) in card.references.compactMap({ keys.references.at($0) }).enumerated() {
        try db.insert("result_reference", [("result", key), ("ordinal", place), ("reference", reference)])
      }
    }
  }

  private func columns(_ card: ResultCard, ordinal: Int, trial: Int64?, _ keys: Keys) -> Columns {
    let place: Columns = [
      ("document", keys.document), ("ordinal", ordinal), ("passage", keys.passages.at(card.passage)), ("trial", trial),
      ("trial_id", card.trial), ("endpoint", card.endpoint), ("measure", card.measure),
    ]
    let numbers =
      PrintedNumber.columns("value", card.value) + PrintedNumber.columns("low", card.low)
      + PrintedNumber.columns("high", card.high) + [("level", card.level)] + PrintedNumber.columns("p", card.p)
    let meaning: Columns = [
      ("p_sided", card.pSided?.rawValue), ("unit", card.unit), ("arm", card.arm), ("comparator", card.comparator),
      ("population", card.population), ("data_cut", card.dataCut), ("details", card.details.stored?.compact),
      ("location", card.location.rawValue),
      ("span", SpanCoding.bytes(card.span)),
    ]
    return place + numbers + meaning
  }

  func insertClaims(_ extract: Extract, _ keys: Keys) throws {
    for (ordinal, claim) in extract.claims.enumerated() {
      try db.insert(
        "claim",
        [
          ("document", keys.document), ("ordinal", ordinal), ("passage", keys.passages.at(claim.passage)),
          ("direction", claim.direction.rawValue), ("significance", claim.significance.rawValue), ("hedged", claim.hedged),
          ("kind", claim.kind.rawValue),
          ("trials", ListCoding.text(claim.trials)), ("results", ListCoding.text(claim.results)),
          ("citations", ListCoding.text(claim.citations)),
        ])
    }
  }
}

extension Trial {
  /// Every name by which the trial is known in its document, registry numbers included, folded; sorted, each once.
  var foldedNames: [String] {
    let names = [id, name] + aliases + registry.map(\.id)
    return Set(names.map { Folding.name($0) }).filter { !$0.isEmpty }.sorted()
  }
}
