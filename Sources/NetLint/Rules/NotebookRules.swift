/// What takes the whole notebook: whom mentions and names mean, and what records say of each other.
let notebookRules: [Rule] = [
  missingHandle, duplicateHandle, shadowedAka, shadowedName, wikiLink, unlinkedName, mentionThenName,
  unknownMention,
  ambiguousMention, selfReference, introductionCycle, contradictoryRelation, duplicatePerson,
  duplicateMeeting,
  titleOnlyParticipant, meetingWithoutPeople, unwrittenHandle, perhapsNoPerson,
]
