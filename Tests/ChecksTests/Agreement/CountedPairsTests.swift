import Checks
import Literature
import Testing

/// A201 by a count with its percentage, in a sentence and in a row.
struct CountedPairsTests {
  private func count(_ sentence: String) throws -> Int {
    let text = """
      Cefuroxime or nothing before hernia repair: a randomised trial

      Results

      \(sentence)

      Table 2. Outcomes by day 30, N (%)
      Outcome\tCefuroxime (N=144)\tNothing (N=146)
      Wound infection\t12 (8.3)\t27 (18.5)
      Febrile illness\t3 (2.1)\t7 (4.8)
      Readmission\t61 (42.4)\t49 (33.6)
      """
    return try findings(TextAgainstTable(), in: text).count
  }

  @Test func onePartOfAPairIsTheCells() throws {
    #expect(try count("Febrile illness was seen in only 7 patients (8.4%) given nothing.") == 1)
    #expect(try count("Febrile illness was seen in only 7 patients (4.8%) given nothing.") == 0)
    // Of others, and of a part.
    #expect(try count("Rash was seen in only 7 patients (8.4%) given nothing.") == 0)
    #expect(try count("Among women, febrile illness was seen in 7 patients (8.4%) given nothing.") == 0)
  }

  @Test func thePairBesideIsTheRows() throws {
    #expect(try count("Patients came back in 61 of 144 (42.4%) and 46 of 146 (31.5%) cases of readmission.") == 1)
    #expect(try count("Patients came back in 61 of 144 (42.4%) and 49 of 146 (33.6%) cases of readmission.") == 0)
  }
}
