import Drivers
import Port
import Python
import Registers

/// Calls to the host over HostLink: with a text, and with an answer of bytes. Without a host everything answers -ENODEV.
extension VM {
  static var noDevice: Int32 { -19 }
  static var nameTooLong: Int32 { -36 }

  /// A command whose data are the bytes of a text (not more than the bounce buffer holds) or, with a null slot, nothing.
  public mutating func hostCall(_ command: UInt32, _ text: Slot, _ argument0: UInt32 = 0, _ argument1: UInt32 = 0) throws(Raise) -> Int32 {
    try hostCall(command, text, argument0, argument1) { _, _ in }
  }

  /// The same; the text that comes back becomes a `str` in `out`, if RESULT is not negative.
  public mutating func hostAnswer(_ command: UInt32, _ text: Slot, _ argument0: UInt32 = 0, _ out: Slot) throws(Raise) -> Int32 {
    let board = board()
    let size = Board.linkBufferBytes
    if memory[state &+ State.board] == 0 || !board.hasHostLink { return Self.noDevice }
    board.lockLink()
    let result = linkCommand(board, command, text, argument0, size)
    if result < 0 { board.unlockLink(); return result }
    let count = min(UInt32(bitPattern: result), size)
    do throws(Raise) { try newString(UnsafeRawBufferPointer(start: memory.at(board.linkBuffer), count: Int(count)), out) } catch {
      board.unlockLink()
      throw error
    }
    board.unlockLink()
    return result
  }

  /// The same; `read` gets the board and RESULT while the bounce buffer holds the answer. It must not allocate.
  mutating func hostCall(
    _ command: UInt32, _ text: Slot, _ argument0: UInt32, _ argument1: UInt32, _ read: (Board, Int32) -> Void
  ) throws(Raise) -> Int32 {
    if memory[state &+ State.board] == 0 { return Self.noDevice }
    let board = board()
    if !board.hasHostLink { return Self.noDevice }
    board.lockLink()
    let result = linkCommand(board, command, text, argument0, argument1)
    read(board, result)
    board.unlockLink()
    return result
  }

  private borrowing func linkCommand(_ board: Board, _ command: UInt32, _ text: Slot, _ argument0: UInt32, _ argument1: UInt32) -> Int32 {
    let size = Board.linkBufferBytes
    if self(text).isNull { return board.link(command, at: board.linkBuffer, length: size, argument0, argument1) }
    let bytes = bytesOf(text)
    if bytes.count > Int(size) { return Self.nameTooLong }
    if let start = bytes.baseAddress { memory.at(board.linkBuffer).copyMemory(from: start, byteCount: bytes.count) }
    return board.link(command, at: board.linkBuffer, length: UInt32(bytes.count), argument0, argument1)
  }

  /// A board variable as text; false if the host has not set it.
  public mutating func boardVariable(_ name: StaticString, _ out: Slot) throws(Raise) -> Bool {
    if memory[state &+ State.board] == 0 { return false }
    let mark = mark
    defer { release(to: mark) }
    let text = slot()
    try newString(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), text)
    return try hostAnswer(HOSTLINK.Command.variable, text, 0, out) >= 0
  }

}
