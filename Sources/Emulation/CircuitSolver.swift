/// Nets that elements connect: their voltages depend on each other and are computed together.
///
/// Supplies bound an island, since nothing moves them: every LED with its resistor to ground is an island of its own.
struct Island {
  /// The nets, in the order of their indices.
  var nets: [Int] = []
  /// The conducting elements, with the place of their ends in `nets` (-1 - wire: the supply that `wire` is).
  var elements: [(index: Int, a: Int, b: Int)] = []
  /// A lamp or a listener needs every edge.
  var lamps = false
}

/// Something to tell once a solution is complete, so that whoever hears of it sees one state of the whole island.
struct News {
  enum What { case logic(pins: Int, high: Bool), level(wire: Int, Level), current(element: Int) }
  let what: What
  let instant: Instant
}

// Nodal analysis: conductances and current sources, Gaussian elimination, diodes as straight lines that are switched until they fit.
extension Circuit {
  /// Leakage of a diode that does not conduct, in siemens: enough to tell how two of them in series share a voltage.
  static let leakage = 1e-9

  // MARK: Islands

  func findIslands() {
    islandsStale = false
    islands = []
    for w in wires.indices { wires[w].island = -1 }
    for start in wires.indices where joined[start] == start && wires[start].island < 0 && wires[start].rail == nil {
      guard wires[start].elements.contains(where: { conducting($0) }) else { continue }
      var island = Island()
      var queue = [start]
      wires[start].island = islands.count
      while let w = queue.popLast() {
        island.nets.append(w)
        for e in wires[w].elements where conducting(e) {
          for end in [joined[elements[e].a], joined[elements[e].b]] where wires[end].rail == nil && wires[end].island < 0 {
            wires[end].island = islands.count
            queue.append(end)
          }
        }
      }
      island.nets.sort()
      var seen: [Int] = []
      for w in island.nets { for e in wires[w].elements where conducting(e) { seen.append(e) } }
      seen.sort()
      for (i, e) in seen.enumerated() where i == 0 || seen[i - 1] != e {
        island.elements.append((e, place(joined[elements[e].a], island.nets), place(joined[elements[e].b], island.nets)))
        if elements[e].owner != nil { island.lamps = true }
      }
      islands.append(island)
    }
  }
  private func conducting(_ e: Int) -> Bool { elements[e].kind != .open && joined[elements[e].a] != joined[elements[e].b] }
  private func place(_ wire: Int, _ nets: [Int]) -> Int { wires[wire].rail != nil ? -1 - wire : nets.firstIndex(of: wire)! }

  func observedIsland(_ i: Int) -> Bool { islands[i].lamps || islands[i].nets.contains { observedAlone($0) } }

  // MARK: Changes

  /// The island has to be computed: now, or at the end of a batch.
  func touch(island i: Int, at instant: Instant) {
    if batchDepth == 0 { solve(island: i, at: instant, telling: nil); return }
    // By a net of it: islands may be renumbered before the batch ends.
    let w = islands[i].nets[0]
    if !dirty.contains(w) { dirty.append(w) }
  }
  func flush(at instant: Instant) {
    let work = dirty
    dirty = []
    var done: [Int] = []
    for w in work {
      if islandsStale { findIslands() }
      let i = wires[w].island
      if i < 0 {
        resolve(w, at: instant, tellAll: false)
      } else if !done.contains(islands[i].nets[0]) {
        done.append(islands[i].nets[0])
        solve(island: i, at: instant, telling: nil)
      }
    }
  }

  /// Computes an island and tells of what changed. `telling`: a net whose pins and listeners are told in any case.
  func solve(island i: Int, at instant: Instant, telling told: Int?) {
    settle(island: i)
    for w in islands[i].nets {
      let (level, high) = logic(w)
      let changed = level != wires[w].level, flipped = high != wires[w].high
      if changed && level == .conflict { contentions += 1 }
      wires[w].level = level
      wires[w].high = high
      if flipped || w == told { news.append(News(what: .logic(pins: w, high: high), instant: instant)) }
      if changed || w == told { news.append(News(what: .level(wire: w, level), instant: instant)) }
    }
    for e in islands[i].elements { note(amps(e, islands[i].nets) * 1000, through: e.index, at: instant) }
    tell()
  }
  /// Whoever hears of a change may drive again; what follows from that is told after what was there before.
  func tell() {
    guard !telling else { return }
    telling = true
    var next = 0
    // A circuit that answers itself without delay has no solution: it is left where it is.
    while next < news.count && next < 100_000 {
      let item = news[next]
      next += 1
      switch item.what {
      case .logic(let w, let high):
        for p in wires[w].pins { pins[p].owner?.levelChanged(tag: pins[p].tag, high: high, at: item.instant) }
      case .level(let w, let level):
        for l in wires[w].listeners { l.target?.netChanged(l.net, to: level, tag: l.tag, at: item.instant) }
      case .current(let e):
        elements[e].owner?.currentChanged(tag: elements[e].tag, milliamps: elements[e].milliamps, at: item.instant)
      }
    }
    news.removeAll(keepingCapacity: true)
    telling = false
  }
  func note(_ milliamps: Double, through e: Int, at instant: Instant) {
    guard abs(milliamps - elements[e].milliamps) > 0.001 || (milliamps == 0) != (elements[e].milliamps == 0) else { return }
    elements[e].milliamps = milliamps
    if elements[e].owner != nil { news.append(News(what: .current(element: e), instant: instant)) }
  }

  /// Logic of a net in an island. An output is believed unless something as strong holds the net on the other side.
  private func logic(_ w: Int) -> (Level, Bool) {
    let old = wires[w].high
    guard wires[w].driven else { return (.floating, old) }
    let volts = wires[w].volts, (highs, lows) = outputs(w)
    let above = volts > Double(Self.supply) / 2000
    if highs && lows { return (.conflict, above) }
    if highs { return volts >= 1 ? (.high, true) : (.conflict, false) }
    if lows { return volts <= 2.3 ? (.low, false) : (.conflict, true) }
    return volts >= 2 ? (.high, true) : volts <= 0.8 ? (.low, false) : (.floating, old)
  }

  // MARK: Solution

  private func volts(_ place: Int, _ nets: [Int]) -> Double {
    place >= 0 ? wires[nets[place]].volts : Double(wires[-1 - place].rail ?? 0) / 1000
  }
  private func amps(_ e: (index: Int, a: Int, b: Int), _ nets: [Int]) -> Double {
    let across = volts(e.a, nets) - volts(e.b, nets)
    switch elements[e.index].kind {
    case .open: return 0
    case .resistor(let ohms): return across / max(ohms, Self.contact)
    case .diode(let forward, let ohms): return elements[e.index].conducts ? max(0, (across - forward) / max(ohms, Self.contact)) : 0
    }
  }
  /// An element between two supplies is in no island.
  func solveAcrossRails(_ e: Int, at instant: Instant) {
    let a = joined[elements[e].a], b = joined[elements[e].b]
    guard wires[a].rail != nil, wires[b].rail != nil else { return }
    if case .diode(let forward, _) = elements[e].kind { elements[e].conducts = volts(-1 - a, []) - volts(-1 - b, []) > forward }
    note(amps((e, -1 - a, -1 - b), []) * 1000, through: e, at: instant)
    tell()
  }

  /// Voltages of an island's nets, and which of its diodes conduct.
  func settle(island i: Int) {
    let island = islands[i], n = island.nets.count
    var matrix = [Double](repeating: 0, count: n * n), right = [Double](repeating: 0, count: n)
    let diodes = island.elements.indices.filter { if case .diode = elements[island.elements[$0].index].kind { true } else { false } }
    var rounds = 0
    while true {
      for k in matrix.indices { matrix[k] = 0 }
      for k in 0..<n { right[k] = 0 }
      stamp(island, &matrix, &right)
      eliminate(island, &matrix, &right)
      guard !diodes.isEmpty, rounds < 4 * diodes.count + 8 else { break }
      // Diodes that do not fit their side of the line change it: all at first, later one at a time, so that two cannot swap for ever.
      var changed = false
      for d in diodes {
        let e = island.elements[d]
        guard case .diode(let forward, _) = elements[e.index].kind else { continue }
        let fits = volts(e.a, island.nets) - volts(e.b, island.nets) > forward
        if fits != elements[e.index].conducts {
          elements[e.index].conducts = fits
          changed = true
          if rounds > 4 { break }
        }
      }
      rounds += 1
      if !changed { break }
    }
    markDriven(island)
  }

  private func stamp(_ island: Island, _ m: inout [Double], _ right: inout [Double]) {
    let n = island.nets.count
    for (k, w) in island.nets.enumerated() {
      for p in wires[w].pins.indices {
        guard let (g, mv) = pins[wires[w].pins[p]].drive.source else { continue }
        let siemens = Double(g) * 1e-9
        m[k * n + k] += siemens
        right[k] += siemens * Double(mv) / 1000
      }
    }
    for e in island.elements {
      let g: Double, source: Double
      switch elements[e.index].kind {
      case .open: continue
      case .resistor(let ohms): (g, source) = (1 / max(ohms, Self.contact), 0)
      case .diode(let forward, let ohms):
        (g, source) = elements[e.index].conducts ? (1 / max(ohms, Self.contact), forward) : (Self.leakage, 0)
      }
      if e.a >= 0 {
        m[e.a * n + e.a] += g
        right[e.a] += g * source
        if e.b >= 0 { m[e.a * n + e.b] -= g } else { right[e.a] += g * volts(e.b, island.nets) }
      }
      if e.b >= 0 {
        m[e.b * n + e.b] += g
        right[e.b] -= g * source
        if e.a >= 0 { m[e.b * n + e.a] -= g } else { right[e.b] += g * volts(e.a, island.nets) }
      }
    }
  }
  /// The matrix is symmetric with a dominant diagonal: no pivoting is needed. A net without any way to a source keeps its voltage.
  private func eliminate(_ island: Island, _ m: inout [Double], _ right: inout [Double]) {
    let n = island.nets.count
    var loose = [Bool](repeating: false, count: n)
    for k in 0..<n {
      let pivot = m[k * n + k]
      if pivot < 1e-13 { loose[k] = true; continue }
      for r in (k + 1)..<max(n, k + 1) where m[r * n + k] != 0 {
        let f = m[r * n + k] / pivot
        for c in k..<n where m[k * n + c] != 0 { m[r * n + c] -= f * m[k * n + c] }
        right[r] -= f * right[k]
      }
    }
    var k = n - 1
    while k >= 0 {
      if !loose[k] {
        var sum = right[k]
        for c in (k + 1)..<max(n, k + 1) where m[k * n + c] != 0 { sum -= m[k * n + c] * wires[island.nets[c]].volts }
        wires[island.nets[k]].volts = sum / m[k * n + k]
      }
      k -= 1
    }
  }
  /// A net is driven if a source is on it or comes to it through something that conducts.
  private func markDriven(_ island: Island) {
    for w in island.nets { wires[w].driven = wires[w].pins.indices.contains { pins[wires[w].pins[$0]].drive != .none } }
    var again = true
    while again {
      again = false
      for e in island.elements {
        if case .diode = elements[e.index].kind, !elements[e.index].conducts { continue }
        let a = e.a < 0 || wires[island.nets[e.a]].driven, b = e.b < 0 || wires[island.nets[e.b]].driven
        if a != b {
          wires[island.nets[a ? e.b : e.a]].driven = true
          again = true
        }
      }
    }
  }
}
