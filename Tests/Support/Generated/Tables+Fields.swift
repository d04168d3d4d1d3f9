extension NotationTables {
  /// Fields, by the kind of record they stand on.
  static let fieldTables = ###"""
    person-field
      4 {=role}:{_}{value}
      2 {=pronouns}:{_}{words}
      3 {=org}:{_}{value}
      3 {=place}:{_}{value}
      3 {=email}:{_}{email}{label?}
      3 {=phone}:{_}{phone}{label?}
      3 {=url}:{_}{url}{label?}
      2 {=address}:{_}{words}, {words}{label?}
      3 {=birthday}:{_}{birth-date}
      2 {=anniversary}:{_}{birth-date}
      2 {=died}:{_}{birth-date}
      4 {=met}:{_}{met}
      4 {=via}:{_}{people}
      6 {=knows}:{_}{people}
      3 {=cadence}:{_}{cadence}
      3 {=language}:{_}{value-list}
      4 {=aka}:{_}{names}
      3 {tags-field}
      1 {=kind}:{_}{=person}
      1 {=role}:{_}{words} #private
     ~1 {kind-field}
     ~6 {any-key}:{_}{any-value}
     ~7 {any-key}:
     ~3 {any-key}:␣␣↵{indent}{any-value}
    members-field
      4 {=members}:{_}{people}
     ~1 {=members}:
     ~1 {=members}:{_}{any-value}
    meeting-field
      5 {=with}:{_}{people}
      3 {=time}:{_}{time-span}
      3 {=tz}:{_}{zone}
      3 {=place}:{_}{value}
      2 {=kind}:{_}{word}
      3 {=status}:{_}{status}
      2 {=url}:{_}{url}{label?}
      3 {tags-field}
     ~4 {meeting-key}:
     ~6 {meeting-key}:{_}{any-value}
     ~3 {meeting-key}:␣↵{indent}{any-value}
    tags-field
      8 {=tags}:{_}{tags}
     ~1 {=tags}:
     ~1 {=tags}:{_}{any-value}
    kind-field
      2 {=kind}:{_}{=person}
      2 {=kind}:{_}{=group}
      1 {=kind}:{_}{=org}
      1 {=kind}:{_}{=page}
      1 {=kind}:{_}meeting
      1 {=kind}:{_}team
      1 {=kind}:{_}{words}
      1 {=kind}:
    own-field
      6 {own-key}:{_}{value}
      3 {own-key}:{_}{words}
     ~2 {own-key}:
     ~2 {near-key}:{_}{any-value}
    misplaced-field
      2 {meeting-key}:{_}{any-value}
      2 {any-key}:{_}{any-value}
      2 {near-key}:{_}{any-value}
      4 {any-key}:{any-value}
      1 {any-key}‹U+FF1A›{any-value}
      1 {any-key} :{_}{any-value}
      1 ␣␣{any-key}:{_}{any-value}
      1 - {any-key}:{_}{any-value}
      1 - **{any-key}**: {any-value}
      1 {own-key}
    any-key
      2 {=role}
      2 {=pronouns}
      2 {=org}
      2 {=place}
      2 {=email}
      2 {=phone}
      2 {=url}
      2 {=address}
      2 {=birthday}
      2 {=anniversary}
      2 {=died}
      2 {=met}
      2 {=via}
      3 {=knows}
      2 {=members}
      2 {=cadence}
      2 {=language}
      2 {=tags}
      2 {=aka}
    meeting-key
      3 {=with}
      2 {=time}
      2 {=tz}
      2 {=status}
      1 {=kind}
      1 {=place}
      2 {=url}
      1 {=tags}
    own-key
      3 coffee
      2 agenda
      2 {=coffee-order_2}
      1 ملاحظة
      1 好物
      1 Ключ
      1 ключ
      1 İsim
      1 टिप्पणी
      1 Größe
      1 GRÖẞE
      1 cafe‹U+0301›
      1 café
      1 ‹U+1E9E›9-_
    near-key
      2 emial
      1 company
      1 mobile
      1 born
      1 title
      1 nickname
      1 location
      1 attendees
      1 rolle
      1 ‹U+212A›ind
      1 statu‹U+017F›
      1 1st
      1 coffee order
      1 -key
    """###

  /// Values, well and badly formed.
  static let valueTables = ###"""
    value
      20 {text}
       2 {text},↵{indent}{text}
       1 {words}↵{deep-indent}{words}↵{deep-indent}{words}
      ~1 ↵{indent}{text}
      ~1 {words}↵// {words}↵{indent}{words}
      ~1 {words}\
    any-value
       3 {text}
       4 {words}↵{indent}{words}
       3 {people}
       2 {value-list}
       1 {tags}
       2 {date}
       2 {bad-date}
       1 {time-span}
       1 {words}
       1 {url}{label}
       1 {email}, {email}
       1 {cadence}
       1 @{any handle}
       1 #private
       1 \
       1 {control}
    email
      6 amara@katara.example
      1 josé.noor@example.com
      1 LENA@Katara.Example
     ~1 noor at katara.example
     ~1 noor@
     ~1 <lena@katara.example>
     ~1 mailto:lena@katara.example
     ~1 noor@katara
    phone
      4 +974 5555 0123
      2 +44 (0)20 7946 0123
      1 555-0123 ext. 12
      1 tel:+97455550123
      1 1-800-FLOWERS
     ~1 call the office
     ~1 12
     ~1 ٠١٢٣٤٥
    url
      6 https://katara.example
      2 https://noor.example/blog?x=1&y=2#top
      1 GEMINI://katara.example/a_(b)
      1 mailto:lena@katara.example
     ~2 katara.example
     ~1 https://katara.example/our school
     ~1 https://
     ~1 <https://katara.example>
    birth-date
      4 {full-date}
      4 {yearless}
      1 {date}
     ~3 {bad-date}
     ~1 {full-date} {words}
     ~1 {full-date}/{full-date}
    met
      6 {date} {words}
      3 {words}
      2 {date}
      1 {date-or-interval}: {text}
      1 {date}, {words}
      1 {date};{_}{words}
      1 {digit} of us {words}
     ~2 {bad-date} {words}
     ~1 {date}{words}
     ~1 in {year}, {words}
    cadence
      4 {digit} {=months}
      2 {digit}{_}{=weeks}
      1 1 {=year}
      2 {=weekly}
      1 {=monthly}
      1 {=quarterly}
      1 {=yearly}
      1 {=every}{_}{=month}
      1 {=every}{_}{digit}{_}{=days}
      2 {=p}{digit}{=m}
      1 {=none}
     ~1 month
     ~1 0 weeks
     ~1 P1Y6M
     ~1 {words}
     ~1 every other week
     ~1 99999 days
    zone
      3 Asia/Qatar
      1 europe/london
      1 UTC
     ~1 Doha
     ~1 {words}
    status
      2 {=tentative}
      2 {=confirmed}
      2 {=cancelled}
     ~1 maybe
     ~1 canceled
    word
      3 coffee
      2 call
      1 訪問
     ~1 {words}
    people
      10 {entry}
       6 {entry}{comma}{entry}
       3 {entry}{comma}{entry}{comma}{entry}
       1 {mention}{_}{mention}
      ~2 {comma}{entry}{comma}
      ~2 {entry},,{entry}
      ~1 {entry}\
      ~1 {entry};{_}{entry}
      ~1 {entry} and {entry}
      ~1 ,
    entry
      10 {mention}{label?}
       4 {any name}{label?}
       2 {any name}
       1 {words}
       1 {group-mention}
       1 Haddad\, Noor
       1 {mention}{_}#private
      ~1 {mention} {words}
      ~1 {mention}'s {words}
      ~1 {any name} ({words}) {words}
      ~1 {words} ({words}
      ~1 {any name}({words})
      ~1 \
      ~1 ␣
      ~1 حداد\، نور
      ~1 {mention}{mention}
      ~1 ({words})
    label
      8 ␣(work)
      2 {_}({words})
      3 ␣({relation})
      1 ␣(school, {words})
      1 ␣(sister\, sort of)
      1 ␣(#private)
     ~1 ␣()
     ~1 ␣((work))
     ~1 (work)
     ~1 ␣(work) ␣
     ~1 ␣(work
     ~1 ␣(with {mention})
    relation
      1 sister
      3 {=mother}
      1 son
      1 boss
      1 wife
    comma
      14 ,{_}
       3 ,↵{indent}
       1 ،{_}
       1 、
      ~2 ,
      ~1 ␣,{_}
      ~1 ,{_},{_}
      ~1 ，
      ~1 ,↵// {words}↵{indent}
      ~1 ,↵// kith: format off↵{indent}
      ~1 ↵{indent}
    value-list
      4 {words}
      4 {words}{comma}{words}
      1 Arabic{comma}English{comma}français
     ~1 {words}{comma}{comma}
     ~1 {words}\{comma}{words}
     ~1 ,
    names
      4 {words}
      2 Mara{comma}{words}
      1 @{any handle}-old
      1 {words}{comma}@{same handle}-old
      1 {same name}
      1 Haddad\, Noor{comma}Nunu
      1 {any name}
     ~1 @{any handle}
     ~1 @{any handle} {words}
     ~1 @
    tags
      6 {tag} {tag}
      3 {tag}
      3 {tag-word}{comma}{tag-word}
      2 {tag-word} {tag-word}
      1 {tag-word} {tag-word}{comma}{tag} {tag}
      1 #private
      1 private
     ~1 {tag}, {words}
     ~1 #1{comma}#
     ~1 {tag} {tag-word}
     ~1 {tag},
     ~1 {tag}{tag}
     ~1 {tag-word}/{_}{tag-word}
    """###
}
