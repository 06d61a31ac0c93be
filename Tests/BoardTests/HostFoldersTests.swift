import Testing

@testable import Board

#if canImport(Glibc)
import Glibc
#endif

/// A folder of its own for a test, with a file `in/a.txt`, a file `secret` beside `in`, and links that lead out.
private final class Scratch {
  let path: String
  init() {
    var template = Array("/tmp/tayberry-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
    mkdir(path + "/in", 0o755)
    mkdir(path + "/in/sub", 0o755)
    put("/in/a.txt", "hello")
    put("/secret", "no")
    symlink("../secret", path + "/in/leak")
    symlink("a.txt", path + "/in/inside")
    symlink("..", path + "/in/up")
    symlink("../new", path + "/in/dangling")
  }
  deinit { system("rm -rf '\(path)'") }
  func put(_ name: String, _ text: String) {
    let f = fopen(path + name, "w")
    fputs(text, f)
    fclose(f)
  }
  func folders(writable: Bool) -> HostFolders { HostFolders([Mount(path: "/host", folder: path + "/in", writable: writable)]) }
}

@Suite struct HostFoldersTests {
  @Test func readsAFile() {
    let s = Scratch(), f = s.folders(writable: false)
    let h = f.open("/host/a.txt", mode: 0)
    #expect(h >= 0)
    #expect(f.read(UInt32(h), 3).bytes == Array("hel".utf8))
    #expect(f.seek(UInt32(h), -1, origin: 2) == 4)
    #expect(f.read(UInt32(h), 10).bytes == Array("o".utf8))
    #expect(f.close(UInt32(h)) == 0)
    #expect(f.read(UInt32(h), 1).result == -EBADF)
  }

  @Test func linksThatStayInsideWork() {
    let s = Scratch()
    #expect(s.folders(writable: false).status("/host/inside").size == 5)
  }

  @Test(arguments: ["/host/../secret", "/host/leak", "/host/up/secret", "/host/sub/../../secret"])
  func refusesToLeave(_ path: String) {
    let s = Scratch()
    #expect(s.folders(writable: true).open(path, mode: 0) == -EACCES)
    #expect(s.folders(writable: true).open(path, mode: 1) == -EACCES)
  }

  @Test func doesNotCreateThroughADanglingLink() {
    let s = Scratch()
    #expect(s.folders(writable: true).open("/host/dangling", mode: 1) == -EACCES)
    #expect(access(s.path + "/new", F_OK) != 0)
  }

  @Test func readOnlyMeansReadOnly() {
    let s = Scratch()
    #expect(s.folders(writable: false).open("/host/b.txt", mode: 1) == -EROFS)
    #expect(access(s.path + "/in/b.txt", F_OK) != 0)
  }

  @Test func writesWhereItMay() {
    let s = Scratch(), f = s.folders(writable: true)
    let h = f.open("/host/b.txt", mode: 1)
    #expect(f.write(UInt32(h), Array("xyz".utf8)) == 3)
    #expect(f.close(UInt32(h)) == 0)
    #expect(f.status("/host/b.txt").size == 3)
  }

  @Test func listsInByteOrder() {
    let s = Scratch(), f = s.folders(writable: false)
    s.put("/in/B", "")
    s.put("/in/_", "")
    var names: [String] = []
    while true {
      let (name, result) = f.entry("/host", UInt32(names.count))
      if result < 0 { break }
      names.append(name)
    }
    #expect(names == ["B", "_", "a.txt", "dangling", "inside", "leak", "sub", "up"])
    #expect(f.entry("/host/nothing", 0).result == -ENOENT)
    #expect(f.entry("/elsewhere", 0).result == -ENOENT)
  }

  @Test func aFolderIsNoFile() {
    let s = Scratch(), f = s.folders(writable: true)
    #expect(f.open("/host/sub", mode: 0) == -EISDIR)
    #expect(f.status("/host/sub").mode == 0x4000)
  }
}
