import CPort
import Drivers
import Modules
import Port
import Registers

// What the interpreter asks of the board around it (CPort.h), by name because the interpreter lies below the drivers.

#if os(none)
public typealias HookPort = OpaquePointer?
@inline(__always) private func board(_ p: HookPort) -> Board { Board(Port()) }
#else
public typealias HookPort = UnsafeMutablePointer<port_block>?
@inline(__always) private func board(_ p: HookPort) -> Board { Board(Port(p.unsafelyUnwrapped)) }
#endif

@c(firmware_console_write)
public func consoleWriteHook(_ p: HookPort, _ text: UnsafePointer<UInt8>, _ length: UInt32) { board(p).write(text, length) }

@c(firmware_console_room)
public func consoleRoomHook(_ p: HookPort, _ length: UInt32) -> UInt32 {
  let b = board(p), room = b.consoleRoom(length)
  return room != 0 ? room : b.withoutInterpreter { b.awaitConsoleRoom(length) }
}

@c(firmware_console_read)
public func consoleReadHook(_ p: HookPort, _ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32, _ wait: UInt32) -> Int32 {
  let b = board(p)
  return wait == 0 ? b.read(to, capacity, wait: false) : b.withoutInterpreter { b.read(to, capacity, wait: true) }
}

@c(firmware_file_stat)
public func fileStatHook(_ p: HookPort, _ path: UnsafePointer<UInt8>, _ length: UInt32) -> Int32 { board(p).fileSize(path, length) }

@c(firmware_file_read)
public func fileReadHook(_ p: HookPort, _ path: UnsafePointer<UInt8>, _ length: UInt32, _ offset: UInt32, _ to: UInt32, _ count: UInt32) -> Int32 {
  board(p).readFile(path, length, offset: offset, to: to, count: count)
}
