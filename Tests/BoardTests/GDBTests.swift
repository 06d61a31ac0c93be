import Board
import CortexM0Plus
import Emulation
import Foundation
import RP2040
import Testing

/// GDB's remote protocol (GDB manual, appendix E) against a board that runs a few instructions from RAM. `make test` also has gdb-multiarch drive
/// the command (Tests/TayberryTests/GDBCommandTests.swift).
@Suite struct GDBTests {
  /// A board whose core 0 counts in R0, calls a function, and stores what it counted to 0x20000100, for ever.
  final class Rig {
    let board: PicoBoard, debugger: BoardDebugger, server: GDBServer
    static let code: [UInt16] = [
      0x2000,  // 20000000: movs r0, #0
      0x4904,  // 20000002: ldr r1, [pc, #16]
      0x3001,  // 20000004: adds r0, #1
      0xf000, 0xf802,  // 20000006: bl 2000000e
      0x6008,  // 2000000a: str r0, [r1]
      0xe7fa,  // 2000000c: b 20000004
      0x1c42,  // 2000000e: adds r2, r0, #1
      0x4770,  // 20000010: bx lr
      0xbe07,  // 20000012: bkpt 7
    ]
    init() throws {
      var bytes: [UInt8] = []
      for w in Self.code + [0x0100, 0x2000] { bytes += [UInt8(w & 255), UInt8(w >> 8)] }
      var uf2: [UInt8] = []
      func put(_ v: UInt32) { for i in 0..<4 { uf2.append(UInt8(v >> (8 * UInt32(i)) & 255)) } }
      for v in [0x0a32_4655, 0x9e5d_5157, 0x2000, 0x2000_0000, UInt32(bytes.count), 0, 1, 0xe48b_ff56] as [UInt32] { put(v) }
      uf2 += bytes + [UInt8](repeating: 0, count: 476 - bytes.count)
      put(0x0ab1_6f30)
      var c = PicoBoard.Configuration()
      c.firmware = .arm(try FirmwareFile(uf2))
      board = try PicoBoard(c, output: ConsoleOutput(standard: -1, error: -1))
      debugger = try #require(BoardDebugger(board))
      debugger.attach()
      server = GDBServer(debugger)
    }
    /// Sends a packet; answers what came back, without the framing.
    @discardableResult func ask(_ body: String) -> String { ask(Array(body.utf8)) }
    @discardableResult func ask(_ body: [UInt8]) -> String {
      let sum = body.reduce(UInt8(0)) { $0 &+ $1 }
      server.receive([UInt8(ascii: "$")] + body + Array("#".utf8) + Array((sum < 16 ? "0" : "").utf8) + Array(String(sum, radix: 16).utf8))
      var steps = 0
      while server.isRunning && steps < 1000 {
        _ = board.run(until: Instant(nanoseconds: board.now.nanoseconds + 10_000))
        server.report()
        steps += 1
      }
      let text = String(decoding: server.takeOutput(), as: UTF8.self)
      guard let dollar = text.firstIndex(of: "$"), let hash = text.lastIndex(of: "#") else { return text }
      return String(text[text.index(after: dollar)..<hash])
    }
    var pc: UInt32 { debugger.cores[0].pc }
  }

  @Test func framingFindsPacketsInPieces() throws {
    let rig = try Rig()
    for b in Array("+$q".utf8) { rig.server.receive([b]) }
    rig.server.receive(Array("C#b4".utf8))
    #expect(String(decoding: rig.server.takeOutput(), as: UTF8.self) == "+$QC1#c5")
    rig.server.receive(Array("$qC#00".utf8))
    #expect(String(decoding: rig.server.takeOutput(), as: UTF8.self) == "-", "a wrong checksum is asked for again")
    rig.server.receive(Array("-".utf8))
    #expect(String(decoding: rig.server.takeOutput(), as: UTF8.self) == "$QC1#c5", "the last answer once more")
    #expect(rig.ask("QStartNoAckMode") == "OK")
    rig.server.receive(Array("$qC#b4".utf8))
    #expect(String(decoding: rig.server.takeOutput(), as: UTF8.self) == "$QC1#c5")
  }
  @Test func breakpointsStopBeforeTheInstruction() throws {
    let rig = try Rig()
    #expect(rig.ask("Z1,2000000e,2") == "OK")
    #expect(rig.ask("vCont;c").hasPrefix("T05thread:1;"))
    #expect(rig.pc == 0x2000_000e && rig.debugger.cores[0][0] == 1)
    #expect(rig.ask("c").contains("hwbreak"))
    #expect(rig.pc == 0x2000_000e && rig.debugger.cores[0][0] == 2, "it stood on the breakpoint and came by again")
    #expect(rig.ask("z1,2000000e,2") == "OK")
    #expect(rig.ask("Z0,20000004,2") == "OK")
    rig.ask("c")
    #expect(rig.pc == 0x2000_0004)
  }
  @Test func stepsAreOneInstruction() throws {
    let rig = try Rig()
    #expect(rig.ask("Z1,20000004,2") == "OK")
    rig.ask("c")
    rig.ask("z1,20000004,2")
    var visited: [UInt32] = []
    for _ in 0..<6 {
      #expect(rig.ask("vCont;s:1;c").hasPrefix("T05"))
      visited.append(rig.pc)
    }
    #expect(visited == [0x2000_0006, 0x2000_000e, 0x2000_0010, 0x2000_000a, 0x2000_000c, 0x2000_0004])
  }
  @Test func watchpointsStopAfterTheAccess() throws {
    let rig = try Rig()
    #expect(rig.ask("Z2,20000100,4") == "OK")
    #expect(rig.ask("c").contains("watch:20000100;"))
    #expect(rig.pc == 0x2000_000c)
    #expect(rig.ask("m20000100,4") == "01000000")
    rig.ask("z2,20000100,4")
    // The literal at 0x20000014 is only read before the loop: a read watch on it does not stop, one on the store's place neither.
    #expect(rig.ask("Z3,20000100,4") == "OK")
    rig.server.receive(Array("$c#63".utf8))
    _ = rig.board.run(until: Instant(nanoseconds: rig.board.now.nanoseconds + 100_000))
    rig.server.report()
    #expect(rig.server.isRunning)
    rig.server.receive([3])
    #expect(String(decoding: rig.server.takeOutput(), as: UTF8.self).contains("T02"))
  }
  @Test func aBKPTOfTheProgramStopsAndCanBePassed() throws {
    let rig = try Rig()
    rig.debugger.cores[0].pc = 0x2000_0012
    rig.ask("M20000014,2:0020")  // movs r0, #0
    rig.ask("Z1,20000016,2")
    #expect(rig.ask("c").hasPrefix("T05"))
    #expect(rig.pc == 0x2000_0012)
    rig.ask("c")
    #expect(rig.pc == 0x2000_0016)
    #expect(rig.debugger.cores[0].lastFault == nil)
  }
  @Test func registersAndMemory() throws {
    let rig = try Rig()
    #expect(rig.ask("P0=78563412") == "OK")
    #expect(rig.debugger.cores[0][0] == 0x1234_5678)
    #expect(rig.ask("p0") == "78563412")
    #expect(rig.ask("g").count == 8 * 21)
    #expect(rig.ask("Hg2") == "OK")
    #expect(rig.ask("P3=01000000") == "OK")
    #expect(rig.debugger.cores[1][3] == 1 && rig.debugger.cores[0][3] != 1)
    #expect(rig.ask("M20001001,3:aabbcc") == "OK")
    #expect(rig.ask("m20001000,5").dropFirst(2).prefix(6) == "aabbcc")
    #expect(rig.ask("m10,4") == "4d750103", "the boot ROM")
    #expect(rig.ask("m60000000,4").hasPrefix("E"), "nothing is there")
    #expect(rig.ask("M60000000,1:00").hasPrefix("E"))
  }
  @Test func flashIsErasedAndProgrammed() throws {
    let rig = try Rig()
    #expect(rig.ask("vFlashErase:10001000,1000") == "OK")
    #expect(rig.ask(Array("vFlashWrite:10001000:".utf8) + [1, 2, 0x7d, 0x03, 4]) == "OK", "an escaped #")
    #expect(rig.ask("vFlashDone") == "OK")
    #expect(rig.ask("m10001000,5") == "01022304ff")
    #expect(rig.ask("vFlashErase:0fff0000,1000").hasPrefix("E"))
    #expect(rig.ask("vFlashErase:10fff000,1000").hasPrefix("E"), "behind the end")
  }
  @Test func aResetComesBackToTheBootROM() throws {
    let rig = try Rig()
    _ = rig.ask("Z1,2000000e,2")
    rig.ask("c")
    let hex = Array("reset halt".utf8).map { String($0, radix: 16) }.joined()
    #expect(!rig.ask("qRcmd," + hex).isEmpty)
    #expect(rig.pc < 0x4000)
    rig.ask("c")
    #expect(rig.pc == 0x2000_000e)
  }
  @Test func threadsAndDescriptions() throws {
    let rig = try Rig()
    #expect(rig.ask("qfThreadInfo") == "m1,2" && rig.ask("qsThreadInfo") == "l")
    #expect(rig.ask("qXfer:features:read:target.xml:0,fff").contains("org.gnu.gdb.arm.m-profile"))
    #expect(rig.ask("qXfer:memory-map:read::0,fff").contains("type=\"flash\" start=\"0x10000000\" length=\"0x200000\""))
    #expect(rig.ask("qXfer:threads:read::0,fff").contains("core 1"))
    #expect(rig.ask("qXfer:features:read:target.xml:0,10").hasPrefix("m<?xml"))
    #expect(rig.ask("T2") == "OK" && rig.ask("T3").hasPrefix("E"))
    #expect(rig.ask("vMustReplyEmpty") == "" && rig.ask("ZZ") == "E01")
  }
  @Test func detachingForgetsTheBreakpoints() throws {
    let rig = try Rig()
    rig.ask("Z1,2000000e,2")
    #expect(rig.ask("D") == "OK")
    #expect(rig.server.hasLeft)
    _ = rig.board.run(until: Instant(nanoseconds: rig.board.now.nanoseconds + 100_000))
    #expect(rig.debugger.cores[0][0] > 10)
  }

  /// Whatever comes in on the port, the board and the process stay whole. `TAYBERRY_FUZZ=N` runs N seeds.
  @Test(arguments: 7...6 + (Int(ProcessInfo.processInfo.environment["TAYBERRY_FUZZ"] ?? "") ?? 1)) func randomPacketsNeverCrash(_ seed: Int) throws {
    let rig = try Rig()
    var random = UInt64(seed)
    func next() -> Int { random = random &* 6_364_136_223_846_793_005 &+ 1; return Int(random >> 33) }
    let seeds = [
      "g", "G00", "p10", "P10=00000000", "m20000000,40", "M20000000,2:0000", "X20000000,1:a", "Z0,20000004,2", "z0,20000004,2", "Z2,20000000,ffffffff", "Hg1",
      "Hc-1", "T1", "c", "s", "vCont;s:1;c", "vCont?", "vFlashErase:10000000,1000", "vFlashWrite:10000000:abc", "vFlashDone", "qSupported:a;b",
      "qXfer:features:read:target.xml:0,1",
      "qXfer:memory-map:read::ffffffff,ffffffff", "qXfer:threads:read::0,fff", "qRcmd,6d", "qRcmd,726573657420", "qRcmd,756e6d6f64656c6c6564", "D", "vKill;1",
      "Z4,fffffffc,8", "P0=ffffffff", "Pf=ffffffff", "P14=03000000", "m40054000,100", "Md0000010,4:ffffffff", "Me000ed0c,4:0400fa05", "vCont;t;s:2",
      "vCont;c:1;s:2", "qThreadExtraInfo,1", "R00", "?", "!", "QStartNoAckMode",
    ].map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var body = seeds[next() % seeds.count]
      for _ in 0..<(next() % 4) {
        switch next() % 3 {
        case 0: body.insert(UInt8(next() & 255), at: next() % (body.count + 1))
        case 1: if !body.isEmpty { body.remove(at: next() % body.count) }
        default: if !body.isEmpty { body[next() % body.count] = UInt8(next() & 255) }
        }
      }
      let sum = body.reduce(UInt8(0)) { $0 &+ $1 }
      var bytes = Array("$".utf8) + body + Array("#".utf8) + Array((sum < 16 ? "0" : "").utf8) + Array(String(sum, radix: 16).utf8)
      if next() % 8 == 0 { bytes[next() % bytes.count] = UInt8(next() & 255) }
      rig.server.receive(bytes)
      if rig.server.isRunning {
        _ = rig.board.run(until: Instant(nanoseconds: rig.board.now.nanoseconds + 200))
        rig.server.receive([3])
      }
      _ = rig.server.takeOutput()
    }
  }
}
