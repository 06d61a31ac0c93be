import Port
import Python

// struct.Struct: a format with the functions of the module as its methods. Field 0 is the format.
//@type Struct module=struct

extension VM {
  /// The format takes the object's place: then the arguments are those of the module's function.
  fileprivate borrowing func withFormat(_ a: Args) -> Args {
    set(a[0], native(self(a[0])).at(2))
    return a
  }
}

//@native Struct.__new__ 2 2
func structObjectNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  _ = try vm.measure(a[1])
  try vm.newObject(ModuleType.Struct, fields: 1, o)
  vm(o).set(2, vm.native(vm(a[1])))
  vm.copy(out, o)
}
//@native Struct.format 1 1 property
func structObjectFormat(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let all = vm.withFormat(a)
  vm.copy(out, all[0])
}
//@native Struct.size 1 1 property
func structObjectSize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structCalcsize(&vm, vm.withFormat(a), out) }
//@native Struct.pack 1 -
func structObjectPack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structPack(&vm, vm.withFormat(a), out) }
//@native Struct.pack_into 3 -
func structObjectPackInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structPackInto(&vm, vm.withFormat(a), out) }
//@native Struct.unpack 2 2
func structObjectUnpack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structUnpack(&vm, vm.withFormat(a), out) }
//@native Struct.unpack_from 2 3
func structObjectUnpackFrom(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structUnpackFrom(&vm, vm.withFormat(a), out) }
//@native Struct.iter_unpack 2 2
func structObjectIterate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try structIterate(&vm, vm.withFormat(a), out) }

/// `iter_unpack(format, buffer)`: the tuples are made at once.
//@native struct:iter_unpack 2 2
func structIterate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), item = vm.slot()
  let size = try vm.measure(a[0]), count = try vm.byteRange(a[1], writable: false).count
  if size.bytes == 0 || count % size.bytes != 0 {
    throw vm.raise(.ValueError, "iterative unpacking requires a buffer of a multiple of % bytes", Value(int: Int32(size.bytes)))
  }
  try vm.newList(list)
  var at: UInt32 = 0
  while at < count {
    try vm.unpack(a[0], a[1], at: at, size.values, item)
    try vm.listAppend(list, item)
    at &+= size.bytes
  }
  try vm.iterate(list, out)
}
