import Drivers
import Port
import Python

//@module _onewire

/// `machine.dht_readinto(pin, buf)`: the five bytes of a DHT sensor.
//@native machine:dht_readinto 2 2
func machineDHTRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0]), range = try vm.byteRange(a[1], writable: true)
  if range.count < 5 { throw vm.raise(.ValueError, "buffer too small") }
  if !vm.board().readDHT(pin, into: range.address) { throw vm.raise(errno: 110) }
  vm.set(out, .none)
}

/// `_onewire.reset(pin)`: true if a device answers.
//@native _onewire:reset 1 1
func oneWireReset(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0])
  vm.set(out, .bool(vm.board().resetOneWire(pin)))
}
//@native _onewire:readbit 1 1
func oneWireReadBit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0])
  vm.set(out, Value(int: vm.board().readOneWire(pin) ? 1 : 0))
}
//@native _onewire:readbyte 1 1
func oneWireReadByte(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0]), board = vm.board()
  var byte: Int32 = 0, i: Int32 = 0
  while i < 8 {
    if board.readOneWire(pin) { byte |= 1 << i }
    i &+= 1
  }
  vm.set(out, Value(int: byte))
}
//@native _onewire:writebit 2 2
func oneWireWriteBit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0]), bit = try vm.toInt32(a[1]) != 0
  vm.board().writeOneWire(pin, bit)
  vm.set(out, .none)
}
//@native _onewire:writebyte 2 2
func oneWireWriteByte(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let pin = try vm.pinNumber(a[0]), byte = try vm.toInt32(a[1]), board = vm.board()
  var i: Int32 = 0
  while i < 8 {
    board.writeOneWire(pin, byte >> i & 1 != 0)
    i &+= 1
  }
  vm.set(out, .none)
}
/// `_onewire.crc8(data)`: x⁸ + x⁵ + x⁴ + 1, lowest bit first.
//@native _onewire:crc8 1 1
func oneWireCheck(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let range = try vm.byteRange(a[0], writable: false)
  var crc: UInt8 = 0, i: UInt32 = 0
  while i < range.count {
    crc ^= vm.memory.byte(range.address &+ i)
    var n = 0
    while n < 8 {
      crc = crc & 1 != 0 ? crc >> 1 ^ 0x8c : crc >> 1
      n += 1
    }
    i &+= 1
  }
  vm.set(out, Value(int: Int32(crc)))
}
