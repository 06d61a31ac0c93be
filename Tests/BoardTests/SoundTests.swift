import Emulation
import Testing

@testable import Board

@Suite struct SoundTests {
  private func record(_ body: (SoundMixer) -> Void) -> [Int16] {
    var samples: [Int16] = []
    let mixer = SoundMixer { samples += $0 }
    body(mixer)
    return samples
  }
  private func at(_ ns: UInt64) -> Instant { Instant(nanoseconds: ns) }

  @Test func aSquareWaveHasItsFrequency() {
    let samples = record { m in
      let s = m.addSource(name: "a")
      for i in 0..<2000 { m.set(s, amplitude: i % 2 == 0 ? 1 : 0, at: at(UInt64(i) * 500_000)) }
      m.advance(to: at(1_000_000_000))
    }
    #expect(samples.count == 44_100)
    let tail = samples[10_000...]
    let rises = zip(tail, tail.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(Double(rises) / (34_100.0 / 44_100) - 1000) < 3, "\(rises) rises")
    #expect(tail.max()! > 6000 && tail.max()! < 12_000 && tail.min()! < -6000, "it swings around zero")
  }
  @Test func whatStandsStillIsSilent() {
    let samples = record { m in
      let s = m.addSource(name: "a")
      m.set(s, amplitude: 1, at: at(1000))
      m.advance(to: at(2_000_000_000))
    }
    #expect(samples[0...10].contains { abs($0) > 10_000 } && samples.last! == 0, "a click, then nothing")
  }
  @Test func sourcesAddAndPiecesDoNotMatter() {
    func play(_ m: SoundMixer, _ step: UInt64) {
      let a = m.addSource(name: "a"), b = m.addSource(name: "b")
      for t in stride(from: 0, to: 50_000_000, by: 1000) as StrideTo<UInt64> {
        if t % 1_000_000 == 0 { m.set(a, amplitude: t % 2_000_000 == 0 ? 0.3 : -0.3, at: at(t)) }
        if t % 700_000 == 0 { m.set(b, amplitude: t % 1_400_000 == 0 ? 0.2 : 0, at: at(t)) }
        if t % step == 0 { m.advance(to: at(t)) }
      }
      m.advance(to: at(50_000_000))
    }
    #expect(record { play($0, 7000) } == record { play($0, 50_000_000) })
  }
  @Test func header() {
    let h = WAVFile.header(bytes: 1000)
    #expect(
      h.count == 44 && h[4...7].elementsEqual([0x0c, 0x04, 0, 0]) && h[40...43].elementsEqual([0xe8, 3, 0, 0]) && h[24...27].elementsEqual([0x44, 0xac, 0, 0]))
  }
}
