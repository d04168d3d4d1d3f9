/// Rules about what a file, a field or a date is, before it is asked what it means.
let textRules: [Rule] = [
  pajekFile, invalidUTF8, controlCharacter, frontMatter, misplacedByteOrderMark, unclosedFence,
  headingInFence,
  emptyHeading, tooDeep, emptyField, duplicateField, almostField, invalidEmail, invalidPhone, invalidURL,
  invalidTime, unknownTimeZone, invalidKind, invalidCadence, dateNotISO, ambiguousDate, invalidDate,
]
