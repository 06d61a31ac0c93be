import Port

// What the board says of itself on USB: one serial port (CDC, abstract control model). Vendor and product are those by which tools know a
// MicroPython board.
private let deviceDescriptor: [18 of UInt8] = [18, 1, 0, 2, 0xef, 2, 1, 64, 0x8a, 0x2e, 0x05, 0x00, 0x00, 0x01, 1, 2, 3, 1]
private let configurationDescriptor: [75 of UInt8] = [
  // Configuration 1: two interfaces, powered by the bus, 250 mA; the association of both.
  9, 2, 75, 0, 2, 1, 0, 0x80, 125, 8, 11, 0, 2, 2, 2, 0, 0,
  // Control: header, call management, line requests, union; notifications on endpoint 1.
  9, 4, 0, 0, 1, 2, 2, 0, 0, 5, 0x24, 0, 0x20, 1, 5, 0x24, 1, 0, 1, 4, 0x24, 2, 2, 5, 0x24, 6, 0, 1, 7, 5, 0x81, 3, 8, 0, 16,
  // Data, both ways on endpoint 2.
  9, 4, 1, 0, 2, 10, 0, 0, 0, 7, 5, 0x02, 2, 64, 0, 0, 7, 5, 0x82, 2, 64, 0, 0,
]

extension Board {
  /// Writes descriptor `type`, `index` to `to` (at most 80 bytes); answers its length, 0 if there is none.
  func usbDescriptor(_ type: UInt32, _ index: UInt32, _ to: Address) -> UInt32 {
    let m = memory
    var n: UInt32 = 0
    switch type {
    case 1:
      while n < 18 { m.setByte(to &+ n, deviceDescriptor[Int(n)]); n &+= 1 }
    case 2:
      if index != 0 { return 0 }
      while n < 75 { m.setByte(to &+ n, configurationDescriptor[Int(n)]); n &+= 1 }
    case 3:
      n = 2
      switch index {
      case 0:
        // English.
        m.setByte(to &+ 2, 0x09)
        m.setByte(to &+ 3, 0x04)
        n = 4
      case 1: text("Tayberry", to, &n)
      case 2: text("Tayberry Board", to, &n)
      case 3:
        var i: UInt32 = 0
        while i < 16 {
          let digit = memory.byte(self[BoardRecord.usb] &+ USBRecord.serial &+ i / 2) >> (i & 1 == 0 ? 4 : 0) & 15
          unit(digit < 10 ? 48 &+ digit : 87 &+ digit, to, &n)
          i &+= 1
        }
      default: return 0
      }
      m.setByte(to, UInt8(truncatingIfNeeded: n))
      m.setByte(to &+ 1, 3)
    default: break
    }
    return n
  }
  private func unit(_ c: UInt8, _ to: Address, _ n: inout UInt32) {
    memory.setByte(to &+ n, c)
    memory.setByte(to &+ n &+ 1, 0)
    n &+= 2
  }
  private func text(_ t: StaticString, _ to: Address, _ n: inout UInt32) {
    var i = 0
    while i < t.utf8CodeUnitCount { unit(t.utf8Start[i], to, &n); i += 1 }
  }
}
