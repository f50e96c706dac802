#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The operating system's words for an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// Lexicographic order of two byte strings: negative, zero or positive.
@inline(__always)
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let common = min(left.count, right.count)
  if common > 0, let first = left.baseAddress, let second = right.baseAddress {
    let order = memcmp(first, second, common)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}

@inline(__always)
func equalBytes(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool { memcmp(left, right, count) == 0 }

/// Memory of the C library, with what `old` held at its beginning; `old` is gone. Ends the program where there is none.
func reallocate(_ old: UnsafeMutableRawPointer?, _ byteCount: Int) -> UnsafeMutableRawPointer {
  guard let new = realloc(old, byteCount) else { fatalError("there is no memory for \(byteCount) bytes") }
  adviseLargePages(new, byteCount)
  return new
}

func release(_ memory: UnsafeMutableRawPointer) { free(memory) }

/// Asks for pages of 2 MB where a buffer has several of them: they are given at one blow, and found without a walk through tables.
private func adviseLargePages(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
  #if os(Linux)
    let page = 1 << 21
    guard byteCount >= 2 * page else { return }
    let start = (Int(bitPattern: memory) + page - 1) & ~(page - 1)
    let end = (Int(bitPattern: memory) + byteCount) & ~(page - 1)
    // Only advice: without it the buffer is as good, and a little slower.
    if start < end { _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE) }
  #endif
}
