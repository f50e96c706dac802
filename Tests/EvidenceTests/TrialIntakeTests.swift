import Testing
import TextAnalysis

@testable import Evidence

struct TrialIntakeTests {
  private func takesPatients(_ sentence: String, _ name: String) throws -> Bool {
    let lexed = LexedText(sentence)
    let wanted = LexedText(name)
    let start = try #require((0..<lexed.count).first { lexed.string($0) == wanted.string(0) })
    return TrialIntake(lexed).takesPatients(start..<start + wanted.count)
  }

  @Test(arguments: [
    ("GRANITE-2 randomised 720 patients to lenalidomide or placebo.", "GRANITE-2"),
    ("HARRIER has also enrolled a total of 302 postmenopausal women.", "HARRIER"),
    ("In KESTREL, 260 children were recruited at nine schools.", "KESTREL"), ("OSPREY 共纳入 302 例患者。", "OSPREY"),
    ("MERLIN randomly assigned 1,204 adults.", "MERLIN"),
  ])
  func seesATrialTakePeopleIn(_ sentence: String, _ name: String) throws { #expect(try takesPatients(sentence, name)) }

  @Test(arguments: [
    ("TACE was given in 60 patients.", "TACE"), ("In TACE, 60 sessions were recorded.", "TACE"),
    ("MRI found 12 lesions in 40 patients.", "MRI"),
    ("In HARRIER, 31% of patients responded.", "HARRIER"), ("OSPREY 的 302 例患者", "OSPREY"),
  ])
  func seesNoneElsewhere(_ sentence: String, _ name: String) throws { #expect(try !takesPatients(sentence, name)) }
}
