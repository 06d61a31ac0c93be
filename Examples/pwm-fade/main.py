# Dimming by PWM: three LEDs breathe one after another, an RGB LED goes round the colours. The button turns everything around.
from machine import Pin, PWM
import time

lights = [PWM(Pin(n), freq=1000) for n in (15, 14, 13)]
colour = [PWM(Pin(n), freq=1000) for n in (16, 17, 18)]
button = Pin(22, Pin.IN, Pin.PULL_UP)

forward = True
last_press = 0


def turn(pin):
    global forward, last_press
    now = time.ticks_ms()
    # A button bounces: what comes within 50 ms is the same press.
    if time.ticks_diff(now, last_press) > 50:
        forward = not forward
        print("forward" if forward else "backward")
    last_press = now


button.irq(turn, Pin.IRQ_FALLING)


def breath(place):
    "Up and down again in 512 steps; the eye wants the square."
    wave = place % 512
    level = wave if wave < 256 else 511 - wave
    return level * level


def hue(place):
    "Brightness of red, green, blue for a place on the wheel of 1536 colours."
    part, up = divmod(place % 1536, 256)
    down = 255 - up
    return ((255, up, 0), (down, 255, 0), (0, 255, up), (0, down, 255), (up, 0, 255), (255, 0, down))[part]


print("fading")
place = 0
while True:
    for i, pwm in enumerate(lights):
        pwm.duty_u16(breath(place - 128 * i))
    for pwm, value in zip(colour, hue(place)):
        pwm.duty_u16(value * value)
    place += 4 if forward else -4
    time.sleep_ms(10)
