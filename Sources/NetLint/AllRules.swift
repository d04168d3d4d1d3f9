/// Every rule there is, the most basic first: of two that speak about the same text, the earlier is heard.
public let allRules: [Rule] = textRules + nearMarkRules + notebookRules
