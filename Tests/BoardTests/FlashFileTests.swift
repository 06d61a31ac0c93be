import Board
import Emulation
import Foundation
import OffChip
import Testing

/// `--flash`: what was erased and programmed is in the file as soon as the flash has completed it; an operation that was cut is half there.
@Suite struct FlashFileTests {
  private let bytes = 1 << 16
  private final class Rig {
    let memory: UnsafeMutableRawPointer, flash: W25Q, file: FlashFile
    var time: UInt64 = 0
    init(_ path: String, _ bytes: Int) throws {
      memory = .allocate(byteCount: bytes, alignment: 8)
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
      file = try FlashFile(path, bytes: bytes)
      try file.load(into: memory)
      flash = W25Q(memory: memory, bytes: bytes, uniqueID: 1)
      flash.onChange = { [unowned self] in file.store(memory, $0, $1) }
    }
    deinit { memory.deallocate() }
    var now: Instant { Instant(nanoseconds: time) }
    func send(_ command: [UInt8]) {
      flash.select(true, at: now)
      for b in command { for i in 0..<8 { _ = flash.clock(b >> UInt8(7 - i) & 1, at: now) } }
      flash.select(false, at: now)
    }
    func wait(_ microseconds: UInt64) { time += microseconds * 1000; flash.settle(at: now) }
  }
  private func contents(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  @Test func itPersistsAndIsCut() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("f.bin").path
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    do {
      let a = try Rig(path, bytes)
      #expect(try contents(path).count == bytes && contents(path)[..<4] == [1, 2, 3, 0xff], "filled up")
      #expect(throws: FileError.self) { _ = try FlashFile(path, bytes: bytes) }
      a.send([6])
      a.send([0x02, 0, 0x10, 0, 0xaa, 0x55])
      #expect(try contents(path)[0x1000] == 0xff, "not before it has ended")
      a.wait(500)
      #expect(try contents(path)[0x1000..<0x1002] == [0xaa, 0x55], "written although nobody closed the file")
    }
    do {
      let b = try Rig(path, bytes)
      #expect(b.memory.load(fromByteOffset: 0x1001, as: UInt8.self) == 0x55)
      b.send([6])
      b.send([0x20, 0, 0, 0])
      b.wait(20_000)
      b.flash.powerCut(at: b.now)
      try b.file.finish()
      let now = try contents(path)
      #expect(now[..<0x1000].contains { $0 != 0xff } && now[0x1000] == 0xaa && now == Array(UnsafeRawBufferPointer(start: b.memory, count: bytes)))
      let text = FlashFile.text(of: b.memory, bytes: bytes)
      let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 8)
      defer { copy.deallocate() }
      copy.initializeMemory(as: UInt8.self, repeating: 0xff, count: bytes)
      #expect(FlashFile.restore(text, into: copy, bytes: bytes) && now == Array(UnsafeRawBufferPointer(start: copy, count: bytes)))
      #expect(!FlashFile.restore("65535=0000;", into: copy, bytes: bytes) && !FlashFile.restore("5=0g", into: copy, bytes: bytes))
    }
    #expect(throws: FileError.self) { _ = try FlashFile(path, bytes: bytes / 2) }
    #expect(throws: FileError.self) { _ = try FlashFile(folder.path, bytes: bytes) }
  }
}
