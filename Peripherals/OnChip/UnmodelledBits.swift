import Emulation
import Registers

extension ChipServices {
  /// Reports those of a register's fields that a write sets and that have no effect here: `CLOCKS.CLK_GPOUT0_CTRL.PHASE`.
  func unmodelled(_ block: String, _ register: StaticString, bits fields: KeyValuePairs<StaticString, Field>, in value: UInt32) {
    for (name, field) in fields where field.of(value) != 0 { unmodelled(block, "\(register).\(name)", write: true, value: value) }
  }
}
