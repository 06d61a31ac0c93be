import Emulation
import Testing

@testable import OffChip

/// A master on an I2C bus, bit by bit: open drain on two nets that the parts pull up.
struct I2CMaster {
  let bench: PartBench
  let clock: String, data: String
  /// Half a bit in nanoseconds: 400 kHz.
  var half: UInt64 = 1250
  init(_ bench: PartBench, clock: String = "scl", data: String = "sda") { self.bench = bench; self.clock = clock; self.data = data }

  private func set(_ net: String, _ high: Bool) {
    bench.drive(net, high ? .none : .strong(false))
    bench.run(half / 2)
  }
  func start() {
    set(data, true); set(clock, true); set(data, false); set(clock, false)
  }
  func stop() {
    set(data, false); set(clock, true); set(data, true)
  }
  func write(_ byte: UInt8) -> Bool {
    for i in (0..<8).reversed() {
      set(data, byte >> UInt8(i) & 1 != 0)
      set(clock, true); set(clock, false)
    }
    set(data, true); set(clock, true)
    let acknowledged = bench.level(data) == .low
    set(clock, false)
    return acknowledged
  }
  func read(last: Bool) -> UInt8 {
    var byte: UInt8 = 0
    set(data, true)
    for _ in 0..<8 {
      set(clock, true)
      byte = byte << 1 | (bench.level(data) == .high ? 1 : 0)
      set(clock, false)
    }
    set(data, last); set(clock, true); set(clock, false)
    return byte
  }
  /// True if everything was acknowledged.
  @discardableResult func write(_ address: UInt8, _ bytes: [UInt8], stops: Bool = true) -> Bool {
    start()
    var good = write(address << 1)
    for b in bytes where good { good = write(b) }
    if stops || !good { stop() }
    return good
  }
  func read(_ address: UInt8, _ count: Int) -> [UInt8] {
    start()
    guard write(address << 1 | 1) else { stop(); return [] }
    let bytes = (0..<count).map { read(last: $0 == count - 1) }
    stop()
    return bytes
  }
  func read(_ address: UInt8, register: UInt8, _ count: Int) -> [UInt8] {
    write(address, [register], stops: false)
    return read(address, count)
  }
}

/// A master on an SPI bus in mode 0.
struct SPIMaster {
  let bench: PartBench
  let clock: String, out: String
  var into: String?, select: String
  /// Half a bit in nanoseconds: 10 MHz.
  var half: UInt64 = 50
  init(_ bench: PartBench, clock: String = "sck", out: String = "mosi", into: String? = nil, select: String = "cs") {
    self.bench = bench; self.clock = clock; self.out = out; self.into = into; self.select = select
    bench.drive(clock, .strong(false))
    bench.drive(select, .strong(true))
  }
  func selected(_ body: () -> Void) {
    bench.drive(select, .strong(false))
    bench.run(half)
    body()
    bench.drive(select, .strong(true))
    bench.run(half)
  }
  @discardableResult func exchange(_ byte: UInt8) -> UInt8 {
    var answer: UInt8 = 0
    for i in (0..<8).reversed() {
      bench.drive(out, .strong(byte >> UInt8(i) & 1 != 0))
      bench.run(half)
      if let into { answer = answer << 1 | (bench.level(into) == .high ? 1 : 0) }
      bench.drive(clock, .strong(true))
      bench.run(half)
      bench.drive(clock, .strong(false))
    }
    return answer
  }
  func send(_ bytes: [UInt8]) { for b in bytes { exchange(b) } }
}

/// A master on a one-wire bus.
struct OneWire {
  let bench: PartBench
  let wire: String
  private func low(_ nanoseconds: UInt64) {
    bench.drive(wire, .strong(false))
    bench.run(nanoseconds)
    bench.drive(wire, .none)
  }
  /// True if somebody is there.
  func reset() -> Bool {
    low(480_000)
    bench.run(70_000)
    let present = bench.level(wire) == .low
    bench.run(410_000)
    return present
  }
  func write(_ bit: Bool) {
    low(bit ? 6_000 : 60_000)
    bench.run(bit ? 64_000 : 10_000)
  }
  func readBit() -> Bool {
    low(3_000)
    bench.run(10_000)
    let bit = bench.level(wire) == .high
    bench.run(53_000)
    return bit
  }
  func write(_ bytes: [UInt8]) { for b in bytes { for i in 0..<8 { write(b >> UInt8(i) & 1 != 0) } } }
  func read(_ count: Int) -> [UInt8] { (0..<count).map { _ in (0..<8).reduce(0) { $0 | (readBit() ? 1 << UInt8($1) : 0) } } }
}
