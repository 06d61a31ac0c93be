/// Layout of the insertion-ordered hash tables behind `dict`, `set` and `frozenset` (kinds of the same names).
///
/// Entries stand in insertion order in a storage: key, then the value (dict only), then the hash (if `hashed`). A table of more than
/// eight entries has an index: a buffer of 1-, 2- or 4-byte places that hold entry number + 1 (0: empty), probed linearly. A removed
/// entry keeps its place in the storage with the key `Value.deleted` until the next rebuild; the index has no tombstones.
///
/// Three modes, each entered when the first key needs it:
/// - **plain**: every key is an interned string, a small integer or None/Ellipsis/NotImplemented. Equality is identity and
///   the index hashes the key's word, so namespaces never look at string objects.
/// - **mixed**: keys may also be text objects, bools, floats and big integers; the hash is recomputed from the key when needed.
/// - **hashed**: any key; its `__hash__` was called once and is kept beside it.
public enum Table {
  /// Live entries.
  @inlinable public static var count: UInt32 { 1 }
  /// Storage, or null.
  @inlinable public static var entries: UInt32 { 2 }
  /// Buffer, or null.
  @inlinable public static var index: UInt32 { 3 }
  /// Entries used, deleted ones included.
  @inlinable public static var used: UInt32 { 4 }
  /// `TableFlag`s; from `versionShift` up a number that changes with each insertion and removal.
  @inlinable public static var flags: UInt32 { 5 }
  @inlinable public static var words: UInt32 { 6 }
  /// frozenset only: its hash, or 0.
  @inlinable public static var frozenHash: UInt32 { 6 }
  /// set only: where `pop` looks first.
  @inlinable public static var popped: UInt32 { 6 }
  /// Largest number of entries without an index.
  @inlinable public static var linear: UInt32 { 8 }
  /// First item of a storage or tuple, in words.
  @inlinable public static var first: UInt32 { 2 }
}

/// Flags of a table as bits of the raw (tagged) word.
public enum TableFlag {
  @inlinable public static var mixed: UInt32 { 2 }
  @inlinable public static var hashed: UInt32 { 4 }
  /// Two bits: log2 of the bytes of an index place.
  @inlinable public static var widthShift: UInt32 { 3 }
  /// A dict that takes no change: TypeError.
  @inlinable public static var fixed: UInt32 { 1 << 5 }
  @inlinable public static var version: UInt32 { 1 << 8 }
}
