import Port
import Python

/// Console bytes and control characters as terminals send them.
enum Control {
  static var a: UInt8 { 1 }
  static var b: UInt8 { 2 }
  static var c: UInt8 { 3 }
  static var d: UInt8 { 4 }
  static var e: UInt8 { 5 }
  static var backspace: UInt8 { 8 }
  static var tab: UInt8 { 9 }
  static var newline: UInt8 { 10 }
  static var enter: UInt8 { 13 }
  static var escape: UInt8 { 27 }
  static var delete: UInt8 { 127 }
}

/// How an edited line ended.
enum LineEnd: UInt8 { case entered, interrupted, ended, rawMode, friendlyMode, pasteMode, endOfInput }

/// One line of the prompt: text in a `buffer` object, edited in place, drawn with ANSI sequences. Bytes are UTF-8; the cursor moves by code points.
struct LineEditor {
  /// The buffer object: grown as needed.
  let line: Slot
  /// Bytes in the line, and the cursor's place among them.
  private(set) var length: UInt32 = 0, cursor: UInt32 = 0
  /// Earlier lines, newest first, in a list object; and which one is shown (0: the line itself).
  private let history: Slot
  private var shown: UInt32 = 0
  /// The first line of a statement, or a further one: `sys.ps1` and `sys.ps2` stand before them.
  private let first: Bool
  /// The spaces that the line began with were taken back: the text brings its own.
  private(set) var tookIndentBack = false
  static var historyLength: UInt32 { 16 }

  /// `line` and `history` are slots of the caller; `history` holds a list.
  init(_ vm: inout VM, line: Slot, history: Slot, first: Bool) throws(Raise) {
    self.line = line
    self.history = history
    self.first = first
    if !vm(line).isKind(Kind.buffer) { try vm.newRaw(Kind.buffer, bytes: 128, line) }
  }

  /// Byte `i` of the line.
  func byte(_ vm: borrowing VM, _ i: UInt32) -> UInt8 { vm(line).byte(8 &+ i) }

  // MARK: Editing

  /// Reads and edits until the line ends; `indent` spaces stand in it from the start.
  mutating func edit(_ vm: inout VM, indent: UInt32) throws(Raise) -> LineEnd {
    try writePrompt(&vm)
    for _ in 0..<indent { try insert(&vm, 32) }
    var untouched = indent != 0
    while true {
      guard let c = vm.readConsole() else { return .endOfInput }
      if untouched && (c == 32 || c == Control.tab) {
        // Text that brings its own indentation (a paste) takes the place of ours.
        untouched = false
        tookIndentBack = true
        stepBack(vm, c == 32 ? indent &- 1 : indent &- 4)
        length = cursor
        continue
      }
      untouched = false
      switch c {
      case Control.enter, Control.newline:
        vm.write("\r\n")
        return .entered
      case Control.a: if length == 0 { return .rawMode } else { stepBack(vm, cursor) }
      case Control.b: if length == 0 { return .friendlyMode } else { moveBack(vm) }
      case Control.c: return .interrupted
      case Control.d: if length == 0 { return .ended } else { deleteForward(vm) }
      case Control.e: if length == 0 { return .pasteMode } else { moveToEnd(vm) }
      case 6: moveForward(vm)
      case 11: remove(vm, from: cursor, to: length)
      case 14: try recall(&vm, older: false)
      case 16: try recall(&vm, older: true)
      case 21: remove(vm, from: 0, to: cursor)
      case 23: remove(vm, from: wordStart(vm), to: cursor)
      case Control.backspace, Control.delete: deleteBack(vm)
      case Control.tab:
        if isBlankToCursor(vm) { for _ in 0..<4 { try insert(&vm, 32) } } else { try complete(&vm) }
      case Control.escape: try escape(&vm)
      default: if c >= 32 { try insert(&vm, c) }
      }
    }
  }

  /// `sys.ps1` or `sys.ps2`.
  func writePrompt(_ vm: inout VM) throws(Raise) {
    if vm.root(first ? .ps1 : .ps2).isNull { return vm.write(first ? ">>> " : "... ") }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let prompt = vm.slot()
    vm.set(prompt, vm.root(first ? .ps1 : .ps2))
    if vm.isText(vm(prompt)) { vm.writeText(prompt) } else { vm.write(first ? ">>> " : "... ") }
  }

  mutating func insert(_ vm: inout VM, _ c: UInt8) throws(Raise) {
    try reserve(&vm, length &+ 1)
    do {
      let r = vm(line)
      var i = length
      while i > cursor { r.setByte(8 &+ i, r.byte(7 &+ i)); i &-= 1 }
      r.setByte(8 &+ cursor, c)
    }
    length &+= 1
    cursor &+= 1
    vm.write(byte: c)
    if cursor < length { redrawTail(vm, erase: false) }
  }

  /// Makes room for `bytes` bytes.
  private func reserve(_ vm: inout VM, _ bytes: UInt32) throws(Raise) {
    let capacity = UInt32(vm(line).int(1))
    if bytes <= capacity { return }
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let bigger = vm.slot()
    try vm.newRaw(Kind.buffer, bytes: capacity &* 2, bigger)
    do {
      let from = vm(line), to = vm(bigger)
      var i: UInt32 = 0
      while i < length { to.setByte(8 &+ i, from.byte(8 &+ i)); i &+= 1 }
    }
    vm.copy(line, bigger)
  }

  private mutating func remove(_ vm: borrowing VM, from: UInt32, to: UInt32) {
    if from == to { return }
    if from < cursor { stepBack(vm, from: cursor, to: from) }
    do {
      let r = vm(line)
      var i = to
      while i < length { r.setByte(8 &+ from &+ i &- to, r.byte(8 &+ i)); i &+= 1 }
    }
    length &-= to &- from
    redrawTail(vm, erase: true)
  }

  private mutating func deleteBack(_ vm: borrowing VM) {
    if cursor == 0 { return }
    // Within the indentation a whole step goes.
    var from = previous(vm, cursor)
    if isBlankToCursor(vm) && cursor >= 4 { from = cursor &- 4 }
    remove(vm, from: from, to: cursor)
  }
  private mutating func deleteForward(_ vm: borrowing VM) { if cursor < length { remove(vm, from: cursor, to: following(vm, cursor)) } }

  private func isBlankToCursor(_ vm: borrowing VM) -> Bool {
    var i: UInt32 = 0
    while i < cursor { if byte(vm, i) != 32 { return false }; i &+= 1 }
    return true
  }
  private func isContinuation(_ c: UInt8) -> Bool { c & 0xc0 == 0x80 }
  private func previous(_ vm: borrowing VM, _ from: UInt32) -> UInt32 {
    var i = from &- 1
    while i > 0 && isContinuation(byte(vm, i)) { i &-= 1 }
    return i
  }
  private func following(_ vm: borrowing VM, _ from: UInt32) -> UInt32 {
    var i = from &+ 1
    while i < length && isContinuation(byte(vm, i)) { i &+= 1 }
    return i
  }
  private func isWord(_ c: UInt8) -> Bool { c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122 || c == 95 || c >= 128 }
  private func wordStart(_ vm: borrowing VM) -> UInt32 {
    var i = cursor
    while i > 0 && !isWord(byte(vm, i &- 1)) { i &-= 1 }
    while i > 0 && isWord(byte(vm, i &- 1)) { i &-= 1 }
    return i
  }
  private func wordEnd(_ vm: borrowing VM) -> UInt32 {
    var i = cursor
    while i < length && !isWord(byte(vm, i)) { i &+= 1 }
    while i < length && isWord(byte(vm, i)) { i &+= 1 }
    return i
  }

  // MARK: Drawing

  /// Moves the terminal's cursor left.
  private func back(_ vm: borrowing VM, columns: UInt32) {
    if columns <= 4 {
      for _ in 0..<columns { vm.write(byte: Control.backspace) }
    } else {
      vm.write("\u{1b}[")
      vm.write(decimal: columns)
      vm.write("D")
    }
  }
  private func columns(_ vm: borrowing VM, _ from: UInt32, _ to: UInt32) -> UInt32 {
    var n: UInt32 = 0, i = from
    while i < to { if !isContinuation(byte(vm, i)) { n &+= 1 }; i &+= 1 }
    return n
  }
  private mutating func stepBack(_ vm: borrowing VM, from: UInt32, to: UInt32) {
    back(vm, columns: columns(vm, to, from))
    cursor = to
  }
  /// Moves the cursor by so many bytes to the left.
  private mutating func stepBack(_ vm: borrowing VM, _ bytes: UInt32) { stepBack(vm, from: cursor, to: cursor &- bytes) }
  /// Moves the cursor: to the right by drawing what it passes.
  private mutating func moveTo(_ vm: borrowing VM, _ to: UInt32) {
    if to < cursor { return stepBack(vm, from: cursor, to: to) }
    while cursor < to { vm.write(byte: byte(vm, cursor)); cursor &+= 1 }
  }
  private mutating func moveToEnd(_ vm: borrowing VM) { moveTo(vm, length) }
  private mutating func moveBack(_ vm: borrowing VM) { if cursor > 0 { moveTo(vm, previous(vm, cursor)) } }
  private mutating func moveForward(_ vm: borrowing VM) { if cursor < length { moveTo(vm, following(vm, cursor)) } }
  /// Draws what follows the cursor and goes back; first clears the rest of the terminal's line if it was longer.
  private func redrawTail(_ vm: borrowing VM, erase: Bool) {
    if erase { vm.write("\u{1b}[K") }
    var i = cursor
    while i < length { vm.write(byte: byte(vm, i)); i &+= 1 }
    back(vm, columns: columns(vm, cursor, length))
  }

  /// Draws the whole line behind a fresh prompt, the cursor at byte `at`.
  mutating func redraw(_ vm: borrowing VM, to at: UInt32) {
    cursor = 0
    moveToEnd(vm)
    stepBack(vm, from: length, to: at)
  }

  // MARK: Keys of several bytes

  private mutating func escape(_ vm: inout VM) throws(Raise) {
    guard let first = vm.readConsole() else { return }
    switch first {
    case 98: moveTo(vm, wordStart(vm))  // Alt-b
    case 102: moveTo(vm, wordEnd(vm))  // Alt-f
    case 100: remove(vm, from: cursor, to: wordEnd(vm))  // Alt-d
    case Control.delete, Control.backspace: remove(vm, from: wordStart(vm), to: cursor)
    case 91, 79: try csi(&vm)
    default: break
    }
  }

  private mutating func csi(_ vm: inout VM) throws(Raise) {
    var parameter: UInt32 = 0, modifier: UInt32 = 0, inModifier = false
    while true {
      guard let c = vm.readConsole() else { return }
      if c >= 48 && c <= 57 {
        if inModifier { modifier = modifier &* 10 &+ UInt32(c &- 48) } else { parameter = parameter &* 10 &+ UInt32(c &- 48) }
        continue
      }
      if c == 59 { inModifier = true; continue }
      switch c {
      case 65: try recall(&vm, older: true)
      case 66: try recall(&vm, older: false)
      case 67: if modifier == 5 { moveTo(vm, wordEnd(vm)) } else { moveForward(vm) }
      case 68: if modifier == 5 { moveTo(vm, wordStart(vm)) } else { moveBack(vm) }
      case 72: moveTo(vm, 0)
      case 70: moveToEnd(vm)
      case 126:
        switch parameter {
        case 1, 7: moveTo(vm, 0)
        case 4, 8: moveToEnd(vm)
        case 3: deleteForward(vm)
        default: break
        }
      default: break
      }
      return
    }
  }

  // MARK: History

  private mutating func recall(_ vm: inout VM, older: Bool) throws(Raise) {
    let count = UInt32(vm(history).int(1))
    let wanted: UInt32
    if older {
      if shown >= count { return }
      wanted = shown &+ 1
    } else {
      if shown == 0 { return }
      wanted = shown &- 1
    }
    shown = wanted
    let before = length
    stepBack(vm, cursor)
    length = 0
    if wanted != 0 {
      var size: UInt32 = 0
      do { size = UInt32(vm.text(vm(history).at(2).at(1 &+ count &- wanted &+ 1)).int(1)) }
      try reserve(&vm, size)
      let text = vm.text(vm(history).at(2).at(1 &+ count &- wanted &+ 1))
      let to = vm(line)
      var i: UInt32 = 0
      while i < size { to.setByte(8 &+ i, text.byte(12 &+ i)); i &+= 1 }
      length = size
    }
    if length < before { vm.write("\u{1b}[K") }
    moveToEnd(vm)
  }

  /// Adds the line to the history, unless it is blank or repeats the last one.
  func remember(_ vm: inout VM) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    if length == 0 { return }
    let text = vm.slot(), last = vm.slot()
    try takeText(&vm, text)
    let count = UInt32(vm(history).int(1))
    if count != 0 {
      do { vm.set(last, vm(history).at(2).at(1 &+ count)) }
      if try vm.equal(text, last) { return }
    }
    if count >= Self.historyLength {
      // Drop the oldest: the storage keeps its size.
      let items = vm(history).at(2)
      var i: UInt32 = 2
      while i <= count { items.set(i, items.at(i &+ 1)); i &+= 1 }
      items.set(1 &+ count, Value.null)
      vm(history).setInt(1, Int32(count &- 1))
    }
    try vm.listAppend(history, text)
  }

  /// The line as a `str`.
  func takeText(_ vm: inout VM, _ out: Slot) throws(Raise) {
    try vm.newRaw(Kind.str, bytes: length, out)
    let from = vm(line), to = vm(out)
    var i: UInt32 = 0
    while i < length { to.setByte(12 &+ i, from.byte(8 &+ i)); i &+= 1 }
  }
}

extension VM {
  /// The next console byte; nil at the end of the input. Callbacks run while it waits; a KeyboardInterrupt of theirs is Ctrl-C.
  mutating func readConsole() -> UInt8? {
    let mark = mark
    defer { release(to: mark) }
    // A slot's word lies on the thread's stack, which never moves; it must hold a value again before anything is allocated.
    let s = slot()
    while true {
      let n = consoleRead(s.address, count: 1, wait: true)
      let c = memory.byte(s.address)
      set(s, Value.null)
      if n == 1 { return c }
      if n < 0 { return nil }
      do throws(Raise) { try yieldPoint() } catch {
        if pendingIs(.KeyboardInterrupt) {
          takePending(s)
          return Control.c
        }
        reportPending()
      }
    }
  }
  borrowing func write(_ text: StaticString) { text.withUTF8Buffer { consoleWrite(UnsafeRawBufferPointer($0)) } }
  borrowing func write(byte: UInt8) {
    withUnsafePointer(to: byte) { consoleWrite(UnsafeRawBufferPointer(start: $0, count: 1)) }
  }
  borrowing func write(decimal n: UInt32) {
    if n >= 10 { write(decimal: n / 10) }
    write(byte: UInt8(48 &+ n % 10))
  }
}

extension LineEditor {
  /// True if the line holds nothing but blanks.
  func isBlank(_ vm: borrowing VM) -> Bool {
    var i: UInt32 = 0
    while i < length { if byte(vm, i) != 32 && byte(vm, i) != Control.tab { return false }; i &+= 1 }
    return true
  }
  /// Spaces that the next line begins with: as this one, a step more after a colon.
  func nextIndent(_ vm: borrowing VM) -> UInt32 {
    var n: UInt32 = 0
    while n < length && byte(vm, n) == 32 { n &+= 1 }
    var last = length
    while last > n && byte(vm, last &- 1) == 32 { last &-= 1 }
    return (last > n && byte(vm, last &- 1) == 58 ? n &+ 4 : n) & ~3
  }
}
