import Testing

/// The few end-to-end runs that `make test` repeats in a debug build.
@Suite struct SmokeTests {
  @Test func saysHello() {
    let r = Command().program("print('hello', 6 * 7)")
    #expect(r.status == 0)
    #expect(r.output == "hello 42\n")
    #expect(r.error == "")
  }

  @Test func blinks() throws {
    let c = Command()
    let r = c.program(
      "from machine import Pin\nimport time\nled = Pin(25, Pin.OUT)\nfor i in range(4):\n  led.toggle()\n  time.sleep_ms(10)\n", ["--trace", "t.vcd"])
    #expect(r.status == 0)
    #expect(changes(of: "GP25", in: try #require(c.read("t.vcd"))).filter { $0.value == "1" }.count == 2)
  }

  @Test func anUncaughtExceptionIsStatus1() {
    let r = Command().program("def f():\n  return 1 // 0\nf()\n")
    #expect(r.status == 1)
    #expect(r.output.contains("ZeroDivisionError"))
    #expect(r.output.contains("File \"program.py\", line 2, in f"))
  }
}
