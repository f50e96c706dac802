import Foundation

/// Maps inputs on several threads and hands the outputs out in the order of the inputs.
///
/// At most `window` outputs wait to be taken, so memory is bounded however slow the taker is. One taker; cancelled when let go.
public final class OrderedWork<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // All mutable state is read and written under `condition` alone.
  private let condition = NSCondition()
  private let inputs: [Input]
  private let window: Int
  private let transform: @Sendable (Input) -> Output
  private var outputs: [Int: Output] = [:]
  private var started = 0
  private var taken = 0
  private var isCancelled = false

  public init(_ inputs: [Input], jobs: Int, window: Int, transform: @escaping @Sendable (Input) -> Output) {
    self.inputs = inputs
    self.window = max(1, window)
    self.transform = transform
    for _ in 0..<max(1, min(jobs, inputs.count)) {
      let thread = Thread { [self] in work() }
      // Readers may recurse as deep as their bounds allow; the default of secondary threads is small.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The next output in the order of the inputs; nil after the last.
  public func next() -> Output? {
    condition.lock()
    defer { condition.unlock() }
    guard taken < inputs.count else { return nil }
    while outputs[taken] == nil { condition.wait() }
    let output = outputs.removeValue(forKey: taken)
    taken += 1
    condition.broadcast()
    return output
  }

  /// Lets the threads end after what they are at.
  public func cancel() {
    condition.lock()
    isCancelled = true
    condition.broadcast()
    condition.unlock()
  }

  private func work() {
    while let index = claim() {
      let output = transform(inputs[index])
      condition.lock()
      outputs[index] = output
      condition.broadcast()
      condition.unlock()
    }
  }

  private func claim() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    while !isCancelled, started < inputs.count, started >= taken + window { condition.wait() }
    guard !isCancelled, started < inputs.count else { return nil }
    started += 1
    return started - 1
  }
}
