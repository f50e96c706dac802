import Literature

extension BibliographyReport {
  /// The report as one object; its keys are described in docs/reports.md.
  public var json: JSONValue {
    var object = JSONObject()
    object.append("documents", .array(documents.map(json(of:))))
    object.append("summary", ReportSummary(of: self).json(of: self))
    object.append("references", .array(entries.map(json(of:))))
    object.append("unresolved", .array(unresolved.map(json(of:))))
    return .object(object)
  }

  private func json(of document: Document) -> JSONValue {
    var object = JSONObject()
    object.append("id", document.id)
    object.append("path", document.path)
    object.append("title", document.title)
    object.append("references", document.references)
    object.append("citations", document.callouts)
    return .object(object)
  }

  private func json(of entry: Entry) -> JSONValue {
    var object = JSONObject()
    object.append("labels", .array(entry.labels.map(json(of:))))
    object.append(
      nonEmpty: "joined",
      entry.joined.map { joined in
        var object = JSONObject()
        object.append("document", documents[joined.label.document].id)
        object.append("label", joined.label.label)
        object.append("reasons", .strings(joined.reasons))
        return .object(object)
      })
    object.append("entry", entry.text)
    object.append("csl", entry.item.cslJSON)
    object.append("cited", .array(entry.callouts.map(json(of:))))
    object.append("problems", .strings(entry.problems))
    return .object(object)
  }

  func json(of label: Label) -> JSONValue {
    var object = JSONObject()
    object.append("document", documents[label.document].id)
    object.append("label", label.label)
    return .object(object)
  }

  private func json(of callout: Callout) -> JSONValue {
    var object = JSONObject()
    object.append("document", documents[callout.document].id)
    object.append("section", callout.section)
    object.append("marker", callout.marker)
    object.append("line", callout.line)
    object.append("text", callout.sentence)
    object.append(nonEmpty: "trials", callout.trials.map { .string($0) })
    object.append(nonEmpty: "results", callout.results.map { .string($0) })
    return .object(object)
  }

  private func json(of callout: Unresolved) -> JSONValue {
    var object = JSONObject()
    object.append("document", documents[callout.document].id)
    object.append("section", callout.section)
    object.append("marker", callout.marker)
    object.append("line", callout.line)
    object.append("label", callout.label)
    return .object(object)
  }
}

extension ReportSummary {
  func json(of report: BibliographyReport) -> JSONValue {
    var object = JSONObject()
    object.append("works", works)
    object.append("cited", cited)
    object.append("uncited", uncited)
    object.append("withDOI", withDOI)
    object.append("withoutDOI", withoutDOI)
    for (key, counts) in [
      ("years", years), ("journals", journals), ("types", types), ("languages", languages), ("problems", problems),
    ] {
      object.append(key, .array(counts.map(json(of:))))
    }
    object.append("mostCited", .array(mostCited.map { json(of: report.entries[$0], report) }))
    return .object(object)
  }

  private func json(of count: Count) -> JSONValue {
    var object = JSONObject()
    object.append("name", count.name)
    object.append("count", count.count)
    return .object(object)
  }

  private func json(of entry: BibliographyReport.Entry, _ report: BibliographyReport) -> JSONValue {
    var object = JSONObject()
    object.append("labels", .array(entry.labels.map(report.json(of:))))
    object.append("count", entry.callouts.count)
    return .object(object)
  }
}
