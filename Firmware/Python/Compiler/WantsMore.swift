import Port

/// Does the prompt need another line? Open brackets or triple quotes, a joined line, or a block that a blank line has not ended.
/// Only looks: nothing is allocated, so an address will do.
func incompleteStatement(_ m: Memory, _ text: Address, _ length: UInt32) -> Bool {
  func byte(_ i: UInt32) -> UInt8 { i < length ? m.byte(text &+ i) : 0 }
  func isWord(_ word: StaticString, at p: UInt32) -> Bool {
    var i: UInt32 = 0
    while i < UInt32(word.utf8CodeUnitCount) { if byte(p &+ i) != word.utf8Start[Int(i)] { return false }; i &+= 1 }
    return !isIdentifierPart(byte(p &+ i))
  }
  if length == 0 { return false }
  // A line that begins a compound statement is not complete before a blank line.
  var isCompound = byte(0) == 64
  for word in 0..<9 {
    let found: Bool
    switch word {
    case 0: found = isWord("if", at: 0)
    case 1: found = isWord("while", at: 0)
    case 2: found = isWord("for", at: 0)
    case 3: found = isWord("try", at: 0)
    case 4: found = isWord("with", at: 0)
    case 5: found = isWord("def", at: 0)
    case 6: found = isWord("class", at: 0)
    case 7: found = isWord("async", at: 0)
    default: found = isWord("match", at: 0) && lastCode() == 58
    }
    if found { isCompound = true }
  }
  /// The last character of the first line that is not blank.
  func lastCode() -> UInt8 {
    var i: UInt32 = 0, last: UInt8 = 0
    while i < length && byte(i) != 10 { if byte(i) > 32 { last = byte(i) }; i &+= 1 }
    return last
  }
  var depth: Int32 = 0, i: UInt32 = 0
  while i < length {
    let c = byte(i)
    switch c {
    case 35: while i < length && byte(i) != 10 { i &+= 1 }; continue
    case 40, 91, 123: depth &+= 1
    case 41, 93, 125: depth &-= 1
    case 92: i &+= 1
    case 34, 39:
      let triple = byte(i &+ 1) == c && byte(i &+ 2) == c
      i &+= triple ? 3 : 1
      while true {
        if i >= length { return triple }
        if byte(i) == 92 { i &+= 2; continue }
        if !triple && byte(i) == 10 { break }
        if byte(i) == c && (!triple || byte(i &+ 1) == c && byte(i &+ 2) == c) { break }
        i &+= 1
      }
      if triple { i &+= 2 }
    default: break
    }
    i &+= 1
  }
  if depth > 0 { return true }
  if byte(length &- 1) == 92 || byte(length &- 1) == 10 && length > 1 && byte(length &- 2) == 92 { return true }
  return isCompound && byte(length &- 1) != 10
}
