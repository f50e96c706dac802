import JATS
import Literature
import Testing

@Suite struct InlineTests {
  private func paragraph(_ xml: String) throws -> String {
    try #require(try read(body: "<p>\(xml)</p>").blocks.first).flow.string
  }

  @Test(arguments: [
    ("10<sup>-3</sup>", "10⁻³"), ("10<sup>−3</sup>", "10⁻³"), ("m<sup>2</sup>", "m²"), ("CD8<sup>+</sup>", "CD8⁺"),
    ("0.72<sup>12</sup>", "0.72¹²"), ("12.5<sup>a</sup>", "12.5^a"), ("x<sup>a,b</sup>", "x^a,b"), ("5<sup>*</sup>", "5*"),
    ("p<sup>1-3</sup>", "p¹–³"), ("brand<sup>®</sup>", "brand®"), ("x<sup/>y", "xy"), ("<sup>a</sup>Mean", "^a Mean"),
  ])
  func writesSuperscriptsAsPlainText(_ xml: String, _ text: String) throws { #expect(try paragraph(xml) == text) }

  @Test(arguments: [("CO<sub>2</sub>", "CO2"), ("x<sub>max</sub>", "xmax"), ("10<sub>3</sub>", "10₃")])
  func writesSubscriptsWithoutFusingNumbers(_ xml: String, _ text: String) throws { #expect(try paragraph(xml) == text) }

  @Test func turnsBreaksIntoSpaces() throws { #expect(try paragraph("one<break/>two") == "one two") }

  @Test func marksWhatTheFileMarks() throws {
    let article = try read(
      body:
        #"<p><italic>P</italic> of <bold>x<sup>2</sup></bold>, see <ext-link xlink:href="http://e.org/?a=1&amp;b=2">here</ext-link>.</p>"#
    )
    #expect(article.marked(.italic) == ["P"] && article.marked(.bold) == ["x²"] && article.marked(.superscript) == ["²"])
    #expect(article.marked(.link("http://e.org/?a=1&b=2")) == ["here"])
  }

  @Test func pointsToTablesAndFigures() throws {
    let article = try read(body: #"<p>See <xref ref-type="table" rid="T1">Table 1</xref>.</p>"#)
    #expect(article.marked(.crossReference("T1")) == ["Table 1"])
  }

  @Test(arguments: [
    ("<mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac>", "a/b"),
    (
      "<mml:mfrac><mml:mrow><mml:mi>a</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow><mml:mn>2</mml:mn></mml:mfrac>",
      "(a+1)/2"
    ),
    ("<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>", "x²"),
    ("<mml:msubsup><mml:mi>x</mml:mi><mml:mi>i</mml:mi><mml:mn>2</mml:mn></mml:msubsup>", "xi²"),
    ("<mml:msqrt><mml:mi>y</mml:mi></mml:msqrt>", "√(y)"),
    ("<mml:mfenced><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfenced>", "(a, b)"),
    ("<mml:mi>n</mml:mi><mml:mo>=</mml:mo><mml:mn>5</mml:mn><mml:annotation>junk</mml:annotation>", "n=5"),
  ])
  func writesMathematicsInOneLine(_ math: String, _ text: String) throws {
    #expect(try paragraph("<inline-formula><mml:math>\(math)</mml:math></inline-formula>") == text)
  }

  @Test func prefersMathMLToTeX() throws {
    let math = "<mml:math><mml:mi>k</mml:mi></mml:math>"
    let tex = #"<tex-math>\documentclass{x}\begin{document}$$k$$\end{document}</tex-math>"#
    #expect(try paragraph("Let <inline-formula><alternatives>\(tex)\(math)</alternatives></inline-formula> be.") == "Let k be.")
    #expect(try paragraph("Let <inline-formula><alternatives>\(math)\(tex)</alternatives></inline-formula> be.") == "Let k be.")
    #expect(try paragraph("Let <inline-formula>\(tex)</inline-formula> be.") == "Let k be.")
  }

  @Test func keepsADisplayedFormulaInItsSentence() throws {
    let formula = "<disp-formula><mml:math><mml:mi>e</mml:mi></mml:math><label>(1)</label></disp-formula>"
    #expect(try paragraph("where\(formula)holds.") == "where e(1) holds.")
  }
}
