/// "Did you mean": the name that a mistyped one probably stands for.
enum Suggest {
  /// The nearest of `names`, if one is near: a third of the letters wrong at most, case counted as half a mistake.
  static func nearest(_ name: String, in names: [String]) -> String? {
    let wanted = Array(name.unicodeScalars.prefix(64))
    var best: (name: String, cost: Int)?
    for n in names {
      let cost = distance(wanted, Array(n.unicodeScalars.prefix(64)))
      if cost < best?.cost ?? .max { best = (n, cost) }
    }
    guard let best, best.cost <= max(2, 2 * max(wanted.count, best.name.unicodeScalars.count) / 3) else {
      // The beginning of a longer name.
      return name.count >= 3 ? names.first { $0.hasPrefix(name) } : nil
    }
    return best.name
  }
  static func hint(_ name: String, in names: [String]) -> String { nearest(name, in: names).map { "; did you mean \"\($0)\"?" } ?? "" }

  /// Edit distance with swaps of neighbours, in half mistakes.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count).map { 2 * $0 }]
    for i in 0..<a.count {
      var row = [2 * (i + 1)]
      for j in 0..<b.count {
        let same = a[i] == b[j], similar = a[i].properties.lowercaseMapping == b[j].properties.lowercaseMapping
        var cost = min(rows[i][j] + (same ? 0 : similar ? 1 : 2), rows[i][j + 1] + 2, row[j] + 2)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 2) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
