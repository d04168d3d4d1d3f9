/// What a part of a line is, where editors show it: a token of the notation, or the running text of some lines.
enum Highlight: String, CaseIterable {
  case comment
  case headingMark, sectionMark, bullet, checkbox, ticked, quoteMark, separator, fence, code
  case key, colon, label, joiner
  case date, taskDate
  case mention, tag, address, linkMark, codeSpan, escape
  case personTitle, meetingTitle, sectionTitle, quote

  /// What the themes of each editor know: scopes of TextMate (those of its manual, and of Markdown where that has one),
  /// groups of Vim (`:help group-name`), styles of Kate (`dsKeyword` and so on, of KSyntaxHighlighting's `Theme`).
  var names: (textMate: String, vim: String, kate: String) {
    switch self {
    case .comment: ("comment.line.double-slash", "Comment", "dsComment")
    case .headingMark: ("punctuation.definition.heading", "Delimiter", "dsFunction")
    case .sectionMark: ("punctuation.definition.heading.section", "Delimiter", "dsFunction")
    case .bullet: ("punctuation.definition.list.begin", "Delimiter", "dsOperator")
    case .checkbox: ("keyword.other.checkbox", "Function", "dsBuiltIn")
    case .ticked: ("keyword.other.checkbox.done", "Comment", "dsComment")
    case .quoteMark: ("punctuation.definition.quote.begin", "Delimiter", "dsOperator")
    case .separator: ("meta.separator", "Delimiter", "dsRegionMarker")
    case .fence: ("punctuation.definition.fence", "Delimiter", "dsInformation")
    case .code: ("markup.raw.block", "String", "dsVerbatimString")
    case .key: ("entity.name.tag.key", "Keyword", "dsDataType")
    case .colon: ("punctuation.separator.key-value", "Delimiter", "dsOperator")
    case .label: ("keyword.other.label", "Keyword", "dsKeyword")
    case .joiner: ("punctuation.separator.people", "Delimiter", "dsOperator")
    case .date: ("constant.numeric.date", "Number", "dsDecVal")
    case .taskDate: ("constant.numeric.date.task", "Number", "dsDecVal")
    case .mention: ("variable.other.mention", "Identifier", "dsVariable")
    case .tag: ("support.type.tag", "Special", "dsPreprocessor")
    case .address: ("markup.underline.link", "Underlined", "dsOthers")
    case .linkMark: ("punctuation.definition.link", "Delimiter", "dsOperator")
    case .codeSpan: ("markup.inline.raw.string", "String", "dsVerbatimString")
    case .escape: ("constant.character.escape", "SpecialChar", "dsSpecialChar")
    case .personTitle: ("markup.heading.1 entity.name.section.person", "Title", "dsFunction")
    case .meetingTitle: ("markup.heading.1 entity.name.section.meeting", "Title", "dsFunction")
    case .sectionTitle: ("markup.heading.2 entity.name.section", "Title", "dsFunction")
    case .quote: ("markup.quote", "Normal", "dsNormal")
    }
  }
}
