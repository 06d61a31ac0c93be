# Blinks the on-board LED: 250 ms on, 250 ms off, for ever.
from machine import Pin
import time

led = Pin(25, Pin.OUT)
while True:
    led.toggle()
    time.sleep_ms(250)
