import Emulation
import OffChip

/// The sound of a board's parts as samples: each source holds an amplitude between its changes; a sample is the mean of the sum over its
/// time, less what stands still, as a loudspeaker has it.
public final class SoundMixer: SoundSink {
  /// Samples a second.
  public static let rate: UInt64 = 44_100
  /// Takes samples as they are done, in pieces of any length.
  public var onSamples: ([Int16]) -> Void
  public private(set) var sourceNames: [String] = []
  private var amplitudes: [Double] = []
  private var sum = 0.0
  /// Nanoseconds up to which `area` (amplitude times nanoseconds of the sample that is being made) is complete, and that sample's number.
  private var time: UInt64 = 0, sample: UInt64 = 0
  private var area = 0.0
  private var before = 0.0, filtered = 0.0
  private var ready: [Int16] = []

  public init(onSamples: @escaping ([Int16]) -> Void) { self.onSamples = onSamples }

  public func addSource(name: String) -> Int {
    sourceNames.append(name)
    amplitudes.append(0)
    return amplitudes.count - 1
  }
  public func set(_ source: Int, amplitude: Double, at instant: Instant) {
    render(to: instant.nanoseconds)
    amplitudes[source] = amplitude
    sum = amplitudes.reduce(0, +)
  }
  /// Everything up to `instant` has happened: its samples are handed over.
  public func advance(to instant: Instant) {
    render(to: instant.nanoseconds)
    guard !ready.isEmpty else { return }
    onSamples(ready)
    ready.removeAll(keepingCapacity: true)
  }

  private func end(of sample: UInt64) -> UInt64 { (sample + 1).multipliedReportingOverflow(by: 1_000_000_000).partialValue / Self.rate }
  private func render(to target: UInt64) {
    while true {
      let end = end(of: sample)
      guard end <= target else { break }
      area += sum * Double(end - time)
      let begin = sample == 0 ? 0 : self.end(of: sample - 1), mean = area / Double(end - begin)
      // A high pass at 35 Hz: a membrane does not hold a voltage.
      filtered = mean - before + 0.995 * filtered
      before = mean
      ready.append(Int16(min(max(filtered * 0.5, -1), 1) * 32_767))
      if ready.count >= 1 << 16 {
        onSamples(ready)
        ready.removeAll(keepingCapacity: true)
      }
      area = 0
      time = end
      sample += 1
    }
    if target > time {
      area += sum * Double(target - time)
      time = target
    }
  }
}

/// A WAV file (RIFF, 16-bit PCM, one channel), written as it comes.
public final class WAVFile {
  private let file: OutputFile
  private var bytes: UInt32 = 0

  public init(_ file: OutputFile) {
    self.file = file
    file.write(Self.header(bytes: 0))
  }
  public func write(_ samples: [Int16]) {
    // Four gigabytes are six hours.
    guard bytes < 0xffff_0000 - UInt32(2 * samples.count) else { return }
    bytes += UInt32(2 * samples.count)
    file.write(samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
  }
  /// Writes the length where it belongs.
  public func finish() throws(FileError) {
    file.flush()
    file.overwrite(Self.header(bytes: bytes), at: 0)
    try file.finish()
  }
  static func header(bytes: UInt32) -> [UInt8] {
    func word(_ v: UInt32) -> [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: v >> $0) } }
    let rate = UInt32(SoundMixer.rate)
    return Array("RIFF".utf8) + word(36 + bytes) + Array("WAVEfmt ".utf8) + word(16) + [1, 0, 1, 0] + word(rate) + word(2 * rate) + [2, 0, 16, 0]
      + Array("data".utf8) + word(bytes)
  }
}
