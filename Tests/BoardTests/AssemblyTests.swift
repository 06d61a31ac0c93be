import Emulation
import OffChip
import RP2040
import Registers
import Testing

@testable import Board

/// A chip without firmware and the parts of a diagram: registers are written as a debugger would.
final class Table {
  let chip: RP2040
  let assembly: Assembly
  init(_ text: String, seed: UInt64 = 0) throws {
    chip = try RP2040(RP2040.Configuration())
    assembly = Assembly(try Diagram.read(Array(text.utf8)).diagram, chip: chip, seed: seed)
    chip.inputReceiver = receiver
    receiver.assembly = assembly
    // Out of reset: IO_BANK0 and PADS_BANK0.
    let clear: UInt32 = 0x3000
    #expect(chip.poke(Registers.RESETS.base + clear, 1 << 5 | 1 << 8))
  }
  private let receiver = Receiver()
  private final class Receiver: HostInputReceiver {
    weak var assembly: Assembly?
    func receive(_ item: HostInput, at cycle: Cycle) { assembly?.receive(item, at: cycle) }
  }
  /// GPIO n under SIO: an output with this level, or (nil) an input with its pull-up.
  func pin(_ n: UInt32, _ level: Bool?) {
    _ = chip.poke(Registers.IO_BANK0.base + 4 + 8 * n, 5)
    _ = chip.poke(Registers.PADS_BANK0.base + 4 + 4 * n, level == nil ? 0x48 : 0x50)
    let sio: UInt32 = 0xd000_0000
    if let level {
      _ = chip.poke(sio + (level ? 0x14 : 0x18), 1 << n)
      _ = chip.poke(sio + 0x24, 1 << n)
    } else {
      _ = chip.poke(sio + 0x28, 1 << n)
    }
  }
  func run(_ nanoseconds: UInt64) { _ = chip.run(until: chip.cycle(at: Instant(nanoseconds: chip.instant(chip.now).nanoseconds + nanoseconds))) }
  var now: Instant { chip.instant(chip.now) }
  func high(_ n: UInt32) -> Bool { chip.pins.padLevel(n, at: chip.now) }
}

@Suite struct AssemblyTests {
  @Test func ledAndButtonOnPins() throws {
    let t = try Table(DiagramTests.sample)
    #expect(t.assembly.reports == [])
    t.pin(5, true)
    t.pin(2, nil)
    t.run(100_000_000)
    #expect(t.assembly.view("led1", at: t.now)![0] > 0.9 && t.high(2))
    t.chip.deliver(Assembly.input(part: "btn1", control: "pressed", value: 1), at: t.chip.frontier)
    t.run(1_000)
    #expect(!t.high(2) && t.assembly.controlValues(3) == [1])
    t.chip.deliver(Assembly.input(part: "btn1", control: "pressed", value: 0), at: t.chip.frontier)
    t.pin(5, false)
    t.run(100_000_000)
    #expect(t.high(2) && t.assembly.view("led1", at: t.now)![0] < 0.1)
  }
  /// A button that bounces has its edges at times of its own, which the chip's clock reaches while both cores sleep.
  @Test func partsHaveTheirOwnTimes() throws {
    let t = try Table(DiagramTests.sample.replacing("\"bounce\": \"0\"", with: "\"bounce\": \"1\""))
    t.pin(2, nil)
    t.chip.pins.counted = 1 << 2
    t.chip.deliver(Assembly.input(part: "btn1", control: "pressed", value: 1), at: t.chip.frontier)
    t.run(2_000_000)
    #expect(!t.high(2) && t.chip.pins.edgeCounts[2] > 2, "\(t.chip.pins.edgeCounts[2]) edges")
  }
  @Test func wrongControlsAreReported() throws {
    let t = try Table(DiagramTests.sample)
    for (part, control, value) in [("btn2", "pressed", 1.0), ("btn1", "presed", 1), ("btn1", "pressed", 2), ("led1", "x", 0)] {
      t.chip.deliver(Assembly.input(part: part, control: control, value: value), at: t.chip.frontier)
    }
    t.run(1000)
    #expect(
      t.assembly.reports == [
        "there is no part \"btn2\"; did you mean \"btn1\"?", "btn1 (wokwi-pushbutton) has no control \"presed\": it has pressed; did you mean \"pressed\"?",
        "btn1: pressed goes from 0.0 to 1.0, not to 2.0", "led1 (wokwi-led) has no control \"x\": it has none",
      ])
  }
  @Test func pinsWiredToEachOther() throws {
    let t = try Table(#"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}], "connections": [["p:GP2", "p:GP3", "red", []]]}"#)
    t.pin(2, true)
    t.pin(3, nil)
    t.run(1000)
    #expect(t.high(3))
    t.pin(2, false)
    t.run(1000)
    #expect(!t.high(3))
  }
  @Test func wiresMeetInBreadboardsAndUnknownParts() throws {
    let t = try Table(
      #"""
      {"parts": [{"type": "wokwi-pi-pico", "id": "p"}, {"type": "wokwi-breadboard-half", "id": "bb"}, {"type": "wokwi-tv", "id": "tv"}],
       "connections": [["p:GP2", "bb:5t.a", "red", []], ["bb:5t.e", "p:GP3", "red", []], ["p:GP4", "bb:tp.1", "", []], ["bb:tp.25", "p:GP6", "", []],
                       ["p:GP7", "tv:IN", "", []], ["tv:IN", "p:GP8", "", []]]}
      """#)
    #expect(t.assembly.reports == ["no model of wokwi-tv yet: its wires lead nowhere"])
    for (from, to) in [(2, 3), (4, 6), (7, 8)] as [(UInt32, UInt32)] {
      t.pin(to, nil)
      for level in [false, true] {
        t.pin(from, level)
        t.run(1000)
        #expect(t.high(to) == level)
      }
    }
  }
  @Test func fiveVoltsOnAPinAreReported() throws {
    let t = try Table(#"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}], "connections": [["p:GP2", "p:VBUS", "red", []]]}"#)
    #expect(t.assembly.reports == ["GP2 gets 5.0 V: a real Pico's pins bear 3.3 V"])
  }
  @Test func theButtonsOfTheBoard() throws {
    let t = try Table(#"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}]}"#)
    let select = t.chip.circuit.net("QSPI_SS"), run = RunPin(t.chip)
    #expect(t.chip.circuit.level(of: select) == .high, "its pad pulls it up")
    t.chip.deliver(Assembly.input(part: "p", control: "bootsel", value: 1), at: t.chip.frontier)
    t.run(1000)
    #expect(t.chip.circuit.level(of: select) == .low)
    t.pin(2, true)
    t.run(1000)
    #expect(t.high(2))
    t.chip.deliver(Assembly.input(part: "p", control: "run", value: 1), at: t.chip.frontier)
    t.run(1000)
    #expect(!t.high(2) && t.chip.pins.function(of: 2) == 31 && t.chip.isHeldInReset, "reset as soon as it is low")
    t.chip.deliver(Assembly.input(part: "p", control: "run", value: 0), at: t.chip.frontier)
    t.run(1000)
    withExtendedLifetime(run) { #expect(t.chip.pins.function(of: 2) == 31 && !t.chip.isHeldInReset) }
  }
  /// A program that counts: while RUN is held it stands still and its pins float; after that it begins anew, unless BOOTSEL is held then.
  @Test func runHoldsAndBootselStops() throws {
    let program = """
      from machine import Pin
      import time
      Pin(2, Pin.OUT, value=1)
      print('begins')
      while True: time.sleep_ms(5)
      """
    for bootsel in [false, true] {
      var begins = 0, stopped: StopReason?
      let text = try MachineBusTests.run(program, milliseconds: 1) { b in
        let c = b.chip.circuit
        func run(_ milliseconds: UInt64) {
          if case .stopped(let why) = b.run(until: Instant(nanoseconds: b.now.nanoseconds + milliseconds * 1_000_000)) { stopped = why }
        }
        func set(_ control: String, _ value: Double) {
          b.deliver(Assembly.input(part: b.assembly.diagram.pico!.id, control: control, value: value), at: b.chip.frontier)
        }
        run(200)
        #expect(c.level(of: c.net("GP2")) == .high)
        set("run", 1)
        run(500)
        #expect(c.level(of: c.net("GP2")) != .high && b.chip.pins.function(of: 2) == 31, "nothing drives the pin")
        if bootsel { set("bootsel", 1) }
        set("run", 0)
        run(200)
        #expect((c.level(of: c.net("GP2")) == .high) == !bootsel)
        begins = 1
      }
      #expect(text == (bootsel ? "begins\n" : "begins\nbegins\n") && begins == 1, "\(text)")
      #expect(stopped.map { "\($0)" } == (bootsel ? "the board enters BOOTSEL mode: BOOTSEL is held down" : nil))
    }
  }
  @Test func theBoardsOwnResistors() throws {
    let t = try Table(#"{"parts": [{"type": "wokwi-pi-pico", "id": "p"}]}"#)
    // VSYS/3 on GP29, VBUS by 5.6 and 10 kΩ on GP24; the pads' pull-downs of about 60 kΩ still stand.
    let mv = t.chip.circuit.millivolts(of: t.chip.circuit.net("GP29"))
    let up = 1 / 200.0, down = 1 / 100.0 + 1 / 60.0
    #expect(abs(Double(mv) - 4700 * up / (up + down)) < 15, "\(mv)")
    _ = t.chip.poke(Registers.PADS_BANK0.base + 4 + 4 * 29, 0x40)
    #expect(abs(t.chip.circuit.millivolts(of: t.chip.circuit.net("GP29")) - 1567) <= 1)
    #expect(t.high(24))
  }
}
