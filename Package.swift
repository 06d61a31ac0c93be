// swift-tools-version: 6.2
import PackageDescription

/// Targets that are compiled for ARMv6-M too: `make firmware-check` builds them in Embedded mode.
/// A fiber switch inside an access would abort under dynamic exclusivity checking; the chip build has none either.
let firmware: [SwiftSetting] = [
  .treatWarning("EmbeddedRestrictions", as: .error),
  .enableExperimentalFeature("Lifetimes"),
  .enableExperimentalFeature("Extern"),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
]
/// Targets that run on the emulation thread, below or above a fiber switch.
let emulation: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"])]

/// `TAYBERRY_TESTS=OnChipTests,BoardTests swift build --build-tests` builds those test targets and what they need, nothing else:
/// a quick turn while one part is worked on. Without the variable the package is whole.
let chosenTests = Context.environment["TAYBERRY_TESTS"].map { Set($0.split(separator: ",").map(String.init)) }

let package = Package(
  name: "tayberry",
  products: [
    .executable(name: "tayberry", targets: ["Tayberry"]),
    .executable(name: "tayberry-unix", targets: ["TayberryUnix"]),
  ],
  // What a build can do without (Documentation/Options.md): `swift build --traits WithoutCompactingHeap,WithoutNativeEmitters`.
  traits: [
    .trait(name: "WithoutCompactingHeap", description: "mark and sweep with free lists: the control for what moving objects costs"),
    .trait(name: "WithoutInterruptAllocation", description: "no arenas for allocation in interrupt handlers"),
    .trait(name: "WithoutSeveralInterpreters", description: "one interpreter for each board, its record at a fixed address"),
    .trait(name: "WithoutLoadableModules", description: "no .mpy files: neither their reader nor their verifier"),
    .trait(name: "WithoutNativeEmitters", description: "no micropython.native and viper"),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Firmware, bottom up.
    .target(name: "CPort", path: "Firmware/CPort"),
    .target(name: "Registers", path: "Firmware/Registers", swiftSettings: firmware),
    .target(name: "Port", dependencies: ["CPort"], path: "Firmware/Port", swiftSettings: firmware),
    .target(name: "Kernel", dependencies: ["Port", "Registers"], path: "Firmware/Kernel", swiftSettings: firmware),
    .target(name: "Drivers", dependencies: ["Kernel", "Registers"], path: "Firmware/Drivers", swiftSettings: firmware),
    /// An image of the kernel alone that measures it: `make real-time`.
    .target(name: "Measure", dependencies: ["Kernel", "Drivers", "Registers", "Port"], path: "Firmware/Measure", swiftSettings: firmware),
    .target(name: "Python", dependencies: ["Port", "CPort"], path: "Firmware/Python", swiftSettings: firmware),
    .target(name: "Modules", dependencies: ["Python", "Drivers"], path: "Firmware/Modules", swiftSettings: firmware),
    .target(name: "Image", dependencies: ["Modules", "Kernel", "Drivers", "CPort"], path: "Firmware/Image", swiftSettings: firmware),
    // The chip, bottom up. It knows the register map and the port's C layout, nothing else of the firmware.
    .target(name: "CFiber"),
    .target(name: "CHost"),
    .target(name: "Emulation", dependencies: ["CFiber"], swiftSettings: emulation),
    .target(name: "OnChip", dependencies: ["Emulation", "Registers"], path: "Peripherals/OnChip", swiftSettings: emulation),
    .target(name: "CortexM0Plus", dependencies: ["Emulation", "Registers"], swiftSettings: emulation),
    .target(name: "RP2040", dependencies: ["Emulation", "OnChip", "CortexM0Plus", "CPort", "CFiber", "Registers"], swiftSettings: emulation),
    /// Drawing: pixels, font, PNG. It knows nothing of boards.
    .target(name: "Picture"),
    /// The parts around the chip, a file each.
    .target(name: "OffChip", dependencies: ["Emulation", "Picture"], path: "Peripherals/OffChip", swiftSettings: emulation),
    /// The host's end of the USB cable.
    .target(name: "HostUSB", dependencies: ["Emulation"], swiftSettings: emulation),
    .target(
      name: "Board", dependencies: ["HostUSB", "OffChip", "Picture", "RP2040", "OnChip", "Registers", "Emulation", "Image", "Kernel", "Drivers"],
      swiftSettings: emulation),
    /// The picture of a board, and the window that shows it.
    .target(name: "CSDL2"),
    .target(name: "Window", dependencies: ["CSDL2", "Board", "OffChip", "Picture", "RP2040", "OnChip", "Emulation"], swiftSettings: emulation),
    .executableTarget(
      name: "Tayberry",
      dependencies: [
        "Window", "Picture", "Board", "OffChip", "RP2040", "Emulation", "CHost", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: emulation),
    /// Costs of the emulation by callgrind: `Tools/bench` runs it.
    .executableTarget(name: "ChipBench", dependencies: ["RP2040", "OffChip", "CFiber", "CPort", "Registers", "Emulation"], swiftSettings: emulation),
    /// Compares the ARM core with Unicorn: `make fuzz-cpu`.
    .executableTarget(name: "CPUFuzz", dependencies: ["RP2040", "Emulation"], swiftSettings: emulation),
    /// Suites start it thousands of times: without a dynamic linker it is there in two thirds of the time.
    .executableTarget(
      name: "TayberryUnix", dependencies: ["Board", "CHost", "RP2040", "Emulation"], swiftSettings: emulation,
      linkerSettings: [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))]),
    /// Writes the static objects for the ARM build: `Tools/firmware-check` runs it.
    .executableTarget(name: "ImageTool", dependencies: ["Image", "Python", "Port"], swiftSettings: emulation),
    /// The kernel's sources (by links) with a chaos point at every memory access, two cores made of nothing else, and a model to compare with.
    .target(
      name: "ChaosKernel", dependencies: ["Port", "CPort", "Registers", "CFiber"], path: "Tests/Chaos/ChaosKernel", swiftSettings: emulation),
    .executableTarget(name: "kernel-soak", dependencies: ["ChaosKernel"], path: "Tests/Chaos/Soak", swiftSettings: emulation),
    .testTarget(name: "HistoryTests", dependencies: ["ChaosKernel"], swiftSettings: emulation),
    .testTarget(name: "EmulationTests", dependencies: ["Emulation"], swiftSettings: emulation),
    .testTarget(
      name: "OnChipTests", dependencies: ["OnChip", "OffChip", "RP2040", "CortexM0Plus", "CPort", "Registers", "Emulation"], exclude: ["Vectors"],
      swiftSettings: emulation),
    .testTarget(
      name: "KernelTests", dependencies: ["Measure", "Kernel", "Drivers", "RP2040", "Image", "Port", "CPort", "Registers", "Emulation"],
      swiftSettings: emulation),
    .testTarget(
      name: "PythonTests", dependencies: ["Python", "Modules", "Port", "CPort"],
      swiftSettings: [.enableExperimentalFeature("Lifetimes"), .unsafeFlags(["-enforce-exclusivity=unchecked"])]),
    .testTarget(name: "HostUSBTests", dependencies: ["HostUSB", "RP2040", "OnChip", "Registers", "Emulation"], swiftSettings: emulation),
    .testTarget(name: "OffChipTests", dependencies: ["OffChip", "Picture", "Emulation"], swiftSettings: emulation),
    .testTarget(name: "PictureTests", dependencies: ["Picture"]),
    .testTarget(name: "WindowTests", dependencies: ["Window", "OffChip", "Picture", "Board", "Emulation"], swiftSettings: emulation),
    .testTarget(name: "BoardTests", dependencies: ["Board", "OffChip", "CortexM0Plus", "RP2040", "Registers", "Emulation"], swiftSettings: emulation),
    .target(name: "CTerminal", path: "Tests/CTerminal"),
    .testTarget(name: "TayberryTests", dependencies: ["Tayberry", "Board", "RP2040", "Emulation", "CTerminal"], swiftSettings: emulation),
  ],
  swiftLanguageModes: [.v6]
)

if let chosenTests {
  package.targets.removeAll { $0.type == .test && !chosenTests.contains($0.name) }
}
