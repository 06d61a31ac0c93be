import Emulation
import Glibc
import RP2040
import Registers

/// What PIO and DMA cost the host, without a core: the chip runs for a number of cycles, or copies a number of megabytes.
enum StreamBench {
  private static func time(_ body: () -> Void) -> Double {
    let begin = clock()
    body()
    return Double(clock() - begin) / Double(CLOCKS_PER_SEC)
  }
  private static func bare() throws -> RP2040 {
    let chip = try RP2040(RP2040.Configuration())
    _ = chip.store(Registers.RESETS.base, 0)
    return chip
  }

  /// Eight machines at divider 1, one instruction a cycle, that count and toggle a pin each (`waits`: that wait for a FIFO instead).
  /// Nobody watches the pins; at the end somebody looks, and everything is computed.
  static func pio(megacycles: UInt64, waits: Bool) throws {
    let chip = try bare()
    for pio in 0..<2 as Range<UInt32> {
      let base = pio == 0 ? Registers.PIO.pio0 : Registers.PIO.pio1
      // set pins 1; jmp x-- 2; set pins 0; jmp 0 — or pull block; jmp 0.
      let program: [UInt32] = waits ? [0x80a0, 0x0000] : [0xe001, 0x0042, 0xe000, 0x0000]
      for (i, w) in program.enumerated() { _ = chip.store(base + Registers.PIO.INSTR_MEM0.offset + UInt32(4 * i), w) }
      for m in 0..<4 as Range<UInt32> {
        let pin = pio * 4 + m
        _ = chip.store(Registers.IO_BANK0.base + 8 * pin + 4, 6 + pio)
        _ = chip.store(base + Registers.PIO.SM0_PINCTRL.offset + 24 * m, 1 << 26 | pin << 5)
        _ = chip.store(base + Registers.PIO.SM0_INSTR.offset + 24 * m, 0xe081)
        _ = chip.run(until: chip.now + 2)
      }
      _ = chip.store(base, 15)
    }
    let start = chip.now
    let seconds = time {
      _ = chip.run(until: start + megacycles * 1_000_000)
      _ = chip.load(Registers.SIO.base + 4)
    }
    if seconds < 0.001 {
      print("eight state machines, \(waits ? "waiting" : "busy"): \(megacycles) M cycles in less than a millisecond of the host")
      return
    }
    let rate = Double(megacycles) / seconds
    print(
      "eight state machines, \(waits ? "waiting" : "one instruction a cycle each"): \(Int(rate)) M cycles in a host second, "
        + "\((rate / 125 * 100).rounded() / 100) × real time at 125 MHz")
  }

  /// One channel copies within SRAM; `size` as DATA_SIZE.
  static func dma(megabytes: UInt32, size: UInt32) throws {
    let chip = try bare(), base = Registers.DMA.base
    let start = chip.now
    let block: UInt32 = 64 << 10
    let seconds = time {
      for _ in 0..<(megabytes << 20) / block {
        _ = chip.store(base, 0x2000_0000)
        _ = chip.store(base + 4, 0x2002_0004)
        _ = chip.store(base + 8, block >> size)
        _ = chip.store(base + 12, 1 | size << 2 | 0x30 | 0x3f << 15)
        _ = chip.run(until: chip.now + UInt64(block >> size) + 16)
      }
    }
    let virtual = Double(chip.now - start) / 125e6, mb = Double(megabytes)
    print(
      "DMA copy, \(1 << size) byte\(size == 0 ? "" : "s") a transfer: \(Int(mb / seconds)) MB in a host second, \(Int(mb / virtual)) MB in a virtual one at 125 MHz, "
        + "\((virtual / seconds * 100).rounded() / 100) × real time")
  }
}
