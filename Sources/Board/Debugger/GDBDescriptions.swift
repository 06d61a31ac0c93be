import RP2040

/// What GDB is told of the target in XML: registers, memory, threads.
enum GDBDescriptions {
  /// The core's registers in the order of their numbers.
  static let registers = [
    "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "sp", "lr", "pc", "xpsr", "msp", "psp", "primask", "control",
  ]
  static let target: String = {
    var xml = """
      <?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd"><target version="1.0"><architecture>arm</architecture>\
      <feature name="org.gnu.gdb.arm.m-profile">
      """
    for (n, name) in registers.enumerated() {
      if n == 17 { xml += "</feature><feature name=\"org.gnu.gdb.arm.m-system\">" }
      let type = name == "pc" ? "code_ptr" : ["sp", "msp", "psp"].contains(name) ? "data_ptr" : "int"
      xml += "<reg name=\"\(name)\" bitsize=\"32\" regnum=\"\(n)\" type=\"\(type)\"\(n > 16 ? " group=\"system\"" : "")/>"
    }
    return xml + "</feature></target>"
  }()

  /// RP2040 data sheet §2.2. GDB programs what is called flash with its erase and write packets, and everything else like RAM.
  static func memoryMap(flashBytes: Int, ramMegabytes: Int) -> String {
    func region(_ type: String, _ start: UInt32, _ length: Int) -> String {
      "<memory type=\"\(type)\" start=\"0x\(String(start, radix: 16))\" length=\"0x\(String(length, radix: 16))\""
    }
    var xml = """
      <?xml version="1.0"?><!DOCTYPE memory-map PUBLIC "+//IDN gnu.org//DTD GDB Memory Map V1.0//EN" "http://sourceware.org/gdb/gdb-memory-map.dtd">\
      <memory-map>
      """
    xml += region("rom", 0, 0x4000) + "/>"
    xml += region("flash", 0x1000_0000, flashBytes) + "><property name=\"blocksize\">0x1000</property></memory>"
    xml += region("rom", 0x1100_0000, 0x300_0000) + "/>"
    for (start, length) in [
      (0x1400_0000, 0x100_0000), (0x1500_0000, 0x4000), (0x1800_0000, 0x1000), (0x2000_0000, 0x42000), (0x2100_0000, 0x40000), (0x4000_0000, 0x1000_0000),
      (0x5000_0000, 0x1000_0000), (0xd000_0000, 0x1000), (0xe000_0000, 0x10_0000),
    ] as [(UInt32, Int)] { xml += region("ram", start, length) + "/>" }
    if ramMegabytes > 0 { xml += region("ram", 0x3000_0000, ramMegabytes << 20) + "/>" }
    return xml + "</memory-map>"
  }
  static func threads(_ describe: (Int) -> String) -> String {
    "<?xml version=\"1.0\"?><threads>"
      + (0..<2).map { "<thread id=\"\($0 + 1)\" core=\"\($0)\" name=\"core \($0)\">\(describe($0))</thread>" }.joined() + "</threads>"
  }
}
