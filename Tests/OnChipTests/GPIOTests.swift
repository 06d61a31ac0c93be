import Emulation
import OnChip
import RP2040
import Registers
import Testing

/// Pins from SIO through IO and pads to the circuit and back (RP2040 data sheet §2.19).
@Suite struct GPIOTests {
  private let b: Bench
  private let io = Registers.IO_BANK0.base, pads = Registers.PADS_BANK0.base, sio = Registers.SIO.base
  init() throws {
    b = try Bench()
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.IO_QSPI.mask | B.PADS_QSPI.mask)
  }
  private func control(_ pin: UInt32, _ v: UInt32) { b.write(io + 8 * pin + 4, v) }
  private func status(_ pin: UInt32) -> UInt32 { b.read(io + 8 * pin) }
  private func pad(_ pin: UInt32, _ v: UInt32) { b.write(pads + 4 + 4 * pin, v) }
  private var inputs: UInt32 { b.read(sio + 4) }
  private func net(_ pin: UInt32) -> Net { b.chip.pins.net(pin) }

  @Test func outputs() {
    for pin in [0, 25] as [UInt32] { control(pin, 5) }
    b.write(sio + Registers.SIO.GPIO_OE_SET.offset, 1 << 25 | 1)
    b.write(sio + Registers.SIO.GPIO_OUT_SET.offset, 1 << 25)
    #expect(b.chip.circuit.level(of: net(25)) == .high && b.chip.circuit.level(of: net(0)) == .low)
    b.write(sio + Registers.SIO.GPIO_OUT_XOR.offset, 1 << 25 | 1)
    #expect(b.chip.circuit.level(of: net(25)) == .low && b.chip.circuit.level(of: net(0)) == .high)
    #expect(status(0) == 0x050a_3300)
    pad(0, 0x56 | 0x80)  // output disable
    #expect(b.chip.circuit.level(of: net(0)) == .low, "the pull-down is left")
  }
  @Test func pullsAndInputEnable() {
    pad(3, 0x4a)
    b.pass(2)
    #expect(inputs & 8 != 0)
    pad(3, 0x0a)
    b.pass(2)
    #expect(inputs & 8 == 0, "input disabled")
    let t = b.chip.circuit.attach(to: net(3))
    pad(3, 0x4a)
    b.chip.circuit.drive(t, .strong(false), at: b.chip.instant(b.chip.now))
    b.pass(2)
    #expect(inputs & 8 == 0)
    b.chip.circuit.drive(t, .none, at: b.chip.instant(b.chip.now))
    b.pass(2)
    #expect(inputs & 8 != 0)
  }
  @Test func inputsComeTwoCyclesLate() {
    control(7, 5)
    b.write(sio + Registers.SIO.GPIO_OE.offset, 1 << 7)
    b.pass(10)
    b.write(sio + Registers.SIO.GPIO_OUT.offset, 1 << 7)
    #expect(inputs & 1 << 7 == 0)
    b.pass(1)
    #expect(inputs & 1 << 7 == 0)
    b.pass(1)
    #expect(inputs & 1 << 7 != 0)
    b.pass(10)
    b.release(Registers.RESETS.RESET.SYSCFG.mask)
    b.write(Registers.SYSCFG.base + Registers.SYSCFG.PROC_IN_SYNC_BYPASS.offset, 1 << 7)
    b.write(sio + Registers.SIO.GPIO_OUT.offset, 0)
    #expect(inputs & 1 << 7 == 0, "bypassed")
  }
  @Test func overrides() {
    control(4, 5 | 1 << 8)  // output inverted
    b.write(sio + Registers.SIO.GPIO_OE.offset, 1 << 4)
    #expect(b.chip.circuit.level(of: net(4)) == .high)
    control(4, 5 | 2 << 8)
    #expect(b.chip.circuit.level(of: net(4)) == .low)
    control(4, 5 | 3 << 8)
    #expect(b.chip.circuit.level(of: net(4)) == .high)
    control(4, 5 | 3 << 8 | 1 << 16)  // input inverted
    b.pass(3)
    #expect(inputs & 1 << 4 == 0)
    control(4, 31 | 3 << 12 | 3 << 8)  // no function, enabled and high by override
    #expect(b.chip.circuit.level(of: net(4)) == .high)
  }
  private func pending(_ irq: UInt32, core: Int) -> Bool {
    b.chip.peek(0xe000_e200, core: UInt32(core))! >> irq & 1 != 0  // NVIC_ISPR
  }
  @Test func edgesLatchAndInterruptOneProcessor() {
    let t = b.chip.circuit.attach(to: net(9))
    func set(_ v: Bool) { b.chip.circuit.drive(t, .strong(v), at: b.chip.instant(b.chip.now)) }
    set(false)
    b.write(io + 0xf4, ~0)
    set(true)
    let shift: UInt32 = 4
    #expect(b.read(io + 0xf4) >> shift & 15 == 0b1010, "level high, edge high")
    set(false)
    #expect(b.read(io + 0xf4) >> shift & 15 == 0b1101)
    b.write(io + 0xf4, 8 << shift)
    #expect(b.read(io + 0xf4) >> shift & 15 == 0b0101)
    b.write(io + 0x134, 8 << shift)  // PROC1_INTE1: rising
    #expect(b.read(io + 0x154) == 0)
    set(true)
    #expect(b.read(io + 0x154) == 8 << shift && b.read(io + 0x124) == 0)
    #expect(pending(IRQ.IO_IRQ_BANK0, core: 1) && !pending(IRQ.IO_IRQ_BANK0, core: 0))
    b.clear(io + 0xf4, 8 << shift)  // as pico-examples do: the 1 arrives through the clear alias
    #expect(b.read(io + 0x154) == 0)
    b.write(io + 0x114, 1 << shift)  // PROC0_INTF1
    #expect(b.read(io + 0x124) == 1 << shift && pending(IRQ.IO_IRQ_BANK0, core: 0))
  }
  @Test func qspiPins() {
    b.write(Registers.IO_QSPI.base + 0x0c, 5)  // SS
    b.write(sio + Registers.SIO.GPIO_HI_OE.offset, 2)
    b.write(sio + Registers.SIO.GPIO_HI_OUT.offset, 2)
    b.pass(3)
    #expect(b.read(sio + Registers.SIO.GPIO_HI_IN.offset) & 2 != 0 && b.chip.circuit.level(of: b.chip.circuit.net("QSPI_SS")) == .high)
    b.write(sio + Registers.SIO.GPIO_HI_OUT.offset, 0)
    b.pass(3)
    #expect(b.read(sio + Registers.SIO.GPIO_HI_IN.offset) & 2 == 0)
  }
  @Test func stateSurvives() throws {
    control(4, 5 | 1 << 8)
    pad(4, 0x72)
    b.write(sio + Registers.SIO.GPIO_OE.offset, 1 << 4)
    let saved = try b.chip.save()
    let other = try Bench()
    try other.chip.restore(saved)
    #expect(other.chip.circuit.level(of: other.chip.pins.net(4)) == .high)
    #expect(try other.chip.save() == saved)
  }
}
