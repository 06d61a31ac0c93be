import Port
import Python

// Module marshal: code objects alone, as .mpy files of their module's names and constants.
//@module marshal

//@native marshal:dumps 1 1
func marshalDumps(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.canMarshal(a[0]) { throw vm.raise(.ValueError, "unmarshallable object") }
  try vm.saveMPY(a[0], out)
}
//@native marshal:loads 1 1
func marshalLoads(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.loadMPY(a[0], out) }
