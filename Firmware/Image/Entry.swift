#if !os(none)
import CPort
import Port

/// The image as the emulation takes it: four functions that are called on a core's own fiber.
public nonisolated(unsafe) let tayberryFirmware: UnsafePointer<firmware_image> = {
  let image = UnsafeMutablePointer<firmware_image>.allocate(capacity: 1)
  image.initialize(
    to: firmware_image(
      start: { PicoFirmware.start(Port($0), core: $1) },
      interrupt: { PicoFirmware.interrupt(Port($0), $1) },
      task: { PicoFirmware.task(Port($0), $1, $2) },
      pick: { PicoFirmware.pick(Port($0), $1) }))
  return UnsafePointer(image)
}()

/// `PicoFirmware.describe`, for the emulation's fault reports.
public let describeTayberry: @convention(c) (UnsafeMutablePointer<port_block>, UInt32, UnsafeMutablePointer<UInt8>, UInt32) -> UInt32 = {
  PicoFirmware.describe(Port($0), core: $1, $2, $3)
}

/// The same for C.
@c(tayberry_firmware)
public func tayberryFirmwareForC() -> UnsafePointer<firmware_image> { tayberryFirmware }
#else
import CPort
import Port

// Called by ARM/startup.S and ARM/pendsv.c.
@c(firmware_start) public func armStart(_ core: UInt32) -> Never { PicoFirmware.start(Port(), core: core) }
@c(firmware_interrupt) public func armInterrupt(_ irq: UInt32) { PicoFirmware.interrupt(Port(), irq) }
@c(firmware_task) public func armTask(_ kind: UInt32, _ argument: UInt32) -> Never { PicoFirmware.task(Port(), kind, argument) }
@c(firmware_pick) public func armPick(_ outgoing: UInt32) -> UInt32 { PicoFirmware.pick(Port(), outgoing) }
#endif
