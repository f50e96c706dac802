import Checks

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The configuration that holds for a file, and the file's path from the configuration's folder.
struct FoundConfiguration: Sendable {
  var configuration: ProjectConfiguration
  /// Absolute, with a slash at its end.
  var folder: String
  var pathInProject: String
}

/// Looks for `concord.toml` in a file's folder and those above it.
struct ConfigurationFinder: Sendable {
  static let fileName = "concord.toml"
  /// Instead of looking.
  var fixed: String?
  var isOff = false

  /// Nil where there is none.
  func configuration(for file: String) throws -> FoundConfiguration? {
    try path(for: file).map { try read($0, for: Self.absolute(file)) }
  }

  /// The path of the configuration that holds for a file.
  func path(for file: String) -> String? {
    guard !isOff else { return nil }
    if let fixed { return fixed }
    var folder = Self.folder(of: Self.absolute(file))
    while true {
      if access(folder + Self.fileName, R_OK) == 0 { return folder + Self.fileName }
      guard folder != "/", !folder.isEmpty else { return nil }
      folder = Self.folder(of: String(folder.dropLast()))
    }
  }

  private func read(_ place: String, for file: String) throws -> FoundConfiguration {
    let path = Self.fromWorkingFolder(place)
    let bytes = try InputFile(path: path).bytes()
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure("\(path): not UTF-8. Save it as UTF-8.") }
    let folder = Self.folder(of: Self.absolute(path))
    do {
      let configuration = try ProjectConfiguration(text, path: path)
      return FoundConfiguration(
        configuration: configuration, folder: folder,
        pathInProject: file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file)
    } catch {
      throw Failure("\(path)\(error.line.map { ":\($0)" } ?? ""): \(error.message)")
    }
  }

  /// The path from the root, without `.`, `..` and links where the file exists; of a name alone, in the working folder.
  private static func absolute(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard !path.hasPrefix("/"), let working = getcwd(nil, 0) else { return path }
    defer { free(working) }
    return String(cString: working) + "/" + path
  }

  /// The path as the user would write it here, where it lies below the working folder.
  private static func fromWorkingFolder(_ path: String) -> String {
    guard let working = getcwd(nil, 0) else { return path }
    defer { free(working) }
    let folder = String(cString: working) + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}
