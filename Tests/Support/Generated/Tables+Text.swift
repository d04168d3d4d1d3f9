extension NotationTables {
  /// Running text and what is recognised in it, and the blanks between marks.
  static let inlineTables = ###"""
    _
       1 ␣
      ~8 ␣␣
      ~4 →
      ~2 ⍽
      ~2 ⎵
      ~2 ␣‹U+200F›
      ~1 ‹U+061C›␣
      ~1 ‹U+200E›
      ~1 ␍
      ~2
    .
       1
      ~4 ␣
      ~1 ‹U+200F›
      ~1 ⎵
      ~1 ␣‹U+200E›␣

    text
      24 {words}
      14 {words} {inline}
       8 {words} {inline} {words}
       4 {inline}
       4 {words} {inline}, {inline} {words}
      ~3 {words}{inline}{words}
      ~3 {inline}{inline}
      ~2 {words}{_}{_}{words}
      ~6 {words} {odd-inline} {words}
      ~3 {odd-inline}
      ~1 {words} {odd-inline}{inline}{odd-inline}
    inline
      14 {mention}
       8 {tag}
       3 {url}
       2 <{url}>
       2 [{words}]({url})
       1 [{words} {mention} {tag}](plans/2026.pdf)
       2 `{words}`
       1 ``{words} ` {mention}``
       2 \{punctuation}
       1 **{words}**
       1 {email}
       1 ({mention})
       1 #private
       1 {date}
    odd-inline
       2 [[{any name}]]
       1 [[{words}
       1 {mention} {any name}
       6 @amara Nwosu
       1 @{any name}
       1 [{words}](
       1 [{words}]({words})
       1 [{words} {words}
       1 ]({url})
       1 `{words}
       1 ``{words}`
       1 \{words}
       1 \
       1 <{url} {words}>
       1 ({url}.)
       1 「{url}」
       1 due:{date}
       1 done:{bad-date}
       1 #1
       1 ##{tag-word}
       1 &#39;
       1 C{tag}
       1 {tag}/
       1 {tag}//{tag-word}
       1 #Private
       1 #privat
       1 # private
       1 ＃private
       1 ＠{any handle}
       1 @
       1 @-{any handle}
       1 @{any handle}@social.example
       1 medium.com/@{any handle}
       1 給@{any handle}さん
       1 @nobody
       1 @{any handle}‹U+200D›
       1 @{any handle}‹U+0301›
       1 {control}
       1 {emoji}
       1 ：，・•＃
       1 // {words}
       1 ␣- {words}
       1 ...: x
    mention
      30 @{any handle}
       1 @me
      ~4 @{any spelling}
      ~2 @{any handle}-old
      ~1 @{any handle}'s
      ~1 @ {any handle}
      ~1 @leena
    group-mention
      3 @circle
      1 @kia
      1 @קבוצה
    tag
      6 #founder
      4 #work/maths
      2 #2026-goals
      1 #café
      1 #می‹U+200C›خوانم
      1 #教育/算数
     ~2 #{=founder}
     ~1 #Ключ
     ~1 #İş
     ~1 #tea-
     ~1 #private/x
     ~1 #1a/b/c/d
    tag-word
      3 education
      2 maths
      1 chess/Blitz
      1 Größe
     ~1 #
     ~1 a//b
     ~1 -
     ~1 1
    words
      6 two contacts
      5 a quick call
      4 her first year as head
      3 tea
      3 lunch by the sea
      2 plays the oud, and well
      2 so "they" say (twice)
      2 a plan; a list: three things
      1 école, naïve
      1 سنتها الأولى
      1 長い話
      1 שלום עולם
      1 दो किताबें
      1 e‹U+0301›a‹U+0308›
      1 1. bread
      1 x
      1 gave
      1 it's 12:30
     ~2 {emoji}
     ~1 {strange}
     ~1 {words}→{words}
     ~1 {words}⍽{words}
     ~1 {words}‹U+FEFF›{words}
     ~1 ‹U+200F›{words}‹U+200E›
    punctuation
      1 @
      1 #
      1 `
      1 \
      1 [
      1 ,
      1 *
    digit
      1 1
      1 2
      1 3
      1 6
     ~1 0
     ~1 ٣
    digits
      2 50
      1 2026
      1 007
      1 ٣٤
    emoji
      2 😀
      1 👩‹U+200D›👧
      1 ❤‹U+FE0F›
      1 🇶🇦
    strange
      1 ς Σ ẞ ß İ ı ‹U+212A› ‹U+017F› ǅ
      1 ‹U+0301›
      1 ‹U+200B›
      1 ‹U+202E›
      1 ‹U+2028›
      1 ‹U+FEFF›
      1 ‹U+FFFD›
      1 ‹U+10FFFF›
      1 ‹U+E0100›
      1 ‹U+FB01›
      1 ﾊﾟ
    control
      2 ‹U+0007›
      2 ‹U+0000›
      2 ␍
      1 ‹U+001B›[1m
      1 ‹U+007F›
      1 ‹U+0085›
      1 ‹U+000B›
      1 ‹U+000C›
    torn
      1 ‹FF›
      1 ‹C3›
      1 ‹E2›‹80›
      1 ‹ED›‹A0›‹80›
    """###

  /// The people, in three tables of one row for each: the name, the handle, and the handle as others may write it.
  static let castTables = ###"""
    name
      1 Amara Okafor
      1 Amara Nwosu
      1 Lena Petrova
      1 Jun Tanaka
      1 Łucja Żak_Nowak
      1 小林 健
      1 Νίκος Παπάς
      1 सीता देवी
      1 علی‹U+200C›رضا کریمی
      1 נועה לוי
      1 José Silva
      1 İpek Işık
      1 Kim Doe
      1 Anna Großmann
      1 \50 Cent
      1 Sam O'Neill (Sam)
    handle
      1 amara
      1 nwosu
      1 lena
      1 jun
      1 łucja
      1 小林
      1 νίκος
      1 सीता
      1 علی‹U+200C›رضا
      1 noa-נועה
      1 jos‹U+00E9›
      1 ipek
      1 kim
      1 großmann
      1 50-cent
      1 sam_o
    spelling
      1 Amara
      1 amara-nwosu
      1 LENA
      1 jun-tanaka
      1 Łucja
      1 小林-健
      1 ΝΊΚΟΣ
      1 सीता‹U+200D›
      1 علیرضا
      1 NOA-נועה
      1 jose‹U+0301›
      1 İpek
      1 ‹U+212A›im
      1 GROẞMANN
      1 50-Cent
      1 Sam_O
    """###
}
