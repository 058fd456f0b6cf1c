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
  products: [
    .executable(name: "helseportal", targets: ["PortalTUI"])
  ],
  targets: [
    .target(name: "CNcurses"),
    .target(
      name: "PortalCore",
      resources: [
        .embedInCode("Data/answer-templates.json"),
        .embedInCode("Data/fees.json"),
        .embedInCode("Data/second-look.json"),
      ],
      swiftSettings: settings + [.strictMemorySafety()],
      linkerSettings: [.linkedLibrary("crypt")]
    ),
    .executableTarget(
      name: "PortalTUI",
      dependencies: ["PortalCore", "CNcurses"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PortalCoreTests",
      dependencies: ["PortalCore"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PortalTUITests",
      dependencies: ["PortalTUI", "PortalCore"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
