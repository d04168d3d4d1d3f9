import Foundation
import Testing

/// Each format of reports, of one small notebook.
@Suite struct FormatsTests {
  private static let notes = [
    "a.net": "# Bo Lind @bo\n",
    "people.net": """
    # Amara Okafor @amara

    - gave @amra: two contacts
    - [ ] call her done:2026-05-01

    # Bo Berg @bo

    """,
  ]

  /// What a run writes about the notebook.
  private func report(_ format: String, _ options: String...) throws -> String {
    let run = try Folder(Self.notes).kith(["lint", "-q", "--output-format", format] + options)
    #expect(run.status == 1 && run.err.isEmpty)
    return run.out
  }

  @Test func `a line each, for editors`() throws {
    #expect(
      try report("concise") == #"""
        people.net:3:8: error[N201] unknown-mention: no one has the handle `@amra`
        people.net:4:16: warning[N305] done-without-check: `done:2026-05-01` stands in an open task
        people.net:6:11: error[N203] duplicate-handle: `@bo` is the handle of Bo Lind already

        """#)
  }

  @Test func `an object a line, for programs`() throws {
    #expect(
      try report("json-lines") == #"""
        {"file":"people.net","line":3,"column":8,"endLine":3,"endColumn":13,"rule":"unknown-mention","code":"N201","severity":"error","message":"no one has the handle `@amra`","help":"did you mean `@amara`?","labels":[],"fix":{"safe":false,"edits":[{"start":30,"end":35,"text":"@amara"}]},"more":false}
        {"file":"people.net","line":4,"column":16,"endLine":4,"endColumn":31,"rule":"done-without-check","code":"N305","severity":"warning","message":"`done:2026-05-01` stands in an open task","help":"write `[x]`","labels":[],"fix":{"safe":true,"edits":[{"start":52,"end":55,"text":"[x]"}]},"more":false}
        {"file":"people.net","line":6,"column":11,"endLine":6,"endColumn":14,"rule":"duplicate-handle","code":"N203","severity":"error","message":"`@bo` is the handle of Bo Lind already","help":"write another one, such as `@bo-berg`","labels":[{"file":"a.net","line":1,"column":11,"endLine":1,"endColumn":14,"message":"the first is here"}],"fix":null,"more":false}

        """#)
  }

  @Test func `commands of GitHub, with the help behind the message`() throws {
    #expect(
      try report("github") == #"""
        ::error file=people.net,line=3,col=8,endLine=3,endColumn=13,title=kith N201 unknown-mention::no one has the handle `@amra`%0Adid you mean `@amara`?
        ::warning file=people.net,line=4,col=16,endLine=4,endColumn=31,title=kith N305 done-without-check::`done:2026-05-01` stands in an open task%0Awrite `[x]`
        ::error file=people.net,line=6,col=11,endLine=6,endColumn=14,title=kith N203 duplicate-handle::`@bo` is the handle of Bo Lind already%0Awrite another one, such as `@bo-berg`

        """#)
  }

  @Test func `Code Quality of GitLab`() throws {
    #expect(
      try report("gitlab") == #"""
        [
          {
            "description": "no one has the handle `@amra`; did you mean `@amara`?",
            "check_name": "unknown-mention",
            "fingerprint": "380f2346ca5d5aa9",
            "severity": "major",
            "location": {
              "path": "people.net",
              "positions": {"begin": {"line": 3, "column": 8}, "end": {"line": 3, "column": 13}}
            }
          },
          {
            "description": "`done:2026-05-01` stands in an open task; write `[x]`",
            "check_name": "done-without-check",
            "fingerprint": "2475df05647a0df5",
            "severity": "minor",
            "location": {
              "path": "people.net",
              "positions": {"begin": {"line": 4, "column": 16}, "end": {"line": 4, "column": 31}}
            }
          },
          {
            "description": "`@bo` is the handle of Bo Lind already; write another one, such as `@bo-berg`",
            "check_name": "duplicate-handle",
            "fingerprint": "cbb0c659613599ae",
            "severity": "major",
            "location": {
              "path": "people.net",
              "positions": {"begin": {"line": 6, "column": 11}, "end": {"line": 6, "column": 14}}
            }
          }
        ]

        """#)
  }

  @Test func `a test case for each finding, and one for a file without any`() throws {
    #expect(
      try report("junit") == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="kith lint" tests="4" failures="2" errors="0">
          <testsuite name="a.net" tests="1" failures="0" errors="0">
            <testcase name="kith lint" classname="a.net" file="a.net"/>
          </testsuite>
          <testsuite name="people.net" tests="3" failures="2" errors="0">
            <testcase name="unknown-mention at 3:8" classname="people.net" file="people.net" line="3">
              <failure type="error" message="no one has the handle `@amra`">people.net:3:8: error[N201] unknown-mention: no one has the handle `@amra`
        help: did you mean `@amara`?</failure>
            </testcase>
            <testcase name="done-without-check at 4:16" classname="people.net" file="people.net" line="4">
              <system-out>people.net:4:16: warning[N305] done-without-check: `done:2026-05-01` stands in an open task
        help: write `[x]`</system-out>
            </testcase>
            <testcase name="duplicate-handle at 6:11" classname="people.net" file="people.net" line="6">
              <failure type="error" message="`@bo` is the handle of Bo Lind already">people.net:6:11: error[N203] duplicate-handle: `@bo` is the handle of Bo Lind already
        help: write another one, such as `@bo-berg`</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """#)
  }

  @Test func `files and their errors, as Checkstyle writes them`() throws {
    #expect(
      try report("checkstyle") == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="a.net"/>
          <file name="people.net">
            <error line="3" column="8" severity="error" message="no one has the handle `@amra`; did you mean `@amara`?" source="kith.unknown-mention"/>
            <error line="4" column="16" severity="warning" message="`done:2026-05-01` stands in an open task; write `[x]`" source="kith.done-without-check"/>
            <error line="6" column="11" severity="error" message="`@bo` is the handle of Bo Lind already; write another one, such as `@bo-berg`" source="kith.duplicate-handle"/>
          </file>
        </checkstyle>

        """#)
  }

  @Test func `SARIF, here without what it takes from the pages of the rules`() throws {
    let pages = /\n *"(fullDescription|help)": \{(".*"|(\n *"(text|markdown)": .*)+\n *)\},/
    #expect(try report("sarif").replacing(pages, with: "") == Self.sarif)
  }

  private static let sarif = #"""
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "kith",
              "semanticVersion": "0.1.0",
              "rules": [
                {
                  "id": "N201",
                  "name": "unknown-mention",
                  "shortDescription": {
                    "text": "Reports a mention that no record of the notebook answers to."
                  },
                  "defaultConfiguration": {"level": "error"}
                },
                {
                  "id": "N203",
                  "name": "duplicate-handle",
                  "shortDescription": {
                    "text": "Reports a record of a person, group or organisation whose handle another record has already, anywhere in the notebook, whether it is written or derived from the name."
                  },
                  "defaultConfiguration": {"level": "error"}
                },
                {
                  "id": "N305",
                  "name": "done-without-check",
                  "shortDescription": {"text": "Reports the `done:` of an open task, if it is a date."},
                  "defaultConfiguration": {"level": "warning"}
                }
              ]
            }
          },
          "columnKind": "unicodeCodePoints",
          "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder paths start in."}}},
          "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": []}],
          "results": [
            {
              "ruleId": "N201",
              "ruleIndex": 0,
              "level": "error",
              "message": {"text": "no one has the handle `@amra`\ndid you mean `@amara`?"},
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "people.net", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 13}
                  }
                }
              ],
              "partialFingerprints": {"fileRuleMessage/v1": "380f2346ca5d5aa9"},
              "fixes": [
                {
                  "description": {"text": "replace by `@amara`"},
                  "artifactChanges": [
                    {
                      "artifactLocation": {"uri": "people.net", "uriBaseId": "%SRCROOT%"},
                      "replacements": [
                        {
                          "deletedRegion": {
                            "startLine": 3,
                            "startColumn": 8,
                            "endLine": 3,
                            "endColumn": 13
                          },
                          "insertedContent": {"text": "@amara"}
                        }
                      ]
                    }
                  ],
                  "properties": {"safe": false}
                }
              ]
            },
            {
              "ruleId": "N305",
              "ruleIndex": 2,
              "level": "warning",
              "message": {"text": "`done:2026-05-01` stands in an open task\nwrite `[x]`"},
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "people.net", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 4, "startColumn": 16, "endLine": 4, "endColumn": 31}
                  }
                }
              ],
              "partialFingerprints": {"fileRuleMessage/v1": "2475df05647a0df5"},
              "fixes": [
                {
                  "description": {"text": "replace by `[x]`"},
                  "artifactChanges": [
                    {
                      "artifactLocation": {"uri": "people.net", "uriBaseId": "%SRCROOT%"},
                      "replacements": [
                        {
                          "deletedRegion": {
                            "startLine": 4,
                            "startColumn": 3,
                            "endLine": 4,
                            "endColumn": 6
                          },
                          "insertedContent": {"text": "[x]"}
                        }
                      ]
                    }
                  ],
                  "properties": {"safe": true}
                }
              ]
            },
            {
              "ruleId": "N203",
              "ruleIndex": 1,
              "level": "error",
              "message": {
                "text": "`@bo` is the handle of Bo Lind already\nwrite another one, such as `@bo-berg`"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "people.net", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 6, "startColumn": 11, "endLine": 6, "endColumn": 14}
                  }
                }
              ],
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {"uri": "a.net", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 14}
                  },
                  "message": {"text": "the first is here"}
                }
              ],
              "partialFingerprints": {"fileRuleMessage/v1": "cbb0c659613599ae"}
            }
          ]
        }
      ]
    }

    """#

  @Test func `the lines of json-lines are the objects of json`() throws {
    let array = try #require(try JSONSerialization.jsonObject(with: Data(report("json").utf8)) as? NSArray)
    let lines = try report("json-lines").split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    #expect(array.count == 3 && array.isEqual(to: lines))
  }

  @Test func `nothing found is an empty report`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\n"])
    let empty = [
      "concise": "", "json": "[]\n", "json-lines": "", "github": "", "gitlab": "[]\n",
      "checkstyle": """
      <?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="4.3">
        <file name="a.net"/>
      </checkstyle>

      """,
    ]
    for (format, text) in empty { #expect(folder.kith("lint", "-q", "--output-format", format) == (0, text, "")) }
    #expect(folder.kith("lint", "--output-format", "sarif").out.contains(#""rules": []"#))
    #expect(folder.kith("lint", "--output-format", "junit").out.contains(#"tests="1" failures="0" errors="0""#))
  }

  @Test func `warnings are failures of tests where they let the run fail`() throws {
    let junit = try report("junit", "--error-on-warning")
    #expect(junit.contains(#"<testsuites name="kith lint" tests="4" failures="3" errors="0">"#))
    #expect(junit.contains(#"<failure type="warning" message="`done:2026-05-01` stands in an open task">"#))
  }

  @Test func `information is a notice, and is never a failure`() throws {
    let folder = try Folder([
      ".kith.json": #"{"severity": {"unknown-mention": "info"}}"#, "a.net": "# Bo Lind @bo\n\n- gave @nobody: a cup\n",
    ])
    func report(_ format: String) -> String { folder.kith("lint", "--output-format", format).out }
    #expect(report("github").hasPrefix("::notice file=a.net,"))
    #expect(report("gitlab").contains(#""severity": "info""#))
    #expect(report("checkstyle").contains(#"severity="info""#))
    #expect(report("junit").contains(#"failures="0""#) && report("junit").contains("<system-out>a.net:3:8: info["))
    // Of the rule it says what it is without the settings.
    #expect(report("sarif").contains(#""level": "note""#) && report("sarif").contains(#""level": "error""#))
  }

  @Test func `a stretch of several lines has no columns on GitHub`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\nknows: Ada\n  Nwosu\n\n# Ada Nwosu @ada\n"])
    let lines = folder.kith("lint", "--output-format", "github").out.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("::warning file=a.net,line=2,endLine=3,title=kith N209 unlinked-name::") })
  }
}
