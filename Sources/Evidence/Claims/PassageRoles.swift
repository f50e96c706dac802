import Literature

/// What the section of each passage tells, the sections around it included: "2.3 Pain" within "Methods" is of methods.
struct PassageRoles {
  /// By index of the section.
  private let roles: [SectionRoles]
  private let input: EvidenceInput
  private var byLabel: [String: SectionRoles] = [:]

  init(_ input: EvidenceInput) {
    self.input = input
    var ancestors: [Section] = []
    roles = input.article.sections.map { section in
      ancestors.removeAll { $0.level >= section.level }
      // What holds the whole document tells of none of its parts.
      if section.level > 0 { ancestors.append(section) }
      let titles = ancestors.map(\.title).joined(separator: " / ")
      return SectionRoles(
        section.kind == .abstract && titles.isEmpty ? "abstract" : titles, isAbstract: section.kind == .abstract)
    }
  }

  mutating func roles(of passage: Passage) -> SectionRoles {
    if let block = passage.block, input.article.blocks.indices.contains(block) {
      let section = input.article.blocks[block].section
      if roles.indices.contains(section), section > 0 { return roles[section] }
    }
    if let known = byLabel[passage.section] { return known }
    let made = SectionRoles(passage.section)
    byLabel[passage.section] = made
    return made
  }
}
