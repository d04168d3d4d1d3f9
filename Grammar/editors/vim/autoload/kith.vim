" The functions behind the file type `net`, for Vim 9 (without Vim9 script) and Neovim.

let s:blank = '[ \t\u00a0\u3000]'
" What nobody sees before a line's first mark: directional marks, and a byte-order mark.
let s:lead = '^[\u200e\u200f\u061c\ufeff]*'
let s:empty = '^[ \t\r\u00a0\u3000\u200e\u200f\u061c\ufeff]*$'
let s:heading = s:lead . '\%(#' . s:blank . '\+[^ \t\u00a0\u3000]\|#\{2,6}\%(' . s:blank . '\|$\)\)'
let s:field = s:lead . '[^[:blank:][:punct:][:digit:]][^[:blank:]:]*:\%(' . s:blank . '\|$\)'
let s:record = s:lead . '#' . s:blank . '\+[^ \t\u00a0\u3000]'
let s:fence = '^\s*```'
let s:item_mark = '^\s*[-*+]\s\+\%(\[[ xX-]\]\%(\s\+\|$\)\)\?'
" The kinds of line outside code, of which the first that fits holds; a field and what goes on with it need a header.
let s:kinds = [
  \ ['blank', s:empty],
  \ ['fixed', '^//\s*kith:\|^-\{3,}\s*$\|^\s*|'],
  \ ['comment', s:lead . '//'],
  \ ['heading', s:heading],
  \ ['quote', s:lead . '>'],
  \ ['item', '^[ \t\u00a0\u3000\u200e\u200f\u061c]*[-*+]\%(' . s:blank . '\|$\)'],
  \ ['number', '^\s*\d\+[.)]\s'],
  \ ]
" What would make something else of a line that goes on with a text.
let s:mark = '^\s*\%([-*+]\|#\{1,6}\)\%(\s\|$\)\|^\s*```\|^>\|^//\|^-\{3,}$\|' . s:field


" --- What kind of file it is, and what stands where in it ------------------------------------------------------------

" Whether a file is not another program's: a Pajek network, or a netlist of KiCad or PADS.
function! kith#is_notes(buffer) abort
  for line in getbufline(a:buffer, 1, 100)
    if line !~# s:empty && line !~# '^\s*%' && line !~# '^\s*/\*'
      let pajek = '^' . s:blank . '*\*\%(vertices\s\+\d\|network\%(\s[^*]*\)\?$\)'
      return line !~? pajek && line !~# '^\s*(export\s\+(version\>' && line !~# '^[*!]PADS'
    endif
  endfor
  return 1
endfunction

" All lines of code, which are looked for in the whole text once it has changed: a fence that nothing closes is text.
function! s:code() abort
  if get(b:, 'kith_code_at', -1) == b:changedtick
    return b:kith_code
  endif
  let lines = [''] + getline(1, '$')
  let [b:kith_code, b:kith_code_at, unclosed] = [{}, b:changedtick, 1000]
  let number = match(lines, s:fence, 1)
  while number > 0
    let ticks = s:ticks(lines[number])
    let end = ticks && ticks < unclosed ? match(lines, '^\s*`\{' . ticks . ',}\s*$', number + 1) : -1
    if end > 0
      for line in range(number, end)
        let b:kith_code[line] = 1
      endfor
    elseif ticks
      " A closing line that is missing here is missing for all that are as long or longer.
      let unclosed = min([ticks, unclosed])
    endif
    let number = match(lines, s:fence, max([number, end]) + 1)
  endwhile
  return b:kith_code
endfunction

" How many backticks open code in a line.
function! s:ticks(line) abort
  return len(matchstr(a:line, '^\s*\zs`\{3,}\ze[^`]*$'))
endfunction

" In a large file, as it is read and typed in, nothing above the nearest heading is asked.
function! s:is_small() abort
  return line('$') <= 5000
endfunction

function! s:is_record(number, exactly) abort
  return getline(a:number) =~# s:record && !(a:exactly && has_key(s:code(), a:number))
endfunction

" The kinds of some lines and of those above them in their record, by number. Lines that go on with an item are text. As
" one types, a fence need not be closed yet, and what is far above counts no more.
function! kith#kinds(first, last, typing = 0) abort
  let [start, top] = [a:first, a:typing ? a:first - 1000 : 1]
  while start > 1 && start > top && !s:is_record(start, !a:typing || s:is_small())
    let start -= 1
  endwhile
  let [kinds, header, ticks] = [repeat([''], start), '', 0]
  for line in getline(start, a:last)
    let opening = ticks || line !~# s:fence ? 0 : s:ticks(line)
    if ticks || opening && (a:typing || has_key(s:code(), len(kinds)))
      let ticks = opening ? opening : line =~# '^\s*`\{' . ticks . ',}\s*$' ? 0 : ticks
      let kinds += ['code']
    else
      let kinds += [s:kind(line, header)]
    endif
    let header = s:header(header, kinds[-1], line)
  endfor
  return kinds
endfunction

function! s:kind(line, header) abort
  for [kind, pattern] in s:kinds
    if a:line =~# pattern
      return kind
    endif
  endfor
  let is_field = a:header !=# '' && a:line =~# s:field || a:header ==# 'field' && a:line =~# '^' . s:blank
  return is_field ? 'field' : 'text'
endfunction

" Whether the next line is in a header still, and below what: blank lines may stand directly below a heading alone.
function! s:header(header, kind, line) abort
  if a:kind ==# 'heading'
    return a:line =~# s:lead . '##' ? '' : 'heading'
  elseif a:kind ==# 'field'
    return 'field'
  endif
  return a:kind ==# 'comment' || a:kind ==# 'blank' && a:header ==# 'heading' ? a:header : ''
endfunction

" A fold begins at each heading, or at the comments directly above it. This is asked of all lines, so their first byte, perhaps
" that of an invisible mark, has to do for most.
function! kith#fold(number) abort
  let line = getline(a:number)
  if !s:is_small()
    return line[0:1] ==# '# ' ? '>1' : '='
  elseif line ==# '' || stridx("#/\xe2\xef", line[0]) < 0 || getline(a:number - 1)[0:1] ==# '//'
    return '='
  endif
  let number = a:number
  while getline(number)[0:1] ==# '//'
    let number += 1
  endwhile
  let line = getline(number)
  return line !~# s:heading || has_key(s:code(), number) ? '=' : '>' . len(matchstr(line, '#\+'))
endfunction

" The heading, also where comments stand above it.
function! kith#foldtext() abort
  let number = v:foldstart
  while number < v:foldend && getline(number) =~# '^//'
    let number += 1
  endwhile
  return getline(number) . '  (' . (v:foldend - v:foldstart + 1) . ' lines) '
endfunction

" To the next record, or to the one before; behind the last to the end of the file, before the first to its beginning.
function! kith#go(step) abort
  let times = v:count1
  normal! m'
  for _ in range(times)
    call cursor(0, a:step > 0 ? col('$') : 1)
    let found = search(s:record, a:step > 0 ? 'W' : 'bW')
    while found && !s:is_record(found, s:is_small())
      let found = search(s:record, a:step > 0 ? 'W' : 'bW')
    endwhile
    if !found
      return cursor(a:step > 0 ? [line('$'), col([line('$'), '$'])] : [1, 1])
    endif
  endfor
endfunction


" --- Typing ----------------------------------------------------------------------------------------------------------

" Enter goes on with a list, and ends it on an empty item, as the language server has it in editors that ask it. (This is no
" <expr> mapping: in a macro, Vim would ask for the keys before it has put in what is typed before them.)
function! kith#enter() abort
  call feedkeys("\<C-]>" . s:enter(), 'ni')
endfunction

function! s:enter() abort
  let [line, here, flush] = [getline('.'), line('.'), "\<CR>0\<C-D>"]
  " Where more is there to be read already, it is pasted, and has bullets and indents of its own.
  let is_pasted = reg_executing() ==# '' && getchar(1) isnot# 0
  if pumvisible()
    return "\<CR>"
  elseif is_pasted || line =~# s:empty
    return flush
  elseif col('.') <= indent('.') + 1
    return "\<CR>"
  endif
  let kinds = kith#kinds(here, here, 1)
  if kinds[here] ==# 'field' && line =~# '^' . s:blank && col('.') > len(line)
    return line =~# ',\s*$' ? "\<CR>" : flush
  endif
  let item = s:item(kinds, here)
  let mark = matchstr(getline(item), s:item_mark)
  if item == 0 || item == here && col('.') <= len(mark) && line !=# mark
    return "\<CR>"
  elseif line !=# mark
    return flush . repeat(' ', indent(item)) . substitute(trim(mark), '\[.\]', '[ ]', '') . ' '
  endif
  " An empty item steps out below the item that it is in, and ends the list where there is none.
  while item > 0 && indent(item) >= indent('.')
    let item = s:item(kinds, item - 1)
  endwhile
  call setline('.', item > 0 ? repeat(' ', indent(item)) . trim(line) . ' ' : '')
  call cursor(0, col('$'))
  return ''
endfunction

" The item that a line begins or goes on with, or 0.
function! s:item(kinds, number) abort
  let number = a:number
  while a:kinds[number] ==# 'text' || a:kinds[number] ==# 'comment' && number < a:number
    let number -= 1
  endwhile
  return a:kinds[number] ==# 'item' ? number : 0
endfunction

" Directly behind a bullet or a box, Tab steps the item in, and S-Tab out.
function! kith#tab(key, step) abort
  if !pumvisible() && strpart(getline('.'), 0, col('.') - 1) =~# s:item_mark . '$'
    call feedkeys(a:step > 0 ? "\<C-T>" : "\<C-D>", 'ni')
  elseif has('nvim-0.10') && luaeval('vim.snippet.active({ direction = _A })', a:step)
    call luaeval('vim.snippet.jump(_A)', a:step)
  else
    call feedkeys("\<C-]>" . a:key, 'ni')
  endif
endfunction

" Comments begin in column 0; all lines that are not blank become comments, or none are any more.
function! kith#comment(type = '') abort
  if a:type ==# ''
    set operatorfunc=kith#comment
    return 'g@'
  endif
  let lines = filter(range(line("'["), line("']")), 'getline(v:val) !~# s:empty')
  let all = empty(filter(copy(lines), 'getline(v:val) !~# "^//"'))
  for number in lines
    let line = getline(number)
    call setline(number, all ? substitute(line, '^// \?', '', '') : '// ' . line)
  endfor
endfunction

" For the operator =: what goes on with an item stands two deeper than its bullet, what goes on with a field two deep.
" Nothing else is moved, since an indent says how deep an item is; but a heading, a quote or a comment that is typed is.
function! kith#indent(number) abort
  let kinds = kith#kinds(a:number, a:number, mode() ==# 'i')
  if kinds[a:number] ==# 'field' && getline(a:number) =~# '^' . s:blank
    return 2
  elseif kinds[a:number] ==# 'text' && mode() ==# 'i' && getline(a:number) =~# '^\s*\%([#>]\|//\)'
    " A word that has just been wrapped is none of these.
    return &textwidth && strdisplaywidth(getline(a:number - 1)) + 3 >= &textwidth ? -1 : 0
  elseif kinds[a:number] !=# 'text' || getline(a:number) =~# s:mark
    return -1
  endif
  let item = s:item(kinds, a:number)
  return item > 0 ? indent(item) + 2 : -1
endfunction

" For gq: wraps paragraphs, items, comments and quotes, each for itself; headings, fields and code are left alone, which
" mean something else on two lines.
function! kith#wrap() abort
  if mode() =~# '[iR]'
    return index(['heading', 'field', 'code', 'fixed'], kith#kinds(line('.'), line('.'), 1)[-1]) < 0
  endif
  let pieces = []
  let last = v:lnum + v:count - 1
  let kinds = kith#kinds(v:lnum, last)
  for number in range(v:lnum, last)
    let kind = kinds[number]
    let above = number > v:lnum ? kinds[number - 1] : ''
    if index(['item', 'number', 'text', 'comment', 'quote'], kind) < 0
      continue
    elseif kind ==# 'text' ? index(['item', 'number', 'text'], above) >= 0 : kind ==# above && kind =~# 'comment\|quote'
      let pieces[-1][1] = number
    else
      call add(pieces, [number, number])
    endif
  endfor
  let lines = line('$')
  for [start, end] in reverse(pieces)
    call s:wrap(start, end, kinds[start] =~# 'comment\|quote')
  endfor
  call cursor(last + line('$') - lines, 1)
endfunction

function! s:wrap(start, end, has_leader) abort
  if a:start == a:end && virtcol([a:end, '$']) <= (&textwidth ? &textwidth + 1 : 80)
    return
  endif
  let lines = line('$')
  execute 'silent normal! ' . a:start . 'GV' . a:end . 'Ggw'
  " Words such as `- as always -` must not come to stand where they are a mark.
  for number in a:has_leader ? [] : range(a:end + line('$') - lines, a:start + 1, -1)
    if getline(number) =~# s:mark
      execute 'silent ' . (number - 1) . 'join'
    endif
  endfor
endfunction


" --- Formatting ------------------------------------------------------------------------------------------------------

let s:said = ''

" Gives the buffer its canonical form. What kith refuses stays as it was, and the reason is shown.
function! kith#format() abort
  let s:said = s:format()
  call kith#say()
endfunction

" The reason is shown once the file is saved, or what Vim says of that would hide it.
function! kith#format_before_save() abort
  let s:said = s:format()
endfunction

function! kith#say() abort
  if s:said !=# ''
    echohl WarningMsg | echomsg s:said | echohl None
    let s:said = ''
  endif
endfunction

" Says why the text was left as it was, if it was.
function! s:format() abort
  if !executable('kith')
    return 'kith: there is no kith on the PATH'
  elseif &fileencoding !=# '' && &fileencoding !=# 'utf-8'
    return 'kith: not formatted, since the file is ' . &fileencoding . '; `:set fileencoding=utf-8` makes it UTF-8'
  endif
  let command = 'kith format -'
  " The file counts as part of its notebook, but its folder may not be there yet.
  if expand('%') !=# '' && isdirectory(expand('%:p:h'))
    let command .= ' --stdin-filename ' . shellescape(expand('%:p'))
  endif
  let reasons = tempname()
  let formatted = systemlist(command . ' 2>' . shellescape(reasons), getline(1, '$') + [''])
  let failed = v:shell_error
  let said = filereadable(reasons) ? readfile(reasons) : []
  call delete(reasons)
  if !failed
    call s:replace(formatted)
  endif
  " A note says that kith left the text alone, as a Pajek network; where a mistake is stands below it.
  let first = matchstr(get(said, 0, ''), '^\%(error\|note\): \zs.*')
  let place = matchstr(get(said, 1, ''), '--> \zs.*')
  return (failed || first !=# '' ? 'kith: ' . (first ==# '' ? 'not formatted' : first) : '') . (place ==# '' ? '' : ' (' . place . ')')
endfunction

" Changes only the lines that differ, so that cursor, marks and folds stay with theirs. kith takes and adds blank lines only,
" so two lines that are not blank are the same line before and after.
function! s:replace(lines) abort
  let before = strchars(substitute(strpart(getline('.'), 0, col('.') - 1), s:blank, '', 'g'))
  let number = 1
  for line in a:lines
    while line !~# s:empty && number <= line('$') && getline(number) =~# s:empty
      silent call deletebufline('%', number)
    endwhile
    if number > line('$') || line ==# '' && getline(number) !~# s:empty
      call append(number - 1, line)
    elseif getline(number) !=# line
      call setline(number, line)
    endif
    let number += 1
  endfor
  if number <= line('$')
    silent call deletebufline('%', number, '$')
  endif
  if getline(1, '$') !=# (empty(a:lines) ? [''] : a:lines)
    silent call deletebufline('%', 1, '$')
    call setline(1, a:lines)
  endif
  if &fileformat !=# 'unix' || &bomb
    setlocal fileformat=unix nobomb
  endif
  " The cursor stays behind as many characters of its line; blanks between them come and go.
  let column = matchend(getline('.'), '^\s*\%(\S\s*\)\{' . before . '}')
  call cursor(0, column < 0 ? col('$') : column + 1)
endfunction
