/// Plain values that grow at the end and take no checks to read: for the inner loops of indexing.
///
/// The owner keeps every index below `count`. Values are plain bits, so none needs to be destroyed. The memory is the C library's: it lets
/// large buffers grow by moving pages instead of copying them.
struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = max(1, capacity)
    start = reallocate(nil, Self.byteCount(self.capacity)).assumingMemoryBound(to: Element.self)
  }

  deinit { release(start) }

  private static func byteCount(_ count: Int) -> Int {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    precondition(!overflow, "\(count) values are more than memory can hold")
    return bytes
  }

  /// `count` copies of one value.
  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    start.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Bytes in use; what was allocated beyond them the system does not give before it is touched.
  var byteCount: Int { count * MemoryLayout<Element>.stride }
  var values: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: start, count: count) }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count == capacity { grow(to: count &+ 1) }
    (start + count).initialize(to: value)
    count &+= 1
  }

  mutating func append(contentsOf values: UnsafeMutableBufferPointer<Element>) {
    append(contentsOf: UnsafeBufferPointer(values))
  }

  mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
    guard let source = values.baseAddress else { return }
    if count + values.count > capacity { grow(to: count + values.count) }
    (start + count).initialize(from: source, count: values.count)
    count += values.count
  }

  mutating func removeAll() { count = 0 }

  /// Drops values from the end.
  @inline(__always)
  mutating func shorten(to count: Int) { self.count = min(count, self.count) }

  /// Makes the buffer hold `count` values, which are the caller's to write.
  @inline(__always)
  mutating func resize(to count: Int) {
    if count > capacity { grow(to: count) }
    self.count = count
  }

  private mutating func grow(to needed: Int) {
    capacity = max(needed, 2 * capacity)
    start = reallocate(start, Self.byteCount(capacity)).assumingMemoryBound(to: Element.self)
  }
}
