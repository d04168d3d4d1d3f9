import NetModel
import NetSyntax

/// invalid-utf8: bytes that are no text.
let invalidUTF8 = Rule(
  "invalid-utf8", "N101", .error, page: PackageResources.invalid_utf8_md,
  .file { file, findings in
    let bytes = file.bytes.span
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
    } catch let error {
      findings.report(ByteRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound), "x")
    }
  })
