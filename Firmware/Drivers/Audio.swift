import Kernel
import Port
import Registers

/// How sound leaves or enters the chip.
public enum AudioKind {
  /// Levels of a PWM slice, one for every period.
  @inlinable public static var pwm: UInt32 { 0 }
  /// I2S by a PIO's state machine.
  @inlinable public static var transmit: UInt32 { 1 }
  @inlinable public static var receive: UInt32 { 2 }
}

/// A stream of sound: byte offsets.
enum AudioRecord {
  /// `AudioKind`.
  static var kind: UInt32 { 0 }
  static var source: UInt32 { 4 }
  /// The next stream in the board's list.
  static var next: UInt32 { 8 }
  /// The ring: where, its bytes (a power of two), bytes put in and taken out so far (both run freely). It holds what the hardware takes: halves for PWM,
  /// words for I2S, one a frame (16 bits to the left and the right) or two.
  static var ring: UInt32 { 12 }
  static var size: UInt32 { 16 }
  static var put: UInt32 { 20 }
  static var taken: UInt32 { 24 }
  /// Two blocks that DMA plays (or fills) in turns, each aligned to its size.
  static var blocks: UInt32 { 28 }
  static func channel(_ k: UInt32) -> UInt32 { 32 &+ k &* 4 }
  /// The block whose end comes next.
  static var turn: UInt32 { 40 }
  /// Bytes of sound in a block; the rest is silence.
  static func sound(_ k: UInt32) -> UInt32 { 44 &+ k &* 4 }
  /// `running`, `started`, `flowing`.
  static var flags: UInt32 { 52 }
  /// How often sound was missing in time, or there was no room for it.
  static var stalls: UInt32 { 56 }
  /// Samples of a frame and bytes of a sample, as the program has them; frames in a second.
  static var channels: UInt32 { 60 }
  static var width: UInt32 { 64 }
  static var rate: UInt32 { 68 }
  /// Bytes of room at which the stream can be written.
  static var threshold: UInt32 { 72 }
  /// Three pins: A and B, or SCK, WS and SD; `noPin`: none.
  static func pin(_ n: UInt32) -> UInt32 { 76 &+ n &* 4 }
  /// The state machine; its program's place.
  static var machine: UInt32 { 88 }
  static var place: UInt32 { 92 }
  /// PWM: bits of a level before it is scaled, 1 if phase correct, the divisor of the scaling, what it left over, the level of silence.
  static var bits: UInt32 { 96 }
  static var phaseCorrect: UInt32 { 100 }
  static var divisor: UInt32 { 104 }
  static var rest: UInt32 { 108 }
  static var silence: UInt32 { 112 }
  /// What moves between the ring and a program's memory in the background: address, bytes left, and whom to call at its end.
  static var pending: UInt32 { 116 }
  static var pendingBytes: UInt32 { 120 }
  static var callback: UInt32 { 124 }
  /// `put` when a sound that is about to begin was last looked at.
  static var seen: UInt32 { 136 }
  static var bytes: UInt32 { 144 }

  static var blockBytes: UInt32 { 256 }
  static var none: UInt32 { 0xffff_ffff }
  // Flags: DMA is at work; the program wants to be heard; the last block was full.
  static var running: UInt32 { 1 }
  static var started: UInt32 { 2 }
  static var flowing: UInt32 { 4 }
}

/// Sound in and out. Two DMA channels, each starting the other, play two blocks of 256 bytes in turns for ever; at the end of each their interrupt fills the block from
/// the ring, with silence where the ring is empty, and announces the stream. Nothing is late as long as the interrupt comes within a block (1.3 ms at 48 kHz in stereo);
/// if it does not, as while flash is erased, the block is heard again.
extension Board {
  /// In place of a function's handle: the end of a block.
  static var audioBlock: UInt32 { 0xffff_fffd }
  private var firstAudio: Address { address &+ DescriptorTable.audio }

  // MARK: opening and closing

  /// PWM on two pins of a slice, the second inverted: a descriptor, or a negative errno. The rate is the carrier's, too.
  public func openAudio(
    a: UInt32, b: UInt32, rate: UInt32, channels: UInt32, width: UInt32, ring: UInt32, threshold: UInt32, bits: UInt32, phaseCorrect: Bool
  ) -> Int32 {
    let m = memory, slice = a / 2 % 8
    var other = m[firstAudio]
    while other != 0 {
      if m[other &+ AudioRecord.kind] == AudioKind.pwm && m[other &+ AudioRecord.pin(0)] / 2 % 8 == slice { return -Errno.busy }
      other = m[other &+ AudioRecord.next]
    }
    let r = makeAudio(AudioKind.pwm, rate: rate, channels: channels, width: width, ring: ring, threshold: threshold)
    if r == 0 { return -Errno.noMemory }
    m[r &+ AudioRecord.bits] = bits
    m[r &+ AudioRecord.phaseCorrect] = phaseCorrect ? 1 : 0
    let csr = PWM.base &+ slice &* (PWM.CH1_CSR.offset &- PWM.CH0_CSR.offset)
    m[r &+ AudioRecord.machine] = csr
    // What `machine.PWM` was asked for on this slice is over.
    self[BoardRecord.pwmSlice(slice)] = 0
    self[BoardRecord.pwmPin(slice &* 2)] = 0
    self[BoardRecord.pwmPin(slice &* 2 &+ 1)] = 0
    port.write(csr, 0)
    if !tuneAudio(r) { dropAudio(r); return -Errno.invalid }
    port.write(csr &+ PWM.CH0_CC.offset, m[r &+ AudioRecord.silence] &* 0x1_0001)
    port.write(csr, PWM.CH0_CSR.EN.mask | (a % 2 == 0 ? PWM.CH0_CSR.B_INV.mask : PWM.CH0_CSR.A_INV.mask) | (phaseCorrect ? PWM.CH0_CSR.PH_CORRECT.mask : 0))
    setFunction(a, PinFunction.pwm)
    setFunction(b, PinFunction.pwm)
    m[r &+ AudioRecord.pin(0)] = a
    m[r &+ AudioRecord.pin(1)] = b
    let cc = csr &+ PWM.CH0_CC.offset
    return publishAudio(r, request: 24 &+ slice, at: cc, size: 1)
  }
  /// I2S on a machine of `pio` that is at rest: a descriptor, or a negative errno. It runs, in silence, from then on. WS is the pin behind SCK.
  public func openAudio(
    pio: UInt32, sck: UInt32, sd: UInt32, receive: Bool, rate: UInt32, channels: UInt32, width: UInt32, ring: UInt32, threshold: UInt32
  ) -> Int32 {
    startPIO(pio)
    var n = pio &* 4 &+ 4, free = false
    while n > pio &* 4 && !free {
      n &-= 1
      free = !isActive(n) && !isAudio(machine: n)
    }
    if !free { return -Errno.busy }
    let bits: UInt32 = receive || width == 4 ? 32 : 16, count: UInt32 = receive ? 12 : 8
    guard let place = pioPlace(pio, count: count) else { return -Errno.noMemory }
    let m = memory,
      r = makeAudio(receive ? AudioKind.receive : AudioKind.transmit, rate: rate, channels: channels, width: width, ring: ring, threshold: threshold)
    if r == 0 { return -Errno.noMemory }
    m[r &+ AudioRecord.machine] = n
    m[r &+ AudioRecord.place] = place
    // Side-set: bit 0 SCK, bit 1 WS; two steps a bit; WS changes with the last bit of a word (Philips).
    // Out: the bit while SCK is low, then high and counting. In: low, then high and the bit is read.
    let output: [8 of UInt32] = [0x6001, 0x0840, 0x7001, 0xf83e, 0x7001, 0x1844, 0x6001, 0xe83e]
    let input: [12 of UInt32] = [0xe03d, 0x4801, 0x0041, 0x4801, 0xb042, 0x5801, 0xf03d, 0x5801, 0x1047, 0x5801, 0xa042, 0x4801]
    var i: UInt32 = 0
    while i < count {
      var word = receive ? input[Int(i)] : output[Int(i)]
      if !receive && bits == 16 && word & 0xe7e0 == 0xe020 { word &-= 16 }
      pioLoad(pio, word, at: place &+ i, origin: place)
      i &+= 1
    }
    setMachinePin(n, sck, level: false, output: true)
    setMachinePin(n, sck &+ 1, level: false, output: true)
    setMachinePin(n, sd, level: false, output: !receive)
    m[r &+ AudioRecord.pin(0)] = sck
    m[r &+ AudioRecord.pin(1)] = sck &+ 1
    m[r &+ AudioRecord.pin(2)] = sd
    var s = PIOSetting()
    s.execctrl = PIO.SM0_EXECCTRL.WRAP_TOP.put(place &+ count &- 1) | PIO.SM0_EXECCTRL.WRAP_BOTTOM.put(place)
    s.shiftctrl =
      receive ? PIO.SM0_SHIFTCTRL.AUTOPUSH.mask | PIO.SM0_SHIFTCTRL.FJOIN_RX.mask : PIO.SM0_SHIFTCTRL.AUTOPULL.mask | PIO.SM0_SHIFTCTRL.FJOIN_TX.mask
    s.pinctrl =
      sd | PIO.SM0_PINCTRL.IN_BASE.put(sd) | PIO.SM0_PINCTRL.SIDESET_BASE.put(sck) | PIO.SM0_PINCTRL.SIDESET_COUNT.put(2)
      | PIO.SM0_PINCTRL.OUT_COUNT.put(receive ? 0 : 1)
    // A transmitter begins with the last step, which sets the first count.
    setMachine(n, s, start: receive ? place : place &+ count &- 1)
    if !tuneAudio(r) { dropAudio(r); return -Errno.invalid }
    let fd = publishAudio(r, request: pio &* 8 &+ n % 4 &+ (receive ? 4 : 0), at: receive ? receiveAddress(n) : transmitAddress(n), size: 2)
    if fd >= 0 {
      startAudio(r)
      setMachine(n, active: true)
    }
    return fd
  }

  /// A record with its ring and blocks, in the list; 0: no memory, or no DMA channels.
  private func makeAudio(_ kind: UInt32, rate: UInt32, channels: UInt32, width: UInt32, ring: UInt32, threshold: UInt32) -> Address {
    let m = memory, block = AudioRecord.blockBytes
    // The greatest power of two in what was asked for, but room for two blocks: with less the writer could never be ahead of what is played.
    let size: UInt32 = 1 << (31 &- UInt32(truncatingIfNeeded: max(ring, 2 &* block).leadingZeroBitCount))
    let r = size > 0x10_0000 ? 0 : kernel.allocate(AudioRecord.bytes &+ size &+ 3 &* block)
    if r == 0 { return 0 }
    m.fill(r, 0, count: AudioRecord.bytes &+ size &+ 3 &* block)
    m[r &+ AudioRecord.kind] = kind
    m[r &+ AudioRecord.source] = Board.noSource
    m[r &+ AudioRecord.ring] = r &+ AudioRecord.bytes
    m[r &+ AudioRecord.size] = size
    m[r &+ AudioRecord.blocks] = (r &+ AudioRecord.bytes &+ size &+ block &- 1) & ~(block &- 1)
    m[r &+ AudioRecord.channel(0)] = AudioRecord.none
    m[r &+ AudioRecord.channel(1)] = AudioRecord.none
    m[r &+ AudioRecord.channels] = channels
    m[r &+ AudioRecord.width] = width
    m[r &+ AudioRecord.rate] = rate
    m[r &+ AudioRecord.threshold] = threshold
    var n: UInt32 = 0
    while n < 3 { m[r &+ AudioRecord.pin(n)] = AudioRecord.none; n &+= 1 }
    m[r &+ AudioRecord.next] = m[firstAudio]
    m[firstAudio] = r
    return r
  }
  /// Gives a stream its DMA channels, its source and its descriptor; without them it is gone.
  private func publishAudio(_ r: Address, request: UInt32, at register: Address, size: UInt32) -> Int32 {
    let m = memory, kind = m[r &+ AudioRecord.kind], receive = kind == AudioKind.receive
    guard let source = takeSource() else { dropAudio(r); return -Errno.tooMany }
    m[r &+ AudioRecord.source] = source
    var k: UInt32 = 0
    while k < 2 {
      guard let c = claimDMA() else { dropAudio(r); return -Errno.busy }
      m[r &+ AudioRecord.channel(k)] = c
      k &+= 1
    }
    k = 0
    while k < 2 {
      let c = m[r &+ AudioRecord.channel(k)], block = m[r &+ AudioRecord.blocks] &+ k &* AudioRecord.blockBytes
      listen(dma: c, Callback(function: Board.audioBlock, argument: r, hard: true))
      setDMA(c, 0, receive ? register : block)
      setDMA(c, 1, receive ? block : register)
      setDMA(c, 2, AudioRecord.blockBytes >> size)
      // The address runs round the block, so a channel begins there again without being told.
      setDMA(
        c, 3,
        DMA.CH0_CTRL_TRIG.EN.mask | DMA.CH0_CTRL_TRIG.HIGH_PRIORITY.mask | DMA.CH0_CTRL_TRIG.DATA_SIZE.put(size)
          | (receive ? DMA.CH0_CTRL_TRIG.INCR_WRITE.mask | DMA.CH0_CTRL_TRIG.RING_SEL.mask : DMA.CH0_CTRL_TRIG.INCR_READ.mask)
          | DMA.CH0_CTRL_TRIG.RING_SIZE.put(8) | DMA.CH0_CTRL_TRIG.CHAIN_TO.put(m[r &+ AudioRecord.channel(k ^ 1)]) | DMA.CH0_CTRL_TRIG.TREQ_SEL.put(request))
      k &+= 1
    }
    let fd = open(DescriptorKind.audio, device: r, source: source)
    if fd < 0 { dropAudio(r) }
    return fd
  }
  /// Ends a stream and frees all that it has.
  func dropAudio(_ r: Address) {
    let m = memory
    var k: UInt32 = 0
    while k < 2 {
      if m[r &+ AudioRecord.channel(k)] != AudioRecord.none { freeDMA(m[r &+ AudioRecord.channel(k)]) }
      k &+= 1
    }
    let machine = m[r &+ AudioRecord.machine], kind = m[r &+ AudioRecord.kind]
    if kind == AudioKind.pwm {
      port.write(machine, 0)
    } else {
      setMachine(machine, active: false)
      pioRemove(machine / 4, at: m[r &+ AudioRecord.place], count: kind == AudioKind.receive ? 12 : 8)
    }
    k = 0
    while k < 3 {
      let pin = m[r &+ AudioRecord.pin(k)]
      if pin != AudioRecord.none {
        setOutput(pin, false)
        setFunction(pin, PinFunction.sio)
      }
      k &+= 1
    }
    freeSource(m[r &+ AudioRecord.source])
    var at = firstAudio
    while m[at] != r { at = m[at] &+ AudioRecord.next }
    m[at] = m[r &+ AudioRecord.next]
    kernel.free(r)
  }
  /// True if the state machine belongs to a stream.
  public func isAudio(machine n: UInt32) -> Bool {
    let m = memory
    var r = m[firstAudio]
    while r != 0 {
      if m[r &+ AudioRecord.kind] != AudioKind.pwm && m[r &+ AudioRecord.machine] == n { return true }
      r = m[r &+ AudioRecord.next]
    }
    return false
  }

  // MARK: rate

  /// Sets the hardware to the stream's rate at the present clk_sys; false if there is no such setting.
  private func tuneAudio(_ r: Address) -> Bool {
    let m = memory, rate = m[r &+ AudioRecord.rate], machine = m[r &+ AudioRecord.machine]
    if m[r &+ AudioRecord.kind] == AudioKind.pwm {
      let cycles = UInt32(truncatingIfNeeded: (UInt64(systemHertz) &* 2 / UInt64(rate) &+ 1) / 2)
      let top = m[r &+ AudioRecord.phaseCorrect] != 0 ? (cycles &+ 1) / 2 : cycles
      if top < 2 || top > 65536 { return false }
      m[r &+ AudioRecord.divisor] = (1 << (16 &+ m[r &+ AudioRecord.bits])) / top
      m[r &+ AudioRecord.silence] = top / 2
      port.write(machine &+ PWM.CH0_DIV.offset, 16)
      port.write(machine &+ PWM.CH0_TOP.offset, top &- 1)
      return true
    }
    let wide = m[r &+ AudioRecord.kind] == AudioKind.receive || m[r &+ AudioRecord.width] == 4
    let steps = UInt64(rate) &* (wide ? 128 : 64), divider = (UInt64(systemHertz) &* 256 &+ steps / 2) / steps
    if divider < 256 || divider >= 65536 * 256 { return false }
    setMachine(machine, divider: UInt32(divider) << 8)
    return true
  }
  /// clk_sys has changed: every stream keeps its rate, if there is a setting for it.
  func retuneAudio() {
    let m = memory
    var r = m[firstAudio]
    while r != 0 {
      _ = tuneAudio(r)
      r = m[r &+ AudioRecord.next]
    }
  }

  // MARK: blocks

  /// Lets what is queued be heard from the next block on.
  public func startAudio(_ r: Address) {
    let m = memory
    if m[r &+ AudioRecord.flags] & AudioRecord.started != 0 { return }
    let mask = port.lockShared()
    m[r &+ AudioRecord.flags] |= AudioRecord.started
    let begins = m[r &+ AudioRecord.flags] & AudioRecord.running == 0
    port.unlockShared(mask)
    if !begins { return }
    m[r &+ AudioRecord.flags] |= AudioRecord.running
    if m[r &+ AudioRecord.kind] != AudioKind.receive {
      fillBlock(r, 0)
      fillBlock(r, 1)
    }
    startDMA(m[r &+ AudioRecord.channel(0)])
  }
  /// Silence from the next block on; what is queued stays.
  public func stopAudio(_ r: Address) {
    let mask = port.lockShared()
    memory[r &+ AudioRecord.flags] &= ~(AudioRecord.started | AudioRecord.flowing)
    port.unlockShared(mask)
  }
  /// How often the ring ran dry (or over, if sound comes in).
  public func audioStalls(_ r: Address) -> UInt32 { memory[r &+ AudioRecord.stalls] }
  /// Nothing that was written is still to be heard.
  public func isAudioDrained(_ r: Address) -> Bool {
    let m = memory
    return m[r &+ AudioRecord.put] == m[r &+ AudioRecord.taken] && m[r &+ AudioRecord.sound(0)] | m[r &+ AudioRecord.sound(1)] == 0
  }
  public func audioKind(_ r: Address) -> UInt32 { memory[r &+ AudioRecord.kind] }
  /// Bytes of a frame as the program has it.
  public func audioFrame(_ r: Address) -> UInt32 { memory[r &+ AudioRecord.channels] &* memory[r &+ AudioRecord.width] }
  public func audioRing(_ r: Address) -> UInt32 { memory[r &+ AudioRecord.size] }

  /// DMA channels have ended blocks of a stream; answers those of them that are its own.
  func audioInterrupt(_ r: Address, _ ended: UInt32) -> UInt32 {
    let m = memory, first = m[r &+ AudioRecord.channel(0)], second = m[r &+ AudioRecord.channel(1)]
    var k = m[r &+ AudioRecord.turn], i = 0
    if ended >> (k == 0 ? first : second) & 1 == 0 { k ^= 1 }
    while i < 2 && ended >> (k == 0 ? first : second) & 1 != 0 {
      if m[r &+ AudioRecord.kind] == AudioKind.receive { keepBlock(r, k) } else { fillBlock(r, k) }
      k ^= 1
      i += 1
    }
    m[r &+ AudioRecord.turn] = k
    if m[r &+ AudioRecord.pendingBytes] != 0 { moveAudio(r) }
    announce(m[r &+ AudioRecord.source])
    return ended & (1 << first | 1 << second)
  }
  /// The next block of a stream: from the ring, silence behind it.
  private func fillBlock(_ r: Address, _ k: UInt32) {
    let m = memory, all = AudioRecord.blockBytes, block = m[r &+ AudioRecord.blocks] &+ k &* all, flags = m[r &+ AudioRecord.flags]
    var n: UInt32 = 0
    if flags & AudioRecord.started != 0 {
      let put = m[r &+ AudioRecord.put]
      n = min(put &- m[r &+ AudioRecord.taken], all)
      // A sound begins with a whole block, unless its writer has come to its end.
      if n < all && flags & AudioRecord.flowing == 0 && put != m[r &+ AudioRecord.seen] { n = 0 }
      m[r &+ AudioRecord.seen] = put
      copyRing(r, m[r &+ AudioRecord.taken], block, n, out: true)
      m[r &+ AudioRecord.taken] &+= n
    }
    if n == all {
      m[r &+ AudioRecord.flags] = flags | AudioRecord.flowing
    } else {
      if flags & AudioRecord.started != 0 && (n != 0 || flags & AudioRecord.flowing != 0) {
        m[r &+ AudioRecord.stalls] &+= 1
        m[r &+ AudioRecord.rest] = 0
      }
      m[r &+ AudioRecord.flags] = flags & ~AudioRecord.flowing
      let silence = UInt16(truncatingIfNeeded: m[r &+ AudioRecord.silence])
      var at = n
      while at < all { m.setHalf(block &+ at, silence); at &+= 2 }
    }
    m[r &+ AudioRecord.sound(k)] = n
    port.spend(200)
  }
  /// A block that came in: into the ring, as much as there is room for.
  private func keepBlock(_ r: Address, _ k: UInt32) {
    let m = memory, all = AudioRecord.blockBytes
    let n = min(m[r &+ AudioRecord.size] &- (m[r &+ AudioRecord.put] &- m[r &+ AudioRecord.taken]), all)
    if n != all { m[r &+ AudioRecord.stalls] &+= 1 }
    copyRing(r, m[r &+ AudioRecord.put], m[r &+ AudioRecord.blocks] &+ k &* all, n, out: false)
    m[r &+ AudioRecord.put] &+= n
    port.spend(200)
  }
  private func copyRing(_ r: Address, _ index: UInt32, _ block: Address, _ n: UInt32, out: Bool) {
    let m = memory, size = m[r &+ AudioRecord.size], ring = m[r &+ AudioRecord.ring], at = index & (size &- 1), first = min(n, size &- at)
    m.move(out ? block : ring &+ at, from: out ? ring &+ at : block, count: first)
    if first < n { m.move(out ? block &+ first : ring, from: out ? ring : block &+ first, count: n &- first) }
  }
}
