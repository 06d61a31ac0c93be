import OffChip
import Picture

// What can be wrong with a diagram whose parts and wires could be read.
extension DiagramReader {
  mutating func check() {
    checkTypes()
    for p in diagram.parts { checkAttributes(p) }
    checkWires()
  }

  private mutating func checkTypes() {
    var named: Set<String> = []
    let boards = diagram.parts.filter { Pico.names.contains($0.description.type) }
    for p in diagram.parts where p.type == nil && named.insert(p.description.type).inserted {
      let type = p.description.type
      if let other = KnownTypes.otherBoards[type] {
        note(
          .error, "missing-component", line: p.line, column: p.column,
          "\"\(type)\" is \(other), which Tayberry does not emulate; use wokwi-pi-pico or board-pi-pico-w")
      } else if type.hasPrefix("chip-") {
        note(.info, "unsupported-part", line: p.line, column: p.column, "\"\(type)\" is a custom chip: its wires lead nowhere")
      } else if KnownTypes.all.contains(type) {
        note(.info, "unsupported-part", line: p.line, column: p.column, "there is no model of \"\(type)\" yet: its wires lead nowhere")
      } else {
        let hint = Suggest.hint(type, in: PartRegistry.names + KnownTypes.all)
        note(.error, "unknown-part-type", line: p.line, column: p.column, "there is no part \"\(type)\"\(hint)")
      }
    }
    if boards.isEmpty, !diagram.parts.contains(where: { KnownTypes.otherBoards[$0.description.type] != nil }) {
      note(.error, "missing-component", diagram.root["parts"] ?? diagram.root, "there is no Pico: add a part of the type wokwi-pi-pico or board-pi-pico-w")
    }
    for extra in boards.dropFirst() {
      note(.error, "redundant-parts", line: extra.line, column: extra.column, "a second Pico, \"\(extra.id)\": only \"\(boards[0].id)\" runs")
    }
  }

  private mutating func checkAttributes(_ p: Diagram.PlacedPart) {
    guard let type = p.type else { return }
    let place = attributesNode(of: p)
    for name in p.description.attributes.keys.sorted() {
      let at = place?.object?.last { $0.name == name }?.value ?? JSONNode(.null, line: p.line, column: p.column)
      guard let fact = type.attributes.first(where: { $0.name == name }) else {
        // Attributes that only the editor uses, and those of newer versions, are many: a hint where it looks like a slip.
        if let near = Suggest.nearest(name, in: type.attributes.map(\.name)), p.description.attributes[near] == nil {
          note(.warning, "invalid-attribute", at, "\(p.id): \(p.description.type) has no attribute \"\(name)\"; did you mean \"\(near)\"?")
        }
        continue
      }
      guard let value = p.description[name] else { continue }
      let problem: String? =
        switch fact.values {
        case .text: nil
        case .flag: ["0", "1", "true", "false"].contains(value) ? nil : "write \"1\" or \"\""
        case .oneOf(let all): all.contains(value) ? nil : "write one of \(all.joined(separator: ", "))\(Suggest.hint(value, in: all))"
        case .colour: Colour(css: value) != nil || Colour(css: "#" + value) != nil ? nil : "a colour is a name or #rrggbb"
        case .number(let range):
          if let n = PartDescription.number(value) {
            range.contains(n) ? nil : "it goes from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
          } else {
            "it is a number"
          }
        }
      if let problem { note(.warning, "invalid-attribute", at, "\(p.id): \"\(name)\" is \"\(value)\": \(problem)") }
    }
  }
  private static func short(_ n: Double) -> String { n == n.rounded() && abs(n) < 1e15 ? "\(Int(n))" : "\(n)" }
  private func attributesNode(of p: Diagram.PlacedPart) -> JSONNode? {
    diagram.root["parts"]?.array?.first { $0.line == p.line && $0.column == p.column }?["attrs"]
  }

  private mutating func checkWires() {
    let shapes = Dictionary(diagram.parts.map { ($0.id, $0.shape) }, uniquingKeysWith: { a, _ in a })
    // A part that is not there is named once, however many wires lead to it.
    var absent: [String: Int] = [:]
    for w in diagram.wires { for end in [w.from, w.to] where diagram.part(end.part) == nil { absent[end.part, default: 0] += 1 } }
    for w in diagram.wires {
      for end in [w.from, w.to] {
        if end.part == "$serialMonitor" {
          if end.pin != "RX" && end.pin != "TX" {
            note(.error, "invalid-pin", line: w.line, column: w.column, "$serialMonitor has the pins RX and TX, not \"\(end.pin)\"")
          }
          continue
        }
        guard let part = diagram.part(end.part) else {
          guard let wires = absent.removeValue(forKey: end.part) else { continue }
          let hint = Suggest.hint(end.part, in: diagram.parts.map(\.id)), more = wires > 1 ? " (\(wires) wires lead there)" : ""
          note(.error, "missing-component", line: w.line, column: w.column, "\"\(end.text)\": there is no part \"\(end.part)\"\(hint)\(more)")
          continue
        }
        guard let type = part.type, let shape = shapes[end.part] else { continue }
        if shape.pin(end.pin) != nil || end.pin.hasPrefix("$") { continue }
        let same = shape.pins.filter { type.node(of: $0.name) == end.pin || type.node(of: $0.name) == type.node(of: end.pin) }
        if let first = same.first {
          note(.warning, "invalid-pin", line: w.line, column: w.column, "\"\(end.text)\": \(part.description.type) calls it \"\(first.name)\"")
        } else {
          let hint = Suggest.hint(end.pin, in: shape.pins.map(\.name))
          note(.error, "invalid-pin", line: w.line, column: w.column, "\"\(end.text)\": \(part.description.type) has no pin \"\(end.pin)\"\(hint)")
        }
      }
    }
  }
}

/// Types of parts that board files in the world use, whether or not there is a model: to tell a slip from something that is to come.
enum KnownTypes {
  /// Boards that are no RP2040.
  static let otherBoards: [String: String] = {
    var map: [String: String] = [:]
    for n in ["wokwi-arduino-uno", "wokwi-arduino-mega", "wokwi-arduino-nano", "wokwi-attiny85", "wokwi-franzininho"] { map[n] = "an AVR board" }
    for n in all
    where n.contains("esp32") || n.contains("xiao") || n.contains("m5stack") || n.contains("mch2022") || n.contains("lolin") || n.contains("wemos")
      || n == "wokwi-tinypico"
    {
      map[n] = "an ESP32 board"
    }
    for n in all where n.contains("stm32") || n.contains("nucleo") { map[n] = "an STM32 board" }
    map["board-pi-pico-2"] = "a Pico 2 (RP2350)"
    map["board-pi-pico-2-w"] = "a Pico 2 W (RP2350)"
    return map
  }()
  static let all: [String] = text.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let text = """
    board-aitewinrobot-esp32c3-supermini board-aitewinrobot-esp32h2-supermini board-arduino-nano-esp32 board-bmp180 board-cd74hc4067
    board-ds18b20 board-epaper-2in9 board-esp-01 board-esp32-2432s028r board-esp32-c3-devkitm-1 board-esp32-c3-rust-1 board-esp32-c5-devkitc-1
    board-esp32-c6-devkitc-1 board-esp32-c61-devkitc-1 board-esp32-cam board-esp32-devkit-c-v4 board-esp32-devkit-v1 board-esp32-h2-devkitm-1
    board-esp32-p4-function-ev board-esp32-p4-preview board-esp32-s2-devkitm-1 board-esp32-s3-box board-esp32-s3-box-3 board-esp32-s3-devkitc-1
    board-esp32-s31-function-coreboard-1 board-franzininho-wifi board-grove-oled-sh1107 board-ili9341-cap-touch board-ili9881c-8in board-lm35
    board-m5stack-core-s3 board-mch2022-badge board-mfrc522 board-nokia-5110 board-notecarrier-a board-pi-pico board-pi-pico-2 board-pi-pico-2-w
    board-pi-pico-w board-ssd1306 board-st-nucleo-c031c6 board-st-nucleo-l031k6 board-st-nucleo-l432kc board-st7789 board-stm32-blackpill
    board-stm32-bluepill board-tt-block-bidirectional-io board-tt-block-input board-tt-block-input-8 board-tt-block-output
    board-wemos-lolin32-lite board-wemos-s2-mini board-xiao-esp32-c3 board-xiao-esp32-c6 board-xiao-esp32-s3 wokwi-74hc165 wokwi-74hc595
    wokwi-7segment wokwi-a4988 wokwi-analog-joystick wokwi-apa102-matrix wokwi-arduino-mega wokwi-arduino-nano wokwi-arduino-uno wokwi-attiny85
    wokwi-biaxial-stepper wokwi-breadboard wokwi-breadboard-half wokwi-breadboard-mini wokwi-buzzer wokwi-clock-generator wokwi-dht22
    wokwi-dip-switch-8 wokwi-ds1307 wokwi-ds18b20 wokwi-esp32-devkit-v1 wokwi-flip-flop-d wokwi-flip-flop-dr wokwi-flip-flop-dsr
    wokwi-flip-flop-sr wokwi-franzininho wokwi-gas-sensor wokwi-gate-and-2 wokwi-gate-buffer wokwi-gate-nand-2 wokwi-gate-nor-2 wokwi-gate-not
    wokwi-gate-or-2 wokwi-gate-xnor-2 wokwi-gate-xor-2 wokwi-gnd wokwi-hc-sr04 wokwi-hub75-matrix wokwi-hx711 wokwi-il9163 wokwi-ili9341
    wokwi-ir-receiver wokwi-ir-remote wokwi-ks2e-m-dc5 wokwi-ky-040 wokwi-lcd1602 wokwi-lcd2004 wokwi-led wokwi-led-bar-graph wokwi-led-matrix
    wokwi-led-ring wokwi-led-strip wokwi-logic-analyzer wokwi-logo wokwi-max7219-matrix wokwi-membrane-keypad wokwi-microphone
    wokwi-microsd-card wokwi-mpu6050 wokwi-mux-2 wokwi-neopixel wokwi-neopixel-canvas wokwi-neopixel-matrix wokwi-neopixel-meter
    wokwi-neopixel-serial wokwi-nlsf595 wokwi-nokia-5110-screen wokwi-ntc-temperature-sensor wokwi-photoresistor-sensor wokwi-pi-pico
    wokwi-pi-pico-w wokwi-pir-motion-sensor wokwi-potentiometer wokwi-pushbutton wokwi-pushbutton-6mm wokwi-relay-module wokwi-resistor
    wokwi-rgb-led wokwi-rotary-dialer wokwi-servo wokwi-slide-potentiometer wokwi-slide-switch wokwi-splendida wokwi-ssd1306 wokwi-stepper-motor
    wokwi-text wokwi-tinypico wokwi-tm1637-7segment wokwi-tv wokwi-vcc wokwi-wifi-ap
    """
}
