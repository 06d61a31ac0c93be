// kernel-soak [schedules] [first seed]: random schedules of the kernel on the chaos port, each step compared with the model.
import ChaosKernel
import Glibc

let count = CommandLine.arguments.count > 1 ? UInt64(CommandLine.arguments[1]) ?? 0 : 1_000_000
let first = CommandLine.arguments.count > 2 ? UInt64(CommandLine.arguments[2]) ?? 0 : 0
if CommandLine.arguments.count > 3 { History.keepsLog() }
var steps = 0, points = 0
for seed in first..<first + count {
  let h = History(seed: seed)
  steps += h.steps
  points += h.points
  if let f = h.failure {
    print("seed \(seed): \(f)")
    exit(1)
  }
  if (seed - first + 1) % 100_000 == 0 { print("\(seed - first + 1) schedules, \(steps) steps, \(points) chaos points") }
}
print("\(count) schedules agree with the model: \(steps) steps compared, \(points) chaos points")
