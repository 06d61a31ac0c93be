# The start example: a light runs along GP2...GP9 and back, the on-board LED breathes. Watch the pins in the terminal.
from machine import Pin, PWM
import time

row = [Pin(n, Pin.OUT) for n in range(2, 10)]
led = PWM(Pin(25), freq=1000)

print("A Raspberry Pi Pico, in software. Ctrl-C stops it.")
start = time.ticks_ms()
step = 0
while time.ticks_diff(time.ticks_ms(), start) < 8000:
    place = step % 14
    if place > 7:
        place = 14 - place
    for n, pin in enumerate(row):
        pin.value(n == place)
    level = step % 32
    if level > 16:
        level = 32 - level
    led.duty_u16(level * level * 255)
    step += 1
    time.sleep_ms(60)
led.deinit()
print("done after", step, "steps")
