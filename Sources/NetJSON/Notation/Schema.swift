extension NotebookJSON {
  /// The JSON Schema (draft 2020-12) that the output fits, as published in `Grammar/net.schema.json`.
  public static var schema: [UInt8] { PackageResources.net_schema_json }
}
