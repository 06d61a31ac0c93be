# Bytes: a checksum over a bytearray, memoryviews, struct, slices.
import struct
def checksum(data):
    a, b = 1, 0
    for c in data:
        a = (a + c) % 65521
        b = (b + a) % 65521
    return b << 14 ^ a
def main():
    data = bytearray(2000)
    for i in range(len(data)):
        data[i] = i * 7 & 255
    total = 0
    for turn in range(30):
        total ^= checksum(data)
        data[turn] = turn
    view = memoryview(data)
    for i in range(0, 1900):
        total += view[i] ^ data[i + 1]
        total += len(data[i:i + 20]) + len(view[i:i + 20])
    for i in range(8_000):
        a, b, c = struct.unpack("<HBi", struct.pack("<HBi", i, i & 255, -i))
        total += a - b + c
    return total & 0xffffff, sum(bytes(data[:8]))
for turn in range(8):
    result = main()
print(result)
