# Texts: cutting, joining, searching, formatting, character by character.
TEXT = "the quick brown fox jumps over the lazy dog and runs away from the angry bear"
def main():
    total = 0
    for turn in range(1_500):
        words = TEXT.split(" ")
        line = ",".join(words).replace("the", "a").upper()
        total += len(line) + line.find("BEAR") + line.count("A")
        if line.startswith("A,QUICK"):
            total += 1
        total += len("%s is %d" % (words[3], turn)) + len("{}-{:04d}".format(words[1], turn))
    vowels = 0
    for turn in range(150):
        for c in TEXT:
            if c in "aeiou":
                vowels += 1
        s = ""
        for c in TEXT:
            s += c
        vowels += ord(s[turn % 70])
    return total, vowels
for turn in range(8):
    result = main()
print(result)
