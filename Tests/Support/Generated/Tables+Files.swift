extension NotationTables {
  /// Files, records and headers, and what may come at any line's end or start.
  static let fileTables = ###"""
    file
      60 {record}{record*}
      20 {opening}{record}{record*}
      14 {opening}{block+}{record*}
       1 {blank-lines}
       1 {front-matter}{record+}
       1
      ~6 {record}{block}{record*}
      ~1 {blank-lines}*{=vertices}{_}{digit}↵1 "{any name}"↵{record}
      ~1 *{=network}{_}{words}↵{record?}
      ~1 *Network*{_}{words}↵{record?}
      ~1 {torn}{record}
    opening
      4 {text}↵↵
      3 // {words}↵↵
      1 // kith: ignore-file {rule}↵↵
      2 ‹U+FEFF›
     ~4 ␣␣↵‹U+FEFF›
     ~1 ‹U+FEFF›‹U+FEFF›
     ~2 ‹U+FEFF›␣
     ~2 ↵
    blank-lines
      3 ↵
      1 ␣↵→↵
      1 ⍽⎵‹U+200F›
      1 ␣␍␣
    front-matter
      4 ---↵title: {words}↵{own-field}↵---↵
      1 ‹U+FEFF›---↵title:↵---↵
     ~1 ---↵{words}↵---↵
     ~2 ---↵title: {words}↵

    record
      24 {comment-lines?}{person-heading}↵{person-header}{notes}
      14 {comment-lines?}{meeting-heading}↵{meeting-header}{notes}
       4 {group-heading}↵{=kind}:{_}{=group}↵{group-line*}{notes}
       4 {group-heading}↵{group-line*}{=kind}:{_}{=org}↵{notes}
       1 {pair}{notes}
       3 {page-heading}↵{=kind}:{_}{=page}↵{page-line*}{notes}
      ~3 {person-heading}↵
      ~2 {odd-heading}↵{person-header}{notes}
      ~1 {group-heading}↵{kind-field}↵{group-line*}{notes}
      ~1 {page-heading}↵{person-header}{kind-field}↵{notes}
    pair
      1 # Ann Bell @ann↵knows: @bo ({relation})↵↵# Bo Carr @bo↵knows: @ann ({relation})↵
      1 # Ann Bell @ann↵via: @bo↵↵# Bo Carr @bo↵via: @ann↵
      1 # Ann Bell @ann↵↵- 2026-11-14 intro @bo, @me: {words}↵↵# Bo Carr @bo↵via: @ann↵
      1 # Priya Nair @ann↵↵# Ann @ann-b↵
      1 # Ann Bell @ann-doha↵email: {email}↵↵# Ann Bell @ann-paris↵email: {email}↵
      1 # Ann Bell @ann↵aka: Bo, @bo↵↵# Bo Carr @bo-c↵aka: Bo↵↵Saw @bo.↵
      1 # 2026-11-14 Tea with @ann↵↵# 2026-11-14 Tea with @ann↵
    comment-lines
      3 // {words}↵
      1 // {words}↵//↵
      1 //{words}↵// {words}↵
      1 // kith: ignore {rule}↵
     ~2 // {words}↵↵

    person-header
      12 {person-line+}
       3
       2 ↵{person-line+}
      ~2 ↵↵// {words}↵↵{person-line+}
      ~1 {person-line}↵{person-line}
      ~1 {block}{person-line}
    meeting-header
       8 {meeting-line+}
       8
       1 ↵{meeting-line+}
      ~1 {block}{meeting-line}
    person-line
      30 {person-field}↵
       4 {own-field}↵
      ~3 {misplaced-field}↵
      ~2 {again}
    group-line
       4 {person-field}↵
       2 {members-field}↵
       1 {own-field}↵
      ~1 {misplaced-field}↵
      ~1 {again}
    meeting-line
      12 {meeting-field}↵
       2 {own-field}↵
      ~2 {misplaced-field}↵
      ~2 {again}
    page-line
      3 {tags-field}↵
      2 {own-field}↵
     ~3 {misplaced-field}↵

    notes
       4 ↵
      16 ↵{block+}↵
       6 ↵{block}↵{block}
       6 {block+}↵
       2
      ~1 ↵↵↵{block+}

    line-tail
       1
      ~9 ␣
      ~6 ␣␣
      ~3 →
      ~1 ⍽
      ~1 ⎵
      ~1 ␍␣
      ~1 ␍
      ~1 ‹U+200F›
      ~1 \
      ~1 {control}
    line-lead
       1
      ~9 // {words}↵
      ~2 //↵
      ~5 ↵
      ~3 ␣␣↵
      ~1 →‹U+200E›↵
      ~5 {again}
      ~4 // kith: format off↵
      ~3 // kith: format on↵
      ~1 //kith:format  off {words}↵
      ~2 // kith: ignore {rule}↵
      ~1 // kith: {words}↵
      ~3 ‹U+200F›
      ~1 ‹U+061C›
      ~2 ‹U+FEFF›
      ~1 ‹U+FEFF›// {words}↵
      ~2 ␣
      ~2 ␣␣
      ~1 \
      ~1 {fence-mark}↵
      ~1 {block}
    rule
      4 unknown-mention
      2 unknown-people
      2 wiki-link, stray-due
      1 wide-mark -- {words}
     ~1 all
     ~1 unknown-mentoin
    """###
}
