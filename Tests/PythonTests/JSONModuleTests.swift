import Testing

/// Module json: programs whose output is CPython's.
@Suite struct JSONModuleTests {
  static let program = #"""
    import json, io

    x = {'a': [1, 2.5, True, None, 'é\n"\\\u20ac😀\x7f'], 'b': {'c': []}, '1': {}, 'd': (1, (2,)), 'z': 10**30, 'neg': -5, 'f': 1e100, 'n': float('inf')}
    print(ascii(json.dumps(x))); print(ascii(json.dumps(x, ensure_ascii=False))); print(json.dumps(x, indent=2)); print(json.dumps(x, indent='\t', sort_keys=True)); print(json.dumps(x, separators=(',', ':')))
    y = json.loads(json.dumps(x)); print(y['a'] == x['a'], list(y), y['d'], y['z'] == 10**30, y['f'], y['n'])
    print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))
    for t in ('[1, 2', '{"a" 1}', '{"a": 1,}', '[1,]', 'nul', '"a', '"\\x"', '01x', '-', '', '[] []', '{1: 2}', '"\\u12"', '{"a": 1]', '[1}', '\x01'):
        try: print(json.loads(t))
        except ValueError: print('ValueError', repr(t))
    print(json.loads('"\\ud83d\\ude00\\u00e9"') == '😀é', json.loads(' [1e3, -0.5, 12345678901234567890, -1E-2, 0] '))
    print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
    class C: pass
    try: json.dumps(C())
    except TypeError: print('TypeError')
    print(json.dumps({'x': C(), 's': {1}}, default=lambda o: 'obj' if isinstance(o, C) else list(o)))
    try: json.dumps({(1,): 2})
    except TypeError: print('TypeError')
    s = io.StringIO(); json.dump(list(range(150)), s); print(len(s.getvalue()), json.loads(s.getvalue()) == list(range(150)))
    s.seek(0); print(sum(json.load(s)))
    class D(dict): pass
    class L(list): pass
    class S(str): pass
    print(json.dumps([D(a=1), L([1]), S('x')]))
    l = json.loads('[' * 250 + ']' * 250); n = 0
    while l: l = l[0]; n += 1
    print(n)
    l = []
    for i in range(300): l = [l]
    try: json.dumps(l)
    except RuntimeError: print('RuntimeError')
    """#
  @Test(.enabled(if: python("print(1)") != nil), arguments: [false, true]) func programAgreesWithCPython(hostile: Bool) throws {
    try LibraryPrograms.compare(Self.program, hostile: hostile)
  }
}
