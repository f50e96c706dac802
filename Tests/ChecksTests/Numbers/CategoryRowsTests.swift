import Checks
import Testing

struct CategoryRowsTests {
  private func count(_ rows: [String]) throws -> Int {
    let text = "Baseline data are shown in Table 1.\n\nTable 1. Baseline data\n\n" + rows.joined(separator: "\n")
    return try findings(ArmsAgainstTotal(), in: review(text)).count
  }

  private func strata(_ cell: String) -> [String] {
    [
      "Characteristic\tSplint (n = 207)\tTape (n = 205)", "Women, n (%)\t112 (54.1)\t108 (52.7)",
      "No drug, n (%)\t71 (34.3)\t64 (31.2)",
      "One drug, n (%)\t\(cell)\t104 (50.7)", "Two drugs, n (%)\t38 (18.4)\t37 (18.0)",
    ]
  }

  @Test func rowsThatMakeOneGroupMakeTheOther() throws {
    #expect(try count(strata("98 (47.3)")) == 0)
    #expect(try count(strata("89 (47.3)")) == 1)
    // Nine of the group have no answer: the percentage says so.
    #expect(try count(strata("89 (43.0)")) == 0)
  }

  private func fractions(_ cell: String) -> [String] {
    [
      "Group\tSplint, events/patients\tTape, events/patients", "All\t14/2046\t44/2037", "60 to 69\t8/\(cell)\t24/1109",
      "70 to 79\t5/742\t16/745",
      "80 or more\t1/186\t4/183",
    ]
  }

  @Test func strataMakeTheRowOfAll() throws {
    #expect(try count(fractions("1118")) == 0)
    #expect(try count(fractions("1181")) == 1)
    #expect(try count(fractions("1117")) == 0)
  }

  @Test func aHeadingAmongTheRowsDoesNotEndTheTable() throws {
    func rows(_ cell: String) -> [String] {
      [
        "Characteristic\tSplint (n = 169)\tTape (n = 167)", "Women, n (%)\t98 (58.0)\t94 (56.3)", "Cause, n (%)\t\t",
        "Work\t83 (49.1)\t79 (47.3)", "Sport\t49 (29.0)\t\(cell)", "Traffic\t21 (12.4)\t20 (12.0)", "Other\t16 (9.5)\t16 (9.6)",
      ]
    }
    #expect(try count(rows("52 (31.1)")) == 0)
    #expect(try count(rows("57 (31.1)")) == 1)
  }

  private func responses(_ cell: String, above: String = "41/128 (32.0)") -> [String] {
    [
      "Outcome\tSplint\tTape", "Healed, n/N (%)\t52/130 (40.0)\t\(above)", "At once\t14\t9", "In time\t38\t32",
      "Not healed\t66\t\(cell)", "Not seen\t12\t14",
    ]
  }

  @Test func countsMakeTheFractionsOfAnotherRow() throws {
    #expect(try count(responses("73")) == 0)
    #expect(try count(responses("37")) == 1)
    // One or two may have no film.
    #expect(try count(responses("72")) == 0)
  }

  @Test func countsMakeTheRowAbove() throws {
    func rows(_ cell: String) -> [String] {
      ["Event\tSplint\tTape", "Refractures\t48\t63", "Of the wrist\t31\t\(cell)", "Elsewhere\t17\t22", "Rash\t3\t2"]
    }
    #expect(try count(rows("41")) == 0)
    #expect(try count(rows("14")) == 1)
    // Some had both, or neither.
    #expect(try count(rows("38")) == 0)
  }

  @Test func twoTrialsMakeAThirdByChance() throws {
    let rows = [
      "Trial\tSplint\tTape", "ALDER-1\t36/156 (23.1%)\t66/156 (42.3%)", "OAK-2\t71/92 (77.2%)\t54/92 (58.7%)",
      "BIRCH-3\t62/98 (63.3%)\t47/98 (48.0%)", "CEDAR-4\t14/58 (24.1%)\t19/58 (32.8%)",
    ]
    #expect(try count(rows) == 0)
  }
}
