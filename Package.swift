// swift-tools-version: 6.2
import PackageDescription

/// Continuous integration sets MOTIONS_STRICT, and every warning is an error there.
let strict = Context.environment["MOTIONS_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// For the rooms of the command that no time is spent in: what they are built for is size.
let small = settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
  name: "motions",
  platforms: [.macOS(.v15)],
  products: [
    // The library alone is declared: whoever adds it fetches nothing else. `swift run motions` works all the same.
    .library(name: "MotionKit", targets: ["MotionKit"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .target(name: "MotionKit", swiftSettings: settings),
    .target(name: "CanonicalJSON", swiftSettings: settings),
    .target(name: "Platform", swiftSettings: settings),
    .target(
      name: "Ledger",
      dependencies: ["CanonicalJSON", "Platform", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(name: "Meeting", dependencies: ["MotionKit", "Ledger", "CanonicalJSON"], swiftSettings: small),
    .target(name: "Publishing", dependencies: ["Meeting", "MotionKit", "CanonicalJSON"], swiftSettings: small),
    .target(
      name: "ModelMotions", path: "motions", resources: [.embedInCode("models"), .embedInCode("rules")],
      swiftSettings: settings),
    .target(
      name: "Commands",
      dependencies: [
        "Publishing", "Meeting", "Ledger", "MotionKit", "CanonicalJSON", "Platform", "ModelMotions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: small),
    // The command must stay within 24 MiB: functions of the same code are kept once, and there is no table for finding
    // the frames of exceptions, which nothing here throws. No consumer of the library links it.
    .executableTarget(
      name: "motions", dependencies: ["Commands", "Platform"], swiftSettings: settings,
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--icf=safe", "-Xlinker", "--no-eh-frame-hdr"],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "MotionsBenchmarks", dependencies: ["MotionKit", "Ledger", "CanonicalJSON", "Platform"],
      path: "Benchmarks/MotionsBenchmarks"),

    .testTarget(
      name: "MotionKitTests", dependencies: ["MotionKit"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: settings),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "CanonicalJSON", "Platform"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "MeetingTests", dependencies: ["Meeting", "MotionKit", "Ledger", "CanonicalJSON"],
      swiftSettings: settings),
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing", "Meeting", "MotionKit", "CanonicalJSON"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "CanonicalJSON", "Platform"], swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests", dependencies: ["Commands", "Meeting", "CanonicalJSON", "Platform", "motions"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
