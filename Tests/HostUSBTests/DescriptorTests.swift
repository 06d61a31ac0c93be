import HostUSB
import Testing

@Suite struct DescriptorTests {
  /// The descriptors of a serial port and a disk.
  static let configuration: [UInt8] = {
    var b: [UInt8] = [
      9, 2, 0, 0, 3, 1, 4, 0xa0, 125, 8, 11, 0, 2, 2, 2, 0, 0, 9, 4, 0, 0, 1, 2, 2, 0, 5, 5, 0x24, 0, 0x20, 1, 5, 0x24, 1, 0, 1, 4, 0x24, 2, 6, 5, 0x24, 6,
      0, 1, 7, 5, 0x81, 3, 8, 0, 16, 9, 4, 1, 0, 2, 10, 0, 0, 0, 7, 5, 0x02, 2, 64, 0, 0, 7, 5, 0x82, 2, 64, 0, 0, 9, 4, 2, 0, 2, 8, 6, 80, 0, 7, 5, 3, 2, 64,
      0, 0, 7, 5, 0x83, 2, 64, 0, 0,
    ]
    b[2] = UInt8(b.count)
    return b
  }()

  @Test func aConfigurationIsRead() throws {
    let c = try USBConfiguration(Self.configuration)
    #expect(c.interfaces.map(\.interfaceClass) == [2, 10, 8])
    #expect(c.interfaces[0].extra.map { $0[2] } == [0, 1, 2, 6])
    #expect(c.interfaces[0].endpoints == [USBEndpoint(address: 0x81, kind: .interrupt, maxPacket: 8, interval: 16)])
    #expect(c.interfaces[2].endpoint(.bulk, input: true)?.address == 0x83)
    #expect(c.wakesHost && !c.isSelfPowered && c.current == 250 && c.value == 1 && c.complaints == [])
  }
  @Test(
    arguments: [
      ([], "no configuration"), ([9, 2, 200, 0, 1, 1, 0, 0x80, 50], "says it has 200 bytes"),
      ([9, 2, 11, 0, 1, 1, 0, 0x80, 50, 0, 4], "a descriptor of 0 bytes"),
      ([9, 2, 11, 0, 1, 1, 0, 0x80, 50, 9, 4], "a descriptor of 9 bytes at byte 9 of 11"),
      ([9, 2, 16, 0, 1, 1, 0, 0x80, 50, 7, 5, 0x81, 2, 64, 0, 0], "before the first interface"),
      ([9, 2, 25, 0, 1, 1, 0, 0x80, 50, 9, 4, 0, 0, 1, 0, 0, 0, 0, 7, 5, 0x81, 2, 0, 2, 0], "packets of 512 bytes"),
    ] as [([UInt8], String)])
  func damageIsNamed(_ bytes: [UInt8], _ why: String) {
    #expect { try USBConfiguration(bytes) } throws: { "\($0)".contains(why) }
  }
  @Test func rulesThatAreBrokenAreNamed() throws {
    var b = Self.configuration
    b[4] = 7
    b[7] = 0x20
    #expect(try USBConfiguration(b).complaints == ["bit 7 of bmAttributes is 0", "bNumInterfaces is 7, and there are 3"])
  }
  @Test func randomDamageNeverCrashes() {
    var random = UInt64(7)
    func next() -> Int { random = random &* 6_364_136_223_846_793_005 &+ 1; return Int(random >> 33) }
    var read = 0, refused = 0
    for _ in 0..<50_000 {
      var bytes = Self.configuration
      for _ in 0..<next() % 6 { bytes[next() % bytes.count] = UInt8(next() & 255) }
      if next() % 4 == 0 { bytes.removeLast(next() % bytes.count) }
      if next() % 4 == 0 { bytes += (0..<next() % 300).map { _ in UInt8(next() & 255) } }
      if (try? USBConfiguration(bytes)) != nil { read += 1 } else { refused += 1 }
      _ = try? USBDeviceDescriptor(Array(bytes.prefix(next() % 30)))
      _ = usbString(bytes)
    }
    #expect(read > 1000 && refused > 1000)
  }
  @Test func strings() {
    #expect(usbString([6, 3, 0x48, 0, 0x69, 0]) == "Hi")
    #expect(usbString([8, 3, 0x3d, 0xd8, 0, 0xde, 0x41, 0]) == "😀A")
    #expect(usbString([5, 3, 0x48, 0, 0x69]) == "H")
    #expect(usbString([2, 3]) == "")
    #expect(usbString([4, 2, 1, 1]) == nil)
  }
}
