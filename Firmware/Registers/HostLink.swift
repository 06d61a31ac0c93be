/// HostLink: the one device that no Pico has. A command channel to the host that runs the emulation, announced by
/// `TBMAN.PLATFORM` bit 31 (0 on silicon). It reads and writes the board's RAM as a bus master at about 1 MB/s of modelled time.
public enum HOSTLINK {
  @inlinable public static var base: UInt32 { 0x5f00_0000 }
  /// The interrupt line: one that no block of the RP2040 drives.
  @inlinable public static var irq: UInt32 { 31 }
  /// Bit of `TBMAN.PLATFORM` that announces it.
  @inlinable public static var platformBit: UInt32 { 1 << 31 }
  /// "TBHL" in the identification register, then the version.
  @inlinable public static var magic: UInt32 { 0x4c48_4254 }

  public enum ID { @inlinable public static var offset: UInt32 { 0x00 } }
  public enum VERSION { @inlinable public static var offset: UInt32 { 0x04 } }
  /// A write starts the command with ADDRESS, LENGTH and ARG0/ARG1. Ignored while BUSY.
  public enum COMMAND { @inlinable public static var offset: UInt32 { 0x08 } }
  public enum STATUS {
    @inlinable public static var offset: UInt32 { 0x0c }
    @inlinable public static var BUSY: Field { Field(0, 1) }  // readOnly
    @inlinable public static var DONE: Field { Field(1, 1) }  // writeOneToClear: a command has ended
    @inlinable public static var RX: Field { Field(2, 1) }  // readOnly: console bytes are waiting
    @inlinable public static var RXEND: Field { Field(3, 1) }  // readOnly: the console's input has ended
  }
  /// Interrupt enable and status, bits as STATUS.DONE and STATUS.RX.
  public enum INTE { @inlinable public static var offset: UInt32 { 0x10 } }
  public enum INTS { @inlinable public static var offset: UInt32 { 0x14 } }
  public enum ADDRESS { @inlinable public static var offset: UInt32 { 0x18 } }
  public enum LENGTH { @inlinable public static var offset: UInt32 { 0x1c } }
  public enum ARG0 { @inlinable public static var offset: UInt32 { 0x20 } }
  public enum ARG1 { @inlinable public static var offset: UInt32 { 0x24 } }
  /// Result of the last command: a count or handle, or a negative errno.
  public enum RESULT { @inlinable public static var offset: UInt32 { 0x28 } }
  /// Takes one console byte (0 when none is waiting: see STATUS.RX).
  public enum RXDATA { @inlinable public static var offset: UInt32 { 0x2c } }
  /// Console bytes waiting.
  public enum RXCOUNT { @inlinable public static var offset: UInt32 { 0x30 } }
  /// 1 while the firmware waits for console input: with a file or pipe as input, virtual time stands until there is some.
  public enum AWAIT { @inlinable public static var offset: UInt32 { 0x34 } }

  /// Commands.
  public enum Command {
    /// Console output: LENGTH bytes at ADDRESS.
    @inlinable public static var write: UInt32 { 1 }
    /// Error output of the host's process: LENGTH bytes at ADDRESS.
    @inlinable public static var writeError: UInt32 { 2 }
    /// Ends the run with exit status ARG0 (0...255).
    @inlinable public static var exit: UInt32 { 3 }
    /// Program text: up to LENGTH bytes from offset ARG0 to ADDRESS; RESULT counts them, 0 at the end, negative when there is no program.
    @inlinable public static var program: UInt32 { 4 }
    /// Argument ARG0 (0 is the program's name): up to LENGTH bytes to ADDRESS; RESULT is its size, negative past the last one.
    @inlinable public static var argument: UInt32 { 5 }
    /// What the host asks for: RESULT has bit 0 set for the prompt after the program (or alone), bit 1 for a program,
    /// bit 2 if the program's text is the name of a module to run as `__main__`, bit 3 if the program is only to be compiled.
    @inlinable public static var mode: UInt32 { 6 }
    /// Board variable named by LENGTH bytes at ADDRESS: its value replaces the name, at most ARG1 bytes (and at least LENGTH); RESULT is its size or negative.
    @inlinable public static var variable: UInt32 { 7 }
    // Host folders. Paths are absolute on the board ("/host/…"), LENGTH bytes at ADDRESS.
    /// Opens a file (ARG0: 0 read, 1 write and truncate, 2 append, 3 read and write, 4 create a new one, 5-7 as 1, 2, 4 but also for reading); RESULT is a handle.
    @inlinable public static var open: UInt32 { 16 }
    /// Reads up to LENGTH bytes of handle ARG0 to ADDRESS.
    @inlinable public static var read: UInt32 { 17 }
    /// Writes LENGTH bytes at ADDRESS to handle ARG0.
    @inlinable public static var writeFile: UInt32 { 18 }
    /// Moves the position of handle ARG0 to ARG1 from the start; LENGTH is the origin (0 start, 1 here, 2 end, as a signed offset in ARG1).
    @inlinable public static var seek: UInt32 { 19 }
    @inlinable public static var close: UInt32 { 20 }
    /// Size and kind: RESULT is 0, ARG0 becomes the mode (0x4000 directory, 0x8000 file) and ARG1 the size.
    @inlinable public static var stat: UInt32 { 21 }
    /// Entry number ARG0 of a directory: its name replaces the path, at most ARG1 bytes; RESULT is its size; negative past the last one.
    @inlinable public static var list: UInt32 { 22 }
    /// RESULT is 0 or a negative errno: makes a directory, removes an empty one, removes a file.
    @inlinable public static var makeDirectory: UInt32 { 23 }
    @inlinable public static var removeDirectory: UInt32 { 24 }
    @inlinable public static var remove: UInt32 { 25 }
    /// Renames a file or directory: old path, a NUL, new path.
    @inlinable public static var rename: UInt32 { 26 }
    /// The directory that relative paths start from: sets it; with ARG0 = 1 its path replaces the data, at most ARG1 bytes.
    @inlinable public static var directory: UInt32 { 27 }
    /// The ten numbers of `os.stat`, 8 bytes each, little-endian, replace the path (ARG0 = 0) or those of `os.statvfs` (ARG0 = 1); ARG1 is at least 80.
    @inlinable public static var status: UInt32 { 28 }
    /// Writes what the host holds back of handle ARG0.
    @inlinable public static var flush: UInt32 { 29 }
    // The host's process, where the whole host is the board's (`tayberry-unix`).
    /// Environment: the value of a variable replaces its name; "NAME=VALUE" with ARG0 = 1 sets it, "NAME" with ARG0 = 2 removes it.
    @inlinable public static var environment: UInt32 { 32 }
    /// Runs a command of the host's shell; RESULT is its status.
    @inlinable public static var system: UInt32 { 33 }
    /// The console's terminal: ARG0 = 1 gives single keys without echo (a line is edited), 0 lines and Ctrl-C as a signal (a program runs).
    @inlinable public static var terminal: UInt32 { 34 }
    /// ARG0 random bytes replace the data: what `os.urandom` gives. Recorded like every answer.
    @inlinable public static var random: UInt32 { 35 }
  }
}
