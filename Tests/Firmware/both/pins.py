# Edges by the processor, by a timer and by PWM; the trace of both ways of running is compared.
import time
from machine import PWM, Pin, Timer
led, tick = Pin(2, Pin.OUT), Pin(3, Pin.OUT)
pwm = PWM(Pin(4), freq=1000, duty_u16=16384)
timer = Timer(period=10, callback=lambda t: tick.toggle())
for i in range(20):
    led.toggle()
    time.sleep_ms(25)
timer.deinit()
pwm.deinit()
print('done')
