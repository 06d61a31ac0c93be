import Drivers
import Kernel
import Port
import Python

// Sound: `machine.AudioOutPwm`, as MicroPythonRT has it, and `machine.I2S`. Both are descriptors like any other.
//@type AudioOutPwm module=machine
//@type I2S module=machine
//@const I2S.RX 0
//@const I2S.TX 1
//@const I2S.MONO 0
//@const I2S.STEREO 1
//@qstr a_pin b_pin num_channels sample_rate bytes_per_sample fifo_size threshold pwm_bits phase_correct ws sd bits format rate ibuf buf

/// Tagged integers, but for the buffer.
private enum AudioField {
  /// -1: closed.
  static var descriptor: UInt32 { 0 }
  /// Milliseconds that a call waits; -1: for ever.
  static var timeout: UInt32 { 1 }
  /// Handles of the function that is called at the end of a transfer, and of its argument; 0: none.
  static var function: UInt32 { 2 }
  static var argument: UInt32 { 3 }
  /// What moves in the background: pinned.
  static var buffer: UInt32 { 4 }
  /// id, sck, ws, sd, mode, bits, format, rate, ibuf.
  static func setting(_ n: UInt32) -> UInt32 { 5 &+ n }
  static var count: UInt32 { 14 }
}

extension VM {
  /// An object without a stream.
  fileprivate mutating func newAudio(_ type: UInt32, _ out: Slot) throws(Raise) {
    try newObject(type, fields: AudioField.count, out)
    var i: UInt32 = 0
    while i < AudioField.count {
      if i != AudioField.buffer { setField(out, i, i < 2 ? -1 : 0) }
      i &+= 1
    }
  }
  /// The stream's record.
  fileprivate mutating func audio(_ o: Slot) throws(Raise) -> Address {
    let d = try needDescription(field(o, AudioField.descriptor))
    return board().device(ofDescription: d)
  }
  private func audioDeadline(_ o: Slot) -> Deadline {
    let t = field(o, AudioField.timeout)
    return t < 0 ? .never : t == 0 ? .now : board().kernel.after(microseconds: UInt64(t) &* 1000)
  }
  private mutating func positive(_ s: Slot, _ name: Qstr, _ most: Int64) throws(Raise) -> UInt32 {
    if s.address == 0 { throw raise(.TypeError, "'%' argument required", Value(name)) }
    let n = try toInt64(s)
    if n < 1 || n > most { throw raise(.ValueError, "invalid %", Value(name)) }
    return UInt32(n)
  }

  fileprivate mutating func newAudioPWM(_ a: Args, _ out: Slot) throws(Raise) {
    let b = try bind(
      a, from: 1, positional: 7,
      [Q.a_pin, Q.b_pin, Q.num_channels, Q.sample_rate, Q.bytes_per_sample, Q.fifo_size, Q.threshold, Q.pwm_bits, Q.phase_correct])
    if b[0].address == 0 { throw raise(.TypeError, "'%' argument required", Value(Q.a_pin)) }
    if b[1].address == 0 { throw raise(.TypeError, "'%' argument required", Value(Q.b_pin)) }
    let first = try pinNumber(b[0]), second = try pinNumber(b[1])
    let channels = try positive(b[2], Q.num_channels, 16), rate = try positive(b[3], Q.sample_rate, 10_000_000),
      width = try positive(b[4], Q.bytes_per_sample, 2)
    let ring = b[5].address == 0 ? 1024 : try positive(b[5], Q.fifo_size, 1 << 20), bits = b[7].address == 0 ? 10 : try positive(b[7], Q.pwm_bits, 15)
    let threshold = b[6].address == 0 ? min(256, ring / 4) : try positive(b[6], Q.threshold, Int64(ring)), correct = b[8].address == 0 ? false : try truth(b[8])
    if first == second { throw raise(.ValueError, "Pins must be different") }
    if first / 2 % 8 != second / 2 % 8 || first % 2 == second % 2 { throw raise(.ValueError, "Pins must share PWM slice") }
    let o = slot()
    try newAudio(ModuleType.AudioOutPwm, o)
    let fd = board().openAudio(
      a: first, b: second, rate: rate, channels: channels, width: width, ring: ring, threshold: threshold, bits: bits, phaseCorrect: correct)
    if fd == -Errno.invalid { throw raise(.ValueError, "invalid %", Value(Q.sample_rate)) }
    setField(o, AudioField.descriptor, try check(fd))
    copy(out, o)
  }

  /// `id, *, sck, ws, sd, mode, bits, format, rate, ibuf` behind the object itself.
  fileprivate mutating func configureI2S(_ o: Slot, _ id: UInt32, _ a: Args) throws(Raise) {
    let b = try bind(a, from: 1, positional: 0, [Q.sck, Q.ws, Q.sd, Q.mode, Q.bits, Q.format, Q.rate, Q.ibuf])
    let names: [8 of Qstr] = [Q.sck, Q.ws, Q.sd, Q.mode, Q.bits, Q.format, Q.rate, Q.ibuf]
    var i = 0
    while i < 8 {
      if b[i].address == 0 { throw raise(.TypeError, "'%' argument required", Value(names[i])) }
      i += 1
    }
    let sck = try pinNumber(b[0]), ws = try pinNumber(b[1]), sd = try pinNumber(b[2])
    if ws != sck &+ 1 { throw raise(.ValueError, "invalid ws (must be sck+1)") }
    if sd == sck || sd == ws { throw raise(.ValueError, "invalid sd") }
    let mode = try toInt32(b[3]), bits = try toInt32(b[4]), format = try toInt32(b[5])
    if mode < 0 || mode > 1 { throw raise(.ValueError, "invalid mode") }
    if bits != 16 && bits != 32 { throw raise(.ValueError, "invalid bits") }
    if format < 0 || format > 1 { throw raise(.ValueError, "invalid format") }
    let rate = try positive(b[6], Q.rate, 10_000_000), ring = try positive(b[7], Q.ibuf, 1 << 20)
    endAudio(o)
    let fd = board().openAudio(
      pio: id, sck: sck, sd: sd, receive: mode == 0, rate: rate, channels: UInt32(format) &+ 1, width: UInt32(bits / 8), ring: ring,
      threshold: mode == 0 ? 8 : min(256, max(8, ring / 8)))
    if fd == -Errno.invalid { throw raise(.ValueError, "invalid rate") }
    setField(o, AudioField.descriptor, try check(fd))
    let settings: [9 of Int32] = [Int32(id), Int32(sck), Int32(ws), Int32(sd), mode, bits, format, Int32(rate), Int32(ring)]
    i = 0
    while i < 9 { setField(o, AudioField.setting(UInt32(i)), settings[i]); i += 1 }
  }

  /// The buffer that moved in the background may move in the heap again.
  private mutating func releaseBuffer(_ o: Slot) {
    let mark = mark
    defer { release(to: mark) }
    let old = slot()
    set(old, native(self(o)).at(2 &+ AudioField.buffer))
    if self(old).isNull { return }
    native(self(o)).setRaw(2 &+ AudioField.buffer, 0)
    unpin(old)
  }
  /// Closes the stream, if there is one.
  fileprivate mutating func endAudio(_ o: Slot) {
    let fd = field(o, AudioField.descriptor), d = board().description(fd)
    if d != 0 && board().kind(ofDescription: d) == DescriptorKind.audio {
      board().endAudioMove(board().device(ofDescription: d))
      _ = board().close(descriptor: fd)
    }
    setField(o, AudioField.descriptor, -1)
    releaseBuffer(o)
    dropFunction(o)
  }
  private mutating func dropFunction(_ o: Slot) {
    if field(o, AudioField.function) != 0 { dropCallback((UInt32(field(o, AudioField.function)), UInt32(field(o, AudioField.argument)))) }
    setField(o, AudioField.function, 0)
    setField(o, AudioField.argument, 0)
  }
  fileprivate mutating func setAudioFunction(_ o: Slot, _ function: Slot) throws(Raise) {
    let r = try audio(o), none = self(function).value.isNone
    if !none, try !isCallable(function) { throw raise(.ValueError, "invalid callback") }
    board().endAudioMove(r)
    releaseBuffer(o)
    dropFunction(o)
    if none { return }
    let c = try newCallback(function, o, hard: false)
    setField(o, AudioField.function, Int32(c.function))
    setField(o, AudioField.argument, Int32(c.argument))
  }

  /// `write(buffer)` and `readinto(buffer)`: the bytes moved; None if there was no room (or nothing) in time.
  fileprivate mutating func moveAudio(_ a: Args, reading: Bool, _ out: Slot) throws(Raise) {
    let r = try audio(a[0]), board = board(), range = try byteRange(a[1], writable: reading)
    if (board.audioKind(r) == AudioKind.receive) != reading { throw raise(errno: 1) }
    if field(a[0], AudioField.function) == 0 {
      let n = try moveBytes(
        field(a[0], AudioField.descriptor), a[1], reading: reading, all: true, unit: board.audioFrame(r), until: audioDeadline(a[0]))
      set(out, n == nil ? .none : Value(int: Int32(n ?? 0)))
      return
    }
    if board.isAudioMoving(r) { throw raise(errno: Errno.busy) }
    releaseBuffer(a[0])
    let count = range.count, at = try pin(a[1])
    native(self(a[0])).set(2 &+ AudioField.buffer, self(a[1]))
    let callback = Callback(function: UInt32(field(a[0], AudioField.function)), argument: UInt32(field(a[0], AudioField.argument)), hard: false)
    _ = board.moveAudio(r, at, count, then: callback)
    set(out, Value(int: Int32(count)))
  }
  /// Waits until all that was written has been heard; false: not by the deadline.
  fileprivate mutating func drainAudio(_ o: Slot) throws(Raise) -> Bool {
    let board = board(), deadline = audioDeadline(o)
    var watching = false
    defer { if watching { board.unwatch(thread &+ Thread.wake) } }
    while true {
      if board.isAudioDrained(try audio(o)) { return true }
      if deadline != .never && board.kernel.now >= deadline.microseconds { return false }
      if watching {
        try sleepWatching(until: deadline, console: false)
      } else {
        board.watch(thread &+ Thread.wake, sources(ofDescription: try needDescription(field(o, AudioField.descriptor))))
        watching = true
        memory[thread &+ Thread.wake] = 0
      }
    }
  }
  fileprivate mutating func setAudio(_ o: Slot, started: Bool) throws(Raise) {
    let r = try audio(o)
    if started { board().startAudio(r) } else { board().stopAudio(r) }
  }
  fileprivate mutating func audioDescriptor(_ o: Slot) throws(Raise) -> Int32 {
    _ = try audio(o)
    return field(o, AudioField.descriptor)
  }
  fileprivate mutating func setAudioTimeout(_ o: Slot, _ t: Slot) throws(Raise) {
    let n = self(t).value.isNone ? -1 : try toInt32(t)
    if n < 0 && !self(t).value.isNone { throw raise(.ValueError, "timeout must be non-negative") }
    setField(o, AudioField.timeout, n)
  }
  fileprivate mutating func describeI2S(_ o: Slot, _ out: Slot) throws(Raise) {
    let t = slot()
    try newBuilder(t)
    let names: [9 of StaticString] = ["I2S(id=", ",\nsck=GPIO", ",\nws=GPIO", ",\nsd=GPIO", ",\nmode=", ",\nbits=", ", format=", ",\nrate=", ", ibuf="]
    var i = 0
    while i < 9 {
      try append(t, names[i])
      try append(t, decimal: UInt32(field(o, AudioField.setting(UInt32(i)))))
      i += 1
    }
    try append(t, ")")
    try finish(t, Kind.str, out)
  }
}

//@native AudioOutPwm.__new__ 1 8 kw
func audioNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newAudioPWM(a, out) }
//@native I2S.__new__ 2 2 kw
func i2sNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let id = try vm.toInt64(a[1]), o = vm.slot()
  if id < 0 || id > 1 { throw vm.raise(.ValueError, "invalid id") }
  try vm.newAudio(ModuleType.I2S, o)
  try vm.configureI2S(o, UInt32(id), Args(a[1], 1, pairs: a.pairs))
  vm.copy(out, o)
}
//@native I2S.init 1 1 kw
func i2sInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.configureI2S(a[0], UInt32(vm.field(a[0], AudioField.setting(0))), a)
  vm.set(out, .none)
}
//@native I2S.deinit 1 1
//@native I2S.close 1 1
//@native I2S.__exit__ 4 4
//@native AudioOutPwm.close 1 1
//@native AudioOutPwm.__exit__ 4 4
func audioClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.endAudio(a[0])
  vm.set(out, .none)
}
//@native I2S.__enter__ 1 1
//@native AudioOutPwm.__enter__ 1 1
func audioEnter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
//@native I2S.write 2 2
//@native AudioOutPwm.write 2 2
func audioWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.moveAudio(a, reading: false, out) }
//@native I2S.readinto 2 2
func i2sReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.moveAudio(a, reading: true, out) }
//@native I2S.irq 2 2
func i2sIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setAudioFunction(a[0], a[1])
  vm.set(out, .none)
}
/// Sound from the next block on; silence.
//@native I2S.start 1 1
//@native AudioOutPwm.start 1 1
func audioStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setAudio(a[0], started: true)
  vm.set(out, .none)
}
//@native I2S.stop 1 1
//@native AudioOutPwm.stop 1 1
func audioStop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setAudio(a[0], started: false)
  vm.set(out, .none)
}
/// `drain()`: waits until everything has been heard: 0, or None after the time-out.
//@native I2S.drain 1 1
//@native I2S.flush 1 1
//@native AudioOutPwm.drain 1 1
//@native AudioOutPwm.flush 1 1
func audioDrain(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, try vm.drainAudio(a[0]) ? Value(int: 0) : .none) }
//@native I2S.fileno 1 1
//@native AudioOutPwm.fileno 1 1
func audioNumber(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: try vm.audioDescriptor(a[0]))) }
/// `settimeout(ms)`: how long `write` and `drain` wait; 0 not at all, None for ever.
//@native I2S.settimeout 2 2
//@native AudioOutPwm.settimeout 2 2
func audioTimeout(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.setAudioTimeout(a[0], a[1])
  vm.set(out, .none)
}
/// How often the queue ran dry while sound was due (or over, if sound comes in).
//@native I2S.stalls 1 1 property
//@native AudioOutPwm.stalls 1 1 property
func audioStalls(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let r = try vm.audio(a[0])
  vm.set(out, Value(int: Int32(bitPattern: vm.board().audioStalls(r) & 0x3fff_ffff)))
}
//@native I2S.__repr__ 1 1
func i2sRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.describeI2S(a[0], out) }
/// `shift(*, buf, bits, shift)`: every sample of a buffer to the left, or to the right if negative: 6 dB a bit.
//@native I2S.shift 0 0 kw static
func i2sShift(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 0, positional: 0, [Q.buf, Q.bits, Q.shift])
  if b[0].address == 0 || b[1].address == 0 || b[2].address == 0 { throw vm.raise(.TypeError, "buf, bits and shift are required") }
  let bits = try vm.toInt32(b[1]), shift = try vm.toInt32(b[2])
  if bits != 16 && bits != 32 { throw vm.raise(.ValueError, "invalid bits") }
  let range = try vm.byteRange(b[0], writable: true), m = vm.memory
  var at: UInt32 = 0
  while at &+ UInt32(bits / 8) <= range.count {
    let from = range.address &+ at, low = Int32(Int16(bitPattern: m.half(from)))
    let n = bits == 16 ? low : Int32(bitPattern: UInt32(m.half(from)) | UInt32(m.half(from &+ 2)) << 16)
    let shifted = shift >= 0 ? (shift > 31 ? 0 : n << shift) : n >> min(-shift, 31)
    m.setHalf(from, UInt16(truncatingIfNeeded: shifted))
    if bits == 32 { m.setHalf(from &+ 2, UInt16(truncatingIfNeeded: shifted >> 16)) }
    at &+= UInt32(bits / 8)
    if at & 127 == 0 { vm.port.spend(400) }
  }
  vm.set(out, .none)
}
