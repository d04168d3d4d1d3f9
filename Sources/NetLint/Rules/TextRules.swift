let textRules: [Rule] = [
  invalidUTF8
]
