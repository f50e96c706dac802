import Testing

@testable import Bibliography

struct TeXTextTests {
  @Test(arguments: [
    ("Use of mRNA after COVID-19", "Use of {mRNA} after {COVID}-19"),
    ("A Placebo-Controlled Trial of Anti-TNF", "A Placebo-Controlled Trial of Anti-{TNF}"),
    ("A trial for non-Hodgkin lymphoma in China", "A trial for non-{Hodgkin} lymphoma in {China}"),
    (
      "The Kaplan-Meier curve after surgery and X-ray: Notes on its value",
      "The {Kaplan}-{Meier} curve after surgery and {X}-ray: Notes on its value"
    ),
    ("Outcomes (HIV), and {DNA}", "Outcomes ({HIV}), and {DNA}"), ("Early Treatment", "Early Treatment"), ("", ""),
  ]) func bracesWhatMustKeepItsCapitals(text: String, tex: String) { #expect(TeXText.protected(text) == tex) }

  @Test(arguments: [
    (#"{\"O}zt{\"u}rk \'{\i} \v{s} \c c \r{a} {\ss} {\o} \H{o}"#, "Öztürk í š ç å ß ø ő"),
    (#"\'{\^a} \~{} \^{}"#, "ấ ~ ^"), (#"\&\%\_\$ a~b a\,b"#, "&%_$ a b a b"), ("1--2 --- ``x'' `y'", "1–2 — “x” ‘y'"),
    (#"$\alpha$ $\beta_2$ $10^{-3}$ CO$_2$ $x^n$ 4$^{th}$ $p \leq 0.05$"#, "α β₂ 10⁻³ CO₂ xⁿ 4th p ≤ 0.05"),
    (#"\emph{a} {\bf b} \textit{c} \href{http://x}{text} \unknown{d}"#, "a b c text d"), (#"$\frac{a}{b}$ \sqrt{2}"#, "a/b √2"),
    ("a{b}c", "abc"), ("two   blanks\n\tand lines", "two blanks and lines"), (#"\textsuperscript{13}C"#, "¹³C"),
    (#"\LaTeX{} and \TeX"#, "LaTeX and TeX"), (#"open {\em brace"#, "open brace"), (#"end\"#, "end"),
  ])
  func readsAsPlainText(tex: String, plain: String) {
    #expect(TeXText.plain(tex) == plain)
  }

  @Test(arguments: ["50% of A_1 & #2", "a {b} c", "x--y ''z'' `q`", #"C:\dir ~ ^"#, "Müller – 示例", "$5"])
  func escapesSoThatReadingGivesTheTextAgain(text: String) {
    #expect(TeXText.plain(TeXText.escaped(text)) == text)
  }

  @Test func writesLettersBeyondASCIIAsCommandsThatReadBack() {
    for text in ["Ångström ž ő ç ł ß æ Ø", "naïve – “quoted” …", "α ≤ β"] {
      let ascii = TeXText.ascii(TeXText.escaped(text))
      #expect(ascii.utf8.allSatisfy { $0 < 0x80 }, "\(ascii)")
      #expect(TeXText.plain(ascii) == text)
    }
    #expect(TeXText.ascii("示例") == "示例")
  }

  @Test func nestingWithoutEndCostsNoMoreThanItsLength() {
    for unit in ["{", "$^{", "\\href{", "\\frac{", "\\'{", "\\"] {
      _ = TeXText.plain(String(repeating: unit, count: 40_000))
    }
  }
}
