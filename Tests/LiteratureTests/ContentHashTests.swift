import Literature
import Testing

struct ContentHashTests {
  /// The examples that NIST publishes with FIPS 180-4.
  @Test func agreesWithThePublishedExamples() {
    #expect(ContentHash(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(ContentHash(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(ContentHash(of: Array(twoBlocks.utf8)).hex == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func handlesEveryLengthAroundABlock() {
    let hashes = Set((0..<200).map { ContentHash(of: [UInt8](repeating: 0x61, count: $0)).hex })
    #expect(hashes.count == 200)
    #expect(
      ContentHash(of: [UInt8](repeating: 0x61, count: 1_000_000)).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
