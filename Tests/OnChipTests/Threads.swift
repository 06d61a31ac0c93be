import Glibc

/// Runs `body` on a thread of its own.
func thread(_ body: @escaping @Sendable () -> Void) -> pthread_t {
  let box = Unmanaged.passRetained(Box(body))
  var t = pthread_t()
  pthread_create(
    &t, nil,
    {
      Unmanaged<Box>.fromOpaque($0!).takeRetainedValue().body(); return nil
    }, box.toOpaque())
  return t
}
private final class Box {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
