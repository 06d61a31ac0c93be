"""What `io` has beside its streams; loaded when it is first asked for."""
import errno
import io


class BufferedWriter(io.IOBase):
    """Gathers what is written until `size` bytes are there."""

    def __init__(self, stream, size):
        self._stream = stream
        self._buffer = bytearray(size)
        self._used = 0

    def write(self, data):
        view = memoryview(data)
        done = 0
        while done < len(view):
            n = min(len(view) - done, len(self._buffer) - self._used)
            self._buffer[self._used : self._used + n] = view[done : done + n]
            self._used += n
            done += n
            if self._used == len(self._buffer):
                self.flush()
        return done

    def flush(self):
        # What the stream does not take now is kept.
        while self._used:
            n = self._stream.write(self._buffer[: self._used])
            if n is None:
                raise OSError(errno.EAGAIN)
            if not 0 < n <= self._used:
                raise OSError(errno.EIO)
            self._buffer[: self._used - n] = self._buffer[n : self._used]
            self._used -= n
