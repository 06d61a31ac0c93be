import Testing
@testable import Python

@Suite struct NumbersFormatTests {
  /// format() and % of numbers against CPython: the specs and values are random.
  @Test func formatAgreesWithCPython() throws {
    let program = #"""
      import random, struct
      r = random.Random(3)
      def value():
        k = r.randrange(9)
        if k == 0: return r.choice([0, 1, -1, 2**31, -2**64, 10**30, 999, 1000, 123456789])
        if k < 4: return r.choice([1, -1]) * r.getrandbits(r.choice([3, 8, 20, 33, 100]))
        if k == 4: return r.choice([0.0, -0.0, float('inf'), float('-inf'), float('nan'), 0.5, 1.5, 2.5, 1e16, 1e-5, 123456.0, 1e22, 9.5, 0.95, 99999.95])
        if k == 5: return struct.unpack('d', struct.pack('Q', r.getrandbits(64)))[0]
        return r.choice([1, -1]) * r.uniform(0, 10 ** r.randrange(-8, 12))
      for i in range(8000):
        v = value()
        spec = ''
        if r.random() < .4: spec += r.choice(['', '', '*', '0', ':', '_']) + r.choice('<>^=')
        spec += r.choice(['', '', '', '+', '-', ' '])
        spec += r.choice(['', '', '', '#'])
        spec += r.choice(['', '', '0'])
        spec += r.choice(['', '', '', '1', '8', '12', '25'])
        spec += r.choice(['', '', '', ',', '_'])
        t = r.choice('d d x X o b n'.split() + ['']) if type(v) is int and r.random() < .7 else r.choice(['', 'e', 'E', 'f', 'F', 'g', 'G', '%'])
        if t in ('', 'e', 'E', 'f', 'F', 'g', 'G', '%') and not (type(v) is int and t == ''): spec += r.choice(['', '', '.0', '.1', '.3', '.10', '.20', '.50'])
        if t == 'n': spec = spec.replace(',', '').replace('_', '')
        spec += t
        try: out = format(v, spec)
        except ValueError: continue
        print('f|' + repr(v) + '|' + spec + '|' + out)
      for i in range(4000):
        v = value()
        f = '%' + ''.join(r.sample('-+ 0#', r.randrange(3))) + r.choice(['', '', '5', '12', '30']) + r.choice(['', '', '.0', '.3', '.12', '.']) + r.choice('dixXoeEfFgGsr')
        try: out = f % v
        except Exception: continue
        print('p|' + repr(v) + '|' + f + '|' + out)
      for s in ['', 'a', 'hällo wörld', '日本語']:
        for spec in ['', '5', '<7', '>7', '^7', '*^9', '.2', 'é>6.1', '12s', '010']:
          print('s|' + s + '|' + spec + '|' + format(s, spec))
      """#
    guard let lines = python(program) else { return }
    #expect(lines.count > 8000)
    let calculator = Calculator()
    for line in lines {
      let w = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      #expect(try calculator.format(w[0], w[1], w[2]) == w[3], "\(line)")
    }
  }

  @Test func roundAgreesWithCPython() throws {
    let program = #"""
      import random, struct
      r = random.Random(4)
      for i in range(5000):
        v = r.choice([r.uniform(-1000, 1000), r.randrange(-10**6, 10**6) / 1000, r.randrange(-10**9, 10**9) + .5, struct.unpack('d', struct.pack('Q', r.getrandbits(64)))[0]])
        if v != v: continue
        n = r.choice([0, 1, 2, 3, 5, 15, -1, -2, -5, 300, -300, 400, -400, 20])
        try: print(repr(v), n, repr(round(v, n)))
        except OverflowError: print(repr(v), n, 'inf' if v > 0 else '-inf')
      """#
    guard let lines = python(program) else { return }
    let calculator = Calculator()
    for line in lines {
      let w = line.split(separator: " ").map(String.init)
      try calculator.load(w[0], calculator.a)
      let d = calculator.vm.float(calculator.a).rounded(places: Int32(w[1])!)
      try calculator.vm.newFloat(d, calculator.out)
      #expect(try calculator.show(calculator.out) == w[2], "\(line)")
    }
  }
}

extension Calculator {
  func make(_ s: String, _ slot: Slot) throws {
    let utf8 = Array(s.utf8), copy = UnsafeMutableRawBufferPointer.allocate(byteCount: utf8.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: utf8)
    try vm.newString(UnsafeRawBufferPointer(copy), slot)
  }
  func read(_ slot: Slot) -> String {
    var bytes: [UInt8] = []
    let n = vm.view(slot).count
    for i in 0..<n { bytes.append(vm.view(slot)[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
  func format(_ how: String, _ value: String, _ spec: String) throws -> String {
    if how == "s" { try make(value, a) } else { try load(value, a) }
    try make(spec, b)
    if how == "p" {
      try vm.percentFormat(b, a, out)
    } else {
      try vm.newBuilder(out)
      try vm.format(a, spec: b, out)
    }
    return read(out)
  }
}
