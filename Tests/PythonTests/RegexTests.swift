import Testing

/// Module re: programs whose output is CPython's.
@Suite struct RegexTests {
  static let program = #"""
    import re
    def t(p, s, flags=0):
        try:
            m = re.search(p, s, flags)
            print(repr(p), repr(s), m and (m.span(), m.groups(), m.group()))
        except Exception as e:
            print(repr(p), type(e).__name__ in ('ValueError','error'))
    for p, s in [
     ('a{2,3}', 'aaaa'), ('a{2}', 'aaaa'), ('a{2,}?', 'aaaa'), ('a{,2}b', 'aaab'), ('(ab){2,3}', 'abababab'), ('(ab){2,3}?', 'abababab'), ('(a|b)*c', 'ababc'),
     ('(a*)*', 'aaa'), ('(a*)+', 'aaa'), ('(a|ab)(c|bcd)(d*)', 'abcd'), ('(?:x|y)+z', 'xyxyz'), (r'\bfoo\b', 'a foo b'), (r'\Bo', 'foo'), (r'(\w+) \1', 'the the'),
     ('(?P<a>x)(?P<b>y)?', 'x'), ('a(?=b)', 'acab'), ('a(?!b)', 'abac'), ('(?<=b)a', 'aba'), ('(?<!b)a', 'baa'), ('(?<=ab|cd)e', 'cde'), ('(?<=a+)b', 'ab'),
     ('^abc$', 'abc\n'), ('x*', ''), ('', 'abc'), ('[]a]+', 'a]'), ('[^]a]+', 'a]b'), ('a**', 'a'), ('(', ''), (')', ''), ('[', ''), ('a{3,2}', ''), ('x{', 'x{'), ('x{a}', 'x{a}'),
     ('(a)|(b)', 'b'), ('((a)|(b))+', 'ab'), ('(?:(a)|b)*', 'ab'), ('(a(b)?)+', 'aba'), (r'[\d\-x]+', '1-x'), (r'[^\W\d]+', '12ab'), (r'\d+(?:\.\d+)?', 'v 3.14'),
     ('(?i)HeLLo', 'hEllO'), ('(?i:A)b', 'ab'), ('(?i:A)b', 'aB'), ('(?s).', '\n'), ('(?m)^b$', 'a\nb\nc'), ('(?x) a b # c', 'ab'), (r'\x41\u0042', 'AB'), ('.*?,', 'a,b,c'), ('(.*),(.*)', 'a,b,c'),
     ('ä+', 'xääy'), ('[ä-ö]+', 'aäbö'), ('(.)(.)', 'äb'), (r'\w+', '-grüße-'), ('(?=(a+))a*b\\1', 'baaabac'), ('(?:a?){12}a{12}', 'a'*12), ('(a+)+$', 'a'*12+'b'), ('(x?)*y', 'xxy'), ('(?:)*', ''), ('()*?b', 'ab'),
     ('((?:a|b)*?)c', 'abac'), ('(?:a{2}){2}', 'aaaaa'), ('a?b??', 'ab'), ('(a??)(b)', 'ab'), (r'(?P<q>["\']).*?(?P=q)', 'say "it\'s" x'), (r'\Ax\Z', 'x'), (r'a\Z', 'a\n'), ('a|b|c|d', 'd'), ('(a|b|c|)d', 'd'),
     (r'[a-z]+\d{1,3}[-_.]?', '__abc1234-'), ('(?!)', 'a'), ('(?=a)(?=ab)ab', 'ab'), ('(?!(a)b)a', 'ac'), ('(?<=(a))b\\1', 'aba'), ('(a)(?!\\1)', 'aab'), ('^*', 'a'), (r'\q', 'q'), ('(?P<a>.)(?P<a>.)', 'ab'), ('[z-a]', 'a'), (r'\2(a)', 'a'),
    ]: t(p, s)
    print(re.findall('a*', 'baac'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(\w)\d', 'a1 b2'), re.findall(r'\d', 'x'))
    print([m.span() for m in re.finditer('x*', 'axxb')], [m[0] for m in re.finditer('.', 'ñä')])
    print(re.sub('x*', '-', 'abxd'), re.subn('a', 'b', 'aaa', 2), re.sub('(?P<n>a)', r'<\g<n>\g<0>\1>', 'xax'), re.sub('b', '\\n', 'abc'), re.sub(b'a', b'b', b'aba'))
    print(re.split(r'\W+', 'Words, words, words.'), re.split(',', 'a,b,c', 1), re.split('x', ''))
    m = re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Isaac Newton, physicist')
    print(m.groupdict(), m['last'], m.group('first', 2), m.lastindex, m.lastgroup, m.span('last'), m.expand(r'\2-\g<first>'), m.string, m.re.groups, dict(m.re.groupindex))
    print(m, m.re, re.escape('a.b*c d'), re.fullmatch('a|ab', 'ab').group(), re.fullmatch('a', 'ab'))
    p = re.compile('o'); print(p.search('dog', 1).span(), p.match('dog', 1), p.search('dog', 2), p.fullmatch('dog', 1, 2).span(), re.compile('^o').search('dog', 1), p.findall('foo'), p.sub('0', 'foo', count=1))
    print(re.match('(a)?(b)?', 'b').groups('x'), re.search('ä(.)', 'xäyz').span(1), re.match('(a)?b', 'b').start(1), re.compile('x', re.I | re.M).flags & 10)
    print(len(re.sub('(a|b)', lambda m: m.group(1)*2, 'ab'*500)), re.search('(ab|cd)*e', 'abcd'*200 + 'e').end())
    for f in (lambda: m.group(9), lambda: m.group('zz'), lambda: re.sub('a', r'\9', 'a')):
        try: f()
        except Exception as e: print(type(e).__name__ in ('IndexError','error'))
    """#
  @Test(.enabled(if: python("print(1)") != nil), arguments: [false, true]) func programAgreesWithCPython(hostile: Bool) throws {
    try LibraryPrograms.compare(Self.program, hostile: hostile)
  }
}
