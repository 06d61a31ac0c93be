# A DHT22 and a DS18B20 on the display; the knob sets the temperature at which the lamp warns.
from machine import ADC, I2C, Pin
import dht, ds18x20, onewire, time


class LCD:
    """A display of 16 x 2 behind a PCF8574: P0 RS, P2 E, P3 light, P4-P7 data."""

    def __init__(self, i2c, address=0x27):
        self.i2c, self.address = i2c, address
        for half in (0x30, 0x30, 0x30, 0x20):
            self.half(half)
            time.sleep_ms(5)
        for command in (0x28, 0x0C, 0x06, 0x01):  # 4 bits, on, to the right, clear
            self.send(command)
        time.sleep_ms(2)

    def half(self, bits, select=0):
        bits = bits & 0xF0 | 8 | select
        self.i2c.writeto(self.address, bytes([bits | 4, bits]))

    def send(self, byte, select=0):
        self.half(byte, select)
        self.half(byte << 4, select)

    def line(self, row, text):
        self.send(0x80 | row << 6)
        for c in "{:16}".format(text):
            self.send(0xDF if c == "°" else ord(c), 1)


lcd = LCD(I2C(0, sda=Pin(0), scl=Pin(1), freq=400_000))
air = dht.DHT22(Pin(15))
water = ds18x20.DS18X20(onewire.OneWire(Pin(14)))
knob = ADC(Pin(26))
lamp = Pin(16, Pin.OUT)
roms = water.scan()
print("thermometers on the wire:", len(roms))

warned = False
while True:
    water.convert_temp()
    time.sleep_ms(750)
    try:
        air.measure()
    except OSError:
        print("the DHT22 does not answer")
        continue
    limit = knob.read_u16() / 65535 * 50
    lamp.value(air.temperature() > limit)
    lcd.line(0, "{:.1f}°C {:.0f}%".format(air.temperature(), air.humidity()))
    lcd.line(1, "{:.1f}°C max{:3.0f}°C".format(water.read_temp(roms[0]), limit))
    if lamp.value() != warned:
        warned = bool(lamp.value())
        print("too warm" if warned else "fine")
