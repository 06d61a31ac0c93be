import Port
import Python

// Module cryptolib: AES in the modes ECB (1), CBC (2) and CTR (6).
//@module cryptolib
//@type aes module=cryptolib
//@const cryptolib:MODE_ECB 1
//@const cryptolib:MODE_CBC 2
//@const cryptolib:MODE_CTR 6

/// `aes(key, mode[, IV])`. Fields: 0 a buffer with an `AES`; 1 what it is used for: 0 nothing yet, 1 encryption, 2 decryption.
//@native aes.__new__ 3 4
func aesNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mode = try vm.toInt32(a[2]), n = try vm.source(a[1]).count, o = vm.slot(), b = vm.slot()
  if mode != 1 && mode != 2 && mode != 6 { throw vm.raise(.ValueError, "mode") }
  if n != 16 && n != 24 && n != 32 { throw vm.raise(.ValueError, "key") }
  let hasVector = a.count > 3 && vm.given(a[3])
  if hasVector != (mode != 1) { throw vm.raise(.ValueError, "IV") }
  if hasVector, try vm.source(a[3]).count != 16 { throw vm.raise(.ValueError, "IV") }
  try vm.newRaw(Kind.buffer, bytes: AES.bytes, b)
  try vm.newObject(ModuleType.aes, fields: 2, o)
  vm.store(o, 0, b)
  vm.setField(o, 1, 0)
  AES(m: vm.memory, at: vm.place(b)).start(key: vm.place(a[1]), n, vector: hasVector ? vm.place(a[3]) : 0, mode: UInt32(mode))
  vm.port.spend(8000)
  vm.copy(out, o)
}
extension VM {
  fileprivate mutating func crypt(_ a: Args, encrypt: Bool, _ out: Slot) throws(Raise) {
    let n = try source(a[1]).count, to = slot(), cipher = slot()
    load(a[0], 0, cipher)
    let mode = AES(m: memory, at: place(cipher)).mode, use = field(a[0], 1)
    if mode != AES.ctr && n % 16 != 0 { throw raise(.ValueError, "length is not a multiple of 16") }
    // Chaining goes one way only.
    if use != 0 && use != (encrypt ? 1 : 2) && mode != AES.ctr { throw raise(.ValueError, "can't encrypt & decrypt") }
    setField(a[0], 1, encrypt ? 1 : 2)
    if a.count > 2 {
      if try byteRange(a[2], writable: true).count < n { throw raise(.ValueError, "output too small") }
      copy(to, a[2])
      memory.move(place(to), from: place(a[1]), count: n)
    } else {
      try newText(Kind.bytes, from: a[1], 0, n, to)
      // A short text may be shared: it must be its own to be written to.
      if n < 2 {
        try newRaw(Kind.bytes, bytes: n, to)
        memory.move(place(to), from: place(a[1]), count: n)
      }
    }
    var done: UInt32 = 0
    while done < n {
      let part = min(n &- done, 64)
      if UInt32(bytesOf(to).count) < n { throw raise(.ValueError, "output too small") }
      AES(m: memory, at: place(cipher)).run(place(to) &+ done, part, encrypt: encrypt)
      done &+= part
      port.spend(long: part &* 120)
      if done < n { try yieldPoint() }
    }
    copy(out, to)
  }
}
/// `encrypt(data[, buffer])`
//@native aes.encrypt 2 3
func aesEncrypt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.crypt(a, encrypt: true, out) }
//@native aes.decrypt 2 3
func aesDecrypt(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.crypt(a, encrypt: false, out) }
