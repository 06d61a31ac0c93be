import Foundation
import Testing

/// `tayberry repl` as a person at a terminal meets it. The keys are those of MicroPython's prompt; Ctrl-] leaves, as in mpremote.
@Suite struct PromptTests {
  private let command = Command()
  private func prompt(_ more: [String] = []) throws -> TerminalSession {
    let s = try TerminalSession(["repl"] + more, in: command.folder)
    s.expect(">>> ")
    return s
  }

  @Test func resultsAndStatements() throws {
    let s = try prompt()
    s.type("6 * 7\r")
    s.expect("6 * 7\r\n42\r\n>>> ")
    s.type("x = 'text'\r")
    s.expect("x = 'text'\r\n>>> ")
    s.type("x\r")
    s.expect("\r\n'text'\r\n>>> ")
    s.type("_ + '!'\r")
    s.expect("\r\n'text!'\r\n>>> ")
    s.type("None\r")
    s.expect("None\r\n>>> ")
    s.type("1 / 0\r")
    s.expect("Traceback (most recent call last):")
    s.expect("ZeroDivisionError: divide by zero\r\n>>> ")
    s.type("\u{1d}")
    #expect(s.finish() == 0)
  }

  /// Ctrl-C as the first key of all, as mpremote begins.
  @Test func controlCComesFirst() throws {
    let s = try prompt()
    s.type("\u{3}")
    s.expect("\r\nKeyboardInterrupt\r\n>>> ")
    s.type("6 * 7\r")
    s.expect("\r\n42\r\n>>> ")
  }
  /// Timers and scheduled callbacks run while a line is typed, and what they raise does not end the prompt.
  @Test func callbacksRunWhileThePromptWaits() throws {
    let s = try prompt()
    s.type("import machine, micropython\r")
    s.expect(">>> ")
    s.type("t = machine.Timer(period=50, callback=lambda t: print('tick'))\r")
    s.expect("tick\r\n")
    s.expect("tick\r\n")
    s.type("40 + ")
    s.expect("tick\r\n")
    s.type("2\r")
    s.expect("\r\n42\r\n")
    s.type("t.init(period=50, callback=lambda t: 1 / 0)\r")
    s.expect("ZeroDivisionError: divide by zero\r\n")
    s.type("t.deinit()\r")
    s.expect(">>> ")
    s.type("micropython.schedule(print, 'later')\r")
    s.expect("later\r\n")
    s.type("'still ' + 'here'\r")
    s.expect("\r\n'still here'\r\n>>> ")
  }

  @Test func statementsOfSeveralLines() throws {
    let s = try prompt()
    s.type("def f(n):\r")
    s.expect("\r\n...     ")
    s.type("return n + 1\r")
    s.expect("\r\n...     ")
    // The indentation ends after two lines of nothing else, as at MicroPython's prompt.
    s.type("\r\r\r")
    s.expect(">>> ")
    s.type("for i in range(2):\r")
    s.expect("...     ")
    s.type("print(f(i * 10))\r")
    s.expect("...     ")
    s.type("\r\r\r")
    s.expect("\r\n1\r\n11\r\n>>> ")
    s.type("[1,\r")
    s.expect("... ")
    s.type("2]\r")
    s.expect("\r\n[1, 2]\r\n>>> ")
  }

  @Test func editingAndHistory() throws {
    let s = try prompt()
    s.type("print('first')\r")
    s.expect("\r\nfirst\r\n>>> ")
    s.type("print('second')\r")
    s.expect("\r\nsecond\r\n>>> ")
    s.type("\u{1b}[A\u{1b}[A\r")
    s.expect("\r\nfirst\r\n>>> ")
    // Left, backspace, Home, End.
    s.type("prin('edted')\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[Di\u{1b}[H\u{1b}[C\u{1b}[C\u{1b}[C\u{1b}[Ct\u{1b}[F\r")
    s.expect("\r\nedited\r\n>>> ")
    s.type("print('abx\u{7f}c')\r")
    s.expect("\r\nabc\r\n>>> ")
  }

  @Test func interrupts() throws {
    let s = try prompt()
    s.type("while True: print('round')\r")
    s.expect("... ")
    s.type("\r")
    s.expect("\nround\r\nround\r")
    s.type("\u{3}")
    s.expect("KeyboardInterrupt: \r\n>>> ")
    s.type("import time; print('now'); time.sleep(1000)\r")
    s.expect("\nnow\r\n")
    s.type("\u{3}")
    s.expect("KeyboardInterrupt: \r\n>>> ")
    // At the prompt it abandons the line.
    s.type("half a line\u{3}")
    s.expect("\r\nKeyboardInterrupt\r\n>>> ")
    s.type("'goes' + ' on'\r")
    s.expect("\r\n'goes on'\r\n>>> ")
  }

  @Test func thePromptSurvivesMemoryError() throws {
    let s = try prompt(["--speed", "max"])
    s.type("keep = []\r")
    s.expect(">>> ")
    s.type("while True: keep.append(bytearray(5000))\r")
    s.expect("... ")
    s.type("\r")
    s.expect("MemoryError")
    s.expect(">>> ")
    s.type("10 < len(keep) < 40\r")
    s.expect("\r\nTrue\r\n>>> ")
    s.type("keep = None; len(bytearray(100000))\r")
    s.expect("\r\n100000\r\n>>> ")
  }

  @Test func softReset() throws {
    let s = try prompt()
    s.type("x = 1\r")
    s.expect(">>> ")
    s.type("\u{4}")
    s.expect("MPY: soft reboot\r\n")
    s.expect("MicroPython")
    s.expect(">>> ")
    s.type("x\r")
    s.expect("NameError")
    s.expect(">>> ")
    // The same from a program.
    s.type("import machine; machine.soft_reset()\r")
    s.expect("MPY: soft reboot\r\n")
    s.expect(">>> ")
    s.type("\u{1d}")
    #expect(s.finish() == 0)
  }

  @Test func pasteMode() throws {
    let s = try prompt()
    s.type("\u{5}")
    s.expect("paste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ")
    s.type("def g():\r    return 'pasted'\r\rprint(g())\r\u{4}")
    s.expect("\r\npasted\r\n>>> ")
    s.type("\u{5}nonsense\u{3}")
    s.expect(">>> ")
  }

  @Test func rawMode() throws {
    let s = try prompt()
    s.type("\u{1}")
    s.expect("raw REPL; CTRL-B to exit\r\n>")
    s.type("print('raw')\u{4}")
    s.expect("OKraw\r\n\u{4}\u{4}>")
    s.type("1/0\u{4}")
    s.expect("OK\u{4}Traceback")
    s.expect("\u{4}>")
    // Raw-paste: the board answers R and 1, then its window (128 bytes).
    s.type("\u{5}A\u{1}")
    s.expect("R\u{1}")
    s.type("print('pasted')\u{4}")
    s.expect("pasted\r\n\u{4}\u{4}>")
    // Ctrl-C in it: the end mark, then what an interrupted program answers.
    s.type("\u{5}A\u{1}")
    s.expect("R\u{1}")
    s.type("print('pas\u{3}")
    s.expect("\u{4}\u{4}KeyboardInterrupt: \r\n\u{4}>")
    // A command that is none; one that does not stand alone; Ctrl-A drops what was typed.
    s.type("\u{5}B\u{1}")
    s.expect("R\0>")
    s.type("print('lost')\u{5}A\u{1}")
    s.expect("raw REPL; CTRL-B to exit\r\n>")
    s.type("print('kept')\u{4}")
    s.expect("OKkept\r\n\u{4}\u{4}>")
    // Ctrl-D alone: soft reset, and raw mode stays, as mpremote expects.
    s.type("\u{4}")
    s.expect("soft reboot\r\n")
    s.expect("raw REPL; CTRL-B to exit\r\n>")
    s.type("\u{2}")
    s.expect(">>> ")
  }

  @Test func ctrlBackslashStopsAtOnce() throws {
    let s = try prompt()
    s.type("while True: pass\r\r")
    s.expect("... ")
    s.type("\u{1c}")
    #expect(s.finish() == 130)
  }
}
