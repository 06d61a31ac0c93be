import Testing

@testable import Picture
#if canImport(Glibc)
import Glibc
#endif

/// Written pictures are read back by Python's zlib, which nobody here wrote.
struct PNGTests {
  /// Checks signature, chunk CRCs, Adler sum and length; undoes the filters; prints the pixels' sum and size.
  private let reader = """
    import sys, zlib, struct
    d = open(sys.argv[1], 'rb').read()
    assert d[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
    p, idat, names = 8, b'', []
    while p < len(d):
        n, name = struct.unpack('>I4s', d[p:p+8]); body = d[p+8:p+8+n]
        assert struct.unpack('>I', d[p+8+n:p+12+n])[0] == zlib.crc32(name + body)
        names.append(name)
        if name == b'IHDR': w, h, depth, kind, *rest = struct.unpack('>IIBBBBB', body)
        if name == b'IDAT': idat += body
        p += 12 + n
    assert names == [b'IHDR', b'IDAT', b'IEND'] and (depth, kind) == (8, 2) and rest == [0, 0, 0]
    raw = zlib.decompress(idat); stride = 3 * w + 1
    assert len(raw) == h * stride
    above, out = bytearray(3 * w), b''
    for y in range(h):
        f, row = raw[y*stride], bytearray(raw[y*stride+1:(y+1)*stride])
        assert f in (0, 2)
        if f == 2: row = bytearray((a + b) & 255 for a, b in zip(row, above))
        out += row; above = row
    sys.stdout.write(f'{w} {h} {zlib.crc32(out)}')
    """

  private func check(width: Int, height: Int, _ pixels: [UInt32], _ note: String) throws {
    var template = Array("/tmp/tayberry-png-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { close(file); unlink(path) }
    let bytes = pixels.withUnsafeBufferPointer { PNG.encode(width: width, height: height, pixels: $0) }
    #expect(write(file, bytes, bytes.count) == bytes.count)
    var rgb: [UInt8] = []
    for p in pixels { rgb += [UInt8(truncatingIfNeeded: p >> 16), UInt8(truncatingIfNeeded: p >> 8), UInt8(truncatingIfNeeded: p)] }
    #expect(python(reader, path) == "\(width) \(height) \(PNG.crc(rgb))", "\(note)")
  }

  private func python(_ program: String, _ argument: String) -> String {
    var pipes: [Int32] = [0, 0]
    pipe(&pipes)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipes[0])
    var child: pid_t = 0
    let words = ["python3", "-c", program, argument]
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for a in argv { free(a) } }
    let failed = posix_spawnp(&child, "python3", &actions, nil, &argv, environ)
    posix_spawn_file_actions_destroy(&actions)
    close(pipes[1])
    defer { close(pipes[0]) }
    if failed != 0 { return "no python3" }
    var text: [UInt8] = [], block = [UInt8](repeating: 0, count: 1024)
    while true {
      let n = read(pipes[0], &block, block.count)
      if n <= 0 { break }
      text += block[..<n]
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func plainAndNoisy() throws {
    var seed: UInt32 = 7
    func random() -> UInt32 { seed = seed &* 1_664_525 &+ 1_013_904_223; return seed }
    try check(width: 1, height: 1, [0xff12_3456], "one pixel")
    try check(width: 300, height: 200, [UInt32](repeating: 0xff40_80c0, count: 60000), "one colour")
    try check(width: 97, height: 61, (0..<97 * 61).map { _ in random() }, "noise")
    try check(width: 251, height: 90, (0..<251 * 90).map { UInt32($0 % 251) * 0x010203 }, "gradient")
    // Matches of every length and distance.
    try check(width: 509, height: 211, (0..<509 * 211).map { $0 % 37 < Int(random() >> 27) ? 0 : random() & 0x030303 }, "runs")
  }
  @Test func aDrawingIsSmall() {
    let c = Canvas(width: 800, height: 600, background: Colour(0x202830))
    for i in 0..<40 { c.text("Line \(i) of a console, as it may stand there", Point(8, Double(i * 14)), .white) }
    let bytes = PNG.encode(c)
    #expect(bytes.count < 60_000)
  }
}

/// Reading back what was written, and what other programs write.
@Suite struct PNGReadingTests {
  @Test func ownPictures() throws {
    let canvas = Canvas(width: 61, height: 37, scale: 1, background: Colour(0x123456))
    canvas.circle(Point(30, 18), 15, Colour(0xff8000))
    canvas.text("Grüße", Point(3, 3), .white)
    let image = try PNG.decode(PNG.encode(canvas))
    #expect(image.width == 61 && image.height == 37 && image.pixels == Array(canvas.pixels))
  }
  /// A grey picture of 2 × 2 with filters 1 and 4 in a stored block; damaged files.
  @Test func otherPictures() throws {
    func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
      let body = Array(name.utf8) + data, n = UInt32(data.count), c = PNG.crc(body)
      func big(_ v: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: v >> $0) } }
      return big(n) + body + big(c)
    }
    func file(_ header: [UInt8], _ chunks: [UInt8]) -> [UInt8] {
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10] + chunk("IHDR", header) + chunks + chunk("IEND", [])
    }
    let raw: [UInt8] = [1, 10, 20, 4, 5, 5], stored = [0x78, 0x01, 1, 6, 0, 0xf9, 0xff] + raw + [0, 0, 0, 0]
    let grey = try PNG.decode(file([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0], chunk("IDAT", stored)))
    #expect(grey.pixels.map { $0 & 255 } == [10, 30, 15, 35])
    #expect(throws: PNGError.self) { try PNG.decode([1, 2, 3]) }
    #expect(throws: PNGError.self) { try PNG.decode(file([0, 0, 0, 2, 0, 0, 0, 2, 16, 0, 0, 0, 0], [])) }
    #expect(throws: PNGError.self) { try PNG.decode(file([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0], chunk("IDAT", Array(stored.prefix(9))))) }
    var damaged = file([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0], chunk("IDAT", stored))
    damaged[50] ^= 1
    #expect(throws: PNGError.self) { try PNG.decode(damaged) }
  }
}
