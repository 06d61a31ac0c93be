import Kernel
import Port
import Registers

/// Sensors on one open-drain wire: the DHT family, and Maxim's 1-Wire (DS18B20 data sheet, "1-Wire signaling"). Interrupts wait while bits pass.
extension Board {
  private func pull(_ pin: UInt32, microseconds: UInt32) {
    setOutput(pin, true)
    spin(microseconds: microseconds)
    setOutput(pin, false)
  }

  // MARK: DHT

  /// How long the wire stays at a level, in microseconds; nil after 150 of them.
  private func pulse(_ pin: UInt32, _ high: Bool) -> UInt32? {
    let start = kernel.now
    while level(pin) == high {
      if kernel.now &- start > 150 { return nil }
      port.relax()
    }
    return UInt32(truncatingIfNeeded: kernel.now &- start)
  }
  /// Asks a DHT for its five bytes; false if it does not answer.
  public func readDHT(_ pin: UInt32, into: Address) -> Bool {
    openLine(pin)
    // 18 ms wake the DHT11, too.
    setOutput(pin, true)
    kernel.delay(microseconds: 18_000)
    let mask = port.disableInterrupts()
    defer { port.restoreInterrupts(mask) }
    setOutput(pin, false)
    guard pulse(pin, true) != nil, pulse(pin, false) != nil, pulse(pin, true) != nil else { return false }
    var i: UInt32 = 0
    while i < 5 {
      var byte: UInt8 = 0, n = 0
      while n < 8 {
        guard pulse(pin, false) != nil, let high = pulse(pin, true) else { return false }
        byte = byte << 1 | (high > 48 ? 1 : 0)
        n += 1
      }
      memory.setByte(into &+ i, byte)
      i &+= 1
    }
    return true
  }

  // MARK: 1-Wire

  /// True if somebody answers.
  public func resetOneWire(_ pin: UInt32) -> Bool {
    openLine(pin)
    pull(pin, microseconds: 500)
    let mask = port.disableInterrupts()
    spin(microseconds: 70)
    let present = !level(pin)
    port.restoreInterrupts(mask)
    spin(microseconds: 410)
    return present
  }
  public func writeOneWire(_ pin: UInt32, _ bit: Bool) {
    let mask = port.disableInterrupts()
    pull(pin, microseconds: bit ? 6 : 60)
    spin(microseconds: bit ? 64 : 10)
    port.restoreInterrupts(mask)
  }
  public func readOneWire(_ pin: UInt32) -> Bool {
    let mask = port.disableInterrupts()
    pull(pin, microseconds: 6)
    spin(microseconds: 8)
    let bit = level(pin)
    port.restoreInterrupts(mask)
    spin(microseconds: 55)
    return bit
  }
}
