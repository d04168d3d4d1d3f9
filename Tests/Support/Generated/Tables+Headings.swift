extension NotationTables {
  /// Record headings, and the dates and times in them.
  static let headingTables = ###"""
    person-heading
      30 #{_}{next name}{_}@{same handle}
       8 #{_}{next name}{_}@{same handle}{_}{tag}
       2 #{_}{next name}{_}{tag}{_}@{same handle}{_}{tag}
       5 #{_}{next name}
       1 #{_}{next name}{_}{tag}
       1 #{_}{next name}{_}@{same handle}{_}#private
      ~1 #{_}{next name}{_}@{same spelling}
      ~3 #{_}{next name}{_}@{any handle}
      ~2 #{_}@{next handle}
      ~2 #{_}{tag}
      ~3 #{_}{next name}{_}{mention}{_}@{same handle}
      ~1 #{_}{next name} (@{same handle})
      ~1 #{_}@{next handle}{_}{same name}
      ~1 #{_}{next name}{tag}
      ~1 #{_}{next name}{_}@{same handle}:
      ~1 #{_}{next name}{_}@{same handle} {words}
      ~1 #{_}{next name}{_}@me
      ~1 #{_}{next name}{_}@lеna
      ~1 #{_}¿?
      ~2 #{_}\{digits} {words}
      ~1 #{_}{text}
      ~1 {again}#{_}{next name}
    odd-heading
      3 #{next name} @{same handle}
      2 ␣#{_}{next name} @{same handle}
      2 #
      1 #␣
      1 ‹U+FF03› {next name}
      1 ‹U+FEFF›# {next name} @{same handle}
      1 #‹U+200F› {next name} @{same handle}
      1 #‹U+200F›
      1 {next name}
      1 # {control}
      1 # # {words}
      1 \# {words}
    group-heading
      6 #{_}{group}{_}@{group-handle}
      1 #{_}{group}
      1 #{_}{group}{_}@{group-handle}{_}{tag}
      1 #{_}{group}{_}#private{_}@{group-handle}
     ~1 {person-heading}
    page-heading
      6 #{_}{words}
      1 #{_}{words} {tag}
      1 #{_}{text}
      1 #{_}\{date} {words}
      1 #{_}{words}{_}#private
     ~1 #{_}{words} {mention}
    group
      3 Maths circle
      2 Katara International Academy
      1 קבוצת קריאה
      1 '68er Stammtisch
    group-handle
      3 circle
      2 kia
      1 קבוצה
      1 stammtisch-2

    meeting-heading
      24 #{_}{full-date}{_}{title}
      12 #{_}{full-date}{_}{time-span}{_}{title}
       4 #{_}{full-date}
       4 #{_}{date-or-interval}{_}{title}
       1 #{_}{full-date}{_}{title} #private
      ~3 #{_}{full-date}:{_}{title}
      ~2 #{_}{full-date}:{_}{time-span}:{_}{title}
      ~1 #{_}{date-or-interval}:
      ~5 #{_}{bad-date}{_}{title}
      ~2 #{_}{full-date}{_}{bad-time}{_}{title}
      ~1 #{_}{date}{title}
      ~1 #{_}{digits} {words}
      ~2 #{_}{title} {full-date}
      ~1 #{_}{next name} {full-date} {time} @{same handle}
      ~1 #{full-date} {title}
      ~1 #{_}{full-date}T{time} {title}
      ~1 ##{_}{full-date}{_}{title}
      ~1 {again}
    title
      12 {words} with {mention}
       6 {words} with {mention} and {mention}
       3 {words}
       2 {words} @{any handle}'s {words}
       1 {words}: {mention}, {mention} {tag}
       1 {text}
       1 {words} with {group-mention}
      ~2 {words} with {any name}
      ~1 @me
    date-or-interval
       4 {date}
       2 {date}/{date}
       1 {full-date}/{full-date}
       1 {date}~/{date}~
       1 2026-11-03/2026-11-05
      ~1 {full-date}/
      ~1 2026-11-05/2026-11-03
    date
      12 {full-date}
       4 {year}-{month}
       3 {year}
       3 {year}-{month}-{day}~
       1 {year}-{month}~
       1 {year}~
      ~3 {bad-date}
    full-date
      30 {year}-{month}-{day}
       1 2024-02-29
       1 9999-12-31
      ~2 {year}-{month}-{day}~
      ~1 0001-01-01
      ~1 2026-02-30
      ~1 2026-13-01
      ~1 0000-01-01
      ~1 2026-11-1{digit}
    year
      4 2026
      3 2025
      1 1980
     ~1 0001
    month
      4 11
      2 01
      2 05
      1 12
     ~1 00
    day
      1 01
      1 14
      1 20
      1 28
      1 30
    yearless
      4 --05-14
      1 --02-29
      1 --05-14~
     ~1 --02-30
     ~1 05-14
    bad-date
      2 2026-13-01
      2 1900-02-29
      2 14/11/2026
      1 31/12/1980
      2 03/04/2026
      2 14.11.2026
      1 2026/11/14
      1 2026.11.14
      2 14 Nov 2026
      1 14 May
      1 Nov 14, 2026
      5 ٢٠٢٦-١١-١٤
      1 २०२६-११-१४
      1 ‹U+FF12›026-11-14
      1 2026-11-14,
      1 20261114
      1 2026-11-14/15
      1 2026-11-14T15:00
      1 26-11-14
      1 c. 1980
      1 yesterday
    time-span
      6 {time}
      4 {time}-{time}
      1 21:30-1:15
     ~2 {bad-time}
    time
      3 15:00
      2 16:30
      1 9:05
      1 0:00
      1 23:59
    bad-time
      2 25:00
      1 12:60
      2 15.00
      1 3pm
      1 15:00–16:30
      1 15:00 - 16:30
      1 noon
      1 15:00-
      1 15:0
      1 ١٥:٠٠
    """###
}
