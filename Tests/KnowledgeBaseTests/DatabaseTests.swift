import CSQLite
import Foundation
import Testing

@testable import KnowledgeBase

final class DatabaseTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/concord-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func file() -> String { "\(folder)/\(UUID().uuidString).sqlite" }

  private func code(_ body: () throws -> Void) -> Int32? {
    do {
      try body()
      return nil
    } catch { return (error as? SQLiteError)?.code }
  }

  @Test func readsBackWhatWasStored() throws {
    let db = try Database(path: file(), .writing)
    try db.execute("CREATE TABLE t (key INTEGER PRIMARY KEY, i INTEGER, r REAL, s TEXT, b BLOB)")
    let bytes: [UInt8] = [0, 255, 7]
    let key = try db.insert("t", [("i", Int.max), ("r", -0.25), ("s", "无复发\0x"), ("b", bytes)])
    try db.insert("t", [("i", true), ("r", nil as Double?), ("s", ""), ("b", [] as [UInt8])])
    let rows = try db.rows("SELECT * FROM t ORDER BY key")
    #expect(rows[0]["key"] == key)
    #expect(rows[0]["i"] == Int.max)
    #expect(rows[0][2] == -0.25)
    #expect(rows[0]["s"] == "无复发\0x")
    #expect(rows[0]["b"] == bytes)
    #expect(rows[1]["i"] == true)
    #expect(rows[1]["r"] as Double? == nil)
    #expect(rows[1]["r"] as Double == 0)
    #expect(rows[1]["s"] as String? == "")
    #expect(rows[1]["b"] as [UInt8]? == [])
  }

  @Test func readsOneColumnOrOneValue() throws {
    let db = try Database(path: file(), .writing)
    try db.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), ('2'), (3.0), (3.5), (NULL)")
    #expect(try db.values("SELECT a FROM t ORDER BY rowid") == [1, 2, 3, 0, 0])
    #expect(try db.value("SELECT a FROM t WHERE a > ?1 AND a > ?1 - 1 ORDER BY a", [3.2]) == 3.5)
    #expect(try db.key("SELECT a FROM t WHERE a = ?", ["none"]) == nil)
  }

  @Test func tellsWhatWasRefused() throws {
    let path = file()
    let db = try Database(path: path, .writing)
    try db.execute("CREATE TABLE t (a UNIQUE)")
    try db.run("INSERT INTO t VALUES (?)", [1])
    #expect(code { try db.run("INSERT INTO t VALUES (?)", [1]) } == SQLITE_CONSTRAINT)
    #expect(code { try db.run("INSERT INTO t VALUES (?)", [1, 2]) } == SQLITE_RANGE)
    #expect(code { _ = try db.rows("SELECT b FROM t") } == SQLITE_ERROR)
    #expect(code { try Database(path: path, .frozen).run("INSERT INTO t VALUES (2)") } == SQLITE_READONLY)
    #expect(code { _ = try Database(path: path + ".none", .reading) } == SQLITE_CANTOPEN)
    // The connection goes on as if nothing had been.
    try db.run("INSERT INTO t VALUES (?)", [2])
    #expect(try db.value("SELECT count(*) FROM t") == 2)
  }

  @Test func undoesATransactionThatFails() throws {
    struct Stop: Error {}
    let db = try Database(path: file(), .writing)
    try db.execute("CREATE TABLE t (a)")
    #expect(throws: Stop.self) {
      try db.transaction(isWriting: true) { db in
        try db.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    try db.transaction(isWriting: true) { db in try db.run("INSERT INTO t VALUES (2)") }
    #expect(try db.values("SELECT a FROM t") == [2])
  }

  @Test func opensAFrozenFileWhateverItsName() throws {
    let path = file() + " 100% ?a=b&c#d 数据"
    try Database(path: path, .writing).execute("CREATE TABLE t (a); INSERT INTO t VALUES (5)")
    #expect(try Database(path: path, .frozen).value("SELECT a FROM t") == 5)
  }

  @Test func refusesWorkOnceClosed() throws {
    let connections = try Connections(path: file(), canWrite: true, isFrozen: false)
    try connections.write { db in try db.execute("CREATE TABLE t (a)") }
    try connections.close()
    #expect(code { try connections.write { _ in } } == SQLITE_MISUSE)
    #expect(code { try connections.read { _ in } } == SQLITE_MISUSE)
    try connections.close()
  }

  @Test func readersKeepTheirSnapshotWhileAnotherWrites() throws {
    let connections = try Connections(path: file(), canWrite: true, isFrozen: false)
    try connections.write { db in try db.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    try connections.read { reader in
      #expect(try reader.value("SELECT count(*) FROM t") == 1)
      try connections.write { db in try db.run("INSERT INTO t VALUES (2)") }
      #expect(try reader.value("SELECT count(*) FROM t") == 1)
      #expect(try connections.read { try $0.value("SELECT count(*) FROM t") } == 2)
    }
    try connections.close()
  }

  @Test func aMapThatIsReadHereAndThereFollowsAFileThatGrows() throws {
    let connections = try Connections(path: file(), canWrite: true, isFrozen: false)
    try connections.write { db in try db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)") }
    let row = [UInt8](repeating: 7, count: 5000)
    for step in 1...4 {
      try connections.write { db in for _ in 0..<60 * step { try db.insert("t", [("b", row)]) } }
      let count = 60 * (1...step).reduce(0, +)
      for isScattered in [true, false, true] {
        let found = try connections.read(isScattered: isScattered) { db in
          (
            count: try db.value("SELECT count(*) FROM t") ?? 0, last: try db.value("SELECT b FROM t WHERE a = ?", [count]) ?? [],
            bytes: try db.value("SELECT sum(length(b)) FROM t") ?? 0
          )
        }
        #expect(found == (count: count, last: row, bytes: 5000 * count))
      }
      // The log goes into the file, which a reader has mapped at its old length.
      try connections.write { db in try db.run("DELETE FROM t WHERE a < 0") }
    }
    try connections.close()
  }

  @Test func insertsRowsOfSeveralSetsOfColumns() throws {
    let db = try Database(path: file(), .writing)
    try db.execute("CREATE TABLE t (a, b, c); CREATE TABLE u (a, b)")
    for number in 1...3 {
      try db.insert("t", [("a", number), ("b", 10 * number)])
      try db.insert("t", [("b", 20 * number), ("a", 2 * number)])
      try db.insert("t", [("c", number)])
      try db.insert("u", [("a", number), ("b", -number)])
    }
    #expect(try db.value("SELECT sum(b) - 10 * sum(a) FROM t") == 0)
    #expect(try db.values("SELECT c FROM t WHERE c IS NOT NULL ORDER BY c") == [1, 2, 3])
    #expect(try db.value("SELECT sum(a + b) FROM u") == 0)
  }
}
