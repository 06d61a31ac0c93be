import Kernel
import Port
import Registers

/// Starting the second core, and the board's share of a soft reset.
extension Board {
  /// Hands core 1, which waits in the boot ROM, its vector table, stack and entry (RP2040 data sheet §2.8.2). It then runs `FirmwareImage.start(port, core: 1)`.
  /// Gives up after a while: a chip without a second core (an emulator) goes on with one.
  public func launchCore1() {
    let entry = port.core1Entry
    var step: UInt32 = 0, tries: UInt32 = 0
    while step < 6 && tries < 100 {
      tries &+= 1
      let word: UInt32
      switch step {
      case 0, 1: word = 0
      case 2: word = 1
      case 3: word = entry.vectors
      case 4: word = entry.stack
      default: word = entry.start
      }
      if word == 0 {
        while port.read(SIO.base &+ SIO.FIFO_ST.offset) & SIO.FIFO_ST.VLD.mask != 0 { _ = port.read(SIO.base &+ SIO.FIFO_RD.offset) }
        port.sendEvent()
      }
      while port.read(SIO.base &+ SIO.FIFO_ST.offset) & SIO.FIFO_ST.RDY.mask == 0 { port.relax() }
      port.write(SIO.base &+ SIO.FIFO_WR.offset, word)
      port.sendEvent()
      var polls: UInt32 = 0
      while port.read(SIO.base &+ SIO.FIFO_ST.offset) & SIO.FIFO_ST.VLD.mask == 0 && polls < 1000 { port.relax(); polls &+= 1 }
      if polls == 1000 { step = 0; continue }
      step = port.read(SIO.base &+ SIO.FIFO_RD.offset) == word ? step &+ 1 : 0
    }
  }

  /// Everything a program may have left running goes off: interrupts of pins, alarms, PWM; callbacks are forgotten.
  public func softReset() {
    var pin: UInt32 = 0
    while pin < Board.pinCount { listen(pin, events: 0, nil); pin &+= 1 }
    if self[BoardRecord.signalAlarm] != 0 { freeAlarm(self[BoardRecord.signalAlarm]) }
    self[BoardRecord.signalAlarm] = 0
    self[DescriptorTable.watchers] = 0
    startDescriptors()
    while self[BoardRecord.alarms] != 0 { freeAlarm(self[BoardRecord.alarms]) }
    resetPWM()
    resetDMA()
    resetPIO()
    _ = closeTarget(0)
    _ = closeTarget(1)
    let main = mainInterpreter
    if main != 0 {
      _ = holdCallbacks(main, false)
      setCallbackLevel(main, 0)
      while takeCallback(main) != nil {}
    }
    listenUART(0, events: 0, nil)
    listenUART(1, events: 0, nil)
    if memory[address &+ BoardRecord.uart(1) &+ UARTRecord.open] != 0 { closeUART(1) }
    if consoleOnLink && isOpenUART(0) { closeUART(0) }
  }
}
