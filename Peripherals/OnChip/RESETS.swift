import Emulation
import Registers

/// RESETS (RP2040 data sheet §2.14): holds blocks in reset. RESET_DONE of a block that works on another clock than clk_sys comes
/// only while that clock runs.
public final class RESETS: Peripheral {
  public let name = "RESETS"
  private typealias R = Registers.RESETS
  var held: UInt32 = R.RESET.reset
  /// What a watchdog reset takes back to its reset state.
  public private(set) var watchdogSelection: UInt32 = 0
  private unowned(unsafe) let services: any ChipServices

  public init(_ services: any ChipServices) { self.services = services }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.RESET_DONE.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.RESET.offset: held
    case R.WDSEL.offset: watchdogSelection
    case R.RESET_DONE.offset: done
    default: 0
    }
  }
  private var done: UInt32 {
    var v = ~held & R.RESET.reset
    typealias B = R.RESET
    if services.hertz(.peri) == 0 { v &= ~(B.UART0.mask | B.UART1.mask | B.SPI0.mask | B.SPI1.mask) }
    if services.hertz(.usb) == 0 { v &= ~B.USBCTRL.mask }
    if services.hertz(.adc) == 0 { v &= ~B.ADC.mask }
    if services.hertz(.rtc) == 0 { v &= ~B.RTC.mask }
    return v
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle)) & R.RESET.reset
    switch offset {
    case R.RESET.offset:
      held = new
      services.holdBlocks(held)
    case R.WDSEL.offset: watchdogSelection = new
    case R.RESET_DONE.offset: break
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  public func reset(at cycle: Cycle) {
    held = R.RESET.reset
    watchdogSelection = 0
    services.holdBlocks(held)
  }
  public func save(to out: inout StateWriter) { out.tag(name); out.put(held); out.put(watchdogSelection) }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    held = try input.get()
    watchdogSelection = try input.get()
    services.holdBlocks(held)
  }
}
