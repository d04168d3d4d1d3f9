/// What almost is a mark: a heading, a field, an item, a head, a task. So that nothing is lost to prose.
let nearMarkRules: [Rule] = [
  almostHeading, strayIndent, dateNotFirst, meetingBelowSection, extraHandle, wideMark, fieldOutsideHeader,
  almostTask,
  almostHead, strayDue, unknownPeople, lonelyIntro,
]
