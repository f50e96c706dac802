import ArgumentParser
import Bibliography
import Literature
import ReferenceTraining

/// `concord refs train`: labelled strings and structured works to the weights of the tagger.
struct RefsTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the tagger and write its weights.",
    discussion: """
      concord refs train --words Sources/CReferenceModel/words.tsv --anystyle core.xml --output model.bin
      concord refs eval --model model.bin core.xml

      Give at least one of --anystyle, --tei, --articles and --rendered; the more kinds, the better the weights. Training takes some \
      minutes on one core and tells each pass on standard error. A fifth of the strings, drawn by a hash that never changes, is left out \
      for “concord refs eval”. The same input gives the same bytes. The weights become part of the program when they replace \
      Sources/CReferenceModel/model.bin and it is built again. What each kind of file holds: docs/references.md.
      """)

  @Option(help: "Where the weights go.", completion: .file())
  var output: String
  @Option(
    help: "The word list, a word, a tab and its classes a line; the program's own is Sources/CReferenceModel/words.tsv.",
    completion: .file())
  var words: String
  @Option(parsing: .upToNextOption, help: "Data sets of AnyStyle (XML).", completion: .file())
  var anystyle: [String] = []
  @Option(parsing: .upToNextOption, help: "References of GROBID's training set (TEI).", completion: .file())
  var tei: [String] = []
  @Option(parsing: .upToNextOption, help: "JATS articles whose reference lists are rendered in many styles.", completion: .file())
  var articles: [String] = []
  @Option(parsing: .upToNextOption, help: "BibTeX files: the works that --rendered shows.", completion: .file())
  var bib: [String] = []
  @Option(parsing: .upToNextOption, help: "Files with \\bibitem entries, rendered from the works of --bib.", completion: .file())
  var rendered: [String] = []
  @Option(
    parsing: .upToNextOption, help: "Texts, one reference a line, that will be scored: their works are not trained on.",
    completion: .file())
  var exclude: [String] = []
  @Option(help: "How many articles' references are rendered.")
  var renderings = 8000
  @Option(help: "How many times each book, chapter and report is rendered.")
  var bookRenderings = 3
  @Option(help: "How many articles are rendered as patents, data sets, theses and other kinds that lists seldom hold.")
  var kindRenderings = 2500
  @Option(help: "How many Chinese references of invented works are composed.")
  var chinese = 2500
  @Option(help: "Passes over the examples.")
  var passes = 10

  func validate() throws {
    guard !(anystyle + tei + articles + rendered).isEmpty else {
      throw ValidationError("Name training data: --anystyle, --tei, --articles or --rendered.")
    }
  }

  func run() throws {
    var sets = TrainingSets()
    try collect(into: &sets)
    guard !sets.examples.isEmpty else { throw Failure("no training string was found in the files named.") }
    var options = ChainTraining.Options()
    options.passes = passes
    let list = WordList.read(try InputFile(path: words).bytes())
    let training = TaggerTraining(words: list, options: options) { Console.writeError($0 + "\n") }
    let model = training.run(on: sets.examples)
    try OutputFile(path: output).write(model)
    Console.write("\(output): \(model.count) bytes from \(sets.examples.count) strings; \(sets.heldOut.count) held out\n")
  }

  private func collect(into sets: inout TrainingSets) throws {
    for path in exclude {
      sets.exclude(String(decoding: try InputFile(path: path).bytes(), as: UTF8.self).split(separator: "\n").map(String.init))
    }
    let anystyleSets = try anystyle.map { AnyStyleReader.strings(in: try InputFile(path: $0).bytes()) }
    let teiSets = try tei.map { TEIReader.strings(in: try InputFile(path: $0).bytes()) }
    sets.holdOut(anystyleSets.joined())
    sets.holdOut(teiSets.joined())
    for strings in anystyleSets { sets.add(strings) }
    for strings in teiSets { sets.add(strings, weight: 0.5) }
    var items: [String: [BibliographicItem]] = [:]
    for path in bib {
      for item in try StructuredWorks.ofBibliography(try InputFile(path: path).bytes()) {
        items[item.id ?? "", default: []].append(item)
      }
    }
    var entries: [(key: String, text: String)] = []
    for path in rendered { entries += BibItemReader.entries(in: try InputFile(path: path).bytes()) }
    sets.add(entries, of: items)
    for path in articles {
      do {
        sets.add(works: try StructuredWorks.ofArticle(try InputFile(path: path).bytes()))
      } catch let problem as UnreadableDocument {
        Console.error("\(path): \(problem)")
      }
    }
    sets.compose(chinese: chinese)
    sets.render(articles: renderings, others: bookRenderings, kinds: kindRenderings)
  }
}
