import Literature

/// What the section of each passage tells, the sections around it included: "2.3 Pain" within "Methods" is of methods.
struct PassageRoles {
  /// By index of the section.
  private let roles: [SectionRoles]
  /// Titles from the outermost to the section's own, by index of the section.
  private let chains: [[String]]
  private let input: EvidenceInput
  private var byLabel: [String: SectionRoles] = [:]

  init(_ input: EvidenceInput) {
    self.input = input
    var ancestors: [Section] = []
    var chains: [[String]] = []
    roles = input.article.sections.map { section in
      ancestors.removeAll { $0.level >= section.level }
      // What holds the whole document tells of none of its parts.
      if section.level > 0 { ancestors.append(section) }
      chains.append(ancestors.map(\.title))
      let titles = ancestors.map(\.title).joined(separator: " / ")
      return SectionRoles(
        section.kind == .abstract && titles.isEmpty ? "abstract" : titles, isAbstract: section.kind == .abstract)
    }
    self.chains = chains
  }

  /// Whether a passage stands where findings are told: not under methods, an introduction or a discussion. The outermost title decides that
  /// says any of it.
  func mayTellFindings(_ passage: Int) -> Bool {
    guard let block = input.passages[passage].block, input.article.blocks.indices.contains(block) else {
      return SectionRoles.mayTellFindings([input.passages[passage].section])
    }
    let section = input.article.blocks[block].section
    return chains.indices.contains(section) ? SectionRoles.mayTellFindings(chains[section]) : true
  }

  mutating func roles(of passage: Int) -> SectionRoles {
    if let block = input.passages[passage].block, input.article.blocks.indices.contains(block) {
      let section = input.article.blocks[block].section
      if roles.indices.contains(section), section > 0 { return roles[section] }
    }
    let label = input.passages[passage].section
    if let known = byLabel[label] { return known }
    let made = SectionRoles(label)
    byLabel[label] = made
    return made
  }
}
