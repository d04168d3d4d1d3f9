import NetJSON

/// The messages that wait to be sent, as whole frames.
struct Outgoing {
  private(set) var frames: [UInt8] = []
  /// The number of the last request to the client.
  private var lastRequest = 0

  /// Hands the frames over.
  mutating func take() -> [UInt8] {
    defer { frames = [] }
    return frames
  }

  /// Answers a request with a result.
  mutating func answer(_ id: RequestID, result: [UInt8]) {
    send { json in
      json.key("id")
      json.value(id)
      json.member("result", json: result)
    }
  }

  /// Answers a request, or what may have been one, with what is wrong.
  mutating func refuse(_ id: RequestID?, _ error: ResponseError) {
    send { json in
      json.key("id")
      json.value(id)
      json.object("error") { json in
        json.member("code", error.code.rawValue)
        json.member("message", error.message)
      }
    }
  }

  /// Tells the client something.
  mutating func notify(_ method: String, _ params: (inout JSONWriter) -> Void) {
    send { json in
      json.member("method", method)
      json.object("params", params)
    }
  }

  /// Asks the client for something; what it answers makes no difference.
  mutating func request(_ method: String, _ params: ((inout JSONWriter) -> Void)? = nil) {
    lastRequest += 1
    let id = RequestID.text("kith-\(lastRequest)")
    send { json in
      json.key("id")
      json.value(id)
      json.member("method", method)
      if let params { json.object("params", params) }
    }
  }

  private mutating func send(_ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("jsonrpc", "2.0")
      members(&json)
    }
    frames += "Content-Length: \(json.bytes.count)\r\n\r\n".utf8
    frames += json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ id: RequestID?) {
    switch id {
    case .number(let number)?: int(number)
    case .text(let text)?: string(text)
    case nil: null()
    }
  }
}
