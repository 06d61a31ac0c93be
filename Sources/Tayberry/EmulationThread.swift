#if canImport(Glibc)
import Glibc
#endif

/// The thread that owns the board and everything under it.
enum EmulationThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts `body` on a thread with a large stack.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 16 << 20)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body)).toOpaque()
    let failed = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<Body>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, context)
    precondition(failed == 0, "no thread for the emulation")
    pthread_detach(thread)
    pthread_attr_destroy(&attributes)
  }
}
