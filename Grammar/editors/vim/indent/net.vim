" The operator = sets what goes on with an item below its text, and moves nothing else: depth is for the writer to say. What
" is typed and stands in column 0 only, goes there.

if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=kith#indent(v:lnum) indentkeys=0#,0>,0=//
let b:undo_indent = 'setlocal indentexpr< indentkeys<'
