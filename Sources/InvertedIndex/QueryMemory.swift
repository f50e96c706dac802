/// Memory for the buffers of one query, freed together.
final class QueryMemory {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var free: UnsafeMutableRawPointer?
  private var room = 0
  private static let blockSize = 1 << 15

  /// Zeroed memory for `count` values of a plain type (no references), valid until this object goes.
  func allocate<Value>(_: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value> {
    let size = (count * MemoryLayout<Value>.stride + 15) & ~15
    if size > room || free == nil { addBlock(max(size, Self.blockSize)) }
    guard let start = free else { preconditionFailure("a block was just added") }
    free = start + size
    room -= size
    start.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return start.bindMemory(to: Value.self, capacity: count)
  }

  private func addBlock(_ size: Int) {
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    blocks.append(block)
    free = block
    room = size
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
