import Foundation
import Testing

/// A board that faults says where: core, task, Python file and line, address.
@Suite struct FaultTests {
  @Test func aFaultNamesTaskFileLineAndAddress() {
    // The heap's objects are overwritten; the next thing done with one reads an address that is nowhere.
    let r = Command().program(
      """
      import machine, time
      def work(x):
        x.append(1)

      def scribble(at, n):
        for i in range(at, at + n, 4):
          machine.mem32[i] = 0x60000000
        work([])

      print('on')
      scribble(0x20016800, 0x10000)
      """)
    #expect(r.output == "on\n", "\(r)")
    #expect(r.status == 3)
    #expect(r.error.split(separator: "\n").count == 1, "\(r.error)")
    #expect(r.error.hasPrefix("tayberry: the board stopped: HardFault on core 0, task python, program.py line "), "\(r.error)")
    #expect(r.error.contains(" in scribble, cycle "), "\(r.error)")
    #expect(r.error.contains(" at 0x6"), "\(r.error)")
  }

  @Test func aDestroyedKernelIsReportedAllTheSame() {
    let r = Command().program("import machine, time\nfor i in range(0, 0x3000, 4): machine.mem32[0x20000000 + i] = 0xdeadbee0\ntime.sleep_ms(5)\n")
    #expect(r.status == 3)
    #expect(r.error.contains("HardFault on core 0"), "\(r.error)")
  }
}
