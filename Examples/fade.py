# A PWM and a Timer: the LED fades up and down without the main program doing anything.
from machine import Pin, PWM, Timer
import time

led = PWM(Pin(25), freq=1000)
level = 0
step = 512

def tick(timer):
    global level, step
    level += step
    if level > 65000 or level < 512:
        step = -step
    led.duty_u16(level)

timer = Timer(freq=200, callback=tick)
time.sleep(4)
timer.deinit()
print("last level", level)
