import Testing

@testable import TextAnalysis

struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let lexed = LexedText(text)
    return SentenceSplitter.sentences(in: lexed).map { lexed.string($0) }
  }

  @Test func cutsChineseAtFullStops() {
    #expect(sentences("两组无差异。随后 OS 改善[3]。第三句") == ["两组无差异。", "随后 OS 改善[3]。", "第三句"])
  }

  @Test func keepsCalloutsAfterTheFullStopWithTheirSentence() {
    #expect(sentences("It failed.[12,14] The next one did not.") == ["It failed.[12,14]", "The next one did not."])
    #expect(sentences("It failed.(12,14) The next one did not.") == ["It failed.(12,14)", "The next one did not."])
    #expect(sentences("It failed.¹² The next.") == ["It failed.¹²", "The next."])
    #expect(sentences("It failed. ¹² The next.") == ["It failed. ¹²", "The next."])
    #expect(sentences("It failed. ¹²") == ["It failed. ¹²"])
    #expect(sentences("It failed. ¹³C was given.") == ["It failed.", "¹³C was given."])
    #expect(sentences("¹ By age. ² Two-sided.") == ["¹ By age.", "² Two-sided."])
    #expect(sentences("结果如此。[4] 然而") == ["结果如此。[4]", "然而"])
    #expect(sentences("结果如此。[4]然而") == ["结果如此。[4]", "然而"])
  }

  @Test func doesNotCutAtAbbreviationsInitialsOrDecimals() {
    for text in [
      "Doe et al. (2019) saw it.", "The ratio was 0.72 vs. 0.80 here.", "See Fig. 2 and No. 5 there.",
      "J. Smith and K. L. Doe agree.",
      "Drugs, e.g. Sorafenib, were used.",
    ] {
      #expect(sentences(text) == [text])
    }
  }

  @Test func cutsAfterALetterThatIsNoInitial() {
    #expect(sentences("All had hepatitis B. Patients were followed.").count == 2)
    #expect(sentences("As shown by Doe et al. The trial ended.").count == 2)
  }

  @Test func beginsASentenceWithAGeneLikeName() {
    #expect(sentences("We saw it. mTOR was high. but not here.") == ["We saw it.", "mTOR was high. but not here."])
  }

  @Test func coversEveryTokenOfAnyText() {
    for text in ["", "。。。", "...", "a.B.c", "!?！", "（甲。）乙", "x. [", "A.", "A. B", ". . . A"] {
      let lexed = LexedText(text)
      let ranges = SentenceSplitter.sentences(in: lexed)
      for token in lexed.tokens { #expect(ranges.filter { $0.contains(token.start) }.count == 1, "\(text)") }
    }
  }
}
