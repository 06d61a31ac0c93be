import CFiber
import Glibc

/// What a switch between two tasks costs the host: two fibers that give the thread to each other. Processor time, which other programs do not count in.
enum FiberBench {
  private nonisolated(unsafe) static var root: UnsafeMutablePointer<fiber_root>! = nil
  private nonisolated(unsafe) static var fibers: [UnsafeMutablePointer<fiber>] = []
  private nonisolated(unsafe) static var left = 0

  static func run(millions: Int) {
    root = fiber_root_make()
    left = millions * 1_000_000
    fibers = (0..<2).map { i in
      fiber_make(
        64 << 10,
        { p in
          let me = Int(bitPattern: p) - 1, a = FiberBench.fibers[me], b = FiberBench.fibers[me ^ 1], root = FiberBench.root!
          while FiberBench.left > 0 {
            FiberBench.left -= 1
            fiber_switch(root, a, b)
          }
          while true { fiber_leave(root, a) }
        }, UnsafeMutableRawPointer(bitPattern: i + 1))!
    }
    let before = clock()
    _ = fiber_enter(root, fibers[0])
    let took = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    print("a switch of fibers: \((took * 10000 / Double(millions)).rounded() / 10) ns of processor time (at most 50)")
    for f in fibers { fiber_free(f) }
    fiber_root_free(root)
    exit(took * 1000 > Double(millions) * 50 ? 1 : 0)
  }
}
