// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the program depends on nothing that only measures it.
let package = Package(
  name: "concordance-benchmarks",
  dependencies: [
    .package(name: "concordance", path: ".."),
    // Without its traits: they replace malloc, which changes what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Index",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "ConcordIndex", package: "concordance"),
      ],
      path: "Benchmarks/Index",
      swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
