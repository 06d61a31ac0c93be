import Port

// Views of dicts; how dicts, views and sets are shown.

extension VM {
  mutating func newView(_ dict: Slot, _ which: Int32, _ out: Slot) throws(Raise) {
    let mark = self.mark
    defer { release(to: mark) }
    let d = slot(), view = slot()
    try receiver(dict, Kind.dict, d)
    try new(Kind.dictView, words: 3, view)
    self(view).set(1, self(d))
    self(view).setInt(2, which)
    copy(out, view)
  }

  /// Appends the repr of a dict, dict view, set or frozenset to a text builder.
  public mutating func dictRepr(_ o: Slot, _ builder: Slot) throws(Raise) {
    try enter()
    defer { leave() }
    let mark = self.mark
    defer { release(to: mark) }
    let t = slot(), key = slot(), value = slot(), iterator = slot()
    copy(t, o)
    var position: UInt32 = 0, first = true
    switch self(t).kind {
    case Kind.dict:
      try append(builder, byte: UInt8(ascii: "{"))
      while dictNext(t, &position, key: key, value: value) {
        if !first { try append(builder, ", ") }
        first = false
        try repr(key, builder)
        try append(builder, ": ")
        try repr(value, builder)
      }
      try append(builder, byte: UInt8(ascii: "}"))
    case Kind.dictView:
      switch self(t).int(2) {
      case 0: try append(builder, "dict_keys([")
      case 1: try append(builder, "dict_values([")
      default: try append(builder, "dict_items([")
      }
      try iterate(t, iterator)
      while try next(iterator, value) {
        if !first { try append(builder, ", ") }
        first = false
        try repr(value, builder)
      }
      try append(builder, "])")
    default:
      let frozen = self(t).kind == Kind.frozenset
      if tableCount(self(t)) == 0 {
        if frozen { try append(builder, "frozenset()") } else { try append(builder, "set()") }
        return
      }
      if frozen { try append(builder, "frozenset({") } else { try append(builder, byte: UInt8(ascii: "{")) }
      while setNext(t, &position, item: key) {
        if !first { try append(builder, ", ") }
        first = false
        try repr(key, builder)
      }
      if frozen { try append(builder, "})") } else { try append(builder, byte: UInt8(ascii: "}")) }
    }
  }
}
