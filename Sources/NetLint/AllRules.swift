/// Every rule there is, the most basic first: of two that speak about the same text, the earlier is heard.
public let allRules: [Rule] = [
  pajekFile,

  // What no other rule is to quote.
  secret,

  // What is two versions at once, and means nothing until one is chosen.
  mergeConflict,

  // What a file, a field or a date is, before it is asked what it means.
  invalidUTF8,
  controlCharacter,
  lostCharacter,
  frontMatter,
  misplacedByteOrderMark,
  bidirectionalControl,
  invisibleCharacter,
  unclosedFence,
  headingInFence,
  emptyHeading,
  tooDeep,
  emptyField,
  duplicateField,
  almostField,
  invalidEmail,
  invalidPhone,
  invalidURL,
  invalidTime,
  unknownTimeZone,
  invalidKind,
  invalidCadence,
  dateNotISO,
  ambiguousDate,
  invalidDate,

  // What almost is a mark, so that nothing is lost to prose.
  almostHeading,
  strayIndent,
  dateNotFirst,
  meetingBelowSection,
  extraHandle,
  almostPrivate,
  wideMark,
  fieldOutsideHeader,
  almostTask,
  almostHead,
  strayDue,
  unknownPeople,
  lonelyIntro,

  // What takes the whole notebook: whom mentions and names mean, and what records say of each other.
  missingHandle,
  duplicateHandle,
  shadowedAka,
  shadowedName,
  wikiLink,
  unlinkedName,
  mentionThenName,
  unknownMention,
  ambiguousMention,
  selfReference,
  introductionCycle,
  contradictoryRelation,
  duplicatePerson,
  duplicateMeeting,
  titleOnlyParticipant,
  meetingWithoutPeople,
  unwrittenHandle,
  perhapsNoPerson,
  privateLeak,

  // What came before what.
  metAfterMeeting,
  afterDeath,
  beforeBirth,
  doneWithoutCheck,
  doneBeforeMeeting,
  checkWithoutDone,

  // How it looks.
  mixedScriptHandle,
  confusableHandle,
  unnormalisedHandle,
  unformatted,

  // What comments ask of the tool.
  unknownDirective,
  unknownRule,
  suppressionWithoutReason,
  unusedSuppression,
]
