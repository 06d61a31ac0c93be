# Says hello on UART 0 (GP0 is TX) at 115200 baud, then at another system clock: the baud rate stays.
from machine import UART, Pin, freq

uart = UART(0, baudrate=115200, tx=Pin(0), rx=Pin(1))
uart.write("hello at %d MHz\r\n" % (freq() // 1000000))
uart.flush()
freq(48_000_000)
uart.write("hello at %d MHz\r\n" % (freq() // 1000000))
uart.flush()
freq(125_000_000)
uart.write("hello at %d MHz\r\n" % (freq() // 1000000))
uart.flush()
print("done")
