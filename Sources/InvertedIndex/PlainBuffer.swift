/// Plain values that grow at the end and take no checks to read: for the inner loops of indexing.
///
/// The owner keeps every index below `count`. Values are plain bits, so none needs to be destroyed.
struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = max(1, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// `count` copies of one value.
  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    start.initialize(repeating: value, count: count)
    self.count = count
  }

  var byteCapacity: Int { capacity * MemoryLayout<Element>.stride }
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

  mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
    guard let source = values.baseAddress else { return }
    if count + values.count > capacity { grow(to: count + values.count) }
    (start + count).initialize(from: source, count: values.count)
    count += values.count
  }

  mutating func removeAll() { count = 0 }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, 2 * capacity)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.moveInitialize(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = larger
  }
}
