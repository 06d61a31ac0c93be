import Emulation

/// The serial port class (USB CDC 1.2, PSTN 1.2: abstract control model): what Linux's ttyACM does with the device.
///
/// `index`: with several serial functions in one device, which of them.
public final class CDCACM: USBDriver {
  private let index: Int
  /// Gets what the device sends.
  public var onBytes: (([UInt8]) -> Void)?
  /// Told when the port can be used, and when not any more.
  public var onReady: ((Bool) -> Void)?
  /// Somebody has the port open: DTR and RTS are set, and the device is asked for data.
  public private(set) var isOpen = false
  public private(set) var baud: UInt32 = 115_200
  /// The device is there.
  public var isReady: Bool { host != nil }

  private weak var host: USBHost?
  private var control: UInt8 = 0
  private var input: USBEndpoint?, output: USBEndpoint?, notification: USBEndpoint?
  private var reading: USBTransfer?, notifying: USBTransfer?
  private var writing = false
  private var toSend: [UInt8] = []
  /// An OUT transfer carries at most so many bytes.
  private static let most = 4096

  public init(index: Int = 0) { self.index = index }

  /// Bytes for the device, in order; they wait until it is there and takes them.
  public func send(_ bytes: [UInt8]) {
    toSend += bytes
    write()
  }
  /// Bytes that the device has not taken.
  public var hasUnsent: Bool { !toSend.isEmpty || writing }
  /// Opens or closes the port.
  public func open(_ open: Bool) {
    guard open != isOpen else { return }
    isOpen = open
    guard host != nil else { return }
    applyOpen()
  }
  /// The line's speed, 8N1: it means nothing to most devices; 1200 asks many for their boot loader.
  public func setBaud(_ baud: UInt32) {
    guard baud != self.baud else { return }
    self.baud = baud
    sendLineCoding()
  }

  // MARK: USBDriver

  public func configured(_ device: USBDevice, _ host: USBHost) -> Bool {
    let interfaces = device.configuration.interfaces
    let controls = interfaces.filter { $0.interfaceClass == 2 && $0.subclass == 2 && $0.alternate == 0 }
    guard index < controls.count else { return false }
    let c = controls[index]
    // The union descriptor names the interface that carries the data; without one it is the next.
    let union = c.extra.first { $0.count >= 5 && $0[1] == 0x24 && $0[2] == 6 }
    let data = union?[4] ?? c.number &+ 1
    guard let d = interfaces.first(where: { $0.number == data && $0.endpoint(.bulk, input: true) != nil && $0.endpoint(.bulk, input: false) != nil })
    else { return false }
    if d.alternate != 0 {
      host.submit(USBTransfer(USBSetup(0x01, 11, value: UInt16(d.alternate), index: UInt16(d.number))) { _ in })
      host.open(d)
    }
    self.host = host
    control = c.number
    input = d.endpoint(.bulk, input: true)
    output = d.endpoint(.bulk, input: false)
    notification = c.endpoint(.interrupt, input: true)
    sendLineCoding()
    onReady?(true)
    if isOpen { applyOpen() }
    write()
    return true
  }
  public func detached() {
    guard host != nil else { return }
    host = nil
    (reading, notifying, writing) = (nil, nil, false)
    onReady?(false)
  }

  // MARK: Details

  private func sendLineCoding() {
    let b = baud
    host?.submit(
      USBTransfer(
        USBSetup(0x21, 0x20, index: UInt16(control), length: 7), [UInt8(b & 0xff), UInt8(b >> 8 & 0xff), UInt8(b >> 16 & 0xff), UInt8(b >> 24), 0, 0, 8]
      ) { _ in })
  }
  private func applyOpen() {
    // DTR and RTS.
    host?.submit(USBTransfer(USBSetup(0x21, 0x22, value: isOpen ? 3 : 0, index: UInt16(control))) { _ in })
    if isOpen {
      read()
      listen()
      write()
    } else {
      if let reading { host?.cancel(reading) }
      if let notifying { host?.cancel(notifying) }
    }
  }
  private func read() {
    guard let host, let input, reading == nil, isOpen else { return }
    let t = USBTransfer(input: input.address, length: input.maxPacket) { [weak self] t in self?.hasRead(t) }
    reading = t
    host.submit(t)
  }
  private func hasRead(_ t: USBTransfer) {
    reading = nil
    if !t.data.isEmpty { onBytes?(t.data) }
    switch t.status {
    case .done: read()
    case .stall: clearHalt(t.endpoint) { [weak self] in self?.read() }
    default: break
    }
  }
  /// Changes of carrier and the like: read, as a host does, and not used.
  private func listen() {
    guard let host, let notification, notifying == nil, isOpen else { return }
    let t = USBTransfer(input: notification.address, length: notification.maxPacket) { [weak self] t in
      self?.notifying = nil
      if t.status == .done { self?.listen() }
    }
    notifying = t
    host.submit(t)
  }
  private func write() {
    guard let host, let output, !writing, !toSend.isEmpty else { return }
    let chunk = Array(toSend.prefix(Self.most))
    toSend.removeFirst(chunk.count)
    writing = true
    host.submit(
      USBTransfer(output: output.address, chunk) { [weak self] t in
        guard let self else { return }
        writing = false
        switch t.status {
        case .done: write()
        case .stall: clearHalt(t.endpoint) { [weak self] in self?.write() }
        default: break
        }
      })
  }
  private func clearHalt(_ endpoint: UInt8, _ next: @escaping () -> Void) {
    host?.submit(
      USBTransfer(USBSetup(0x02, 1, value: 0, index: UInt16(endpoint))) { [weak self] t in
        self?.host?.resetToggle(endpoint)
        if t.status == .done { next() }
      })
  }
}
