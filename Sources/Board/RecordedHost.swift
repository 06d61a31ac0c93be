import Emulation
import OnChip

/// Passes HostLink's commands to a host and writes down the answers.
public final class RecordingHost: HostLinkHost {
  private let inner: HostServices
  private let log: (RecordedItem) -> Void
  public init(_ inner: HostServices, log: @escaping (RecordedItem) -> Void) { self.inner = inner; self.log = log }

  public func perform(_ command: UInt32, _ data: inout [UInt8], capacity: UInt32, _ arg0: inout UInt32, _ arg1: inout UInt32) -> Int32 {
    let result = inner.perform(command, &data, capacity: capacity, &arg0, &arg1)
    if !HostServices.isOutput(command) { log(.host(result: result, arg0: arg0, arg1: arg1, data: HostServices.answersData(command) ? data : [])) }
    return result
  }
  public func awaitInput() -> [UInt8]? {
    let bytes = inner.awaitInput()
    if bytes?.isEmpty != true { log(.awaited(bytes)) }
    return bytes
  }
}

/// Answers HostLink's commands from a recording; console output and the exit status go to the real host.
public final class ReplayingHost: HostLinkHost {
  private let inner: HostServices
  private var answers: ArraySlice<RecordedItem>
  /// Set when the board asked for something that the recording does not hold: another program, firmware or options.
  public private(set) var diverged = false

  public init(_ inner: HostServices, items: [RecordedItem]) {
    self.inner = inner
    answers =
      items.filter {
        switch $0 {
        case .host, .awaited: true
        default: false
        }
      }[...]
  }

  public func perform(_ command: UInt32, _ data: inout [UInt8], capacity: UInt32, _ arg0: inout UInt32, _ arg1: inout UInt32) -> Int32 {
    if HostServices.isOutput(command) { return inner.perform(command, &data, capacity: capacity, &arg0, &arg1) }
    guard case .host(let result, let a, let b, let bytes) = answers.first else {
      diverged = true
      return -5  // EIO
    }
    answers.removeFirst()
    arg0 = a
    arg1 = b
    data = bytes
    return result
  }

  public func awaitInput() -> [UInt8]? {
    // Live input is not awaited: it comes by itself at its cycle.
    if case .awaited(let bytes) = answers.first {
      answers.removeFirst()
      return bytes
    }
    return []
  }
}
