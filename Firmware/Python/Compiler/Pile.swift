import Port

/// A growing array of bytes or words: one `buffer` object in a slot, so it may move at any allocation. Offsets stay valid, addresses do not.
struct Pile {
  let slot: Slot
  /// Bytes in use.
  var used: UInt32 = 0
  init(_ slot: Slot) { self.slot = slot }
  /// Words in use, for piles of words.
  var words: UInt32 { used / 4 }

  /// Address of byte `offset`, valid until the next allocation.
  @inline(__always) func at(_ vm: borrowing VM, _ offset: UInt32) -> Address { vm.memory[slot.address] &+ 8 &+ offset }
  @inline(__always) func word(_ vm: borrowing VM, _ i: UInt32) -> UInt32 { vm.memory[at(vm, i &* 4)] }
  @inline(__always) func setWord(_ vm: borrowing VM, _ i: UInt32, _ w: UInt32) { let m = vm.memory; m[at(vm, i &* 4)] = w }
  @inline(__always) func byte(_ vm: borrowing VM, _ i: UInt32) -> UInt8 { vm.memory.byte(at(vm, i)) }
  @inline(__always) func setByte(_ vm: borrowing VM, _ i: UInt32, _ b: UInt8) { vm.memory.setByte(at(vm, i), b) }

  /// Makes room for `count` more bytes.
  @inline(__always) mutating func reserve(_ vm: inout VM, _ count: UInt32) throws(Raise) {
    let object = vm.memory[slot.address]
    if object == 0 || used &+ count > vm.memory[object &+ 4] &>> 1 { try grow(&vm, count) }
  }
  @inline(never) mutating func grow(_ vm: inout VM, _ count: UInt32) throws(Raise) {
    let mark = vm.mark; defer { vm.release(to: mark) }
    let bigger = vm.slot()
    let need = used &+ count
    try vm.newRaw(Kind.buffer, bytes: need < 96 ? 128 : (need &+ need / 2) & ~3, bigger)
    if used != 0 { vm.memory.move(vm.memory[bigger.address] &+ 8, from: at(vm, 0), count: used) }
    vm.copy(slot, bigger)
  }
  @inline(__always) mutating func push(_ vm: inout VM, _ w: UInt32) throws(Raise) {
    try reserve(&vm, 4)
    let m = vm.memory
    m[at(vm, used)] = w
    used &+= 4
  }
  @inline(__always) mutating func push(_ vm: inout VM, byte b: UInt8) throws(Raise) {
    try reserve(&vm, 1)
    vm.memory.setByte(at(vm, used), b)
    used &+= 1
  }
  @inline(__always) mutating func pop(_ vm: borrowing VM) -> UInt32 {
    used &-= 4
    return vm.memory[at(vm, used)]
  }
}

/// A growing list of values: one `storage` object in a slot.
struct Rack {
  let slot: Slot
  var count: UInt32 = 0
  init(_ slot: Slot) { self.slot = slot }

  mutating func append(_ vm: inout VM, _ value: Slot) throws(Raise) {
    let full = vm.memory[slot.address] == 0 || Int32(count) >= vm(slot).int(1)
    if full { try resize(&vm, count < 6 ? 8 : count &+ count / 2) }
    vm(slot).set(2 &+ count, vm(value))
    count &+= 1
  }
  /// Replaces the storage by one of exactly `capacity` items.
  mutating func resize(_ vm: inout VM, _ capacity: UInt32) throws(Raise) {
    let mark = vm.mark; defer { vm.release(to: mark) }
    let other = vm.slot()
    try vm.newItems(Kind.storage, capacity, other)
    var i: UInt32 = 0
    while i < count && i < capacity { vm(other).set(2 &+ i, vm(slot).at(2 &+ i)); i &+= 1 }
    vm.copy(slot, other)
  }
  func load(_ vm: borrowing VM, _ i: UInt32, _ out: Slot) { vm.set(out, vm(slot).at(2 &+ i)) }
  /// Forgets the items from `count` on.
  mutating func truncate(_ vm: borrowing VM, _ to: UInt32) {
    while count > to { count &-= 1; vm(slot).set(2 &+ count, .null) }
  }
}
