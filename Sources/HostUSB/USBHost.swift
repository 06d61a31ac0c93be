import Emulation

/// A driver for (a part of) a device: a class.
public protocol USBDriver: AnyObject {
  /// The device is configured: false if nothing of it is this driver's.
  func configured(_ device: USBDevice, _ host: USBHost) -> Bool
  /// The device has gone; transfers have ended with `.gone` before.
  func detached()
}

/// A device that has been enumerated.
public struct USBDevice: Sendable, CustomStringConvertible {
  public var descriptor: USBDeviceDescriptor
  public var configuration: USBConfiguration
  /// The bytes of the configuration as they came.
  public var configurationBytes: [UInt8] = []
  public var manufacturer: String?, product: String?, serial: String?
  public var address: UInt8
  /// Like 2e8a:0005 MicroPython Board in FS mode (e660583883462c2a).
  public var description: String {
    func four(_ v: UInt16) -> String { String(repeating: "0", count: v < 16 ? 3 : v < 256 ? 2 : v < 4096 ? 1 : 0) + String(v, radix: 16) }
    var text = four(descriptor.vendor) + ":" + four(descriptor.product)
    if let product { text += " " + product }
    if let serial { text += " (" + serial + ")" }
    return text
  }
}

/// The host's end of the USB cable, in process: a root port for one full-speed device, with the bus timing of a real one. It resets and enumerates
/// what is plugged in, as Linux does it, hands it to the drivers, and moves their transfers packet by packet.
///
/// It belongs to the board's thread and has no clock but the board's: with the same input at the same cycles it does the same.
public final class USBHost: Peripheral, USBUpstream {
  public let name = "USB host"
  unowned(unsafe) let services: any ChipServices
  let function: any USBFunction
  public var drivers: [any USBDriver] = []
  /// Told when a device has been configured, and nil when it has gone.
  public var onDevice: ((USBDevice?) -> Void)?
  /// Told what a person should know: a device that does not enumerate, descriptors against the rules.
  public var onReport: ((String) -> Void)?
  public private(set) var device: USBDevice?

  /// Milliseconds: what the specification asks for and Linux takes (USB 2.0 §7.1.7.3, §7.1.7.5, §9.2.6.3).
  private static let debounce: UInt64 = 100, resetTime: UInt64 = 50, recovery: UInt64 = 10, addressRecovery: UInt64 = 10
  private static let resumeTime: UInt64 = 20
  /// Bit times that a control transfer may take: five seconds.
  public static let controlLimit: UInt64 = 5000 * BitTime.perMillisecond
  private static let attempts = 4

  // The bus (Bus.swift).
  var runsFrames = false
  /// Bit times since power-on: the frame's beginning, and when the wire is free again.
  var frameStart: UInt64 = 0, busFree: UInt64 = 0
  var frame: UInt64 = 0
  var transaction: USBTransaction?
  /// Endpoint 0 first.
  var pipes: [USBPipe] = []
  /// Whose turn it is of `pipes`.
  var turn = 0
  var address: UInt8 = 0

  private enum Port { case empty, waiting, enumerating, configured, suspended, failed }
  private var port = Port.empty
  private var timer: (at: UInt64, action: () -> Void)?
  private var tries = 0
  private var found: (descriptor: USBDeviceDescriptor, configuration: USBConfiguration, bytes: [UInt8])!
  private var strings: [UInt8: String] = [:]
  private var language: UInt16 = 0

  /// Plugs `function` in. Its `upstream` is to be set to this host, and the host attached to the chip's events with `EventSource.usbHost`.
  public init(_ services: any ChipServices, function: any USBFunction) {
    self.services = services; self.function = function
  }

  // MARK: Time

  private func bits(_ cycle: Cycle) -> UInt64 {
    let ns = services.instant(cycle).nanoseconds
    return ns / 1000 * 12 + ns % 1000 * 12 / 1000
  }
  private func cycle(_ bits: UInt64) -> Cycle {
    services.cycle(at: Instant(nanoseconds: bits / 12 * 1000 + (bits % 12 * 1000 + 11) / 12))
  }
  var now: UInt64 { bits(services.now) }
  private func after(milliseconds: UInt64, _ action: @escaping () -> Void) { timer = (now + milliseconds * BitTime.perMillisecond, action) }

  public func fire(_ source: EventSource, at cycle: Cycle) {
    let time = bits(cycle)
    if let t = timer, t.at <= time {
      timer = nil
      t.action()
    }
    runBus(time)
    if let t = pipes.first?.queue.first, t.deadline <= time, transaction?.transfer !== t { end(t, pipes[0], .timeout) }
    reschedule()
  }
  func reschedule() {
    let next = min(timer?.at ?? .max, nextBusTime(now) ?? .max)
    if next == .max { services.cancel(.usbHost) } else { services.schedule(.usbHost, at: cycle(next)) }
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }

  // MARK: Transfers

  /// Puts a transfer at the end of its endpoint's queue. On an endpoint that is not there it ends at once.
  public func submit(_ t: USBTransfer) {
    guard let p = pipe(t.endpoint), t.status == .pending else { return t.end(.gone) }
    if t.setup != nil { t.deadline = now + Self.controlLimit }
    // Where the function has been asked and said no, the pipe is parked; a new transfer is a new question.
    if p.queue.isEmpty { p.isParked = false }
    p.queue.append(t)
    if transaction == nil { reschedule(soon: p) }
  }
  /// Takes a transfer back: what has been moved stays moved.
  public func cancel(_ t: USBTransfer) {
    guard t.status == .pending, let p = pipe(t.endpoint) else { return }
    if let x = transaction, x.transfer === t { t.isCancelled = true } else { end(t, p, .cancelled) }
  }
  /// CLEAR_FEATURE(ENDPOINT_HALT) was sent: both ends begin with DATA0 again.
  public func resetToggle(_ endpoint: UInt8) { pipe(endpoint)?.toggle = false }
  private func pipe(_ endpoint: UInt8) -> USBPipe? {
    endpoint & 0xf == 0 ? pipes.first : pipes.first { $0.endpoint.address == endpoint }
  }
  private func reschedule(soon p: USBPipe) {
    p.notBefore = max(now + 1, busFree + 1)
    reschedule()
  }

  // MARK: USBUpstream

  public func mayAnswer(_ endpoint: UInt8, at cycle: Cycle) {
    guard runsFrames, let p = pipe(endpoint), p.isParked else { return }
    // Asked every `period` since its NAK, it would be asked next at:
    let time = bits(cycle), step = max(p.period, 1)
    p.isParked = false
    p.notBefore = max(p.askedAt + (time > p.askedAt ? (time - p.askedAt) / step + 1 : 1) * step, busFree + 1)
    if transaction == nil { reschedule() }
  }
  public func attachmentChanged(at cycle: Cycle) {
    if function.isAttached {
      guard port == .empty else { return }
      port = .waiting
      tries = 0
      after(milliseconds: Self.debounce) { [unowned self] in startEnumeration() }
    } else if port != .empty {
      disconnect()
      port = .empty
      timer = nil
    }
    reschedule()
  }
  public func wakeRequested(at cycle: Cycle) { resume() }
  private func disconnect() {
    runsFrames = false
    transaction = nil
    address = 0
    let old = pipes, was = device
    pipes = []
    device = nil
    for p in old { for t in p.queue { t.end(.gone) } }
    if was != nil {
      for d in drivers { d.detached() }
      onDevice?(nil)
    }
  }

  // MARK: Suspend

  /// Frames stop: after 3 ms the function sleeps.
  public func suspend() {
    guard port == .configured else { return }
    port = .suspended
    runsFrames = false
    transaction = nil
    reschedule()
  }
  /// K for 20 ms, then frames go on.
  public func resume() {
    guard port == .suspended else { return }
    function.resumeBegins(at: services.now)
    after(milliseconds: Self.resumeTime) { [unowned self] in
      function.resumeEnds(at: services.now)
      port = .configured
      startFrames()
    }
    reschedule()
  }
  private func startFrames() {
    runsFrames = true
    // The first frame begins at once.
    frameStart = now - BitTime.perMillisecond
    busFree = now
    transaction = nil
  }

  // MARK: Enumeration

  private func startEnumeration() {
    port = .enumerating
    reset { [unowned self] in
      // The first look is for the size of endpoint 0's packets; then the device is reset again, as many expect it by now.
      control(.descriptor(1, length: 64)) { [unowned self] bytes throws(USBDescriptorError) in
        let d = try USBDeviceDescriptor(bytes)
        reset { [unowned self] in
          pipes[0] = USBPipe(USBEndpoint(address: 0, kind: .control, maxPacket: d.maxPacket, interval: 1))
          control(USBSetup(0, 5, value: 1)) { [unowned self] _ throws(USBDescriptorError) in
            address = 1
            after(milliseconds: Self.addressRecovery) { [unowned self] in readDescriptors() }
          }
        }
      }
    }
  }
  private func readDescriptors() {
    control(.descriptor(1, length: 18)) { [unowned self] bytes throws(USBDescriptorError) in
      let d = try USBDeviceDescriptor(bytes)
      guard bytes.count >= 18 else { throw USBDescriptorError("the device descriptor has \(bytes.count) bytes") }
      control(.descriptor(2, length: 9)) { [unowned self] bytes throws(USBDescriptorError) in
        control(.descriptor(2, length: try USBConfiguration.totalLength(bytes))) { [unowned self] bytes throws(USBDescriptorError) in
          found = (d, try USBConfiguration(bytes), bytes)
          strings = [:]
          readStrings([0, d.manufacturerString, d.productString, d.serialString][...])
        }
      }
    }
  }
  /// The languages first; a device without strings may refuse.
  private func readStrings(_ numbers: ArraySlice<UInt8>) {
    guard let n = numbers.first else { return configure() }
    guard n != 0 || numbers.count == 4, numbers.count == 4 || language != 0 else { return readStrings(numbers.dropFirst()) }
    if numbers.count == 4 { language = 0 }
    submit(
      USBTransfer(.descriptor(3, n, language: language, length: 255)) { [unowned self] t in
        if t.status == .gone { return }
        if t.status == .done {
          if numbers.count == 4 {
            if t.data.count >= 4, t.data[1] == 3 { language = UInt16(t.data[2]) | UInt16(t.data[3]) << 8 }
          } else {
            strings[n] = usbString(t.data)
          }
        }
        readStrings(numbers.dropFirst())
      })
  }
  private func configure() {
    control(USBSetup(0, 9, value: UInt16(found.configuration.value))) { [unowned self] _ throws(USBDescriptorError) in
      for i in found.configuration.interfaces where i.alternate == 0 { open(i) }
      let d = found.descriptor
      let device = USBDevice(
        descriptor: d, configuration: found.configuration, configurationBytes: found.bytes, manufacturer: strings[d.manufacturerString],
        product: strings[d.productString], serial: strings[d.serialString], address: address)
      self.device = device
      port = .configured
      for complaint in found.configuration.complaints { onReport?("USB descriptors: \(complaint)") }
      onDevice?(device)
      for driver in drivers where driver.configured(device, self) { break }
    }
  }
  /// Makes the pipes of an interface's setting; those of its other settings go.
  public func open(_ interface: USBInterface) {
    for e in interface.endpoints {
      pipes.removeAll { $0.endpoint.address == e.address && $0 !== pipes[0] }
      pipes.append(USBPipe(e))
    }
    turn = 0
  }

  /// A bus reset, and then the device has address 0 and endpoint 0 alone.
  private func reset(_ next: @escaping () -> Void) {
    runsFrames = false
    transaction = nil
    let old = pipes
    pipes = []
    for p in old { for t in p.queue { t.end(.gone) } }
    address = 0
    function.resetBegins(at: services.now)
    after(milliseconds: Self.resetTime) { [unowned self] in
      function.resetEnds(at: services.now)
      startFrames()
      pipes = [USBPipe(USBEndpoint(address: 0, kind: .control, maxPacket: 64, interval: 1))]
      after(milliseconds: Self.recovery, next)
    }
    reschedule()
  }
  /// A request of the enumeration: if it fails, all begins anew, a few times.
  private func control(_ setup: USBSetup, _ next: @escaping ([UInt8]) throws(USBDescriptorError) -> Void) {
    submit(
      USBTransfer(setup) { [unowned self] t in
        switch t.status {
        case .gone, .cancelled: return
        case .done:
          do throws(USBDescriptorError) { try next(t.data) } catch { failed("\(error)") }
        default: failed("request \(hex(setup.bytes)) ended with \(t.status)")
        }
      })
  }
  private func failed(_ why: String) {
    tries += 1
    guard tries < Self.attempts else {
      port = .failed
      runsFrames = false
      transaction = nil
      timer = nil
      onReport?("the USB device cannot be used: \(why)")
      return
    }
    // From the timer, so that the transfer that failed is over first.
    after(milliseconds: 1) { [unowned self] in startEnumeration() }
  }

  // MARK: Peripheral

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  /// The chip's reset does not reach the other end of the cable: it sees the pull-up go.
  public func reset(at cycle: Cycle) {}
  public func save(to w: inout StateWriter) { w.tag(name) }
  /// Transfers and drivers are not saved: a restored board finds its cable plugged in anew.
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    disconnect()
    port = .empty
    attachmentChanged(at: services.now)
  }
}
