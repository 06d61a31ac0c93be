/// What a part on an SPI bus does with words: it has one ready before the master's comes.
public protocol SPIWords: AnyObject {
  /// The word that it sends next, in the low bits; nil: it does not drive its output.
  func send(at instant: Instant) -> UInt32?
  /// The word that came in meanwhile.
  func receive(_ word: UInt32, at instant: Instant)
  /// Its chip select went low or high.
  func selected(_ on: Bool, at instant: Instant)
}

/// A part's end of an SPI bus: clock, data in and out, chip select (active low), and the edges on them turned into words.
/// It also offers itself for whole words, so that a part that uses it works in both ways.
public final class SPIPins: NetListener, SPIDevice {
  private let circuit: Circuit
  private unowned(unsafe) let part: any SPIWords
  private let clock: Terminal, toDevice: Terminal, fromDevice: Terminal?, select: Terminal?
  private let toDeviceNet: Net, mode: UInt8, bits: UInt32
  public private(set) var isSelected: Bool
  /// True while an exchange of whole words is possible; counts for tests.
  public private(set) var wholeWords: UInt64 = 0
  private var level: Bool
  private var bit: UInt32 = 0, into: UInt32 = 0
  private var out: UInt32?

  /// `mode`: bit 0 phase, bit 1 polarity. Without a select net it is always selected. `part` outlives it.
  public init(_ circuit: Circuit, clock: Net, toDevice: Net, fromDevice: Net?, select: Net?, mode: UInt8 = 0, bits: UInt32 = 8, part: any SPIWords) {
    self.circuit = circuit; self.part = part; self.mode = mode; self.bits = bits
    toDeviceNet = toDevice
    self.clock = circuit.attach(to: clock)
    self.toDevice = circuit.attach(to: toDevice)
    self.fromDevice = fromDevice.map { circuit.attach(to: $0) }
    self.select = select.map { circuit.attach(to: $0) }
    level = circuit.isHigh(clock)
    isSelected = select.map { !circuit.isHigh($0) } ?? true
    circuit.listen(to: clock, self, tag: 0, everyEdge: false)
    if let select { circuit.listen(to: select, self, tag: 1, everyEdge: false) }
    circuit.attachSPI(self, clock: self.clock, toDevice: self.toDevice, fromDevice: self.fromDevice)
  }

  public func exchange(_ word: SPIWord) -> UInt32? {
    wholeWords += 1
    // A word of another length is so many bits of ours.
    let answer = UInt32(word.bits) == bits ? part.send(at: word.at) : nil
    if UInt32(word.bits) == bits { part.receive(word.out, at: word.at); return answer }
    return bitwise(word)
  }
  private func bitwise(_ word: SPIWord) -> UInt32? {
    var answer: UInt32 = 0, driven = false
    for i in (0..<UInt32(word.bits)).reversed() {
      if bit == 0 { out = part.send(at: word.at) }
      driven = driven || out != nil
      answer = answer << 1 | ((out ?? ~0) >> (bits - 1 - bit) & 1)
      take(word.out >> i & 1 != 0, word.at)
    }
    return driven ? answer : nil
  }
  private func take(_ high: Bool, _ at: Instant) {
    into = into << 1 | (high ? 1 : 0)
    bit += 1
    guard bit == bits else { return }
    bit = 0
    let word = into & (bits == 32 ? ~0 : (1 << bits) - 1)
    into = 0
    part.receive(word, at: at)
  }

  public func netChanged(_ net: Net, to newLevel: Level, tag: UInt32, at instant: Instant) {
    let high = circuit.isHigh(net)
    if tag == 1 {
      guard high == isSelected else { return }
      isSelected = !high
      bit = 0
      into = 0
      part.selected(isSelected, at: instant)
      if !isSelected { drive(.none, instant) } else if mode & 1 == 0 { present(instant) }
      return
    }
    guard high != level else { return }
    level = high
    guard isSelected else { return }
    let leading = high != (mode & 2 != 0)
    if leading != (mode & 1 != 0) { take(circuit.isHigh(toDeviceNet), instant) } else { present(instant) }
  }
  private func present(_ at: Instant) {
    if bit == 0 { out = part.send(at: at) }
    drive(out.map { .strong($0 >> (bits - 1 - bit) & 1 != 0) } ?? .none, at)
  }
  private func drive(_ drive: Drive, _ at: Instant) { if let fromDevice { circuit.drive(fromDevice, drive, at: at) } }
}
