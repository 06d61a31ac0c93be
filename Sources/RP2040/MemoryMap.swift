import CPort
import Emulation
import Glibc
import OnChip
import Registers

// The address map of the data sheet (§2.2) and which reset, events and interrupts belong to which block.
extension RP2040 {
  static let romBytes = 16 << 10, sramBytes = 264 << 10, usbRAMBytes = 4 << 10

  func mapMemory() throws(HostError) {
    try space.map(0, bytes: Self.romBytes, writable: false)
    try space.map(0x2000_0000, bytes: Self.sramBytes, used: true)
    try space.map(0x5010_0000, bytes: Self.usbRAMBytes)
    bus.attach(.flash, 0, UInt32(Self.romBytes) - 1)
    for window: UInt32 in [0x1000_0000, 0x1100_0000, 0x1200_0000, 0x1300_0000] { bus.attach(.xip, window, window + 0xff_ffff) }
    // The cache's own memory, for use while the cache is off (§2.6.3.1).
    try space.map(0x1500_0000, bytes: 16 << 10)
    bus.attach(.memory, 0x1500_0000, 0x1500_3fff)
    bus.attach(.memory, 0x2000_0000, 0x2000_0000 + UInt32(Self.sramBytes) - 1)
    bus.attach(.unstriped, 0x2100_0000, 0x2103_ffff)
    if configuration.ramMegabytes > 0 {
      let bytes = configuration.ramMegabytes << 20
      try space.map(0x3000_0000, bytes: bytes)
      bus.attach(.memory, 0x3000_0000, 0x3000_0000 + UInt32(bytes - 1))
    }
    // What SRAM holds when the power comes is random on silicon, and the seed's here.
    var random = SplitMix(seed: configuration.seed ^ 0x5241_4d21)
    let sram = space.base + 0x2000_0000
    for offset in stride(from: 0, to: Self.sramBytes, by: 8) { sram.storeBytes(of: random.next(), toByteOffset: offset, as: UInt64.self) }
  }

  func attachBlocks() {
    typealias B = Registers.RESETS.RESET
    bus.attach(.core0, 0xe000_0000, 0xe000_ffff, block: core0.ppb)
    bus.attach(.core1, 0xe000_0000, 0xe000_ffff, block: core1.ppb)
    owners[Int(EventSource.sysTick0.number)] = core0.ppb
    owners[Int(EventSource.sysTick1.number)] = core1.ppb

    attach(OnChip.CLOCKS(self), base: Registers.CLOCKS.base, events: [.resus, .frequencyCounter, .gpout0, .gpout1, .gpout2, .gpout3])
    attach(resets, base: Registers.RESETS.base, gate: .resets)
    attach(psm, base: Registers.PSM.base, gate: .psm)
    attach(rosc, base: Registers.ROSC.base, gate: .rosc, events: [.rosc])
    attach(xosc, base: Registers.XOSC.base, gate: .xosc, events: [.xosc])
    attach(OnChip.PLL("PLL_SYS", .pllSys, .pllSys, self), base: Registers.PLL.sys, resetMask: B.PLL_SYS.mask, gate: .pllSys, events: [.pllSys])
    attach(OnChip.PLL("PLL_USB", .pllUSB, .pllUSB, self), base: Registers.PLL.usb, resetMask: B.PLL_USB.mask, gate: .pllUSB, events: [.pllUSB])
    attach(watchdog, base: Registers.WATCHDOG.base, gate: .watchdog, events: [.watchdog])
    attach(timer, base: Registers.TIMER.base, resetMask: B.TIMER.mask, gate: .timer, events: [.timer])
    attach(vreg, base: Registers.VREG_AND_CHIP_RESET.base, gate: .vreg)
    attach(OnChip.SYSINFO(self), base: Registers.SYSINFO.base, resetMask: B.SYSINFO.mask, gate: .sysinfo)
    attach(syscfg, base: Registers.SYSCFG.base, resetMask: B.SYSCFG.mask, gate: .syscfg)
    attach(tbman, base: Registers.TBMAN.base, resetMask: B.TBMAN.mask, gate: .tbman)

    engine = .passUnretained(dma)
    attach(dma, base: Registers.DMA.base, kind: .ahb, resetMask: B.DMA.mask, gate: .dma, events: [.dma])
    attach(usb, base: Registers.USB.base, kind: .ahb, resetMask: B.USBCTRL.mask, gate: .usb, events: [.usb])
    attach(OnChip.USBMemory(usb), base: USB_DPRAM.base, size: 0x1000, kind: .watched, gate: .usb)
    attach(OnChip.BUSCTRL(behind(.busctrl), bus: bus), base: Registers.BUSCTRL.base, resetMask: B.BUSCTRL.mask, gate: .busctrl)
    attach(OnChip.RTC(behind(.rtc)), base: Registers.RTC.base, resetMask: B.RTC.mask, gate: .rtc, events: [.rtc])
    attachPinBlocks()
  }
}

/// A small generator of 64-bit numbers with an even spread (Steele, Lea, Flood: SplitMix).
struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
