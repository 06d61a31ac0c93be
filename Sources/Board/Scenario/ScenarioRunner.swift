import Emulation
import OffChip
import Picture
import RP2040

/// Plays a scenario on a board: whoever runs the board runs it no further than `nextTime` and calls `poll` between.
public final class ScenarioRunner {
  public enum State: Equatable {
    case running
    case passed
    /// The step's line in the file, and what was wrong.
    case failed(line: Int, String)
  }
  public private(set) var state = State.running
  /// Draws the whole board, if somebody can.
  public var photograph: (() -> Canvas)?

  private let scenario: Scenario
  private let board: PicoBoard
  private let folder: String
  private var next = 0
  /// The delay that is being waited for ends here.
  private var wakes: UInt64 = 0
  /// What the console has said and no step has looked at yet.
  private var heard: [UInt8] = []
  /// The text that is being waited for, and how much of `heard` is known not to hold it.
  private var wanted: [UInt8]?, searched = 0

  /// `folder`: where pictures are, relative to the scenario.
  public init(_ scenario: Scenario, _ board: PicoBoard, folder: String) {
    self.scenario = scenario
    self.board = board
    self.folder = folder
    let before = board.output.tap
    board.output.tap = { [unowned self] bytes, error in
      before?(bytes, error)
      hear(bytes)
    }
  }

  /// The virtual time at which something is to be done, in nanoseconds; nil while a text is waited for, or at the end.
  public var nextTime: UInt64? { state == .running && wanted == nil ? wakes : nil }
  /// What the board is asked to reach is what the user has to know at a time-out.
  public var waitsFor: String {
    guard next < scenario.steps.count else { return "the end" }
    let step = scenario.steps[next]
    if case .waitSerial(let t) = step.step { return "line \(step.line): the console never said \"\(t)\"" }
    if case .wait(let part, let reading, let wanted) = step.step, let problem = value(part, reading, wanted) { return "line \(step.line): \(problem)" }
    return "line \(step.line) was not reached"
  }
  public var line: Int { next < scenario.steps.count ? scenario.steps[next].line : 0 }

  private func hear(_ bytes: [UInt8]) {
    heard += bytes
    // What nobody will ask for is forgotten.
    if heard.count > 1 << 20 && wanted == nil { heard.removeFirst(heard.count - (1 << 19)) }
    // The wait ends at the byte's own time.
    if wanted != nil, found() != nil { board.chip.pause() }
  }
  /// The end of the wanted text in `heard`.
  private func found() -> Int? {
    guard let wanted, heard.count >= wanted.count else { return nil }
    var i = max(0, searched)
    while i + wanted.count <= heard.count {
      if heard[i] == wanted[0] && heard[i..<i + wanted.count].elementsEqual(wanted) { return i + wanted.count }
      i += 1
    }
    searched = i
    return nil
  }

  /// Does whatever is due.
  public func poll() {
    while state == .running {
      if wanted != nil {
        guard let end = found() else { return }
        heard.removeFirst(end)
        wanted = nil
        next += 1
        wakes = board.now.nanoseconds
      }
      guard board.now.nanoseconds >= wakes else { return }
      guard next < scenario.steps.count else {
        state = .passed
        return
      }
      let (step, line) = scenario.steps[next]
      if case .waitSerial(let text) = step {
        wanted = Array(text.utf8)
        searched = 0
        continue
      }
      if case .wait(let part, let reading, let expected) = step, value(part, reading, expected) != nil {
        // A slip in a name would never come true.
        if let slip = self.slip(part, reading) { state = .failed(line: line, slip) }
        wakes = board.now.nanoseconds + 100_000
        return
      }
      if let problem = perform(step) {
        state = .failed(line: line, problem)
        return
      }
      next += 1
    }
  }

  private func perform(_ step: Scenario.Step) -> String? {
    switch step {
    case .delay(let ns):
      wakes = board.now.nanoseconds + ns
    case .waitSerial, .wait: break
    case .writeSerial(let bytes):
      board.type(bytes)
      settle()
    case .setControl(let part, let control, let value):
      // What is wrong with it is known before it is posted.
      if let problem = board.assembly.problem(part, control, value) { return problem }
      board.deliver(Assembly.input(part: part, control: control, value: value))
      settle()
    case .expectPin(let end, let wanted, let millivolts): return pin(end, wanted, millivolts)
    case .expect(let part, let reading, let wanted): return value(part, reading, wanted)
    case .expectSerial(let text):
      let before = (wanted, searched)
      wanted = Array(text.utf8)
      searched = 0
      defer { (wanted, searched) = before }
      guard let end = found() else {
        return "the console has not said \"\(text)\" since the last wait, but \"\(String(decoding: heard.suffix(200), as: UTF8.self))\""
      }
      heard.removeFirst(end)
    case .screenshot(let part, let save, let compare): return screenshot(part, save, compare)
    case .touch(let part, let x, let y, let down):
      for (control, value) in [("x", x), ("y", y), ("touched", down ? 1 : 0)] {
        guard let value else { continue }
        if let problem = board.assembly.problem(part, control, value) { return problem }
        board.deliver(Assembly.input(part: part, control: control, value: value))
      }
      settle()
    case .powerCycle:
      board.powerCycle()
      settle()
    }
    return nil
  }
  /// What was just posted takes effect before the next step looks.
  private func settle() { wakes = board.now.nanoseconds + 1000 }

  private func pin(_ end: Diagram.End, _ wanted: Expectation, _ millivolts: Bool) -> String? {
    guard board.assembly.diagram.part(end.part) != nil else {
      return "there is no part \"\(end.part)\"\(Suggest.hint(end.part, in: board.assembly.diagram.parts.map(\.id)))"
    }
    guard let net = board.assembly.net(end) else { return "\(end.part) has no pin \"\(end.pin)\"" }
    let circuit = board.chip.circuit
    if millivolts {
      let mv = circuit.millivolts(of: net)
      return wanted.allows(Double(mv)) ? nil : "\(end.text) is at \(mv) mV, not \(wanted)"
    }
    let level = circuit.level(of: net), name: String
    switch level {
    case .low: name = "0"
    case .high: name = "1"
    case .floating: name = "floating"
    case .conflict: name = "conflict"
    }
    // A floating net reads as what it was last.
    if level == .floating && wanted.description != "floating" && wanted.allows(circuit.isHigh(net) ? 1 : 0) { return nil }
    return wanted.allows(name) ? nil : "\(end.text) is \(name), not \(wanted)"
  }

  private func value(_ id: String, _ reading: String, _ wanted: Expectation) -> String? {
    let parts = board.assembly.diagram.parts
    guard let part = parts.first(where: { $0.id == id }) else { return "there is no part \"\(id)\"\(Suggest.hint(id, in: parts.map(\.id)))" }
    guard let type = part.type, let view = board.assembly.view(id, at: board.now) else {
      return "\(id) (\(part.description.type)) cannot be read: there is no model of it"
    }
    if reading == "text" { return wanted.allows(view.text) ? nil : "\(id) says \"\(view.text)\", not \"\(wanted)\"" }
    if let picture = view.picture, reading.hasPrefix("pixel") {
      guard let n = Int(reading.dropFirst(5).drop { ". ".contains($0) }), picture.pixels.indices.contains(n) else {
        return "\(id) has the pixels 0 to \(picture.pixels.count - 1), as in \"pixel 3\""
      }
      let hex = String(picture.pixels[n] & 0xff_ffff | 0x100_0000, radix: 16).dropFirst()
      let text = wanted.description.drop { $0 == "#" }.lowercased()
      return text == hex ? nil : "\(id)'s pixel \(n) is #\(hex), not \(wanted)"
    }
    let names = type.readings(of: part.description)
    guard let i = names.firstIndex(of: reading) else {
      let all = names + (view.picture != nil ? ["pixel N"] : [])
      return "\(id) has no reading \"\(reading)\"; it has \(all.isEmpty ? "none" : all.joined(separator: ", "))"
    }
    return wanted.allows(view[i]) ? nil : "\(id): \(reading) is \(view[i]), not \(wanted)"
  }

  /// Why a part can never have a reading of that name.
  private func slip(_ id: String, _ reading: String) -> String? {
    guard let part = board.assembly.diagram.part(id), let type = part.type else { return value(id, reading, .any) }
    if reading == "text" || reading.hasPrefix("pixel") || type.readings(of: part.description).contains(reading) { return nil }
    return value(id, reading, .any)
  }

  private func screenshot(_ part: String?, _ save: String?, _ compare: String?) -> String? {
    let canvas: Canvas
    if let part {
      guard let placed = board.assembly.diagram.part(part), let type = placed.type, let view = board.assembly.view(part, at: board.now) else {
        return "there is no part \"\(part)\" to be drawn"
      }
      let shape = placed.shape
      canvas = Canvas(width: max(1, Int(shape.width.rounded(.up))) + 20, height: max(1, Int(shape.height.rounded(.up))) + 20, background: .white)
      canvas.saving {
        canvas.translate(10, 10)
        type.draw(placed.description, view, on: canvas)
      }
    } else if let photograph {
      canvas = photograph()
    } else {
      return "nobody draws the board here; name a part"
    }
    let png = PNG.encode(canvas)
    do throws(FileError) {
      if let save { try write(png, path(save)) }
      if let compare {
        guard let difference = Self.difference(canvas, try readFile(path(compare))) else { return nil }
        let actual = (compare.hasSuffix(".png") ? String(compare.dropLast(4)) : compare) + ".actual.png"
        try write(png, path(actual))
        return "the picture differs from \(compare): \(difference). It is in \(actual)"
      }
    } catch { return "\(error)" }
    return nil
  }
  /// Where a picture first differs from a file's, row by row; nil: nowhere.
  private static func difference(_ canvas: Canvas, _ file: [UInt8]) -> String? {
    let wanted: PNG.Image
    do throws(PNGError) { wanted = try PNG.decode(file) } catch { return "\(error)" }
    guard wanted.width == canvas.pixelWidth, wanted.height == canvas.pixelHeight else {
      return "it is \(canvas.pixelWidth) × \(canvas.pixelHeight), not \(wanted.width) × \(wanted.height)"
    }
    func hex(_ p: UInt32) -> String { "#" + String(p & 0xff_ffff | 0x100_0000, radix: 16).dropFirst() }
    let differing = wanted.pixels.indices.filter { (wanted.pixels[$0] ^ canvas.pixels[$0]) & 0xff_ffff != 0 }
    guard let first = differing.first else { return nil }
    let at = "x \(first % wanted.width), y \(first / wanted.width)"
    return "\(differing.count) pixels, the first at \(at): \(hex(canvas.pixels[first])), not \(hex(wanted.pixels[first]))"
  }
  private func path(_ name: String) -> String { name.hasPrefix("/") || folder == "." ? name : folder + "/" + name }
  private func write(_ bytes: [UInt8], _ path: String) throws(FileError) {
    let file = try OutputFile(path)
    file.write(bytes)
    try file.finish()
  }
}
