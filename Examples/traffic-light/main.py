# A pedestrian crossing: press the button (or the space bar), wait for the green man. The buzzer ticks while it is safe to walk.
from machine import Pin, PWM
import time

red, yellow, green = Pin(15, Pin.OUT), Pin(14, Pin.OUT), Pin(13, Pin.OUT)
stop, walk = Pin(18, Pin.OUT), Pin(19, Pin.OUT)
button = Pin(20, Pin.IN, Pin.PULL_UP)
buzzer = PWM(Pin(21), freq=1200, duty_u16=0)

asked = False


def ask(pin):
    global asked
    if not asked:
        asked = True
        print("please wait")


button.irq(ask, Pin.IRQ_FALLING)


def cars(r, y, g):
    red.value(r)
    yellow.value(y)
    green.value(g)


def people(may_walk):
    walk.value(may_walk)
    stop.value(not may_walk)


print("Press the button to cross.")
people(False)
while True:
    cars(0, 0, 1)
    while not asked:
        time.sleep_ms(20)
    time.sleep(1)
    cars(0, 1, 0)
    time.sleep(1)
    cars(1, 0, 0)
    time.sleep_ms(500)
    print("walk")
    people(True)
    for tick in range(8):
        buzzer.duty_u16(32768)
        time.sleep_ms(60)
        buzzer.duty_u16(0)
        time.sleep_ms(340)
    for blink in range(4):
        walk.off()
        time.sleep_ms(150)
        walk.on()
        time.sleep_ms(150)
    people(False)
    asked = False
    time.sleep_ms(500)
    cars(1, 1, 0)
    time.sleep(1)
