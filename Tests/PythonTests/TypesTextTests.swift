import Testing
@testable import Python

/// str, bytes and bytearray against CPython.
@Suite(.enabled(if: hasCPython)) struct TypesTextTests {
  @Test func searching() throws {
    try expectAsCPython(
      evaluating(
        #"""
        'hello'.find('l'), 'hello'.find('l', 3), 'hello'.find('l', 4), 'hello'.find(''), 'hello'.find('', 5), 'hello'.find('', 6), 'hello'.find('lo', 0, -1)
        'hello'.rfind('l'), 'hello'.rfind('l', 0, 3), 'hello'.rfind(''), 'hello'.rfind('x'), 'hello'.rfind('', 6)
        'hello'.index('e'), 'hello'.rindex('l')
        'hello'.index('z')
        'hello'.rindex('z')
        'aaaa'.count('aa'), 'abc'.count(''), 'abc'.count('b', 2), 'abc'.count('', 3), 'abc'.count('', 4)
        'привет'.find('в'), 'привет'.find('т', 3), 'привет'.rfind('п'), 'привет'.count(''), 'привет'.index('е', 2, 5), 'привет'.find('е', 2, 4)
        'abc'.startswith('ab'), 'abc'.startswith('b', 1), 'abc'.startswith(('x', 'a')), 'abc'.startswith(()), 'abc'.startswith('', 3), 'abc'.startswith('', 4)
        'abc'.endswith('bc'), 'abc'.endswith('b', 0, 2), 'abc'.endswith(('x', 'c')), 'abc'.endswith('abcd')
        b'abc'.find(b'c'), b'abc'.find(99), b'abcabc'.rfind(b'b'), bytearray(b'abc').find(b'bc'), b'abc'.count(97), b'abc'.startswith(b'a')
        'a' in 'abc', 'bc' in 'abc', '' in '', 'x' in 'abc', 98 in b'abc', b'bc' in b'abc', 99 in bytearray(b'ab')
        'abc'.find(1)
        b'abc'.find('a')
        1 in 'abc'
        'abc'.removeprefix('a'), 'abc'.removesuffix('bc'), 'abc'.removeprefix('x'), b'abc'.removesuffix(b'c')
        """#))
  }
  @Test func splitting() throws {
    try expectAsCPython(
      evaluating(
        #"""
        'a b  c '.split(), ' a b'.split(None, 1), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), ''.split(), ''.split(','), 'abc'.split('abc'), 'a b'.split(maxsplit=0), 'a--b'.split(sep='--')
        'a,b,c'.rsplit(',', 1), 'a,b,c'.rsplit(','), 'a b c'.rsplit(), 'a--b--c'.rsplit('--', 1)
        'a\nb\r\nc\rd'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), 'a'.splitlines(keepends=True)
        'a=b=c'.partition('='), 'abc'.partition('='), 'a=b=c'.rpartition('='), 'abc'.rpartition('='), b'a:b'.partition(b':')
        ','.join(['a', 'b']), ''.join(()), 'x'.join(['a']), ', '.join(c for c in 'abc'), b','.join([b'a', bytearray(b'b')]), bytearray(b'-').join([b'1', b'2'])
        'a'.split('')
        'a'.partition('')
        ','.join([1])
        ','.join('a' 'b' 'c'), b''.join([])
        'aXbXc'.replace('X', '--'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), 'aé'.replace('', '.'), b'abab'.replace(b'ab', b'c'), bytearray(b'aa').replace(b'a', b'')
        b'a b'.split(), b'a,b'.split(b','), bytearray(b'a b').split(), b'a\nb'.splitlines()
        """#))
  }
  @Test func changing() throws {
    try expectAsCPython(
      evaluating(
        #"""
        'aBc'.upper(), 'aBc'.lower(), 'aBc dEf'.swapcase(), 'aBc dEF'.capitalize(), "hello world's 3rd day".title(), b'aB'.upper(), bytearray(b'aB').lower()
        '  a '.strip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), ' a '.lstrip(), ' a '.rstrip(), 'ééaé'.strip('é'), b' a '.strip(), b'xax'.strip(b'x'), '\t\n a\x0b'.strip()
        'a'.center(4), 'a'.center(5), 'ab'.center(5), 'ab'.center(6, '*'), 'a'.ljust(3) + '|', 'a'.rjust(3, '.'), 'é'.center(4, 'ü'), 'abc'.center(2), b'a'.center(3)
        '5'.zfill(3), '-5'.zfill(4), '+5'.zfill(4), ''.zfill(2), 'abc'.zfill(2), b'-1'.zfill(5)
        'a\tb'.expandtabs(), 'ab\tc\td'.expandtabs(4), 'a\n\tb'.expandtabs(2), '\t'.expandtabs(0)
        'abc'.isalpha(), 'ab1'.isalpha(), ''.isalpha(), '12'.isdigit(), '1a'.isdigit(), ' \t\n'.isspace(), ''.isspace(), 'AB1'.isupper(), 'ab1'.islower(), '1'.isupper(), 'ab1'.isalnum(), 'a_b'.isalnum()
        'abc'.isidentifier(), '1a'.isidentifier(), '_'.isidentifier(), ''.isidentifier(), 'é1'.isidentifier(), 'Title Case'.istitle(), 'title'.istitle(), 'é'.isalpha(), 'aé'.isascii(), 'a'.isascii(), '12'.isdecimal()
        'hello'.translate({104: 'J', 108: None, 111: 48}), 'hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans({'h': 'H'})), 'abc'.translate(str.maketrans('a', 'b', 'c'))
        'é'.encode(), 'abc'.encode('ascii'), b'\xc3\xa9'.decode(), b'abc'.decode('utf-8'), bytearray(b'x').decode(), b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'\xe4\xb8'.decode('utf-8', 'replace')
        b'\xff'.decode()
        '\u20ac'.encode('ascii')
        'é€😀'[0], 'é€😀'[1], 'é€😀'[-1], 'é€😀'[1:], 'é€😀'[:-1], len('é€😀'), 'é€😀'[::-1], list('é€😀'), 'é€😀'[5:], 'é€😀'[-10:2]
        'abc'[::-1], b'abc'[::-1], (1, 2, 3)[::-1], 'abc'[2:0:-1], bytearray(b'abc')[::-1]
        'abc'[3]
        'abc'['a']
        'abc' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, b'ab' * 2, bytearray(b'a') * 3, '' * 1000, 'é' * 2
        'a' + 'b', b'a' + b'b', bytearray(b'a') + b'b', b'a' + bytearray(b'b'), '' + ''
        'a' < 'b', 'a' < 'aa', 'b' > 'a', 'a' <= 'a', 'a' >= 'b', b'a' < b'b', 'Z' < 'a', '\uffff' < '\U00010000', b'a' == bytearray(b'a'), 'a' == 'a', 'a' != 'b'
        'a' < 1
        """#))
  }
  @Test func representation() throws {
    try expectAsCPython(
      evaluating(
        #"""
        'a\'b', "a\"b", 'a\'"b', '\\', '\n\t\r\x00\x1f\x7f', 'é€😀', '\x80\xa0\xad', '\ud800', '\u200b', b'\x00a\xff\'', b'"', b'\'"', ''
        str(1), str(None), str('a'), str(b'a'), str([1, 'a']), str(), repr('a'), ascii('é€😀'), ascii('a')
        str(b'abc', 'utf-8'), str(bytearray(b'x'), 'ascii')
        bytes(), bytes(3), bytes([1, 2]), bytes(b'a'), bytes('é', 'utf-8'), bytes(bytearray(b'z')), bytes(range(3)), bytearray(2), bytearray(b'q'), bytearray('x', 'utf-8'), bytes((65,))
        bytes([256])
        bytes('a')
        bytes(-1)
        bytes([1.5])
        b'\x01\xab'.hex(), b'\x01\xab\xcd'.hex(':'), b'\x01\xab\xcd'.hex('_', 2), bytes.fromhex('01 aB'), bytearray.fromhex('ff'), b''.hex(), b'abcde'.hex('-', -2)
        bytes.fromhex('0')
        bytes.fromhex('xx')
        chr(65), chr(233), chr(8364), chr(128512), ord('a'), ord('é'), ord('😀'), ord(b'a'), chr(0)
        chr(-1)
        chr(0x110000)
        ord('ab')
        ord('')
        ord(1)
        len('abc'), len(b'ab'), len(bytearray(3)), len('')
        hash('a') == hash('a'), hash('ab') == hash('a' + 'b'), hash(b'a') == hash(b'a'), {'a': 1}['a'], {b'a': 1}[b'a']
        """#))
  }
  @Test func formatting() throws {
    try expectAsCPython(
      evaluating(
        #"""
        '{}'.format(1), '{} {}'.format(1, 'a'), '{0}{1}{0}'.format('a', 'b'), '{{}}'.format(), '{a}'.format(a=3), '{:5}|{:<5}|{:>5}|{:^5}'.format('a', 'b', 'c', 'd')
        '{:5}|{:<5}|{:^5}|{:05d}|{:+}|{:x}|{:#x}|{:b}'.format(1, 2, 3, 4, 5, 255, 255, 5), '{:.2f} {:e} {:g} {:.3}'.format(3.14159, 1e10, 0.1, 'abcdef'), '{:,}'.format(1234567)
        '{!r} {!s}'.format('a', 'b'), '{!r:>5}'.format('a'), '{:{}}|'.format('a', 5), '{:{w}.{p}}|'.format(3.14159, w=8, p=3), '{:*^{}}'.format('x', 5), '{!a}'.format('é')
        '{0.real} {0.imag}'.format(1+2j), '{a.real}'.format(a=5)
        '{}'.format()
        '{'.format(1)
        '}'.format(1)
        '{a}'.format(1)
        '{} {0}'.format(1)
        '{0} {}'.format(1)
        '{!x}'.format(1)
        f"{1+1} {'a'!r} {3.14159:.2f} {'x':>{4}}", f"{{}}", f"{'é':^5}|"
        format(3.5, '.2f'), format('a', '>3'), format(10, 'x'), format(None), format([1]), '{:}'.format([1, 2]), '{}'.format({'a': 1})
        'a{b}c'.format_map({'b': 1})
        """#))
  }
}
