import Port
import Python

// Module hashlib. As in MicroPython `digest()` ends a hash object; `hexdigest()` and `copy()` do not.
//@module hashlib
//@type _hash module=hashlib hidden
//@qstr md5 sha1 sha224 sha256 sha384 sha512 data

/// Fields: 0 a buffer with a `HashState`; 1 the digest was given.
extension VM {
  private borrowing func hash(_ buffer: Slot) -> HashState { HashState(m: memory, at: self(buffer).word &+ 8) }

  private mutating func newHash(_ kind: HashState.Kind, _ data: Slot?, _ out: Slot) throws(Raise) {
    let o = slot(), b = slot()
    try newRaw(Kind.buffer, bytes: HashState.bytes, b)
    hash(b).start(kind)
    try newObject(ModuleType._hash, fields: 2, o)
    self(o).set(2, self(b))
    setField(o, 1, 0)
    if let data { try updateHash(o, data) }
    copy(out, o)
  }
  fileprivate mutating func updateHash(_ o: Slot, _ data: Slot) throws(Raise) {
    var done: UInt32 = 0
    while true {
      // In parts: others may run between them, and objects move.
      let from = try source(data), part = min(from.count &- min(done, from.count), 128)
      if part == 0 { return }
      HashState(m: memory, at: native(self(o)).at(2).word &+ 8).update(from.address &+ done, part)
      done &+= part
      port.spend(long: part &* 24)
      if part == 128 { try yieldPoint() }
    }
  }
  fileprivate mutating func hashOf(_ o: Slot) throws(Raise) -> HashState {
    if field(o, 1) != 0 { throw raise(.ValueError, "hash is final") }
    return HashState(m: memory, at: native(self(o)).at(2).word &+ 8)
  }
  /// A hash object like `o` that goes its own way.
  fileprivate mutating func copyHash(_ o: Slot, _ out: Slot) throws(Raise) {
    let made = slot()
    try newHash(try hashOf(o).kind, nil, made)
    memory.move(self(made).at(2).word &+ 8, from: native(self(o)).at(2).word &+ 8, count: HashState.bytes)
    copy(out, made)
  }
  fileprivate mutating func digest(_ o: Slot, _ out: Slot) throws(Raise) {
    let buffer = slot()
    try hashOf(o).finish()
    setField(o, 1, 1)
    set(buffer, native(self(o)).at(2))
    try bytesResult(buffer, hash(buffer).digestSize, out)
  }
  fileprivate mutating func hashNamed(_ name: Value, _ a: Args, _ first: UInt32, _ out: Slot) throws(Raise) {
    let kind: HashState.Kind
    switch name.qstr {
    case Q.md5: kind = .md5
    case Q.sha1: kind = .sha1
    case Q.sha224: kind = .sha224
    case Q.sha256: kind = .sha256
    case Q.sha384: kind = .sha384
    case Q.sha512: kind = .sha512
    default: throw raise(.ValueError, "unsupported hash type")
    }
    try newHash(kind, a.count > first ? a[first] : nil, out)
  }
}

//@native hashlib:new 1 2
func hashlibNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[0])
  try vm.hashNamed(vm.interned(vm(a[0])).map { Value($0) } ?? Value(Q.empty), a, 1, out)
}
//@native hashlib:md5 0 1
func hashlibMD5(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.md5), a, 0, out) }
//@native hashlib:sha1 0 1
func hashlibSHA1(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.sha1), a, 0, out) }
//@native hashlib:sha224 0 1
func hashlibSHA224(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.sha224), a, 0, out) }
//@native hashlib:sha256 0 1
func hashlibSHA256(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.sha256), a, 0, out) }
//@native hashlib:sha384 0 1
func hashlibSHA384(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.sha384), a, 0, out) }
//@native hashlib:sha512 0 1
func hashlibSHA512(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.hashNamed(Value(Q.sha512), a, 0, out) }

//@native _hash.update 2 2
func hashUpdate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  _ = try vm.hashOf(a[0])
  try vm.updateHash(a[0], a[1])
  vm.set(out, .none)
}
//@native _hash.digest 1 1
func hashDigest(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.digest(a[0], out) }
//@native _hash.hexdigest 1 1
func hashHexdigest(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let other = vm.slot(), bytes = vm.slot()
  try vm.copyHash(a[0], other)
  try vm.digest(other, bytes)
  try vm.callMethod(bytes, Q.hex, Args(other, 0), out)
}
//@native _hash.copy 1 1
func hashCopy(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.copyHash(a[0], out) }
//@native _hash.digest_size 1 1 property
func hashDigestSize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.set(o, vm.native(vm(a[0])).at(2))
  vm.set(out, Value(int: Int32(HashState(m: vm.memory, at: vm(o).word &+ 8).digestSize)))
}
//@native _hash.block_size 1 1 property
func hashBlockSize(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.set(o, vm.native(vm(a[0])).at(2))
  vm.set(out, Value(int: Int32(HashState(m: vm.memory, at: vm(o).word &+ 8).blockSize)))
}
//@native _hash.name 1 1 property
func hashName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let names: [6 of Qstr] = [Q.md5, Q.sha1, Q.sha224, Q.sha256, Q.sha384, Q.sha512]
  let kind = HashState(m: vm.memory, at: vm.native(vm(a[0])).at(2).word &+ 8).kind
  vm.set(out, Value(names[Int(kind.rawValue)]))
}
