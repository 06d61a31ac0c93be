import sys


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, f):
        def inner(*args, **named):
            with self._recreate_cm():
                return f(*args, **named)

        return inner


class _Generator(ContextDecorator):
    def __init__(self, f, args, named):
        self.gen = f(*args, **named)
        self._how = f, args, named

    def _recreate_cm(self):
        return _Generator(*self._how)

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is None:
            for _ in self.gen:
                self.gen.close()
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = type()
        try:
            self.gen.throw(value)
        except StopIteration as e:
            return e is not value
        except RuntimeError as e:
            if e is value or isinstance(value, StopIteration) and e.__cause__ is value:
                return False
            raise
        except BaseException as e:
            if e is value:
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(f):
    def helper(*args, **named):
        return _Generator(f, args, named)

    return helper


class _AsyncGenerator:
    def __init__(self, gen):
        self.gen = gen

    async def __aenter__(self):
        return await self.gen.__anext__()

    async def __aexit__(self, type, value, traceback):
        try:
            if type is None:
                await self.gen.__anext__()
            else:
                await self.gen.athrow(value)
        except StopAsyncIteration:
            return type is not None
        return False


def asynccontextmanager(f):
    return lambda *args, **named: _AsyncGenerator(f(*args, **named))


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc):
        self.thing.close()


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __exit__(self, type, value, traceback):
        return type is not None and issubclass(type, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc):
        pass


class _Redirect(AbstractContextManager):
    def __init__(self, target):
        self._target = target
        self._old = []

    def __enter__(self):
        self._old.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *exc):
        setattr(sys, self._name, self._old.pop())


class redirect_stdout(_Redirect):
    _name = "stdout"


class redirect_stderr(_Redirect):
    _name = "stderr"


class ExitStack:
    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        t = type(manager)
        exit = t.__exit__
        result = t.__enter__(manager)
        self._exits.append(lambda *exc: exit(manager, *exc))
        return result

    def push(self, exit):
        m = getattr(type(exit), "__exit__", None)
        self._exits.append((lambda *exc: m(exit, *exc)) if m else exit)
        return exit

    def callback(self, f, /, *args, **named):
        def run(*exc):
            f(*args, **named)

        self._exits.append(run)
        return f

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, type_, value, traceback):
        pending = value
        while self._exits:
            try:
                if self._exits.pop()(None if pending is None else type(pending), pending, traceback):
                    pending = None
            except BaseException as e:
                if e is not pending and e.__context__ is None:
                    e.__context__ = pending
                pending = e
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None


class AsyncExitStack(ExitStack):
    def __init__(self):
        super().__init__()

    async def __aenter__(self):
        return self

    async def enter_async_context(self, manager):
        result = await manager.__aenter__()
        self._exits.append(manager)
        return result

    def push_async_callback(self, f, /, *args, **named):
        class C:
            async def __aexit__(self, *exc):
                await f(*args, **named)

        self._exits.append(C())
        return f

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, type_, value, traceback):
        pending = value
        while self._exits:
            e = self._exits.pop()
            given = (None if pending is None else type(pending), pending, traceback)
            try:
                if (await e.__aexit__(*given)) if hasattr(e, "__aexit__") else e(*given):
                    pending = None
            except BaseException as e:
                pending = e
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None
