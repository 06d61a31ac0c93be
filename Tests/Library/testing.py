import io, re, sys, unittest


class First(unittest.TestCase):
    def setUp(self):
        self.log = []
        self.addCleanup(self.log.append, 1)

    def test_equal(self):
        self.assertEqual(1, 1)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIn(1, [1])
        self.assertIsInstance(1, int)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRegex("abc", "b")

    def test_raises(self):
        with self.assertRaises(ValueError) as c:
            int("x")
        self.assertIsInstance(c.exception, ValueError)
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaisesRegex(TypeError, "oo"):
            raise TypeError("foo")

    def test_fails(self):
        self.assertEqual(1, 2)

    def test_error(self):
        raise RuntimeError("e")

    @unittest.skip("later")
    def test_skip(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)
                if i == 2:
                    self.skipTest("two")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    @unittest.expectedFailure
    def test_skipped(self):
        self.skipTest("more than expected")


class Waiting(unittest.IsolatedAsyncioTestCase):
    @unittest.expectedFailure
    async def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    async def test_unexpected(self):
        pass


@unittest.skipIf(True, "all of it")
class Second(unittest.TestCase):
    def test_never(self):
        self.fail()


out = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
result = unittest.TextTestRunner(stream=out, verbosity=1).run(suite)
text = out.getvalue()
print(text.split("\n")[0], result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())
for line in text.split("\n"):
    # The summary is that of micropython-lib: without the time, and with fewer counts.
    if line.startswith(("FAILED", "AssertionError: ", "RuntimeError: ", "Ran")):
        print(" ".join(line.split()[: 2 if line.startswith("Ran") else 1]) if line[:3] in ("Ran", "FAI") else line)
