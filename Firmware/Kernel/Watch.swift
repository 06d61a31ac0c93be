import Port

/// A watcher: a task that waits for any of up to 64 sources (devices, pipes, …) at once. All zero watches nothing.
enum WatcherRecord {
  /// Not 0: something came since the task cleared it.
  static var wake: UInt32 { 0 }
  /// Where the task sleeps meanwhile (a list).
  static var sleepers: UInt32 { 4 }
  static var next: UInt32 { 12 }
  /// 64 bits: the sources.
  static var sources: UInt32 { 16 }
}

/// Waiting for one of several sources. A task registers what it watches, clears `wake`, looks at the sources, and sleeps (`wait`) unless `wake` is set; who changes
/// a source announces it afterwards. So nothing is missed, and only those who watch that source wake.
extension Kernel {
  @inlinable public static var watcherBytes: UInt32 { 24 }

  /// Enters a watcher into the list at `head` (one word), or changes what it watches.
  public func watch(_ watcher: Address, _ sources: UInt64, in head: Address) {
    let mask = lock(), m = memory
    setTime(watcher &+ WatcherRecord.sources, sources)
    var w = m[head]
    while w != 0 && w != watcher { w = m[w &+ WatcherRecord.next]; port.spend(6) }
    if w == 0 {
      m[watcher &+ WatcherRecord.next] = m[head]
      m[head] = watcher
    }
    unlock(mask)
  }
  /// Takes a watcher out of the list; nothing happens if it is not in it.
  public func unwatch(_ watcher: Address, in head: Address) {
    let mask = lock(), m = memory
    var before: Address = 0, w = m[head]
    while w != 0 && w != watcher { before = w; w = m[w &+ WatcherRecord.next]; port.spend(6) }
    if w != 0 { m[before == 0 ? head : before &+ WatcherRecord.next] = m[w &+ WatcherRecord.next] }
    unlock(mask)
  }
  /// True if the watcher is in the list.
  public func isWatching(_ watcher: Address, in head: Address) -> Bool {
    var w = memory[head]
    while w != 0 && w != watcher { w = memory[w &+ WatcherRecord.next] }
    return w != 0
  }
  /// Something has changed at a source (0 to 63): who watches it looks again. From tasks and interrupt handlers.
  public func announce(_ source: UInt32, in head: Address) {
    if memory[head] == 0 { return }
    let mask = lock(), m = memory
    var w = m[head]
    while w != 0 {
      if time(w &+ WatcherRecord.sources) & (1 << UInt64(source)) != 0 {
        m[w &+ WatcherRecord.wake] = 1
        wakeLocked(w &+ WatcherRecord.sleepers, .max, UInt32(Wake.signalled.rawValue))
      }
      w = m[w &+ WatcherRecord.next]
      port.spend(10)
    }
    unlock(mask)
  }
}
