import Emulation
import HostUSB
import RP2040
import Registers
import Testing

/// The line, and what becomes of a device that is plugged in.
@Suite struct EnumerationTests {
  @Test func aDeviceIsFoundAndConfigured() throws {
    let rig = try Rig(), device = Device(rig)
    var found: [String] = []
    rig.host.onDevice = { found.append($0.map { "\($0)" } ?? "gone") }
    rig.attach()
    device.serve(milliseconds: 300)
    #expect(found == ["2e8a:1234 Thing (0042)"])
    #expect(rig.host.device?.manufacturer == "Maker")
    #expect(rig.host.device?.configuration.interfaces[0].endpoints.map(\.address) == [0x81, 2, 0x83])
    #expect(device.configured == 1 && device.address == 1 && device.resets == 2)
    #expect(device.requests.map { $0[1] } == [6, 5, 6, 6, 6, 6, 6, 6, 6, 9])
    // The host has acknowledged what was sent; the bit stays until firmware clears it.
    #expect(rig.usb(USB.SIE_STATUS.offset) & USB.SIE_STATUS.ACK_REC.mask != 0)
    rig.clear(USB.SIE_STATUS.offset, USB.SIE_STATUS.ACK_REC.mask)
    #expect(rig.usb(USB.SIE_STATUS.offset) & USB.SIE_STATUS.ACK_REC.mask == 0)
    #expect(rig.reports == [])
    // The pull-up goes: so does the device.
    rig.usb(USB.SIE_CTRL.offset, 0)
    device.serve(milliseconds: 5)
    #expect(found == ["2e8a:1234 Thing (0042)", "gone"])
    rig.attach()
    device.serve(milliseconds: 300)
    #expect(found.count == 3)
  }

  @Test func nothingWithoutPowerClockOrSwitches() throws {
    for spoil in [
      { $0.usb(USB.USB_PWR.offset, 8) }, { $0.usb(USB.USB_MUXING.offset, 0) }, { $0.usb(USB.MAIN_CTRL.offset, 0) },
      { $0.write(CLOCKS.base + CLOCKS.CLK_USB_CTRL.offset, 0) },
    ] as [(Rig) -> Void] {
      let rig = try Rig(), device = Device(rig)
      rig.attach()
      spoil(rig)
      device.serve(milliseconds: 250)
      #expect(device.requests == [] && device.resets == 0)
    }
  }

  /// What firmware does against erratum RP2040-E5 after each reset of the bus: it looks at GP15 as DP for a millisecond, while an override keeps the pull-up.
  @Test func theHostSeesNothingOfE5() throws {
    let rig = try Rig(), device = Device(rig)
    var found: [String] = []
    rig.host.onDevice = { found.append($0.map { "\($0)" } ?? "gone") }
    rig.attach()
    let control = IO_BANK0.base + 8 * 15 + 4
    while rig.usb(USB.SIE_STATUS.offset) & USB.SIE_STATUS.BUS_RESET.mask == 0 { rig.pass(microseconds: 100) }
    while rig.usb(USB.SIE_STATUS.offset) & 0xc == 0 { rig.pass(microseconds: 100) }
    rig.write(RESETS.base + 0x3000, RESETS.RESET.IO_BANK0.mask | RESETS.RESET.PADS_BANK0.mask)
    rig.usb(USB.USBPHY_DIRECT.offset, USB.USBPHY_DIRECT.DP_PULLUP_EN.mask)
    rig.usb(USB.USBPHY_DIRECT_OVERRIDE.offset, USB.USBPHY_DIRECT_OVERRIDE.DP_PULLUP_EN_OVERRIDE_EN.mask)
    rig.write(control, 8)
    rig.usb(USB.USB_MUXING.offset, 0xc)
    #expect(rig.usb(USB.SIE_STATUS.offset) & 0xc == 0, "GP15 is low: SE0")
    rig.write(control, 3 << 16 | 8)
    #expect(rig.usb(USB.SIE_STATUS.offset) & 0xc == 4, "GP15 is high by its override: J")
    rig.pass(milliseconds: 1)
    #expect(rig.usb(USB.SIE_STATUS.offset) & USB.SIE_STATUS.CONNECTED.mask != 0)
    rig.usb(USB.USB_MUXING.offset, 9)
    rig.usb(USB.USBPHY_DIRECT_OVERRIDE.offset, 0)
    device.serve(milliseconds: 300)
    #expect(found == ["2e8a:1234 Thing (0042)"])
    #expect(rig.reports == [])
  }

  @Test func theBusTakesItsTime() throws {
    let rig = try Rig(), start = rig.microseconds
    rig.attach()
    // Nobody drives the idle line: the device sleeps after 3 ms, long before the host's reset at 100 ms.
    rig.pass(milliseconds: 4)
    #expect(rig.usb(USB.INTS.offset) == USB.INTS.DEV_SUSPEND.mask)
    #expect(rig.usb(USB.SIE_STATUS.offset) & 0x1d == 1 << 4 | 1 << 2 | 1)
    rig.clear(USB.SIE_STATUS.offset, 1 << 4)
    #expect(rig.usb(USB.INTS.offset) == 0)
    while rig.usb(USB.INTS.offset) & USB.INTS.BUS_RESET.mask == 0 && rig.microseconds < start + 200_000 { rig.pass(microseconds: 100) }
    #expect((99_900...100_300).contains(rig.microseconds - start))
    #expect(rig.usb(USB.SIE_STATUS.offset) & 0x1_000c == 0, "SE0, and not connected")
    rig.clear(USB.SIE_STATUS.offset, USB.SIE_STATUS.BUS_RESET.mask)
    rig.usb(USB.INTE.offset, USB.INTE.DEV_SOF.mask)
    // 50 ms later frames begin, one each millisecond.
    rig.pass(microseconds: 50_000)
    var times: [UInt64] = [], numbers: [UInt32] = []
    while times.count < 5 && rig.microseconds < start + 200_000 {
      rig.pass(microseconds: 1)
      guard rig.usb(USB.INTS.offset) != 0 else { continue }
      times.append(rig.microseconds)
      numbers.append(rig.usb(USB.SOF_RD.offset))
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { (999...1001).contains($1 - $0) }, "\(times)")
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 })
    #expect(rig.usb(USB.SIE_STATUS.offset) >> 16 & 1 == 1)
  }

  @Test func suspendResumeAndRemoteWake() throws {
    let rig = try Rig(), device = Device(rig)
    rig.attach()
    device.serve(milliseconds: 300)
    for byDevice in [false, true] {
      rig.host.suspend()
      rig.pass(milliseconds: 5)
      #expect(rig.usb(USB.INTS.offset) & USB.INTS.DEV_SUSPEND.mask != 0)
      rig.clear(USB.SIE_STATUS.offset, 1 << 4)
      if byDevice { rig.write(USB.base + 0x2000 + USB.SIE_CTRL.offset, USB.SIE_CTRL.RESUME.mask) } else { rig.host.resume() }
      rig.pass(milliseconds: 1)
      #expect(rig.usb(USB.INTS.offset) == USB.INTS.DEV_RESUME_FROM_HOST.mask)
      #expect(USB.SIE_STATUS.LINE_STATE.of(rig.usb(USB.SIE_STATUS.offset)) == 2)
      rig.clear(USB.SIE_STATUS.offset, USB.SIE_STATUS.RESUME.mask)
      rig.pass(milliseconds: 25)
      let frame = rig.usb(USB.SOF_RD.offset)
      rig.pass(milliseconds: 3)
      #expect(rig.usb(USB.SOF_RD.offset) == frame + 3)
    }
    #expect(rig.host.device != nil)
  }

  @Test func aDeviceThatRefusesIsGivenUp() throws {
    let rig = try Rig(), device = Device(rig)
    device.refuses = [9]
    rig.attach()
    device.serve(milliseconds: 1300)
    #expect(rig.host.device == nil)
    #expect(rig.reports == ["the USB device cannot be used: request 00 09 01 00 00 00 00 00 ended with stall"])
    #expect(device.resets == 8)
  }
  @Test func aDeviceThatIsSilentIsGivenUp() throws {
    let rig = try Rig()
    rig.attach()
    // Address 7: nobody answers at 0.
    rig.usb(USB.ADDR_ENDP.offset, 7)
    rig.pass(milliseconds: 1000)
    #expect(rig.reports == ["the USB device cannot be used: request 80 06 00 01 00 00 40 00 ended with silence"])
  }

  @Test func hostModeIsReported() throws {
    let rig = try Rig()
    rig.usb(USB.MAIN_CTRL.offset, 3)
    rig.usb(USB.INT_EP_CTRL.offset, 2)
    #expect(
      rig.chip.reports == ["USBCTRL.MAIN_CTRL.HOST_NDEVICE (host mode) has no model (written)", "USBCTRL.INT_EP_CTRL (host mode) has no model (written)"])
  }
}
