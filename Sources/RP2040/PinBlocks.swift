import Emulation
import OnChip
import Registers

// The blocks that meet at the pins: SIO, the IO and pad banks, UART, SPI, I2C and PWM.
extension RP2040 {
  func attachPinBlocks() {
    typealias B = Registers.RESETS.RESET
    attach(OnChip.SIO(self, pins: pins), base: Registers.SIO.base, size: 0x1000, kind: .single, gate: .sio)
    attach(OnChip.IO_BANK0(behind(.io), pins: pins), base: Registers.IO_BANK0.base, resetMask: B.IO_BANK0.mask, gate: .io)
    attach(OnChip.IO_QSPI(behind(.io), pins: pins), base: Registers.IO_QSPI.base, resetMask: B.IO_QSPI.mask, gate: .io)
    attach(OnChip.PADS_BANK0(self, pins: pins), base: Registers.PADS_BANK0.base, resetMask: B.PADS_BANK0.mask, gate: .pads)
    attach(OnChip.PADS_QSPI(self, pins: pins), base: Registers.PADS_QSPI.base, resetMask: B.PADS_QSPI.mask, gate: .pads)
    attach(OnChip.UART(behind(.uart(0)), pins: pins, index: 0), base: Registers.UART.uart0, resetMask: B.UART0.mask, gate: .uart(0), events: [.uart0])
    attach(OnChip.UART(behind(.uart(1)), pins: pins, index: 1), base: Registers.UART.uart1, resetMask: B.UART1.mask, gate: .uart(1), events: [.uart1])
    attach(OnChip.SPI(behind(.spi(0)), pins: pins, index: 0), base: Registers.SPI.spi0, resetMask: B.SPI0.mask, gate: .spi(0), events: [.spi0])
    attach(OnChip.SPI(behind(.spi(1)), pins: pins, index: 1), base: Registers.SPI.spi1, resetMask: B.SPI1.mask, gate: .spi(1), events: [.spi1])
    attach(OnChip.I2C(behind(.i2c(0)), pins: pins, index: 0), base: Registers.I2C.i2c0, resetMask: B.I2C0.mask, gate: .i2c(0), events: [.i2c0])
    attach(OnChip.I2C(behind(.i2c(1)), pins: pins, index: 1), base: Registers.I2C.i2c1, resetMask: B.I2C1.mask, gate: .i2c(1), events: [.i2c1])
    let pwm = OnChip.PWM(behind(.pwm), pins: pins)
    attach(pwm, base: Registers.PWM.base, resetMask: B.PWM.mask, gate: .pwm, events: (0..<8).map { .pwm($0) })
    let pio0 = OnChip.PIO(behind(.pio(0)), pins: pins, index: 0), pio1 = OnChip.PIO(behind(.pio(1)), pins: pins, index: 1)
    attach(pio0, base: Registers.PIO.pio0, kind: .ahb, resetMask: B.PIO0.mask, gate: .pio(0), events: [.pio0])
    attach(pio1, base: Registers.PIO.pio1, kind: .ahb, resetMask: B.PIO1.mask, gate: .pio(1), events: [.pio1])
    dma.onDemand = { [unowned pwm, unowned pio0, unowned pio1] in
      pwm.paced = UInt32($0 >> 24 & 0xff)
      pio0.setDemand(UInt32($0 & 0xff))
      pio1.setDemand(UInt32($0 >> 8 & 0xff))
    }
    attach(adc, base: Registers.ADC.base, resetMask: B.ADC.mask, gate: .adc, events: [.adc])
    attach(ssi, base: Registers.SSI.base, kind: .ahb, gate: .xip, events: [.ssi, .flash])
    attach(xip, base: Registers.XIP_CTRL.base, kind: .ahb, gate: .xip, events: [.xipStream])
    attach(OnChip.XIP_AUX(xip), base: 0x5040_0000, size: 0x1000, kind: .ahb, gate: .xip)
    bus.xip = xip
    syscfg.onNMIMask = { [unowned self] core, mask in
      let ppb = core == 0 ? core0.ppb : core1.ppb
      if configuration.arm { ppb.setNMIMask(mask) } else if mask != 0 { unmodelled("SYSCFG", "PROC\(core)_NMI_MASK", write: true, value: mask) }
    }
    syscfg.onSynchroniserBypass = { [unowned self] in pins.synchroniserBypass = $0 }
  }
}
