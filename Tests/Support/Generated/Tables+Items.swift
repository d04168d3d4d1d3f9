extension NotationTables {
  /// Items: bullets, tasks, dates, heads, continuations.
  static let itemTables = ###"""
    list
       8 {item}↵
       8 {item}↵{item}↵
       4 {item}↵{item}↵{item}↵
       4 {item}↵␣␣{text}↵
       4 {item}↵␣␣{item}↵{item}↵
       2 {item}↵␣␣{item}↵␣␣␣␣{item}↵␣␣{item}↵␣␣␣␣{text}↵
       1 {item}↵{text}↵{item}↵
       1 {item}↵↵␣␣{item}↵
       1 {item}↵{text}↵↵{item}↵
       2 {item}↵{fence}{item}↵
       1 {dated-head-item}↵␣␣{task}↵␣␣{item}↵␣␣␣␣{text}↵
       2 {loose-item+}
      ~8 {loose-item+}
      ~4 {loose-item+}{text}↵{loose-item+}
      ~2 {item}↵// {words}↵␣␣{text}↵// {words}↵␣␣{item}↵
      ~2 {item}↵{indent}{quote}{item}↵
      ~1 {deep-indent}{item}↵{item}↵
    loose-item
       6 {indent}{item}↵
       2 {indent}{item}↵{indent}{text}↵
       1 {indent}{item}↵{blank-lines}↵
       1 {deep-indent}{item}↵
       1 {deep-indent}{item}↵{deep-indent}{text}↵
    indent
       8 ␣␣
       2 ␣␣␣␣
      ~6
      ~3 ␣
      ~3 ␣␣␣
      ~3 →
      ~1 ␣→
      ~1 →␣
      ~3 ⍽
      ~3 ⎵
      ~1 ⎵⍽␣
      ~1 ␣‹U+200F›␣
      ~1 ‹U+200F›
      ~1 ‹U+FEFF›␣
      ~1 {deep-indent}
    deep-indent
       2 ␣␣␣␣␣␣
       1 ␣␣␣␣␣␣␣␣␣
       1 →→
       1 →␣␣␣
       1 ⎵⎵⎵⎵
    item
      20 {bullet}{_}{head}{.}:{_}{text}
      16 {bullet}{_}{text}
      12 {task}
       6 {bullet}{_}{full-date}{_}{text}
       5 {dated-head-item}
       1 {bullet}
       1 {bullet}{_}{head}{.}:
       1 {bullet}{_}{words} #private
       1 {bullet}{_}{=gave} {mention}: {words} #private
      ~2 {bullet}{_}{head}{.}:↵␣␣{text}
      ~6 {bullet}{_}{almost-head}
      ~2 {bullet}{_}{bad-date}{_}{text}
      ~1 {bullet}{_}{full-date}, {text}
      ~1 {bullet}{_}{full-date}{head}: {text}
      ~1 {bullet}{_}{date}{_}{head}: {text}
      ~1 {bullet}{_}{head}: {head}: {text}
      ~1 {bullet}{_}{text}: {text}
      ~1 {bullet}{_}{any-key}:{_}{any-value}
      ~1 {bullet}{_}{bullet}{_}{text}
      ~1 {bullet}{_}# {any name}
      ~1 {bullet}{_}> {words}
      ~1 {bullet}{_}``` {words}
      ~1 {bullet}{head}: {text}
    dated-head-item
       6 {bullet}{_}{full-date}{_}{head}{.}:{_}{text}
       2 {bullet}{_}{full-date}:{_}{head}{.}:{_}{text}
    bullet
      24 -
       3 *
       2 +
      ~1 -‹U+200F›
      ~1 •
      ~1 ・
      ~1 –
      ~1 {digit}.

    task
       8 {bullet}{_}{checkbox}{_}{text}
       4 {bullet}{_}{checkbox}{_}{people-in-head}{.}:{_}{text}
       4 {bullet}{_}[ ]{_}{text} due:{date}
       3 {bullet}{_}[x]{_}{full-date}{_}{text}
       2 {bullet}{_}[x]{_}{people-in-head}:{_}{text} done:{date}
       1 {bullet}{_}{checkbox}{_}{text}↵␣␣{words} due:{date}, {words}
       1 {bullet}{_}{checkbox}
      ~2 {bullet}{_}[ ]{_}{full-date}{_}{text}
      ~1 {bullet}{_}{checkbox}{_}{head}: {text}
      ~1 {bullet}{_}{checkbox}{_}{text} due:{bad-date}
      ~1 {bullet}{_}{checkbox}{_}{text} (due:{date}). DUE:{date}~
      ~1 {bullet}{_}{checkbox}{_}{text} due: {date} Done:{date}
      ~1 {bullet}{_}{checkbox}{_}{text} overdue:{date}
      ~1 {bullet}{_}{checkbox}{text}
      ~1 {bullet}{checkbox} {text}
      ~1 {bullet}{_}{full-date}{_}{checkbox}{_}{text}
      ~1 {bullet}{_}{checkbox}{_}{almost-head}
    checkbox
      4 [ ]
      4 [x]
      2 [-]
      1 [X]
     ~1 []
     ~1 [v]
     ~1 [⍽]
     ~1 [x
     ~1 [ ]‹U+061C›
     ~1 (x)
     ~1 ‹U+2610›
     ~1 ［ ］

    head
      24 {label-word}{_}{people-in-head}
      10 {label-word}
      10 {people-in-head}
       3 {=intro}{_}{mention}{joiner}{mention}
       1 {=intro}{_}@me{joiner}{mention}
      ~2 {no-label}{_}{people-in-head}
      ~1 {no-label}
    label-word
      3 {=story}
      3 {=challenge}
      3 {=idea}
      3 {=ask}
      3 {=offer}
      4 {=gave}
      4 {=got}
      2 {=intro}
      3 {=thanks}
    no-label
      2 give
      1 stories
      1 introduced
      1 agenda
      1 Lunch
      1 gäve
      1 ask‹U+200D›
      1 to
    people-in-head
      12 {mention}
       4 {mention}{joiner}{mention}
       1 {mention}{joiner}{mention}{joiner}{mention}
       1 {mention}{joiner}@me
      ~1 {mention}{joiner}
      ~1 {joiner}{mention}
      ~1 {group-mention}
    joiner
      8 ,{_}
      2 {_}
      2 ␣&␣
      1 ␣+␣
      1 ،␣
      1 、
     ~1 ,
     ~1 &
     ~1 ,‹U+200F›␣
     ~1 ␣, ,␣
     ~1 +
     ~1 ␣and␣
     ~1 ，
     ~1 /
    almost-head
      2 {=gave} to {mention}: {text}
      2 {=gave} {mention}:{text}
      2 {=got} {mention} {text}
      2 {=intro} {mention} and {mention}: {text}
      1 {=gave} ({mention}): {text}
      2 {=gave} {mention}‹U+FF1A›{text}
      1 {label-word}:{text}
      1 {mention}:{text}
      1 {mention} and {mention}: {text}
      1 {=gave} {full-date} {mention}: {text}
      1 {no-label} {mention}: {text}
      1 {any name}: {text}
      1 {=gave} {any name}: {text}
      1 **{=gave} {mention}**: {text}
      1 {=gave} {mention}↵␣␣{words}: {words}
      1 {=gave} {mention} - {text}
      1 {=gave} {mention};{text}
      1 \{=gave} {mention}: {text}
    """###
}
