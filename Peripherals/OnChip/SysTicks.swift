import Emulation

/// Counts clk_sys for a block that moves with every cycle of it: while clk_sys stands, so does the block (see Documentation/Emulation.md, Time).
struct SysTicks {
  private var offset: UInt64 = 0, stands = true, frozen: UInt64 = 0

  /// After a change of clocks, a reset, a restore.
  mutating func follow(_ services: any ChipServices, at cycle: Cycle) {
    frozen = services.ticks(.sys, at: cycle)
    offset = cycle &- frozen
    stands = services.hertz(.sys) == 0
  }
  @inline(__always) func tick(at cycle: Cycle) -> UInt64 { stands ? frozen : cycle &- offset }
  /// The cycle of `tick`; `.max` while clk_sys stands, or when there is none.
  @inline(__always) func cycle(of tick: UInt64) -> Cycle { stands || tick >> 57 != 0 ? .max : tick &+ offset }
}
