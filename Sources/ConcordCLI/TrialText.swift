import KnowledgeBase
import Lexicon
import Literature

/// A trial as people read it: what is known of it, its arms, its endpoints with their figures, its publications.
struct TrialText {
  let view: TrialView
  init(_ view: TrialView) { self.view = view }

  var lines: [String] {
    let trial = view.trial
    var lines = [Console.style(.bold, trial.name) + "  " + trial.registry.map(\.id).joined(separator: " ")]
    if !trial.aliases.isEmpty { lines.append("Also: \(trial.aliases.joined(separator: ", "))") }
    lines += facts + arms + endpoints + publications
    lines += ["", "Named in:"] + view.passages.map { "  \($0.alias):\($0.id)  “\(Highlighter.marked($0.text, []))”" }
    return lines
  }

  /// One line for each value that some document gives, with the places.
  private var facts: [String] {
    var table = TextTable(header: ["", "", "place"])
    var count = 0
    for detail in Trial.Detail.allCases where detail != .registry {
      var placesOfValue: [(value: String, places: [String])] = []
      for fact in view.facts where fact.detail == detail {
        let value = fact.values.map(Self.name).joined(separator: ", ")
        let place = fact.place.map(Self.text) ?? fact.alias
        if let known = placesOfValue.firstIndex(where: { $0.value == value }) {
          placesOfValue[known].places.append(place)
        } else {
          placesOfValue.append((value, [place]))
        }
      }
      for (index, entry) in placesOfValue.enumerated() {
        table.add([index == 0 ? Self.title(detail) : "", entry.value, Self.few(entry.places)])
        count += 1
      }
    }
    return count == 0 ? [] : ["", table.text(width: Console.tableWidth)]
  }

  private var arms: [String] {
    guard !view.arms.isEmpty else { return [] }
    var table = TextTable(header: ["arm", "n", "results", "place"])
    for arm in view.arms.prefix(12) {
      table.add([
        arm.name, arm.sizes.map(\.n).joined(separator: ", "), String(arm.results),
        Self.few(arm.sizes.map { Self.text($0.place) }),
      ])
    }
    return ["", table.text(width: Console.tableWidth)]
  }

  private var endpoints: [String] {
    guard !view.endpoints.isEmpty else { return [] }
    var table = TextTable(header: ["endpoint", "measure", "value", "P", "arms", "population", "cut", "place"])
    for endpoint in view.endpoints {
      for (index, result) in endpoint.results.enumerated() {
        let entry = view.cards[result]
        let card = entry.card.card
        table.add([
          index == 0 ? endpoint.name ?? "–" : "", card.measure, CardText.value(card), card.p?.display ?? "", CardText.arms(card),
          card.population ?? "", card.moment ?? "", "\(entry.quote.alias):\(entry.quote.id)",
        ])
      }
    }
    return ["", table.text(width: Console.tableWidth)]
  }

  private var publications: [String] {
    var lines: [String] = []
    if !view.reports.isEmpty {
      lines += ["", "Reports in the knowledge base:"] + view.reports.map { "  \($0.alias)  \($0.title ?? "")  \($0.doi ?? "")" }
    }
    if !view.works.isEmpty {
      lines += ["", "Publications:"] + view.works.map { "  \($0.item.title ?? "")  \($0.item.doi ?? "")" }
    }
    return lines
  }

  private static func text(_ place: TrialView.Place) -> String {
    "\(place.alias):\(place.passage)"
  }

  /// The first three, and how many more.
  private static func few(_ places: [String]) -> String {
    let shown = places.prefix(3).joined(separator: ", ")
    return places.count > 3 ? "\(shown) and \(places.count - 3) more" : shown
  }

  private static func title(_ detail: Trial.Detail) -> String {
    switch detail {
    case .sampleSize: "n"
    default: detail.rawValue
    }
  }

  /// The preferred name of an id of the lexicon; other values as they are.
  static func name(_ value: String) -> String {
    guard value.contains(":"), let concept = Lexicon.builtIn.concept(id: value) else { return value }
    return concept.english.first ?? value
  }
}
