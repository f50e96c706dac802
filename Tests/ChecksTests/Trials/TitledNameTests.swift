import Checks
import Testing

/// T603 and T604 by the names in the titles of the list.
struct TitledNameTests {
  private static let entries = [
    "Alder A, Erle B. Lenvatinib for gland tumours: the LARCHES-1 trial. Inv Results. 2019;2:101-10.",
    "Birch C, Buche D. Nivolumab for gland tumours: LARCHES-3. Inv Results. 2020;3:111-20.",
    "Cedar E, Tanne L. Avelumab in gland tumours (TAMARISK). Inv Results. 2021;4:121-30.",
  ]

  private func text(_ sentence: String) -> String {
    review("LARCHES-1 [1] and LARCHES-3 [2] came first; TAMARISK [3] followed. \(sentence)", references: Self.entries)
  }

  @Test func flagsExchangedLetters() throws {
    #expect(try findings(TrialNameVariant(), in: text("Why TAMRAISK should succeed is unclear.")).count == 1)
    #expect(try findings(TrialNameVariant(), in: text("Why TAMARISK should succeed is unclear.")).isEmpty)
  }

  @Test func flagsANumberOutsideTheSeries() throws {
    let found = try findings(TrialNumberVariant(), in: text("In LARCHES-4 the response rate was 31%."))
    #expect(found.map(\.snippet) == ["LARCHES-4"])
  }

  @Test func acceptsTrialsThatAreToCome() throws {
    #expect(try findings(TrialNumberVariant(), in: text("LARCHES-4 is planned for 300 patients.")).isEmpty)
    #expect(try findings(TrialNumberVariant(), in: text("In LARCHES-3 the response rate was 31%.")).isEmpty)
  }

  @Test func acceptsTheTrialBeforeTheSeries() throws {
    #expect(try findings(TrialNumberVariant(), in: text("The pilot, LARCHES-0, had 24 patients.")).isEmpty)
    #expect(try findings(TrialNumberVariant(), in: text("此前的LARCHES-2剂量探索研究仅纳入48例。")).isEmpty)
  }

  @Test func aMisspeltNameBesideItsOwnCallout() throws {
    #expect(try findings(TrialNameVariant(), in: text("LERCHES-3 [2] was smaller.")).map(\.snippet) == ["LERCHES-3"])
    #expect(try findings(TrialNameVariant(), in: text("LERCHES-3 was smaller.")).isEmpty)
  }

  @Test func acceptsTrialsOfTheSeriesThatAreTwoOrStandBesideTheTitledOne() throws {
    #expect(try findings(TrialNumberVariant(), in: text("LARCHES-4 and LARCHES-5 tested 31 other drugs.")).isEmpty)
    #expect(try findings(TrialNumberVariant(), in: text("Unlike LARCHES-3 [2], LARCHES-4 had 31 children.")).isEmpty)
  }

  private static let series = [
    "Alder A, Erle B. Lenvatinib for gland tumours: the LARCHES-AD1 trial. Inv Results. 2019;2:101-10.",
    "Birch C, Buche D. Nivolumab for gland tumours: LARCHES-AD2. Inv Results. 2020;3:111-20.",
    "松柏青. 仑伐替尼治疗腺体肿瘤: 松林-06研究. 虚构结果, 2021, 4: 121-130.",
  ]

  private func numbers(_ sentence: String) throws -> [String] {
    let body = "LARCHES-AD1 [1] and LARCHES-AD2 [2] came first; 松林-06 [3] followed. \(sentence)"
    return try findings(TrialNumberVariant(), in: review(body, references: Self.series)).map(\.snippet)
  }

  @Test func readsNumbersBehindLettersAndHanCharacters() throws {
    #expect(try numbers("LARCHES-AD3 took patients after relapse.") == ["LARCHES-AD3"])
    #expect(try numbers("LARCHES-AD3 took patients whom LARCHES-AD1 did not.") == [])
    #expect(try numbers("松林-08的对象是复发患者, 有效率31%。") == ["松林-08"])
    #expect(try numbers("松林-08正在招募。") == [])
  }

  @Test func aSeriesGoesByItsWordAsWell() throws {
    #expect(try findings(TrialNameVariant(), in: text("The LACRHES programme had one sponsor.")).count == 1)
    #expect(try findings(TrialNameVariant(), in: text("The LARCHES programme had one sponsor.")).isEmpty)
  }

  /// A table lists trials side by side; it is the one that it has not.
  @Test func inATableOneMayStandForAnother() throws {
    #expect(try numbers("\n\nTable 1. Trials\nTrial\tPatients\nLARCHES-AD1\t410\nLARCHES-AD3\t377\n") == ["LARCHES-AD3"])
    #expect(try numbers("\n\nTable 1. Trials\nTrial\tPatients\nLARCHES-AD1\t410\nLARCHES-AD2\t377\nLARCHES-AD3\t91\n") == [])
  }
}
