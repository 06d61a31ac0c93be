import Modules
import Port
import Testing

@testable import Python

@Suite struct ImageTests {
  @Test func typesNamesAndModulesAreThere() throws {
    let h = Harness()
    let vm = h.interpreter(), m = vm.memory
    #expect(m[Image.base] == 0x4d49_4254)
    let error = vm.type(.KeyError)
    Harness.expect(error.at(TypeObject.name).value == Value(Q.KeyError))
    Harness.expect(vm.text(error.at(TypeObject.name)).int(1) == 8)
    Harness.expect(error.at(TypeObject.order).int(1) == 5)  // KeyError LookupError Exception BaseException object
    Harness.expect(error.at(TypeObject.order).at(6).word == vm.type(.object).word)
    Harness.expect(error.at(TypeObject.bases).at(2).word == vm.type(.LookupError).word)
    Harness.expect(error.int(TypeObject.layout) == Int32(BuiltinType.BaseException.rawValue))
    let builtins = Ref(m[Image.base &+ Image.builtinsWord &* 4], vm)
    Harness.expect(vm.dictFind(builtins, Q.KeyError).word == error.word)
    Harness.expect(vm.dictFind(builtins, Q.sys).isNull)
    Harness.expect(vm.dictFind(builtins, Q.__name__).value == Value(Q.builtins))
    let modules = Ref(m[Image.base &+ Image.modulesWord &* 4], vm)
    Harness.expect(vm.dictFind(modules, Q.sys).isKind(Kind.module))
  }

  @Test func everyMemberIsFoundByName() {
    let h = Harness()
    let vm = h.interpreter(), m = vm.memory
    var n = 0
    for t in 0..<m[Image.base &+ Image.typesWord &* 4] {
      let d = Ref(m[Image.type(t) &+ TypeObject.members &* 4], vm)
      let used = UInt32(d.int(Table.used))
      for i in 0..<used {
        let key = d.at(Table.entries).at(2 &+ i &* 2).value
        Harness.expect(vm.dictFind(d, key.qstr).word == d.at(Table.entries).raw(3 &+ i &* 2))
        n += 1
      }
    }
    #expect(n >= 0)
  }

  @Test func theSameBytesEveryTime() {
    let a = Harness(), b = Harness()
    let x = a.interpreter(), y = b.interpreter()
    for w in 0..<(Image.capacity / 4) where x.memory[Image.base &+ w &* 4] != y.memory[Image.base &+ w &* 4] { Issue.record("word \(w)"); break }
  }

  @Test func buildsFast() {
    let h = Harness()
    _ = h.interpreter()
    let clock = ContinuousClock()
    let t = clock.measure { ImageBuilder.build(h.port.memory, core: coreImageSpec, modules: moduleImageSpec) }
    print("image built in", t, "bytes", h.port.memory[Image.base + 4])
    #expect(t < .milliseconds(100))
  }
}
