/// Members of objects, each with its key in front.
extension JSONWriter {
  /// Writes a key and its text.
  package mutating func member(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Writes a key and its number.
  package mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    int(value)
  }

  /// Writes a key and `true` or `false`.
  package mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Writes a key and an object, whose members `body` writes.
  package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// Writes an object, whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes a key and an array, whose entries `body` writes.
  package mutating func array(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    beginArray()
    body(&self)
    endArray()
  }

  /// Writes a key and a value that is JSON already, in the compact layout.
  package mutating func member(_ key: StaticString, json value: [UInt8]) {
    self.key(key)
    json(value)
  }

  /// Writes a value that is JSON already, in the compact layout.
  package mutating func json(_ value: some Collection<UInt8>) {
    beginToken(value.count)
    bytes += value
  }
}
