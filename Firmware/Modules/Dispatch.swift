import CPort
import Port
import Python

// The interpreter core lies below the modules: it calls their functions by number, through C.

#if os(none)
public typealias DispatchPort = OpaquePointer?
@inline(__always) func dispatchPort(_ p: DispatchPort) -> Port { Port() }
#else
public typealias DispatchPort = UnsafeMutablePointer<port_block>?
@inline(__always) func dispatchPort(_ p: DispatchPort) -> Port { Port(p.unsafelyUnwrapped) }
#endif

@c(firmware_module_native)
public func moduleNativeHook(
  _ p: DispatchPort, _ state: UInt32, _ thread: UInt32, _ number: UInt32, _ first: UInt32, _ count: UInt32, _ pairs: UInt32, _ out: UInt32
) -> UInt32 {
  var vm = VM(port: dispatchPort(p), state: state, thread: thread)
  do throws(Raise) {
    try callModuleNative(number, &vm, Args(Slot(first), count, pairs: pairs), Slot(out))
    return 0
  } catch { return 1 }
}
