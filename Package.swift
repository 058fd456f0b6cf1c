// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "helseportal",
  targets: [
    .target(
      name: "PortalCore",
      swiftSettings: settings + [.strictMemorySafety()]
    ),
    .testTarget(
      name: "PortalCoreTests",
      dependencies: ["PortalCore"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
