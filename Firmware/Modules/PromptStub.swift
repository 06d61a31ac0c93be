import Python

// Holds the place of the prompt (REPL.swift).
public enum PromptEnd: UInt8, Sendable { case softReset, endOfInput, exit }
public struct PromptMode: BitwiseCopyable, Sendable { public var raw = false; public init() {} }
extension VM {
  public mutating func runPrompt(_ mode: inout PromptMode) -> PromptEnd { .endOfInput }
}
