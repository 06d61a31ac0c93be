import Board
import OffChip
import Picture

/// A piece of the picture that changes by itself: where it is, and everything its look depends on.
struct Item: Equatable {
  enum Key: Equatable {
    case pin(PinsSnapshot.Pin, Double, Bool, Int)
    case hole(Double, PinsSnapshot.Pin.Direction)
    case number(Double)
    case flags(Bool, Bool)
    case text(String)
    case line(ArraySlice<ConsoleText.Cell>, selected: Range<Int>?, cursor: Int?)
    case numbers([Double])
    case part(PartView, Bool)
    case task(KernelTasks.Task)
    case version(UInt64, [Double])
  }
  let box: Rect
  let key: Key
  init(_ box: Rect, _ key: Key) { self.box = box; self.key = key }
}
