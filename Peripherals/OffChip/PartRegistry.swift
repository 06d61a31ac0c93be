/// Every type of part there is. A new part is one file and one line here.
public enum PartRegistry {
  public static let all: [any Part.Type] = [
    Pico.self, VCC.self, Ground.self, Junction.self, TextLabel.self, Breadboard.self,
    LED.self, RGBLED.self, LEDBar.self, SevenSegment.self, Neopixel.self,
    PushButton.self, SlideSwitch.self, DIPSwitch.self, Potentiometer.self, RotaryEncoder.self, Joystick.self, Keypad.self,
    Buzzer.self, Servo.self, Relay.self, ShiftRegister.self, UltrasonicSensor.self,
    SSD1306.self, ColourDisplay.self, CharacterLCD.self, MAX7219.self, TM1637.self,
    DHT22.self, DS18B20.self, NTC.self, Photoresistor.self, PIRSensor.self, MPU6050.self, DS1307.self,
    GasSensor.self, LM35.self, BMP180.self, HX711.self, IRReceiver.self, IRRemote.self, SDCard.self,
    StepperMotor.self, A4988.self, InputRegister.self, LogicAnalyzer.self, LogicGate.self, FlipFlop.self, ClockGenerator.self, Multiplexer.self,
    Nokia5110.self, RotaryDialer.self, Sticker.self,
    Resistor.self,
  ]

  /// The type of that name in board files; nil if there is none.
  public static func type(named name: String) -> (any Part.Type)? { byName[name].map { all[$0] } }
  /// All names, in the order of the list.
  public static let names: [String] = all.flatMap { $0.names }
  private static let byName: [String: Int] = {
    var map: [String: Int] = [:]
    for (i, type) in all.enumerated() { for name in type.names { map[name] = i } }
    return map
  }()
}
