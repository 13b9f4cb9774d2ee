// swift-tools-version: 6.2
import PackageDescription

/// A package of somebody else's that adds the library: it fetches nothing but the library itself.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Elsewhere: .package(url: "…/motions", from: "0.1.0")
    .package(name: "motions", path: "../..")
  ],
  targets: [
    .executableTarget(name: "Consumer", dependencies: [.product(name: "MotionKit", package: "motions")])
  ],
  swiftLanguageModes: [.v6]
)
