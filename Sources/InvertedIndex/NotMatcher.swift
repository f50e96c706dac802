/// Matches every passage that its part does not match.
final class NotMatcher: Matcher {
  private let part: Matcher
  private let passageCount: UInt32

  init(_ part: Matcher, passageCount: Int) {
    self.part = part
    self.passageCount = UInt32(passageCount)
    super.init()
    cost = max(0, passageCount - part.cost)
    move(to: 0)
  }

  override func seek(_ target: UInt32) {
    if document < target { move(to: target) }
  }

  private func move(to target: UInt32) {
    var candidate = target
    while candidate < passageCount {
      if part.document < candidate { part.seek(candidate) }
      guard part.document == candidate, part.confirm() else { break }
      candidate += 1
    }
    document = candidate < passageCount ? candidate : PostingCursor.end
  }

  override var isDamaged: Bool { part.isDamaged }
}
