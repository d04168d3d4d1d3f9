import NetModel
import NetSyntax

/// too-deep: an item below more than 32 others.
let tooDeep = Rule(
  "too-deep", "N108", .error, page: PackageResources.too_deep_md,
  .file { file, findings in
    var last = -1
    for fault in file.tree.faults where fault.kind == .tooDeep {
      // One report a descent: not if the item directly above is too deep as well.
      var above = fault.token - 1
      while above > last, above >= 0, file.tree.kind(ofToken: above) != .bullet { above -= 1 }
      if last < 0 || above > last {
        findings.report(
          file.tree.range(ofToken: fault.token), "this item is 33 levels deep, and counts as 32",
          help: "indent it less, or begin a new list")
      }
      last = fault.token
    }
  })
