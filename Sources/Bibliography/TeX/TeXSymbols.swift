/// Commands that print a symbol.
enum TeXSymbols {
  /// Letters and signs of text.
  static let letters: [String: String] = [
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "IJ": "Ĳ",
    "ij": "ĳ", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotedbl": "\"", "textquotesingle": "'", "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "copyright": "©", "textcopyright": "©",
    "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "S": "§",
    "textsection": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textregistered": "®", "texttrademark": "™", "textdegree": "°",
    "textmu": "µ", "textmicro": "µ", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textordfeminine": "ª", "textordmasculine": "º", "textexclamdown": "¡", "textquestiondown": "¿", "textbullet": "•",
    "textperiodcentered": "·", "textnumero": "№", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e",
    "quad": " ", "qquad": " ", "space": " ", "newline": " ", "linebreak": " ", "nobreakspace": " ", "thinspace": " ", "par": " ",
    "and": "and", "slash": "/", "textvisiblespace": "␣", "percent": "%", "lq": "‘", "rq": "’", "textgreek": "",
  ]

  /// Symbols of mathematics, by kind.
  static let mathematics: [String: String] = greek.merging(signs) { first, _ in first }

  private static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "textalpha": "α", "textbeta": "β",
    "textgamma": "γ", "textdelta": "δ", "textomega": "ω",
  ]

  private static let signs: [String: String] = [
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "cdot": "·", "ast": "∗", "star": "⋆", "circ": "∘", "bullet": "•",
    "oplus": "⊕",
    "otimes": "⊗", "leq": "≤", "le": "≤", "leqslant": "⩽", "geq": "≥", "ge": "≥", "geqslant": "⩾", "neq": "≠", "ne": "≠",
    "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫", "lt": "<", "gt": ">",
    "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "cup": "∪", "cap": "∩",
    "setminus": "∖", "emptyset": "∅", "varnothing": "∅", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏",
    "int": "∫", "oint": "∮", "surd": "√", "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "wedge": "∧", "lor": "∨",
    "vee": "∨", "to": "→", "rightarrow": "→", "longrightarrow": "⟶", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "mapsto": "↦", "uparrow": "↑", "downarrow": "↓", "hbar": "ℏ", "ell": "ℓ", "Re": "ℜ",
    "Im": "ℑ", "aleph": "ℵ", "prime": "′", "degree": "°", "angle": "∠", "perp": "⊥", "parallel": "∥", "mid": "|", "vert": "|",
    "Vert": "‖", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "cdots": "⋯",
    "vdots": "⋮",
    "lbrace": "{", "rbrace": "}", "colon": ":", "triangle": "△", "square": "□", "checkmark": "✓", "male": "♂", "female": "♀",
    "log": "log", "ln": "ln", "exp": "exp", "sin": "sin", "cos": "cos", "tan": "tan", "max": "max", "min": "min", "lim": "lim",
    "sup": "sup", "inf": "inf", "det": "det", "dim": "dim", "ker": "ker", "mod": "mod",
  ]

  /// Every command that prints a text of its own.
  static let texts: [String: String] = letters.merging(mathematics) { first, _ in first }

  /// Commands whose (first) argument is not text of the field.
  static let droppingFirstArgument: Set<String> = [
    "href", "textcolor", "color", "begin", "end", "vspace", "hspace", "vskip", "hskip", "noopsort", "NoopSort", "SortNoop",
    "SortNoOp", "label", "phantom", "hphantom", "vphantom", "fontsize", "foreignlanguage", "selectlanguage", "includegraphics",
  ]

  /// Digits and signs only: "4th" reads better than "4ᵗʰ", and is found.
  static let superscripts: [Character: Character] = table("0123456789+-=()n∘*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ°*")
  static let subscripts: [Character: Character] = table("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }
}
