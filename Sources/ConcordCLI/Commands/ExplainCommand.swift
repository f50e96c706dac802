import ArgumentParser
import Checks
import Literature

/// `concord explain`: what a rule means, with its arithmetic.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule of “check”, or list all rules.")

  @Argument(
    help: "A code such as N103, or a name; none lists all.",
    completion: .list(RuleRegistry.rules.flatMap { [type(of: $0).code, type(of: $0).name] }))
  var rule: String?
  @OptionGroup var language: LanguageOption

  func run() throws {
    guard let rule else {
      var table = TextTable(header: ["code", "name", "severity"])
      for rule in RuleRegistry.rules { table.add([type(of: rule).code, type(of: rule).name, type(of: rule).severity.rawValue]) }
      return Console.write(table.text(width: Console.width) + "\n")
    }
    guard let found = RuleRegistry.rule(rule) else {
      Console.error("there is no rule “\(rule)”; “concord explain” lists the rules")
      throw ExitCode.nothingFound
    }
    let kind = type(of: found)
    Console.write(
      "\(Console.style(.bold, "\(kind.code) \(kind.name)"))  \(kind.severity.wording.text(in: language.language))\n\n")
    Console.write(kind.explanation.text(in: language.language) + "\n")
  }
}
