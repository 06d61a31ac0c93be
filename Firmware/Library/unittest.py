import sys


class SkipTest(Exception):
    pass


class _ExpectedFailure(Exception):
    pass


class _UnexpectedSuccess(Exception):
    pass


class _Raises:
    def __init__(self, case, expected, regex=None, message=None):
        self.case = case
        self.expected = expected
        self.regex = regex
        self.message = message
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            e = self.expected
            names = [x.__name__ for x in e] if isinstance(e, tuple) else e.__name__
            self.case.fail(self.message or "%s not raised" % (names,))
        if not issubclass(type, self.expected):
            return False
        self.exception = value
        if self.regex is not None:
            import re

            text = str(value)
            if not (self.regex.search(text) if hasattr(self.regex, "search") else re.search(self.regex, text)):
                self.case.fail('"%s" does not match "%s"' % (getattr(self.regex, "pattern", self.regex), text))
        return True


class _Sub:
    def __init__(self, case, message, named):
        self.case = case
        parts = ["[" + str(message) + "]"] if message is not None else []
        if named:
            parts.append("(" + ", ".join("%s=%r" % p for p in named.items()) + ")")
        self.text = " ".join(parts)

    def __enter__(self):
        self.outer = self.case._sub
        self.case._sub = self.outer + " " + self.text
        return self

    def __exit__(self, type, value, traceback):
        name = self.case._sub
        self.case._sub = self.outer
        result = self.case._result
        if type is None or result is None or not issubclass(type, Exception):
            return False
        if issubclass(type, SkipTest):
            result._skip(self.case, value)
        else:
            result._note(self.case, value, name)
        return True


class TestCase:
    failureException = AssertionError
    maxDiff = 640
    _sub = ""
    _result = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, type(self).__module__, type(self).__name__)

    def id(self):
        return "%s.%s.%s" % (type(self).__module__, type(self).__name__, self._testMethodName)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, f, *args, **named):
        self._cleanups.append((f, args, named))

    def doCleanups(self):
        while self._cleanups:
            f, args, named = self._cleanups.pop()
            f(*args, **named)

    def subTest(self, msg=None, **named):
        return _Sub(self, msg, named)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _say(self, msg, standard):
        self.fail(standard if msg is None else standard + " : " + str(msg))

    def assertEqual(self, a, b, msg=None):
        if not a == b:
            self._say(msg, "%r != %r" % (a, b))

    def assertNotEqual(self, a, b, msg=None):
        if not a != b:
            self._say(msg, "%r == %r" % (a, b))

    def assertTrue(self, x, msg=None):
        if not x:
            self._say(msg, "%r is not true" % (x,))

    def assertFalse(self, x, msg=None):
        if x:
            self._say(msg, "%r is not false" % (x,))

    def assertIs(self, a, b, msg=None):
        if a is not b:
            self._say(msg, "%r is not %r" % (a, b))

    def assertIsNot(self, a, b, msg=None):
        if a is b:
            self._say(msg, "unexpectedly identical: %r" % (a,))

    def assertIsNone(self, x, msg=None):
        if x is not None:
            self._say(msg, "%r is not None" % (x,))

    def assertIsNotNone(self, x, msg=None):
        if x is None:
            self._say(msg, "unexpectedly None")

    def assertIn(self, a, b, msg=None):
        if a not in b:
            self._say(msg, "%r not found in %r" % (a, b))

    def assertNotIn(self, a, b, msg=None):
        if a in b:
            self._say(msg, "%r unexpectedly found in %r" % (a, b))

    def assertIsInstance(self, o, c, msg=None):
        if not isinstance(o, c):
            self._say(msg, "%r is not an instance of %r" % (o, c))

    def assertNotIsInstance(self, o, c, msg=None):
        if isinstance(o, c):
            self._say(msg, "%r is an instance of %r" % (o, c))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._say(msg, "%r not less than %r" % (a, b))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._say(msg, "%r not less than or equal to %r" % (a, b))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._say(msg, "%r not greater than %r" % (a, b))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._say(msg, "%r not greater than or equal to %r" % (a, b))

    def assertAlmostEqual(self, a, b, places=None, msg=None, delta=None):
        if a == b:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if not (abs(a - b) <= delta if delta is not None else round(abs(b - a), 7 if places is None else places) == 0):
            self._say(msg, "%r != %r within %s" % (a, b, "%r delta" % (delta,) if delta is not None else "%r places" % (7 if places is None else places,)))

    def assertNotAlmostEqual(self, a, b, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if a == b or (abs(a - b) <= delta if delta is not None else round(abs(b - a), 7 if places is None else places) == 0):
            self._say(msg, "%r == %r" % (a, b))

    def assertCountEqual(self, a, b, msg=None):
        rest = list(b)
        for x in a:
            if x not in rest:
                self._say(msg, "Element counts were not equal: %r" % (x,))
            rest.remove(x)
        if rest:
            self._say(msg, "Element counts were not equal: %r" % (rest,))

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertSequenceEqual = assertMultiLineEqual = assertEqual

    def assertRegex(self, text, regex, msg=None):
        import re

        if not re.search(regex, text):
            self._say(msg, "Regex didn't match: %r not found in %r" % (regex, text))

    def assertNotRegex(self, text, regex, msg=None):
        import re

        if re.search(regex, text):
            self._say(msg, "Regex matched: %r matches in %r" % (regex, text))

    def assertRaises(self, expected, f=None, *args, **named):
        context = _Raises(self, expected, None, named.pop("msg", None) if f is None else None)
        if f is None:
            return context
        with context:
            f(*args, **named)

    def assertRaisesRegex(self, expected, regex, f=None, *args, **named):
        context = _Raises(self, expected, regex)
        if f is None:
            return context
        with context:
            f(*args, **named)

    def assertWarns(self, category):
        return _Warns(self, category)

    def _begin(self):
        self.setUp()

    def _call(self, f, *args):
        r = f(*args)
        if hasattr(r, "send"):
            import asyncio

            asyncio.run(r)

    def _end(self):
        self.tearDown()

    def run(self, result=None):
        result = result if result is not None else TestResult()
        method = getattr(self, self._testMethodName)
        result.testsRun += 1
        self._result = result
        why = getattr(method, "_skip", None) or getattr(type(self), "_skip", None)
        result.startTest(self)
        before = len(result.failures) + len(result.errors)
        try:
            if why is not None:
                raise SkipTest(why)
            try:
                self._begin()
                try:
                    self._call(method)
                finally:
                    self._end()
            finally:
                self.doCleanups()
            if len(result.failures) + len(result.errors) == before:
                result.addSuccess(self)
        except SkipTest as e:
            result._skip(self, e)
        except _ExpectedFailure as e:
            result.expectedFailures.append((self, e.args[0]))
            result.say("expected failure", "x")
        except _UnexpectedSuccess:
            result.unexpectedSuccesses.append(self)
            result.say("unexpected success", "u")
        except Exception as e:
            result._note(self, e, "")
        self._result = None
        return result

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()


class FunctionTestCase(TestCase):
    """A function as a test; as in micropython-lib, a module's functions test_… are."""

    def __init__(self, f, setUp=None, tearDown=None, description=None):
        super().__init__()
        self.runTest = f
        self.setUp = setUp or self.setUp
        self.tearDown = tearDown or self.tearDown

    def __str__(self):
        return self.id()

    def id(self):
        return getattr(self.runTest, "__name__", "test")


class _Warns:
    def __init__(self, case, category):
        import warnings

        self.case = case
        self.category = category
        self.catch = warnings.catch_warnings(record=True)

    def __enter__(self):
        import warnings

        self.log = self.catch.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, type, value, traceback):
        self.catch.__exit__()
        if type is None and not any(issubclass(w.category, self.category) for w in self.log):
            self.case.fail(self.category.__name__ + " not triggered")


class IsolatedAsyncioTestCase(TestCase):
    """One loop for a test with what prepares it and cleans up."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, f, *args, **named):
        self.addCleanup(self._call, lambda: f(*args, **named))

    def _begin(self):
        import asyncio

        self._runner = asyncio.Runner()
        self.addCleanup(self._runner.close)
        self.setUp()
        self._runner.run(self.asyncSetUp())

    def _call(self, f, *args):
        r = f(*args)
        if hasattr(r, "send"):
            self._runner.run(r)

    def _end(self):
        try:
            self._runner.run(self.asyncTearDown())
        finally:
            self.tearDown()


def skip(reason):
    def mark(o):
        if isinstance(o, type):
            o._skip = reason
            return o

        def skipped(self):
            raise SkipTest(reason)

        return skipped

    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else lambda o: o


def skipUnless(condition, reason):
    return lambda o: o if condition else skip(reason)(o)


def expectedFailure(f):
    def end(e):
        if isinstance(e, SkipTest):
            raise e
        raise _ExpectedFailure(e)

    async def waited(r):
        try:
            await r
        except Exception as e:
            end(e)
        raise _UnexpectedSuccess

    def test(*args, **named):
        try:
            r = f(*args, **named)
        except Exception as e:
            end(e)
        if hasattr(r, "send"):
            return waited(r)
        raise _UnexpectedSuccess

    return test


class TestResult:
    verbosity = 0

    def __init__(self):
        self.testsRun = 0
        self.errors = []
        self.failures = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False

    def say(self, text, mark):
        if self.verbosity > 1:
            print(text, file=self.stream)
        elif self.verbosity == 1:
            print(mark, end="", file=self.stream)

    def startTest(self, case):
        if self.verbosity > 1:
            print(str(case) + " ... ", end="", file=self.stream)

    def addSuccess(self, case):
        self.say("ok", ".")

    def _skip(self, case, e):
        self.skipped.append((case, str(e)))
        self.say("skipped '" + str(e) + "'", "s")

    def _note(self, case, e, sub):
        import traceback

        failed = isinstance(e, case.failureException)
        (self.failures if failed else self.errors).append((str(case) + sub, "".join(traceback.format_exception(e))))
        self.say("FAIL" if failed else "ERROR", "F" if failed else "E")

    def wasSuccessful(self):
        return not (self.errors or self.failures or self.unexpectedSuccesses)


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(t.countTestCases() if isinstance(t, TestSuite) else 1 for t in self._tests)

    def run(self, result):
        cls = None
        for t in self._tests:
            if result.shouldStop:
                break
            if isinstance(t, TestSuite):
                t.run(result)
                continue
            if type(t) is not cls:
                if cls:
                    cls.tearDownClass()
                cls = type(t)
                if not hasattr(cls, "_skip"):
                    cls.setUpClass()
            t.run(result)
        if cls:
            cls.tearDownClass()
        return result


class TestLoader:
    def getTestCaseNames(self, cls):
        return sorted(n for n in dir(cls) if n.startswith("test") and callable(getattr(cls, n)))

    def loadTestsFromTestCase(self, cls):
        return TestSuite(cls(n) for n in self.getTestCaseNames(cls) or (["runTest"] if hasattr(cls, "runTest") else []))

    def loadTestsFromModule(self, module):
        suite = TestSuite()
        for name, o in sorted(module.__dict__.items()):
            if isinstance(o, type):
                if issubclass(o, TestCase) and o not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                    suite.addTest(self.loadTestsFromTestCase(o))
            elif name.startswith("test_") and callable(o):
                suite.addTest(FunctionTestCase(o))
        return suite

    def loadTestsFromName(self, name, module=None):
        o = module
        parts = name.split(".")
        if o is None:
            o = __import__(parts.pop(0))
        for p in parts:
            parent, o = o, getattr(o, p)
        if isinstance(o, type):
            return self.loadTestsFromTestCase(o)
        if isinstance(o, type(sys)):
            return self.loadTestsFromModule(o)
        return TestSuite([parent(parts[-1])])


defaultTestLoader = TestLoader()


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, **named):
        self.stream = stream
        self.verbosity = verbosity

    def run(self, test):
        out = self.stream or sys.stderr
        result = TestResult()
        result.stream = out
        result.verbosity = self.verbosity
        test.run(result)
        if self.verbosity == 1:
            print(file=out)
        for what, list in (("ERROR", result.errors), ("FAIL", result.failures)):
            for name, text in list:
                print("=" * 70 + "\n" + what + ": " + name + "\n" + "-" * 70 + "\n" + text, file=out)
        for name, list in (("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)):
            if list:
                print("%s=%d" % (name, len(list)), file=out)
        # The last four lines are those of micropython-lib's unittest: programs that run tests on boards read them.
        print("-" * 70 + "\nRan %d tests\n" % result.testsRun, file=out)
        if result.wasSuccessful():
            print("OK (skipped=%d)" % len(result.skipped) if result.skipped else "OK", file=out)
        else:
            print("FAILED (failures=%d, errors=%d)" % (len(result.failures) + len(result.unexpectedSuccesses), len(result.errors)), file=out)
        return result


def main(module="__main__", defaultTest=None, argv=None, testRunner=None, exit=True, verbosity=1, **named):
    if isinstance(module, str):
        module = __import__(module)
    names = [a for a in (argv or sys.argv)[1:] if a[:1] != "-"] or defaultTest
    if "-v" in (argv or sys.argv)[1:]:
        verbosity = 2
    if isinstance(names, str):
        names = [names]
    suite = TestSuite(defaultTestLoader.loadTestsFromName(n, module) for n in names) if names else defaultTestLoader.loadTestsFromModule(module)
    result = (testRunner or TextTestRunner(verbosity=verbosity)).run(suite)
    if exit:
        sys.exit(not result.wasSuccessful())
    return result
