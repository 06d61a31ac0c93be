import Testing

/// What waits for output leaves the interpreter to others: a thread counts while the main one writes.
@Suite struct OutputWaitTests {
  /// A counting thread of the main one's priority, and one of high priority that is due every millisecond; what they did is shown after `work`.
  private func program(_ prepare: String, _ work: String) -> String {
    """
    import rtos, _thread, time, sys
    from machine import UART, SPI, I2C, Pin
    \(prepare)
    n = worst = state = 0
    def count():
      global n
      while state < 2: n += 1
    def fast():
      global worst
      rtos.priority(12)
      due = rtos.now_us()
      while state < 2:
        due = rtos.delay_until(due, 1000)
        if state: worst = max(worst, rtos.now_us() - due)
    _thread.start_new_thread(count, ())
    _thread.start_new_thread(fast, ())
    # What the counting thread does when it is alone.
    time.sleep_ms(50)
    n = 0
    time.sleep_ms(100)
    alone = n
    n = 0
    start = time.ticks_us()
    state = 1
    \(work)
    took = time.ticks_diff(time.ticks_us(), start) / 100000
    counted = n
    state = 2
    time.sleep_ms(5)
    result = "share %d%% late %s ms %d" % (100 * counted / alone / took, worst if worst >= 400 else "-", took * 100)
    """
  }
  private func check(_ output: String, least: Int, _ where: SourceLocation = #_sourceLocation) throws {
    let m = try #require(try Regex("share ([0-9]+)% late - ms ([0-9]+)").firstMatch(in: output), "\(output)", sourceLocation: `where`)
    let share = Int(m.output[1].substring ?? "") ?? 0, took = Int(m.output[2].substring ?? "") ?? 0
    #expect(share >= least && took >= 40, "\(output.suffix(80))", sourceLocation: `where`)
  }

  @Test func uart() throws {
    let r = Command().program(program("u = UART(1, 115200, txbuf=32)", "u.write(bytes(1500))") + "\nprint(result)")
    try check(r.output, least: 80)
  }
  @Test func consoleOnUART() throws {
    let c = Command()
    c.write("p.py", program("", "print('x' * 1500)") + "\nprint(result)")
    let r = c.run(["run", "p.py", "--console", "uart0", "--speed", "max", "--for", "2"])
    try check(r.output, least: 80)
  }
  @Test func spi() throws {
    let r = Command().program(
      program("s = SPI(0, 100000, sck=Pin(2), mosi=Pin(3), miso=Pin(0))\nb = bytearray(700)", "s.write_readinto(bytes(700), b)") + "\nprint(result)")
    try check(r.output, least: 60)
    // Faster than a thread can be switched to: in turns.
    let fast = Command().program(program("s = SPI(0, 10000000, sck=Pin(2), mosi=Pin(3), miso=Pin(0))", "s.write(bytes(60000))") + "\nprint(result)")
    try check(fast.output, least: 0)
  }
}
