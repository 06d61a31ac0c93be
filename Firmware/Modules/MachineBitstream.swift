import Drivers
import Port
import Python

/// `machine.bitstream(pin, encoding, timing, data)`: each bit, highest first, as a high and a low time in nanoseconds; `timing` holds those of a 0
/// and of a 1. Nothing interrupts it.
//@native machine:bitstream 4 4
func machineBitstream(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0])
  if try vm.toInt32(a[1]) != 0 { throw vm.raise(.ValueError, "encoding type not supported") }
  let list = vm.slot(), item = vm.slot()
  try vm.collectItems(a[2], Kind.tuple, list)
  if vm(list).int(1) != 4 { throw vm.raise(.ValueError, "timing must have 4 entries") }
  let board = vm.board()
  var cycles = [4 of UInt32](repeating: 0), i: UInt32 = 0
  while i < 4 {
    vm.set(item, vm(list).at(2 &+ i))
    let ns = try vm.toInt64(item)
    if ns < 0 || ns > 100_000_000 { throw vm.raise(.ValueError, "timing out of range") }
    cycles[Int(i)] = UInt32((UInt64(ns) * UInt64(board.systemHertz) + 500_000_000) / 1_000_000_000)
    i &+= 1
  }
  let range = try vm.byteRange(a[3], writable: false)
  board.sendBits(pin, cycles, from: range.address, count: range.count)
  vm.set(out, .none)
}
