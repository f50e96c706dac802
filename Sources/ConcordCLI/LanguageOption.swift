import ArgumentParser
import Literature

/// In which language a command speaks; never the locale's, so that the same command prints the same everywhere.
struct LanguageOption: ParsableArguments {
  enum Name: String, ExpressibleByArgument, CaseIterable { case en, zh }

  @Option(help: "Language of the messages: en or zh. Default: en.")
  var lang: Name?

  /// Nil where none was asked for.
  var chosen: Language? { lang.map { Language($0.rawValue) } }
  var language: Language { chosen ?? .english }
}
