import Foundation
import Testing

/// GDB itself (`gdb-multiarch`) against `tayberry boot --gdb`.
@Suite struct GDBCommandTests {
  /// A raw image: no second stage, so that the boot ROM refuses it; GDB puts a program into RAM and flash.
  @Test func gdbStopsStepsWatchesAndLoads() throws {
    let command = Command()
    // An ELF with a program in RAM (counts in r0 and stores it at 0x20000100), and 16 bytes for the flash.
    let code: [UInt16] = [0x2000, 0x4904, 0x3001, 0xf000, 0xf802, 0x6008, 0xe7fa, 0x1c42, 0x4770, 0xbf00, 0x0100, 0x2000]
    let program = code.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let flash = Array("tayberry's flash".utf8)
    command.write("p.elf", Data(Self.elf([(0x2000_0000, program), (0x1000_2000, flash)], entry: 0x2000_0001)))
    command.write("blank.bin", Data([UInt8](repeating: 0xff, count: 512)))
    command.write(
      "script",
      """
      set confirm off
      set pagination off
      monitor reset halt
      load p.elf
      info threads
      print/x $pc
      break *0x2000000e
      continue
      print $r0
      stepi
      print/x $pc
      delete
      watch *(unsigned int *)0x20000100
      continue
      print/x $pc
      print *(unsigned int *)0x20000100
      x/s 0x10002000
      set $r0 = 41
      delete
      tbreak *0x2000000e
      continue
      print $r0
      monitor time
      kill
      """)
    let shell = Command.shell(
      "\(Command.path) boot blank.bin --gdb 0 --speed max >out.txt 2>&1 & board=$!; \(Self.findPort); "
        + "timeout 600 gdb-multiarch -nx -q -batch -ex \"target remote localhost:$port\" -x script p.elf 2>&1; sleep 2; kill $board 2>/dev/null; wait $board",
      in: command.folder)
    for expected in [
      "Thread 2 \"core 1\"", "Breakpoint 1, 0x2000000e", "$2 = 1", "$3 = 0x20000010", "atchpoint 2", "New value = 1",
      // GDB takes the stop as one before the access, and steps: the branch behind the store.
      "$4 = 0x20000004", "$5 = 1",
      "tayberry's flash", "$6 = 42", "cycle ",
    ] { #expect(shell.contains(expected), "\(expected) is not in:\n\(shell)") }
  }
  /// The board takes a free port and says which.
  static let findPort =
    "for i in $(seq 6000); do port=$(sed -n 's/.*waiting for GDB.*localhost:\\([0-9]*\\).*/\\1/p' out.txt); "
    + "test -n \"$port\" && break; sleep 0.1; done"
  @Test func hostedCoresHaveNoDebugger() {
    let command = Command()
    command.write("program.py", "print(1)")
    let r = command.run(["run", "program.py", "--gdb", "0"])
    #expect(r.status == 2 && r.error.contains("--gdb is for ARM cores"))
  }
  /// An instruction trace has a line for each instruction, and the list at the end names what has no model.
  @Test func instructionsAndUnmodelledRegistersAreWrittenDown() {
    let command = Command()
    // ldr r0, [pc, #4]; ldr r1, [r0]; bkpt; the literal is in XOSC, at an offset without a register.
    let program: [UInt8] = [0x01, 0x48, 0x01, 0x68, 0x00, 0xbe, 0x00, 0xbf, 0xf0, 0x4f, 0x02, 0x40]
    command.write("p.elf", Data(Self.elf([(0x2000_0000, program)], entry: 0x2000_0001)))
    let r = command.run(["boot", "p.elf", "--speed", "max", "--instruction-trace", "t.txt", "--for", "0.1"])
    #expect(r.status == 0, "the fault's vector leads to the boot ROM, which waits for ever")
    let lines = (command.read("t.txt") ?? "").split(separator: "\n").filter { $0.contains(" 0 2000000") }
    #expect(lines.count == 3, "\(lines)")
    #expect(lines.first?.contains(" 0 20000000 4801 ") == true)
    #expect(r.error.contains("touched what has no model") && r.error.contains("XOSC.0xff0 read, by core 0 at 0x20000002"), "\(r.error)")
  }

  /// An ELF with a section for each segment, since GDB loads sections.
  static func elf(_ segments: [(UInt32, [UInt8])], entry: UInt32) -> [UInt8] {
    var out: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 1, 1, 1] + [UInt8](repeating: 0, count: 9)
    func half(_ v: Int) { out += [UInt8(v & 255), UInt8(v >> 8 & 255)] }
    func word(_ v: UInt32) { half(Int(v & 0xffff)); half(Int(v >> 16)) }
    let names = Array("\0.a\0.names\0".utf8), n = segments.count
    var offsets: [UInt32] = [], end = UInt32(52 + 32 * n)
    for (_, bytes) in segments { offsets.append(end); end += UInt32(bytes.count) }
    let namesAt = end, sections = (namesAt + UInt32(names.count) + 3) & ~3
    half(2); half(40); word(1); word(entry); word(52); word(sections); word(0x0500_0200)
    half(52); half(32); half(n); half(40); half(n + 2); half(n + 1)
    for ((address, bytes), at) in zip(segments, offsets) {
      for v in [1, at, address, address, UInt32(bytes.count), UInt32(bytes.count), 5, 1] as [UInt32] { word(v) }
    }
    for (_, bytes) in segments { out += bytes }
    out += names
    while out.count < Int(sections) { out.append(0) }
    out += [UInt8](repeating: 0, count: 40)
    for ((address, bytes), at) in zip(segments, offsets) {
      for v in [1, 1, 6, address, at, UInt32(bytes.count), 0, 0, 1, 0] as [UInt32] { word(v) }
    }
    for v in [4, 3, 0, 0, namesAt, UInt32(names.count), 0, 0, 1, 0] as [UInt32] { word(v) }
    return out
  }
}
