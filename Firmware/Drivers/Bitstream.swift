import Port
import Registers

/// Pulses timed by the core's SysTick (ARMv6-M §B3.3), which nothing else here uses.
extension Board {
  private var mostCount: UInt32 { 0xff_ffff }

  /// Sends bytes, highest bit first, on an output pin: high and low times in cycles of a 0, then of a 1. Interrupts wait.
  public func sendBits(_ pin: UInt32, _ cycles: [4 of UInt32], from: Address, count: UInt32) {
    let mask = port.disableInterrupts(), counter = PPB.base &+ PPB.SYST_CVR.offset
    let set = SIO.base &+ SIO.GPIO_OUT_SET.offset, clear = SIO.base &+ SIO.GPIO_OUT_CLR.offset, bit: UInt32 = 1 << pin
    port.write(PPB.base &+ PPB.SYST_RVR.offset, mostCount)
    port.write(PPB.base &+ PPB.SYST_CSR.offset, 5)
    var start = port.read(counter), n: UInt32 = 0
    while n < count {
      var byte = UInt32(memory.byte(from &+ n)), left: UInt32 = 8
      while left > 0 {
        let one = Int(byte >> 7 & 1) * 2
        let high = cycles[one], period = high &+ cycles[one + 1]
        port.write(set, bit)
        while (start &- port.read(counter)) & mostCount < high { port.spend(2) }
        port.write(clear, bit)
        while (start &- port.read(counter)) & mostCount < period { port.spend(2) }
        // The grid does not shift by what a look at the counter takes.
        start = (start &- period) & mostCount
        byte <<= 1
        left &-= 1
      }
      n &+= 1
    }
    port.write(PPB.base &+ PPB.SYST_CSR.offset, 0)
    port.restoreInterrupts(mask)
  }
}
