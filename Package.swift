// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house with its tests; `floor` is documented in docs/architecture.md. `testData`: files that tests read beside them.
func module(_ name: String, uses dependencies: [Target.Dependency], tested: Bool = true, testData: [String] = []) -> [Target] {
  let library = Target.target(name: name, dependencies: dependencies, swiftSettings: strict)
  guard tested else { return [library] }
  let tests = Target.testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: testData, swiftSettings: strict)
  return [library, tests]
}

let targets: [[Target]] = [
  // Floor 0: values, and the C libraries.
  module("Literature", uses: []),
  [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  ],
  // Floor 1: text, words, numbers, postings.
  module("TextAnalysis", uses: ["Literature"]),
  module("Lexicon", uses: ["Literature"]),
  module("Statistics", uses: ["Literature"], testData: ["reference-tails.tsv"]),
  module("InvertedIndex", uses: ["Literature", "CZstd"]),
  // Floor 2: one kind of file, or one kind of thing, each.
  module("JATS", uses: ["Literature", "CLibXML2"]),
  module("PlainText", uses: ["Literature", "TextAnalysis", "Lexicon"]),
  [.target(name: "CReferenceModel", exclude: ["model.bin", "words.tsv", "NOTICE"])],
  module("References", uses: ["Literature", "TextAnalysis", "Lexicon", "CReferenceModel"]),
  [.target(name: "CBindingModel", exclude: ["tagger.bin", "linker.bin", "words.tsv", "NOTICE"])],
  module("Evidence", uses: ["Literature", "TextAnalysis", "Lexicon", "References", "CBindingModel"]),
  module("Bibliography", uses: ["Literature", "TextAnalysis"]),
  // Floor 3: bytes of one file in, records out.
  module(
    "Extraction",
    uses: [
      "Literature", "TextAnalysis", "Lexicon", "JATS", "PlainText", "References", "Evidence",
      "Bibliography",
    ]),
  module("ReferenceTraining", uses: ["Literature", "JATS", "References", "Bibliography"]),
  // Floor 4: what is remembered.
  module(
    "KnowledgeBase",
    uses: [
      "Literature", "TextAnalysis", "Lexicon", "InvertedIndex", "Extraction", "CSQLite",
    ]),
  // Floor 5: what is asked of it.
  module("Checks", uses: ["Literature", "TextAnalysis", "Lexicon", "Statistics", "Extraction", "KnowledgeBase"]),
  module("Answers", uses: ["Literature", "TextAnalysis", "Lexicon", "Evidence", "Extraction", "KnowledgeBase", "Checks"]),
  module("Reports", uses: ["Literature", "TextAnalysis", "Bibliography", "KnowledgeBase"]),
  module(
    "PlantedErrors", uses: ["Literature", "Statistics", "Extraction", "Checks"]),
  // Floors 6 and 7: the command line.
  module(
    "ConcordCLI",
    uses: [
      "Literature", "TextAnalysis", "Lexicon", "Evidence", "Extraction", "KnowledgeBase", "Checks", "Answers", "Reports",
      "Bibliography", "PlainText", "References", "ReferenceTraining",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  [
    .executableTarget(name: "concord", dependencies: ["ConcordCLI"], swiftSettings: strict),
    .executableTarget(
      name: "concord-measure",
      dependencies: [
        "Literature", "TextAnalysis", "InvertedIndex", "Bibliography", "Evidence", "Extraction", "KnowledgeBase", "Checks",
        "Answers",
        "Statistics", "References", "ReferenceTraining", "PlantedErrors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // What CrashTests run: an ingest with a fault at each call that changes a file.
    .target(name: "CFaults", path: "Tests/CFaults"),
    .executableTarget(
      name: "crash-trial", dependencies: ["CFaults", "KnowledgeBase", "Lexicon"], path: "Tests/CrashTrial", swiftSettings: strict),
    .executableTarget(
      name: "concord-bench",
      dependencies: [
        "Literature", "InvertedIndex", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
  ],
]

let package = Package(
  name: "concordance",
  products: [
    .executable(name: "concord", targets: ["concord"]),
    .library(name: "ConcordExtraction", targets: ["Extraction"]),
    .library(name: "ConcordIndex", targets: ["InvertedIndex", "TextAnalysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: targets.flatMap { $0 },
  swiftLanguageModes: [.v6]
)
