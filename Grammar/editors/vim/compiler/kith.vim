" `:make` checks the notes below the working folder, `:make %` the file at hand; both look mentions up in the whole notebook.

if exists('b:current_compiler')
  finish
endif
let b:current_compiler = 'kith'

CompilerSet makeprg=kith\ lint\ --private\ --output-format\ concise
" Columns are those on the screen (%v), which is nearer to kith's characters than Vim's bytes are. The last but one is what
" kith says of itself, such as that a folder cannot be read; the counts at the end are nowhere to go to.
CompilerSet errorformat=%f:%l:%v:\ %trror[N%n]\ %m,%f:%l:%v:\ %tarning[N%n]\ %m,%f:%l:%v:\ %tnfo[N%n]\ %m,%trror:\ %m,%-G%.%#
