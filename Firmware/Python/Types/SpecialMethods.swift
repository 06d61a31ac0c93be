import Port

// The special methods of built-in sequences by name, for classes derived from them: `super().__getitem__(i)`.

//@native list.__len__ 1 1
//@native tuple.__len__ 1 1
//@native str.__len__ 1 1
//@native bytes.__len__ 1 1
//@native bytearray.__len__ 1 1
//@native array.__len__ 1 1
//@native memoryview.__len__ 1 1
//@native range.__len__ 1 1
func sequenceLen(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.sequenceLength(a[0])
  try vm.newInt(Int64(n), out)
}
//@native list.__getitem__ 2 2
//@native tuple.__getitem__ 2 2
//@native str.__getitem__ 2 2
//@native bytes.__getitem__ 2 2
//@native bytearray.__getitem__ 2 2
//@native array.__getitem__ 2 2
//@native memoryview.__getitem__ 2 2
//@native range.__getitem__ 2 2
func sequenceGetitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.sequenceGetItem(a[0], a[1], out) }
//@native list.__setitem__ 3 3
//@native bytearray.__setitem__ 3 3
//@native array.__setitem__ 3 3
//@native memoryview.__setitem__ 3 3
func sequenceSetitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.sequenceSetItem(a[0], a[1], a[2])
  vm.set(out, Value.none)
}
//@native list.__delitem__ 2 2
//@native bytearray.__delitem__ 2 2
//@native array.__delitem__ 2 2
func sequenceDelitem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.sequenceDeleteItem(a[0], a[1])
  vm.set(out, Value.none)
}
//@native list.__iter__ 1 1
//@native tuple.__iter__ 1 1
//@native str.__iter__ 1 1
//@native bytes.__iter__ 1 1
//@native bytearray.__iter__ 1 1
//@native array.__iter__ 1 1
//@native memoryview.__iter__ 1 1
//@native range.__iter__ 1 1
func sequenceIter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !(try vm.builtinIterate(a[0], out)) { throw vm.notIterable(a[0]) }
}
//@native list.__contains__ 2 2
//@native tuple.__contains__ 2 2
//@native str.__contains__ 2 2
//@native bytes.__contains__ 2 2
//@native bytearray.__contains__ 2 2
//@native array.__contains__ 2 2
//@native range.__contains__ 2 2
func sequenceContainsItem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !(try vm.sequenceBinary(.contains, a[1], a[0], out)) { throw vm.notIterable(a[0]) }
}
