import Emulation

/// Writes the levels of nets over time as a value change dump (IEEE 1364-2005 §18), for GTKWave, PulseView and sigrok-cli.
///
/// Time stamps are virtual nanoseconds since power-on. A floating net is `z`, two outputs against each other are `x`.
public final class VCDTrace: NetListener {
  /// Where the text goes: a file in a run, memory in a test.
  private let write: (String) -> Void
  private let circuit: Circuit
  private var last: Instant?

  /// Starts a trace of these nets; their levels at `instant` are its first values.
  public init(_ circuit: Circuit, _ nets: [(name: String, net: Net)], at instant: Instant, write: @escaping (String) -> Void) {
    self.circuit = circuit
    self.write = write
    var header = "$version Tayberry $end\n$timescale 1 ns $end\n$scope module board $end\n"
    for (i, entry) in nets.enumerated() { header += "$var wire 1 \(Self.code(i)) \(Self.identifier(entry.name)) $end\n" }
    header += "$upscope $end\n$enddefinitions $end\n#\(instant.nanoseconds)\n$dumpvars\n"
    for (i, entry) in nets.enumerated() {
      circuit.listen(to: entry.net, self, tag: UInt32(i))
      header += "\(Self.letter(circuit.level(of: entry.net)))\(Self.code(i))\n"
    }
    write(header + "$end\n")
    last = instant
  }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    var line = ""
    if instant != last {
      line = "#\(instant.nanoseconds)\n"
      last = instant
    }
    write(line + "\(Self.letter(level))\(Self.code(Int(tag)))\n")
  }

  /// The trace's end: viewers show time up to here.
  public func finish(at instant: Instant) {
    circuit.unlisten(self)
    if instant != last { write("#\(instant.nanoseconds)\n") }
  }

  private static func letter(_ level: Level) -> Character {
    switch level {
    case .low: "0"
    case .high: "1"
    case .floating: "z"
    case .conflict: "x"
    }
  }
  /// Identifier codes are strings of the printable characters from `!` to `~`.
  static func code(_ index: Int) -> String {
    var n = index, text = ""
    repeat {
      text.append(Character(UnicodeScalar(UInt8(33 + n % 94))))
      n = n / 94 - 1
    } while n >= 0
    return text
  }
  /// A name without what would end it early.
  static func identifier(_ name: String) -> String { String(name.map { $0 == " " || $0 == "$" || $0.isNewline ? "_" : $0 }) }
}
