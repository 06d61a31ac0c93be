import Foundation
import Testing

/// Resets and sleeps of a program under `tayberry run`, where FILE plays the part of a board's main.py.
@Suite struct ResetTests {
  /// Counts its lives in a scratch register of the watchdog, which no reset but power clears.
  private let lives = """
    import machine, time
    W = 0x4005800c
    life = machine.mem32[W]
    machine.mem32[W] = life + 1

    """

  @Test func softResetRunsTheProgramAgain() {
    let r = Command().program(lives + "print(life, 'old' in globals(), machine.reset_cause())\nold = 1\nif life < 2: machine.soft_reset()\n")
    #expect(r.output == "0 False 1\nMPY: soft reboot\r\n1 False 1\nMPY: soft reboot\r\n2 False 1\n", "\(r)")
    #expect(r.status == 0)
  }

  @Test func aCaughtSoftResetIsNone() {
    let r = Command().program("import machine, sys\ntry: machine.soft_reset()\nexcept SystemExit: print('caught')\nsys.exit(4)\n")
    #expect(r.output == "caught\n")
    #expect(r.status == 4)
  }

  @Test func resetStartsTheBoardAgain() {
    let r = Command().program(lives + "print(life, machine.reset_cause(), time.ticks_ms() < 20)\nif life == 0: time.sleep(1); machine.reset()\n")
    #expect(r.output == "0 1 True\n1 3 True\n", "\(r)")
    #expect(r.status == 0)
  }

  @Test func theWatchdogResets() {
    let r = Command().program(lives + "print(life, machine.reset_cause())\nif life == 0:\n  machine.WDT(timeout=50)\n  while True: pass\n")
    #expect(r.output == "0 1\n1 3\n")
  }

  @Test func deepSleepEndsInAReset() throws {
    let c = Command()
    let r = c.program(
      lives + "from machine import Pin\nPin(2, Pin.OUT, value=life)\nif life == 0: machine.deepsleep(700)\nprint(life, machine.reset_cause())\n",
      ["--trace", "t.vcd"])
    #expect(r.output == "1 3\n", "\(r)")
    let high = try #require(changes(of: "GP2", in: c.read("t.vcd")!).first { $0.value == "1" })
    #expect(700_000_000..<720_000_000 ~= high.time, "\(high.time)")
  }

  @Test func lightSleepStopsClocksAndRestoresThem() throws {
    let c = Command()
    let r = c.program(
      """
      import machine, time
      from machine import Pin, PWM
      PWM(Pin(4), freq=1000, duty_u16=32768)
      pll, sys = 0x40028004, 0x40008044
      time.sleep_ms(10)
      t = time.ticks_us()
      machine.lightsleep(50)
      print(time.ticks_diff(time.ticks_us(), t) // 1000, machine.freq(), machine.mem32[sys])
      time.sleep_ms(10)
      """, ["--trace", "t.vcd"])
    #expect(r.output == "50 125000000 2\n", "\(r)")
    // PWM stands still meanwhile, and goes on at its frequency.
    let edges = changes(of: "GP4", in: try #require(c.read("t.vcd"))).map(\.time)
    let gaps = zip(edges.dropFirst(), edges).map { $0 - $1 }
    #expect(gaps.filter { $0 > 45_000_000 }.count == 1)
    #expect(gaps.filter { 499_000...501_000 ~= $0 }.count > 30, "\(gaps)")
  }

  @Test func aPinWakesADormantBoard() {
    // PWM drives the pin that wakes: dormant, nothing on the chip can. The watchdog neither: the run ends by --for.
    let r = Command().program(
      "import machine\nfrom machine import Pin\nprint('down')\nmachine.lightsleep()\nprint('never')\n", ["--for", "3"])
    #expect(r.output == "down\n", "\(r)")
    #expect(r.status == 0)
  }

  @Test func anInterruptEndsALightSleep() {
    let r = Command().program(
      """
      import machine, time
      from machine import Timer
      Timer(mode=Timer.ONE_SHOT, period=30, callback=lambda t: print('tick'))
      t = time.ticks_ms()
      machine.lightsleep(1000)
      print(time.ticks_diff(time.ticks_ms(), t) < 100)
      """)
    #expect(r.output == "tick\nTrue\n", "\(r)")
  }

  @Test func uartEventsCallBack() {
    // TX is looped back to RX inside the UART (UARTCR.LBE).
    let r = Command().program(
      """
      import machine, time
      from machine import UART
      u = UART(1, 115200)
      machine.mem32[0x40038030] |= 0x80
      time.sleep_ms(1); u.read()
      u.irq(lambda u: print(u.irq().flags() & 64, u.read()), UART.IRQ_RXIDLE)
      for text in ('12345678', 'x' * 16, 'y' * 40):
        u.write(text); u.flush(); time.sleep_ms(20)
      u.irq(lambda u: print(bool(u.irq().flags() & u.IRQ_BREAK), u.read(1)), UART.IRQ_BREAK)
      u.write('0'); u.flush(); time.sleep_ms(10); u.sendbreak(); time.sleep_ms(10)
      u.irq(lambda u: print('sent', u.txdone()), UART.IRQ_TXIDLE)
      u.write('z' * 60); time.sleep_ms(20)
      u.irq(None)
      u.write('z' * 60); time.sleep_ms(20)
      print(u)
      """)
    #expect(
      r.output == """
        64 b'12345678'
        64 b'\(String(repeating: "x", count: 16))'
        64 b'\(String(repeating: "y", count: 40))'
        True b'0'
        sent False
        UART(1, baudrate=115200, bits=8, parity=None, stop=1, tx=4, rx=5, txbuf=256, rxbuf=256, timeout=0, timeout_char=1, invert=None, irq=0)

        """, "\(r)")
  }
}
