import CSDL2
import Synchronization

/// The host's loudspeaker, by SDL. Opened on the main thread; samples come from the emulation thread.
///
/// What waits to be played is bounded: sound that comes faster than it can be heard is left out, so that it is never later than
/// `latency` behind the picture. Silence is not sent; sound after it begins with a short cushion.
public final class Speaker: Sendable {
  /// Samples that may wait, and those of silence before a sound: 100 ms and 25 ms at 44.1 kHz.
  public static let latency = 4_410, cushion = 1_102

  private let isOpen = Atomic<Bool>(false)
  private let muted: Atomic<Bool>
  /// Zero samples in a row, as far as it matters.
  private let quiet = Atomic<Int>(Speaker.latency)

  public init(isMuted: Bool = false) { muted = Atomic(isMuted) }

  /// Main thread, after SDL has started. A line if there is no sound on this host.
  func open(rate: Int) -> String? {
    guard csdl_audio_open(Int32(rate)) == 0 else { return "no sound: \(String(cString: csdl_error()))" }
    isOpen.store(true, ordering: .releasing)
    return nil
  }
  var isMuted: Bool {
    get { muted.load(ordering: .relaxed) }
    set {
      muted.store(newValue, ordering: .relaxed)
      if newValue, isOpen.load(ordering: .acquiring) { csdl_audio_clear() }
    }
  }

  /// Samples of one channel, as they are made; `factor`: virtual against real time (nil: as fast as it can be, which nobody can listen to).
  public func play(_ samples: [Int16], factor: Double?) {
    guard let factor, isOpen.load(ordering: .acquiring), !isMuted else { return }
    var heard = Speaker.resampled(samples, factor)
    var zeros = quiet.load(ordering: .relaxed)
    // A sound's tail is sent; what stays silent after it is not.
    if heard.allSatisfy({ abs(Int($0)) < 4 }) {
      zeros += heard.count
      quiet.store(min(zeros, 1 << 20), ordering: .relaxed)
      if zeros > Speaker.cushion { return }
    } else {
      quiet.store(0, ordering: .relaxed)
    }
    let waiting = Int(csdl_audio_waiting())
    if waiting == 0 { heard = [Int16](repeating: 0, count: Speaker.cushion) + heard }
    let room = Speaker.latency - waiting
    if room > 0 { heard.withUnsafeBufferPointer { csdl_audio_queue($0.baseAddress, Int32(min($0.count, room))) } }
  }

  /// Half the speed makes twice the samples, as a record that turns slowly.
  static func resampled(_ samples: [Int16], _ factor: Double) -> [Int16] {
    if factor == 1 || samples.isEmpty { return samples }
    let count = min(Int(Double(samples.count) / factor), Speaker.latency)
    return (0..<count).map { samples[min(samples.count - 1, Int(Double($0) * factor))] }
  }
}
