# A reaction game: when the light goes on, press your button. The display shows the milliseconds; three rounds, then the best one.
from machine import Pin, PWM, Timer
import time

light = Pin(14, Pin.OUT)
button = Pin(15, Pin.IN, Pin.PULL_UP)
buzzer = PWM(Pin(13), freq=880, duty_u16=0)
segments = [Pin(n, Pin.OUT) for n in range(16, 23)]  # A to G, lit when high
digits = [Pin(n, Pin.OUT, value=1) for n in (28, 27, 26)]  # on when low
FONT = {
    "0": 0x3F, "1": 0x06, "2": 0x5B, "3": 0x4F, "4": 0x66, "5": 0x6D, "6": 0x7D, "7": 0x07, "8": 0x7F, "9": 0x6F,
    "-": 0x40, " ": 0, "b": 0x7C, "A": 0x77, "d": 0x5E,
}

shown = [0, 0, 0]
turn = 0


def refresh(timer):
    "One digit at a time, so fast that the eye sees all three."
    global turn
    digits[turn].on()
    turn = (turn + 1) % 3
    pattern = shown[turn]
    for i, pin in enumerate(segments):
        pin.value(pattern >> i & 1)
    digits[turn].off()


def show(text):
    text = "   " + text
    for i, c in enumerate(text[-3:]):
        shown[i] = FONT[c]


def beep(frequency, milliseconds):
    buzzer.freq(frequency)
    buzzer.duty_u16(20000)
    time.sleep_ms(milliseconds)
    buzzer.duty_u16(0)


def wait_for_press(milliseconds):
    "How long the button took, or None if it took longer than that."
    start = time.ticks_us()
    while time.ticks_diff(time.ticks_us(), start) < milliseconds * 1000:
        if not button.value():
            return time.ticks_diff(time.ticks_us(), start) // 1000
    return None


def round(number):
    show("---")
    print("round", number)
    while not button.value():
        time.sleep_ms(5)
    # Nobody knows to the microsecond when the last round ended: that is the dice.
    early = wait_for_press(1000 + time.ticks_us() * 7919 % 2000)
    if early is not None:
        show("bAd")
        print("too early")
        beep(220, 300)
        return None
    light.on()
    took = wait_for_press(999)
    light.off()
    if took is None:
        show("bAd")
        print("too late")
        return None
    show(str(took))
    print(took, "ms")
    beep(880, 80)
    return took


Timer(freq=400, callback=refresh)
print("When the light goes on, press the button.")
best = None
for number in range(1, 4):
    took = round(number)
    if took is not None and (best is None or took < best):
        best = took
    time.sleep(2)
show("bAd" if best is None else str(best))
print("best:", best)
time.sleep(2)
