import Literature
import Testing

@testable import Evidence

/// Rates at several times.
struct TimeListTests {
  @Test(arguments: [
    "1、3、5年总生存率分别为90.1%、70.2%和50.3%。", "The 1-, 3- and 5-year overall survival rates were 90.1%, 70.2% and 50.3%, respectively.",
  ])
  func givesEachTimeItsRate(_ text: String) {
    let found = cards(text)
    #expect(found.map { $0.value?.printed } == ["90.1", "70.2", "50.3"])
    #expect(found.map(\.details.horizon) == ["1 year", "3 years", "5 years"])
  }
}
