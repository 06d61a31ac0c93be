import CPort
import Emulation

extension RP2040 {
  /// What a chip is built with.
  public struct Configuration {
    /// Size of the flash, a power of two from 64 KB to 16 MB.
    public var flashBytes = 2 << 20
    /// Megabytes of RAM lent at 0x3000_0000 (0...512): no RP2040 has it.
    public var ramMegabytes = 0
    /// Feeds what is random on silicon: SRAM's power-on contents and the ROSC's random bit.
    public var seed: UInt64 = 0
    /// The flash's 64-bit unique number.
    public var uniqueID: UInt64 = 0xe660_5838_8346_2c2a
    /// A register that nobody modelled stops the board.
    public var strict = false
    /// TBMAN.PLATFORM announces HostLink.
    public var hostLink = false
    /// ARM cores that execute what is in flash; `firmware` is not used then.
    public var arm = false
    /// A boot ROM to execute instead of the chip's own, 16 KB.
    public var bootROM: [UInt8]?
    /// Where the boot ROM goes instead of the flash: a program that was put into RAM, as by BOOTSEL's drive.
    public var entry: UInt32?
    /// The most cycles an ARM core runs ahead of the other where only plain memory is concerned; 1 checks.
    public var armQuantum: Cycle = 64
    /// ARM cores wait for each other at the ports of the bus; without that no access is delayed by another master's.
    public var arbitrates = true
    /// What hosted cores run; nil leaves both cores without anything to run.
    public var firmware: firmware_image?
    /// Native stack of a context, in bytes.
    public var stackBytes = 4 << 20
    /// Virtual time becomes the host's monotonic clock when the firmware first calls its host, and computing costs none of it: runs are not
    /// reproducible. For `tayberry-unix`.
    public var hostClock = false
    /// The most cycles a core runs ahead of the other.
    public var quantum: Cycle = 1000
    public init() {}
  }
}

/// Why a board stopped.
public enum StopReason: Equatable, Sendable, CustomStringConvertible {
  /// A HardFault, or `Port.panic`.
  case fault(FaultReport)
  /// The boot ROM goes to its USB drive, which is not modelled: why.
  case bootsel(String)
  /// `strict`, and a register without a model was touched.
  case unmodelled(String)

  public var description: String {
    switch self {
    case .fault(let f): f.description
    case .unmodelled(let what): what
    case .bootsel(let why): "the board enters BOOTSEL mode: \(why)"
    }
  }
}

/// An emulated HardFault.
public struct FaultReport: Equatable, Sendable, CustomStringConvertible {
  public let core: UInt32
  /// The context (task) that ran.
  public let context: UInt32
  public let address: UInt32?
  public let cycle: Cycle
  public let text: String
  /// After a fault of the host's processor: the file and the offset in it of the instruction (for `addr2line -e`).
  public var code: String?
  /// What the core was doing, in the firmware's words: task, file, line.
  public var place: String?
  public var description: String {
    "HardFault on core \(core), \(place ?? "context \(context)"), cycle \(cycle): \(text)" + (address.map { " at 0x" + String($0, radix: 16) } ?? "")
      + (code.map { " (" + $0 + ")" } ?? "")
  }
}

/// Why `run` returned.
public enum Stop: Equatable, Sendable {
  /// Every core has reached the cycle.
  case time
  /// Both cores sleep and nothing happens before this cycle (a very large number when nothing ever will).
  case idle(until: Cycle)
  /// A block asked for it (`ChipServices.pause`).
  case paused
  /// The board has stopped for good; only a reset lets it run again.
  case stopped(StopReason)
}
