extension NotationTables {
  /// Notes: lists, paragraphs, quotes, fences, sections, separators.
  static let blockTables = ###"""
    block
      20 {list}
      10 {paragraph}
       4 {quote}
       4 {fence}
       4 {section}↵
       1 {separator}↵
       1 // {words}↵
       1 // kith: format off↵{block}// kith: format on↵
       2 ↵
      ~1 {stairs}
      ~3 {escaped-line}↵
      ~3 {almost-mark}↵
      ~2 // kith: format off↵{list}
      ~1 {list}// kith: format off↵{list}// kith: format on↵{list}
      ~1 {person-field}↵
      ~1 {meeting-field}↵
    paragraph
      12 {text}↵
       5 {text}↵{text}↵
       2 {text}↵{text}↵{text}↵
      ~3 {indent}{text}↵{indent}{text}↵
      ~2 {text}↵// {words}↵{text}↵
      ~2 #private {words}↵
      ~1 {digit}. {words}↵
      ~1 {own-field}↵
    quote
       5 > {text}↵
       3 > {text}↵> {text}↵
       1 >{text}↵
       1 >↵
       1 > {words} #private↵
      ~2 >{_}{_}{text}↵>↵>{text}↵
      ~1 > > {words}↵
      ~1 ␣> {words}↵
      ~1 > - {words}↵
      ~1 > {text}↵// {words}↵> {text}↵
    section
       8 ##{_}{text}
       3 ###{_}{text}
       1 ####{_}{text}
       1 #####{_}{text}
       1 ######{_}{text}
       1 ##{_}{words} #private
      ~2 ##
      ~1 ##␣
      ~1 ##{_}{words} ##
      ~1 ##{_}{date} {words}
      ~1 ######## {words}
      ~1 ##{words}
      ~1 ␣## {words}
    separator
       6 ---
       2 -----
      ~1 ---␣→
      ~1 ␣---
      ~1 --
      ~1 - - -
      ~1 ***
      ~1 --- {words}
    fence
       8 {fence-mark}↵{code-line*}```↵
       3 {fence-mark} {words}↵{code-line*}```↵
       1 ````↵{code-line}```↵{code-line}````↵
       1 ␣␣```↵{code-line}→`````↵
       1 ```↵```↵
      ~3 {fence-mark}↵{code-line*}
      ~2 ```↵{person-heading}↵{meeting-heading}↵```↵
      ~1 ``` {words} ` {words}↵
      ~1 ``↵{code-line}``↵
      ~1 ~~~↵{code-line}~~~↵
      ~1 <<<<<<< {words}↵{code-line*}=======↵{code-line*}>>>>>>> {words}↵
      ~1 >>>>>>> {words}↵
      ~1 ```↵{code-line}‹U+FEFF›```↵
      ~1 ```↵‹U+FEFF›{words}↵```⎵↵
    fence-mark
       8 ```
       1 ````
      ~2 ␣␣```
      ~1 →```
      ~1 ‹U+200F›```
    code-line
       4 let tea = {digit}↵
       4 ␣␣{words}↵
       2 # {words}↵
       1 ↵
       1 - {words}↵
       1 // {words}↵
       1 {text}↵
      ~1 {control}↵
      ~1 ␣␣␣↵
    escaped-line
       1 \# {words}
       1 \## {words}
       1 \- {words}
       1 \* {words}
       1 \> {words}
       1 \// {words}
       1 \---
       1 \```
       1 \{text}
       1 ␣␣\+ {words}
    almost-mark
       3 [ ] {words}
       1 [x] {words}
       1 {=gave} {mention}: {words}
       1 {head}: {text}
       1 -{words}
       1 *{words}
       1 -{checkbox} {words}
       2 ‹U+2022› {text}
       1 ‹U+30FB›{text}
       1 ‹U+FF1E› {words}
       1 ‹U+FF0D› {words}
       1 ␣# {any name} @{any handle}
       1 ␣␣// {words}
       1 #{any name}
       1 ‹U+FF03› {any name}
       1 ‹U+FF0F›‹U+FF0F› {words}
       1 {date} {words}
       1 #private
       1 # private
       1 #{tag}{tag}
    stairs
    """### + "\n  1 " + (0..<36).map { String(repeating: "␣", count: $0) + "- \($0)↵" }.joined()
}
