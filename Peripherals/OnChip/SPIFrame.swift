import Emulation

/// A frame of the PL022 as steps of half a bit (ARM DDI 0194, §2.3): what happens at step n of Motorola's, TI's and Microwire's formats.
struct SPIFrame {
  enum Format: UInt8 { case motorola, ti, microwire }

  var active = false
  /// Handed over whole at its end instead of being driven edge by edge.
  var whole = false
  /// Tick of clk_peri of step 0, and ticks of a step.
  var began: UInt64 = 0, half: UInt64 = 1
  /// The step that is due next.
  var step: UInt32 = 0
  /// SSPCR0 when it began.
  var control: UInt32 = 0
  var out: UInt32 = 0, sampled: UInt32 = 0
  /// TI: the next word, whose frame pulse is out while this one's last bit is.
  var next: UInt32 = 0, hasNext = false

  var bits: UInt32 { (control & 15) + 1 }
  var format: Format {
    switch control >> 4 & 3 {
    case 1: .ti
    case 2: .microwire
    default: .motorola
    }
  }
  var phase: Bool { control & 0x80 != 0 }
  var polarity: Bool { format == .motorola && control & 0x40 != 0 }
  var due: UInt64 { active ? began + UInt64(step) * half : .max }

  /// The step after which the received word is in the FIFO.
  var pushStep: UInt32 {
    switch format {
    case .motorola: 2 * bits
    case .ti: 2 * bits + 2
    case .microwire: 17 + 2 * bits
    }
  }
  /// The last step of a frame that no other follows.
  var endStep: UInt32 {
    switch format {
    case .motorola: 2 * bits + 2
    case .ti: 2 * bits + 2
    case .microwire: 19 + 2 * bits
    }
  }
  /// The step at which a following word is looked for (beside the end), and from which its own steps count.
  var joinStep: UInt32? {
    switch format {
    case .motorola: phase ? 2 * bits : nil
    case .ti: 2 * bits
    case .microwire: 18 + 2 * bits
    }
  }
  /// The step after `s`: of a whole word only those that do more than move wires.
  func following(_ s: UInt32) -> UInt32 {
    guard whole else { return s + 1 }
    let stops = [joinStep ?? pushStep, pushStep, endStep]
    return stops.filter { $0 > s }.min() ?? s + 1
  }

  func save(to w: inout StateWriter) {
    w.put(active); w.put(whole); w.put(hasNext)
    w.put(began); w.put(half)
    for v in [step, control, out, sampled, next] { w.put(v) }
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    active = try r.get(); whole = try r.get(); hasNext = try r.get()
    began = try r.get(); half = try r.get()
    step = try r.get(); control = try r.get(); out = try r.get(); sampled = try r.get(); next = try r.get()
  }
}

/// The slave's side of a frame: how far its master has clocked it.
struct SPISlave {
  var selected = false, clock = false
  var bit: UInt32 = 0, out: UInt32 = 0, sampled: UInt32 = 0
  /// A word was begun and not yet finished.
  var busy = false
  /// Mode with phase 0: the select line has to rise before the next word.
  var finished = false

  func save(to w: inout StateWriter) {
    for b in [selected, clock, busy, finished] { w.put(b) }
    for v in [bit, out, sampled] { w.put(v) }
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    selected = try r.get(); clock = try r.get(); busy = try r.get(); finished = try r.get()
    bit = try r.get(); out = try r.get(); sampled = try r.get()
  }
}
