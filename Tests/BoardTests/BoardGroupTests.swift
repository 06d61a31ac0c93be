import Board
import Emulation
import Foundation
import RP2040
import Registers
import Testing

/// Boards whose registers the test writes: no core runs.
private final class GroupTable {
  let boards: [PicoBoard]
  let group: BoardGroup
  init(_ count: Int, _ links: [(Int, UInt32, Int, UInt32)], delay: UInt64 = 200) throws {
    boards = try (0..<count).map { _ in
      var c = PicoBoard.Configuration()
      c.firmware = .none
      let board = try PicoBoard(c, output: ConsoleOutput())
      _ = board.chip.store(RESETS.base + 0x3000, ~0)
      _ = board.chip.store(CLOCKS.base + CLOCKS.CLK_PERI_CTRL.offset, 0x800)
      return board
    }
    group = BoardGroup(
      boards, links: links.map { BoardGroup.Link(.init(board: $0.0, pin: $0.1), .init(board: $0.2, pin: $0.3)) }, delay: delay)
  }
  func write(_ board: Int, _ address: UInt32, _ value: UInt32) { _ = boards[board].chip.store(address, value) }
  func read(_ board: Int, _ address: UInt32) -> UInt32 { boards[board].chip.load(address).value }
  func function(_ board: Int, _ pin: UInt32, _ f: UInt32) { write(board, IO_BANK0.base + 8 * pin + 4, f) }
  func pass(microseconds: UInt64) { _ = group.run(until: group.now + microseconds * 1000) }
  func level(_ board: Int, _ pin: UInt32) -> Bool { boards[board].chip.circuit.isHigh(boards[board].chip.pins.net(pin)) }
}

/// Several boards in lock-step, with wires between them.
@Suite struct BoardGroupTests {
  @Test func uartsTalkBothWays() throws {
    let t = try GroupTable(2, [(0, 4, 1, 5), (1, 4, 0, 5)])
    for b in 0..<2 {
      t.function(b, 4, 2); t.function(b, 5, 2)
      t.write(b, UART.uart1 + UART.UARTIBRD.offset, 3); t.write(b, UART.uart1 + UART.UARTFBRD.offset, 34)  // 6.5 MHz: 115,200 baud
      t.write(b, UART.uart1 + UART.UARTLCR_H.offset, 0x70)
      t.write(b, UART.uart1 + UART.UARTCR.offset, 0x301)
    }
    t.pass(microseconds: 100)
    for (i, byte) in Array("hello".utf8).enumerated() {
      t.write(0, UART.uart1, UInt32(byte))
      t.write(1, UART.uart1, UInt32(0x30 + i))
    }
    t.pass(microseconds: 1000)
    func received(_ b: Int) -> [UInt32] { (0..<5).map { _ in t.read(b, UART.uart1) } }
    #expect(received(1) == Array("hello".utf8).map(UInt32.init))
    #expect(received(0) == (0..<5).map { 0x30 + $0 })
  }
  @Test func anSPIMasterAndASlaveOnTwoBoards() throws {
    // SPI0 on GP16 (RX), 17 (CS), 18 (SCK), 19 (TX).
    let t = try GroupTable(2, [(0, 19, 1, 16), (1, 19, 0, 16), (0, 18, 1, 18), (0, 17, 1, 17)], delay: 100)
    for b in 0..<2 {
      for p in 16..<20 as Range<UInt32> { t.function(b, p, 1) }
      t.write(b, SPI.spi0 + SPI.SSPCPSR.offset, b == 0 ? 64 : 2)
      t.write(b, SPI.spi0, 0xc7)  // 8 bits, mode 3
      t.write(b, SPI.spi0 + SPI.SSPCR1.offset, b == 0 ? 2 : 6)
    }
    for v in 0..<4 as Range<UInt32> { t.write(1, SPI.spi0 + SPI.SSPDR.offset, 0xa0 + v) }
    t.pass(microseconds: 10)
    for v in 0..<4 as Range<UInt32> { t.write(0, SPI.spi0 + SPI.SSPDR.offset, 0x50 + v) }
    t.pass(microseconds: 2000)
    #expect((0..<4).map { _ in t.read(1, SPI.spi0 + SPI.SSPDR.offset) } == [0x50, 0x51, 0x52, 0x53])
    #expect((0..<4).map { _ in t.read(0, SPI.spi0 + SPI.SSPDR.offset) } == [0xa0, 0xa1, 0xa2, 0xa3])
  }
  /// Both pull a line low and let go one after the other, in either order: it rises when the last has.
  @Test(arguments: [[0, 1], [1, 0]]) func anOpenDrainLineDoesNotLatch(_ order: [Int]) throws {
    let t = try GroupTable(2, [(0, 0, 1, 0)])
    for b in 0..<2 {
      t.function(b, 0, 5)
      t.write(b, PADS_BANK0.base + 4, 0x48)  // input, pull-up
    }
    func pull(_ b: Int, _ on: Bool) { t.write(b, SIO.base + (on ? SIO.GPIO_OE_SET.offset : SIO.GPIO_OE_CLR.offset), 1) }
    t.pass(microseconds: 5)
    #expect(t.level(0, 0) && t.level(1, 0))
    pull(0, true)
    t.pass(microseconds: 5)
    #expect(!t.level(1, 0))
    pull(1, true)
    t.pass(microseconds: 5)
    pull(order[0], false)
    t.pass(microseconds: 5)
    #expect(!t.level(0, 0) && !t.level(1, 0))
    pull(order[1], false)
    t.pass(microseconds: 5)
    #expect(t.level(0, 0) && t.level(1, 0))
  }
  @Test func threeBoardsInARing() throws {
    let t = try GroupTable(3, [(0, 2, 1, 3), (1, 2, 2, 3), (2, 2, 0, 3)])
    for b in 0..<3 { t.function(b, 2, 5); t.write(b, SIO.base + SIO.GPIO_OE_SET.offset, 4) }
    for b in 0..<3 { t.write(b, SIO.base + SIO.GPIO_OUT_SET.offset, b == 1 ? 4 : 0) }
    t.pass(microseconds: 3)
    #expect((0..<3).map { t.level($0, 3) } == [false, false, true])
  }
}
