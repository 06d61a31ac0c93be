import Port
import Python

// Module deflate.
//@module deflate
//@type DeflateIO module=deflate base=IOBase kind=object
//@const deflate:AUTO 0
//@const deflate:RAW 1
//@const deflate:ZLIB 2
//@const deflate:GZIP 3

private enum DeflateField {
  /// None once closed.
  static var stream: UInt32 { 0 }
  static var format: UInt32 { 1 }
  static var window: UInt32 { 2 }
  /// 1: `close` closes the stream too.
  static var close: UInt32 { 3 }
  static var reader: UInt32 { 4 }
  static var readerWindow: UInt32 { 5 }
  static var writer: UInt32 { 6 }
  static var writerWindow: UInt32 { 7 }
}

extension VM {
  /// Writes a piece; a negative answer of a stream written in Python is an errno.
  mutating func writeAll(_ stream: Slot, _ piece: Slot, orElse errno: Int32 = 0) throws(Raise) {
    let n = Int32(bitPattern: try streamWrite(stream, piece))
    if n < 0 { throw raise(errno: errno != 0 ? errno : 0 &- n) }
  }
  private mutating func newWindow(_ o: Slot, _ field: UInt32, bits: UInt32) throws(Raise) {
    let b = slot()
    try newRaw(Kind.buffer, bytes: 1 &<< bits, b)
    store(o, field, b)
    release(to: b)
  }
  private mutating func openStream(_ o: Slot, _ out: Slot) throws(Raise) {
    load(o, DeflateField.stream, out)
    if self(out).value.isNone { throw raise(errno: 22) }
  }

  /// Reads up to `most` bytes; the first time the frame's head is read and the window made.
  fileprivate mutating func inflate(_ o: Slot, most: UInt32, _ builder: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let stream = slot(), state = slot(), window = slot(), format = field(o, DeflateField.format)
    try openStream(o, stream)
    load(o, DeflateField.readerWindow, window)
    load(o, DeflateField.reader, state)
    if self(window).isNull {
      try newRaw(Kind.buffer, bytes: Inflate.bytes, state)
      var bits = UInt32(field(o, DeflateField.window)), new = Inflate(self, state: state, window: window, stream: stream)
      if format == 1 {
        if bits == 0 { bits = 8 }
        new.raw(self)
      } else {
        let head = try new.header(&self, format: format)
        if bits == 0 || head < bits { bits = head }
      }
      try newWindow(o, DeflateField.readerWindow, bits: bits)
      store(o, DeflateField.reader, state)
      load(o, DeflateField.readerWindow, window)
    }
    var reader = Inflate(self, state: state, window: window, stream: stream)
    try reader.read(&self, most: most, builder)
  }

  /// The writer; the first time the frame's head is written and the window made.
  private mutating func deflater(_ o: Slot) throws(Raise) -> Deflater {
    let stream = slot(), state = slot(), window = slot(), out = slot(), format = field(o, DeflateField.format)
    try openStream(o, stream)
    try newBuilder(out)
    load(o, DeflateField.writer, state)
    let isNew = self(state).isNull
    if isNew {
      let wanted = UInt32(field(o, DeflateField.window)), bits = wanted == 0 ? 8 : wanted
      try newWindow(o, DeflateField.writerWindow, bits: bits)
      try newRaw(Kind.buffer, bytes: Deflater.bytes, state)
      let head = slot()
      try newBuilder(head)
      if format == 2 {
        let first = 8 | (max(bits, 9) &- 8) &<< 4, second: UInt32 = 0x80
        try append(head, byte: UInt8(first))
        try append(head, byte: UInt8(second | (31 &- (first &* 256 &+ second) % 31)))
        self(state).setRaw(5, 1)
      } else if format == 3 {
        var i = 0
        // No time, fastest, made on Unix.
        let bytes: [10 of UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 3]
        while i < 10 { try append(head, byte: bytes[i]); i += 1 }
      }
      if !bytesOf(head).isEmpty { try writeAll(stream, head, orElse: 22) }
      store(o, DeflateField.writer, state)
    }
    load(o, DeflateField.writerWindow, window)
    var d = Deflater(self, state: state, window: window, stream: stream, out: out)
    if isNew { try d.begin(&self) }
    return d
  }
  fileprivate mutating func deflate(_ o: Slot, _ data: Slot) throws(Raise) {
    let format = field(o, DeflateField.format), bytes = slot()
    _ = try source(data)
    var d = try deflater(o)
    copy(bytes, data)
    let sum = self(d.state).raw(5), from = place(bytes), n = UInt32(bytesOf(bytes).count)
    self(d.state).setRaw(5, format == 2 ? adler32(memory, from, n, sum) : format == 3 ? crc32(memory, from, n, sum) : 0)
    try d.write(&self, bytes)
  }
  fileprivate mutating func closeDeflate(_ o: Slot) throws(Raise) {
    let stream = slot(), tail = slot(), state = slot(), format = field(o, DeflateField.format)
    load(o, DeflateField.stream, stream)
    if self(stream).value.isNone { return }
    load(o, DeflateField.writer, state)
    if !self(state).isNull {
      var d = try deflater(o)
      try d.finish(&self)
      try newBuilder(tail)
      let sum = self(state).raw(5), total = self(state).raw(4)
      var i: UInt32 = 0
      while i < 4 && format > 1 { try append(tail, byte: UInt8(truncatingIfNeeded: sum &>> (format == 2 ? 24 &- 8 &* i : 8 &* i))); i &+= 1 }
      i = 0
      while i < 4 && format == 3 { try append(tail, byte: UInt8(truncatingIfNeeded: total &>> (8 &* i))); i &+= 1 }
      if !bytesOf(tail).isEmpty { try writeAll(stream, tail) }
    }
    native(self(o)).set(2 &+ DeflateField.stream, Value.none)
    if field(o, DeflateField.close) != 0 { try callMethod(stream, Q.close, Args(tail, 0), tail) }
  }
}

/// `DeflateIO(stream, format=AUTO, wbits=0, close=False)`
//@native DeflateIO.__new__ 2 5
func deflateNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let format = a.count > 2 ? try vm.toInt32(a[2]) : 0, bits = a.count > 3 ? try vm.toInt32(a[3]) : 0, close = a.count > 4 ? try vm.truth(a[4]) : false
  if format < 0 || format > 3 { throw vm.raise(.ValueError, "format") }
  if bits != 0 && (bits < 5 || bits > 15) { throw vm.raise(.ValueError, "wbits") }
  let o = vm.slot()
  try vm.newObject(ModuleType.DeflateIO, fields: 8, o)
  vm.store(o, DeflateField.stream, a[1])
  vm.setField(o, DeflateField.format, format)
  vm.setField(o, DeflateField.window, bits)
  vm.setField(o, DeflateField.close, close ? 1 : 0)
  vm.copy(out, o)
}
//@native DeflateIO.read 1 2
func deflateRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let builder = vm.slot(), n = a.count > 1 && vm.given(a[1]) ? try vm.toInt32(a[1]) : -1
  try vm.newBuilder(builder)
  try vm.inflate(a[0], most: n < 0 ? .max : UInt32(n), builder)
  try vm.finish(builder, Kind.bytes, out)
}
//@native DeflateIO.readinto 2 3
func deflateReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let builder = vm.slot()
  var n = try vm.byteRange(a[1], writable: true).count
  if a.count > 2 { n = min(n, UInt32(max(try vm.toInt32(a[2]), 0))) }
  try vm.newBuilder(builder)
  try vm.inflate(a[0], most: n, builder)
  let got = min(UInt32(vm.bytesOf(builder).count), try vm.byteRange(a[1], writable: true).count)
  vm.memory.move(vm.place(a[1]), from: vm.place(builder), count: got)
  vm.set(out, Value(int: Int32(got)))
}
//@native DeflateIO.write 2 2
func deflateWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.deflate(a[0], a[1])
  vm.set(out, Value(int: Int32(vm.bytesOf(a[1]).count)))
}
//@native DeflateIO.close 1 1
func deflateClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.closeDeflate(a[0])
  vm.set(out, .none)
}
/// `adler32(data[, sum])`, for the module zlib.
//@native deflate:adler32 1 2
func deflateAdler32(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let start = a.count > 1 ? UInt32(truncatingIfNeeded: try vm.toInt64(a[1])) : 1, r = try vm.source(a[0])
  try vm.newInt(Int64(adler32(vm.memory, r.address, r.count, start)), out)
}
