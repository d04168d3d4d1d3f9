/// Other words for the known keys, as people type them.
///
/// Words are without hyphens, underscores and blanks (`date-of-birth` is `dateofbirth`). Left out is what as
/// often says something of its own: `country`, `school`, `friends`, `spouse`, `notes`, `date`.
enum FieldSynonyms {
  static let table = WordTable<FieldSuggestion>(
    groups.flatMap { group in
      group.words.map { ($0, FieldSuggestion(group.key, label: group.label)) }
    })

  private struct Group {
    let key: FieldKey
    var label: String?
    let words: [String]

    init(_ key: FieldKey, _ label: String? = nil, _ words: String) {
      self.key = key
      self.label = label
      self.words = words.split(separator: " ").map(String.init)
    }
  }

  private static let groups: [Group] = names + reach + dates + ties + meetings

  private static let names = [
    Group(.kind, nil, "type recordtype kinds"),
    Group(.aka, nil, "nickname nicknames nick alias aliases alsoknownas knownas othername othernames"),
    Group(.aka, nil, "formername preferredname goesby fullname akas"),
    Group(.pronouns, nil, "pronoun mypronouns genderpronouns"),
    Group(.role, nil, "title titles jobtitle job jobs position occupation profession roles jobrole"),
    Group(.org, nil, "company companies employer employers organisation organization organisations"),
    Group(.org, nil, "organizations orgs workplace worksat worksfor workat workfor affiliation firm"),
    Group(.place, nil, "location locations city town livesin lives basedin based places residence"),
    Group(.language, nil, "languages lang langs speaks spoken spokenlanguage spokenlanguages"),
    Group(.tags, nil, "tag category categories keyword keywords hashtag hashtags labels"),
  ]

  private static let reach = [
    Group(.email, nil, "emails mail emailaddress emailaddresses mailaddress electronicmail"),
    Group(.email, "work", "workemail emailwork workmail officeemail businessemail"),
    Group(.email, "home", "homeemail emailhome homemail"),
    Group(.email, "personal", "personalemail emailpersonal privateemail gmail"),
    Group(.email, "school", "schoolemail emailschool"),
    Group(.phone, nil, "phones telephone telephones tel phonenumber phonenumbers telephonenumber"),
    Group(.phone, nil, "telno telnumber phoneno contactnumber landline"),
    Group(.phone, "mobile", "mobile mobiles cell cellphone mobilephone mobilenumber cellnumber"),
    Group(.phone, "mobile", "phonemobile phonecell mobileno"),
    Group(.phone, "work", "workphone phonework officephone worktel telwork businessphone"),
    Group(.phone, "home", "homephone phonehome hometel telhome"),
    Group(.phone, "whatsapp", "whatsapp"),
    Group(.phone, "fax", "fax faxnumber"),
    Group(.url, nil, "urls website websites web site homepage webpage webaddress link links www"),
    Group(.url, "blog", "blog weblog"),
    Group(.url, "linkedin", "linkedin linkedinurl linkedinprofile"),
    Group(.url, "github", "github"),
    Group(.url, "gitlab", "gitlab"),
    Group(.url, "twitter", "twitter"),
    Group(.url, "mastodon", "mastodon"),
    Group(.url, "bluesky", "bluesky bsky"),
    Group(.url, "facebook", "facebook"),
    Group(.url, "instagram", "instagram insta"),
    Group(.url, "youtube", "youtube"),
    Group(.url, "tiktok", "tiktok"),
    Group(.url, "substack", "substack"),
    Group(.url, "xing", "xing"),
    Group(.url, "orcid", "orcid"),
    Group(.address, nil, "addresses addr streetaddress postaladdress mailingaddress street"),
    Group(.address, "home", "homeaddress addresshome"),
    Group(.address, "work", "workaddress addresswork officeaddress"),
  ]

  private static let dates = [
    Group(.birthday, nil, "born bday dob dateofbirth birthdate birth birthdays bornon dayofbirth"),
    Group(.anniversary, nil, "anniversaries anniv weddingday weddingdate"),
    Group(.died, nil, "death dateofdeath deathday deathdate deceased passedaway diedon"),
    Group(.met, nil, "firstmet wemet metat metin meton metwhen metwhere metdate howwemet wherewemet"),
    Group(.met, nil, "whenwemet metfirst datemet"),
    Group(.cadence, nil, "frequency keepintouch stayintouch contactevery rhythm contactfrequency"),
  ]

  private static let ties = [
    Group(.via, nil, "introducedby introby referredby metthrough metvia introductionby connectedby"),
    Group(.via, nil, "referral connectedvia introducedvia"),
    Group(.knows, nil, "know connections connection connectedto acquaintances acquaintedwith"),
    Group(.members, nil, "member people memberlist participants participant"),
  ]

  private static let meetings = [
    Group(.with, nil, "attendee attendees participant participants attending attended attendedby"),
    Group(.with, nil, "people who guests guest invitee invitees invited"),
    Group(.time, nil, "start starts starttime begin begins when times timeofday"),
    Group(.tz, nil, "timezone timezones zone tzid tzname tzone"),
    Group(.place, nil, "venue venues where"),
    Group(.url, "zoom", "zoom zoomlink"),
    Group(.url, "teams", "teamslink"),
    Group(.url, "video", "videolink videocall"),
    Group(.url, nil, "joinlink meetinglink calllink"),
  ]

  /// Ordinary words that stand one slip from a known key and are good keys of the writer's own.
  static let ownWords = WordTable<Void>(
    """
    pet pets kid kids kin visa vip pace plan plans plane plate known knew team tie tea cat stats rule rules \
    wish wit diet dies die lied tried rail rare real race lace hone prone photo phase mob dress unknown \
    rings tars taps tabs tips sage cadet vial villa order art ski nets net pie note notes mind bind find \
    item items dime lime tame wife wise width home tone bone shone stature statue statues
    """.split(separator: " ").map { (String($0), ()) })
}
