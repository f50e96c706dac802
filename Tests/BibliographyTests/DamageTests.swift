import Literature
import Testing

@testable import Bibliography

/// A generator of numbers that is the same everywhere.
private struct Dice {
  var state: UInt64
  mutating func roll(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

struct DamageTests {
  private static let samples: [(format: BibliographyFormat, text: String)] = [
    (
      .bibtex,
      "@string{j = {J}}\n@article{a1, title = {One {A}}, journal = j # \"x\", author = {Roe, A and {B}}}\n\n@book(a2, title = \"Two\", year = 2001)\n\n@misc{a3, title = {Three $x^{2}$ \\'{e}}, crossref = {a2}}\n"
    ),
    (.ris, "TY  - JOUR\nTI  - One\nAU  - Roe, A\nER  - \n\nTY  - BOOK\nTI  - Two\nER  - \n\nTY  - GEN\nTI  - Three\nER  - \n"),
    (.pubmed, "PMID- 1\nTI  - One\n      more.\n\nPMID- 2\nTI  - Two\n\nPMID- 3\nTI  - Three\n"),
    (.endnote, "%0 Book\n%T One\n%A Roe\n\n%0 Book\n%T Two\n\n%0 Book\n%T Three\n"),
    (.cslJSON, "[{\"type\":\"book\",\"title\":\"One\"},{\"title\":\"Two\",\"issued\":{\"date-parts\":[[2001]]}}]"),
    (.cff, "title: One\nauthors:\n  - name: A\nreferences:\n  - title: Two\n    authors: [{name: B}]\n"),
  ]

  private static func titles(_ bytes: [UInt8], _ format: BibliographyFormat) -> [String] {
    do {
      return try BibliographyFile(reading: bytes, as: format).entries.compactMap(\.item.title)
    } catch {
      return []
    }
  }

  @Test func everyBeginningOfAFileReadsAndKeepsTheEntriesThatAreWhole() {
    for (format, text) in Self.samples where format != .cslJSON && format != .cff {
      let bytes = Array(text.utf8)
      var known: [String] = []
      for length in 0...bytes.count {
        let titles = Self.titles(Array(bytes[..<length]), format)
        let whole = known.dropLast()
        #expect(Array(titles.prefix(whole.count)) == Array(whole), "\(format), \(length) bytes")
        known = titles
      }
      #expect(known.count == 3)
    }
    for (format, text) in Self.samples {
      for length in 0..<text.utf8.count { _ = Self.titles(Array(Array(text.utf8)[..<length]), format) }
    }
  }

  @Test func noByteThatIsChangedLosesAnEntryBeforeIt() {
    let seed: UInt64 = 20_261_125
    var dice = Dice(state: seed)
    for (format, text) in Self.samples {
      let bytes = Array(text.utf8)
      let ends = (try? BibliographyFile(reading: bytes, as: format))?.entries.map { ($0.item.title, $0.range.upperBound) } ?? []
      for _ in 0..<300 {
        var damaged = bytes
        let place = dice.roll(bytes.count)
        damaged[place] = UInt8(dice.roll(256))
        let titles = Self.titles(damaged, format)
        guard format != .cslJSON, format != .cff else { continue }
        // Two bytes of grace: the line end after an entry belongs to it.
        let before = ends.filter { $0.1 + 2 < place }.compactMap(\.0)
        #expect(Array(titles.prefix(before.count)) == before, "seed \(seed), \(format), byte \(place) is \(damaged[place])")
      }
    }
  }

  @Test func hostileNestingTakesTimeInProportionToItsLength() {
    let texts = [
      "@article{a, title = " + String(repeating: "{", count: 1_000_000),
      String(repeating: "@article{k, title = {open\n", count: 5_000),
      "@article{a,\n" + String(repeating: " f = {x\n", count: 20_000),
      "@article{a,\n" + String(repeating: " f = \"{x\n", count: 20_000), String(repeating: "@comment{\n", count: 5_000),
      (0..<5_000).map { "@inbook{k\($0), crossref={k\($0 + 1)}, title={T}}\n" }.joined(),
      "@string{a0=\"xxxxxxxxxxxxxxxx\"}\n" + (1..<60).map { "@string{a\($0)=a\($0 - 1)#a\($0 - 1)}\n" }.joined()
        + "@misc{k,title=a59}",
    ]
    for text in texts { _ = Self.titles(Array(text.utf8), .bibtex) }
  }
}
