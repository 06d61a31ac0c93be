# A rainbow runs around a ring of 16 NeoPixels and on along a strip of 8. The button (or the space bar) changes the brightness.
from machine import Pin
from neopixel import NeoPixel
import time

pixels = NeoPixel(Pin(6), 24)
button = Pin(16, Pin.IN, Pin.PULL_UP)
LEVELS = (64, 255, 16)


def wheel(place):
    "Red, green and blue for a place on the wheel of 768 colours."
    place %= 768
    if place < 256:
        return 255 - place, place, 0
    if place < 512:
        return 0, 511 - place, place - 256
    return place - 512, 0, 767 - place


print("rainbow")
level = 0
turn = 0
was_up = True
while True:
    is_up = button.value()
    if was_up and not is_up:
        level = (level + 1) % len(LEVELS)
        print("brightness", LEVELS[level])
    was_up = is_up
    for i in range(len(pixels)):
        r, g, b = wheel(turn + i * 32)
        pixels[i] = (r * LEVELS[level] // 255, g * LEVELS[level] // 255, b * LEVELS[level] // 255)
    pixels.write()
    turn += 12
    time.sleep_ms(20)
