// The built-in types that the core itself names. The methods stand beside their code as `//@native` lines.
//@type object
//@type type kind=type
//@type NoneType kind=none hidden
//@type bool kind=bool
//@type int kind=bigInt
//@type float kind=float
//@type complex kind=complex
//@type str kind=str
//@type bytes kind=bytes
//@type bytearray kind=bytearray
//@type memoryview kind=memoryview
//@type array module=array kind=array
//@type tuple kind=tuple
//@type list kind=list
//@type dict kind=dict
//@type set kind=set
//@type frozenset kind=frozenset
//@type range kind=range
//@type slice kind=slice
//@type function kind=function as=function hidden
//@type builtin_function kind=native hidden
//@type bound_method kind=boundMethod hidden
//@type generator kind=generator hidden
//@type async_generator base=generator kind=generator hidden
//@type module kind=module hidden
//@type cell kind=cell hidden
//@type code kind=code hidden
//@type codecontext kind=codeContext hidden
//@type buffer kind=buffer hidden
//@type storage kind=storage hidden
//@type bytecode kind=bytecode hidden
//@type dict_view kind=dictView hidden
//@type ellipsis kind=ellipsis hidden
//@type NotImplementedType kind=notImplemented hidden
//@type iterator kind=iterator hidden
//@type property kind=wrapper
//@type staticmethod kind=wrapper
//@type classmethod kind=wrapper
//@type super kind=wrapper
//@exception BaseException base=object
//@exception SystemExit base=BaseException
//@exception KeyboardInterrupt base=BaseException
//@exception GeneratorExit base=BaseException
//@exception Exception base=BaseException
//@exception StopIteration base=Exception
//@exception StopAsyncIteration base=Exception
//@exception ArithmeticError base=Exception
//@exception OverflowError base=ArithmeticError
//@exception ZeroDivisionError base=ArithmeticError
//@exception AssertionError base=Exception
//@exception AttributeError base=Exception
//@exception EOFError base=Exception
//@exception ImportError base=Exception
//@exception LookupError base=Exception
//@exception IndexError base=LookupError
//@exception KeyError base=LookupError
//@exception MemoryError base=Exception
//@exception NameError base=Exception
//@exception OSError base=Exception
// An OSError with one of their numbers is matched by them too: VM/SystemErrors.swift.
//@exception BlockingIOError base=OSError
//@exception ChildProcessError base=OSError
//@exception ConnectionError base=OSError
//@exception BrokenPipeError base=ConnectionError
//@exception ConnectionAbortedError base=ConnectionError
//@exception ConnectionRefusedError base=ConnectionError
//@exception ConnectionResetError base=ConnectionError
//@exception FileExistsError base=OSError
//@exception FileNotFoundError base=OSError
//@exception InterruptedError base=OSError
//@exception IsADirectoryError base=OSError
//@exception NotADirectoryError base=OSError
//@exception PermissionError base=OSError
//@exception ProcessLookupError base=OSError
//@exception TimeoutError base=OSError
//@const builtins:EnvironmentError OSError
//@const builtins:IOError OSError
//@const builtins:ModuleNotFoundError ImportError
//@const builtins:RecursionError RuntimeError
//@const builtins:TabError IndentationError
//@const builtins:UnboundLocalError NameError
//@const builtins:UnicodeDecodeError UnicodeError
//@const builtins:UnicodeEncodeError UnicodeError
//@exception RuntimeError base=Exception
//@exception NotImplementedError base=RuntimeError
//@exception SyntaxError base=Exception
//@exception IndentationError base=SyntaxError
//@exception SystemError base=Exception
//@exception TypeError base=Exception
//@exception ValueError base=Exception
//@exception UnicodeError base=ValueError
//@exception ViperTypeError base=TypeError
//@exception Warning base=Exception
//@exception UserWarning base=Warning
//@exception DeprecationWarning base=Warning
//@exception RuntimeWarning base=Warning
//@exception SyntaxWarning base=Warning
//@exception FutureWarning base=Warning
//@exception ResourceWarning base=Warning
//@exception PendingDeprecationWarning base=Warning
//@exception ImportWarning base=Warning
//@exception UnicodeWarning base=Warning
//@exception BytesWarning base=Warning
//@module builtins
