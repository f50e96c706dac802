import Glibc
import Literature

/// GB18030, and with it GBK and GB2312: judged by own code, converted by the C library's table.
enum GB18030 {
  /// Whether nearly all bytes above 0x7F pair up into the rows that Chinese text uses. Looks at the first 1 MB.
  static func isPlausible(_ bytes: [UInt8]) -> Bool {
    var (common, other, offset) = (0, 0, 0)
    let end = min(bytes.count, 1 << 20)
    while offset < end {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let trail = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if (0xA1...0xF7).contains(bytes[offset]), trail >= 0xA1, trail != 0xFF {
        (common, offset) = (common + 1, offset + 2)
      } else if (0x81...0xFE).contains(bytes[offset]), trail >= 0x40, trail != 0x7F, trail != 0xFF {
        (common, other, offset) = (common + 1, other + 1, offset + 2)
      } else if (0x30...0x39).contains(trail) {
        (other, offset) = (other + 1, offset + 4)
      } else {
        (other, offset) = (other + 2, offset + 1)
      }
    }
    return common > 0 && other * 10 <= common
  }

  /// Converts to UTF-8; each byte that fits nowhere becomes U+FFFD and is counted. O(n).
  static func decode(_ bytes: [UInt8]) throws(UnreadableDocument) -> (utf8: [UInt8], damaged: Int) {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      throw UnreadableDocument(
        "The file looks like GB18030, and this system's C library cannot convert it; run `iconv -f GB18030 -t UTF-8` where it can."
      )
    }
    defer { _ = iconv_close(converter) }
    var input = bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    let damaged = input.withUnsafeMutableBytes { convert($0, with: converter, into: &result) }
    return (result, damaged)
  }

  private static func convert(
    _ input: UnsafeMutableRawBufferPointer, with converter: iconv_t, into result: inout [UInt8]
  ) -> Int {
    var cursor = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    var damaged = 0
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    while left > 0 {
      var failure: Int32 = 0
      buffer.withUnsafeMutableBufferPointer { output in
        var target = output.baseAddress
        var room = output.count
        failure = iconv(converter, &cursor, &left, &target, &room) == Int.max.magnitude * 2 + 1 ? errno : 0
        for index in 0..<output.count - room { result.append(UInt8(bitPattern: output[index])) }
      }
      if failure == EILSEQ || failure == EINVAL {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        cursor = cursor.map { $0 + 1 }
        left -= 1
        damaged += 1
      }
    }
    return damaged
  }
}
