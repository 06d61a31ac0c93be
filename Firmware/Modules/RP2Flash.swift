import Drivers
import Kernel
import Port
import Python

//@type Flash module=_rp2
//@qstr start len

/// rp2.Flash: the storage part of the flash, or some of it, as a block device of 4 KB blocks. Fields: 0 its first block, 1 its blocks.
extension VM {
  private borrowing func storage(_ s: Slot) -> (start: UInt32, count: UInt32) {
    (Board.storageStart &+ UInt32(field(s, 0)) &* Board.flashSector, UInt32(field(s, 1)) &* Board.flashSector)
  }
  /// The offset in flash of `block` and `offset` in it, for `count` bytes; OSError EINVAL outside the device.
  mutating func storagePlace(_ a: Args, count: UInt32) throws(Raise) -> UInt32 {
    let s = storage(a[0]), block = try toInt64(a[1]), offset = a.count == 4 ? try toInt64(a[3]) : 0
    let at = block &* Int64(Board.flashSector) &+ offset
    if block < 0 || block > 0xffff || offset < 0 || offset > 0x7fff_ffff || at &+ Int64(count) > Int64(s.count) { throw raise(errno: 22) }
    return s.start &+ UInt32(at)
  }
}

//@native Flash.__new__ 1 1 kw
func flashNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 0, [Q.start, Q.len])
  let block = Int64(Board.flashSector), all = Int64(Board.storageBytes)
  var start: Int64 = 0
  if b[0].address != 0 { start = try vm.toInt64(b[0]) }
  if start == -1 { start = 0 }
  if start < 0 || start >= all || start % block != 0 { throw vm.raise(.ValueError, "start is no block of the storage") }
  var length = all - start
  if b[1].address != 0 { let n = try vm.toInt64(b[1]); if n != -1 { length = n } }
  if length <= 0 || start + length > all || length % block != 0 { throw vm.raise(.ValueError, "len is no number of whole blocks in the storage") }
  let o = vm.slot()
  try vm.newObject(ModuleType.Flash, fields: 2, o)
  vm.setField(o, 0, Int32(start / block))
  vm.setField(o, 1, Int32(length / block))
  vm.copy(out, o)
}
//@native Flash.readblocks 3 4
func flashReadblocks(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = try vm.byteRange(a[2], writable: true).count
  let at = try vm.storagePlace(a, count: count)
  let to = try vm.byteRange(a[2], writable: true)
  vm.memory.move(to.address, from: Board.flashWindow &+ at, count: min(count, to.count))
  vm.port.spend(long: count / 4 &* 12)
  try vm.yieldPoint()
  vm.set(out, .none)
}
/// Without an offset the blocks are erased first.
//@native Flash.writeblocks 3 4
func flashWriteblocks(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = try vm.byteRange(a[2], writable: false).count
  let at = try vm.storagePlace(a, count: count), board = vm.board()
  if a.count == 3 {
    if count % Board.flashSector != 0 { throw vm.raise(errno: 22) }
    var erased: UInt32 = 0
    while erased < count {
      board.eraseFlash(at &+ erased, count: Board.flashSector)
      erased &+= Board.flashSector
      try vm.yieldPoint()
    }
  }
  var done: UInt32 = 0
  while done < count {
    // The bytes may have moved while others ran.
    let from = try vm.byteRange(a[2], writable: false), n = min(count &- done, Board.flashPage &- (at &+ done) % Board.flashPage)
    if done &+ n > from.count { break }
    board.programFlash(at &+ done, from: from.address &+ done, count: n)
    done &+= n
    try vm.yieldPoint()
  }
  vm.set(out, .none)
}
//@native Flash.ioctl 3 3
func flashIoctl(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let blocks = vm.field(a[0], 1)
  switch try vm.toInt32(a[1]) {
  case 1, 2, 3: vm.set(out, Value(int: 0))
  case 4: vm.set(out, Value(int: blocks))
  case 5: vm.set(out, Value(int: Int32(Board.flashSector)))
  case 6:
    let block = try vm.toInt64(a[2])
    if block < 0 || block >= Int64(blocks) { throw vm.raise(errno: 22) }
    vm.board().eraseFlash(Board.storageStart &+ UInt32(vm.field(a[0], 0) &+ Int32(block)) &* Board.flashSector, count: Board.flashSector)
    try vm.yieldPoint()
    vm.set(out, Value(int: 0))
  default: vm.set(out, .none)
  }
}
