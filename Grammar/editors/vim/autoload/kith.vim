" The functions behind the file type `net`, for Vim 9 (without Vim9 script) and Neovim.

let s:blank = '[ \t\u00a0\u3000]'
" What nobody sees before a line's first mark: directional marks, and a byte-order mark.
let s:lead = '^[\u200e\u200f\u061c\ufeff]*'
let s:empty = '^[ \t\r\u00a0\u3000\u200e\u200f\u061c\ufeff]*$'
let s:heading = s:lead . '\%(#' . s:blank . '\+[^ \t\u00a0\u3000]\|#\{2,6}\%(' . s:blank . '\|$\)\)'
let s:field = s:lead . '[^[:blank:][:punct:][:digit:]][^[:blank:]:]*:\%(' . s:blank . '\|$\)'
let s:landmark = s:lead . '#\|^\s*```'
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

" The fold of each line, counted from 1, where its record begins, all records, and first and last lines of code. All lines are read at once,
" since whether one is a heading depends on the fences above it, and again once the text has changed.
function! s:outline() abort
  if get(b:, 'kith_outlined_at', -1) == b:changedtick
    return b:kith_outline
  endif
  let lines = [''] + getline(1, '$')
  let outline = {'folds': [], 'starts': [], 'records': [1], 'code': []}
  let [level, unclosed] = [0, 1000]
  let number = match(lines, s:landmark, 1)
  while number > 0
    let ticks = len(matchstr(lines[number], '^\s*\zs`\{3,}\ze[^`]*$'))
    let end = ticks && ticks < unclosed ? match(lines, '^\s*`\{' . ticks . ',}\s*$', number + 1) : -1
    if end > 0
      let outline.code += [[number, end]]
    elseif ticks
      " A closing line that is missing here is missing for all that are as long or longer.
      let unclosed = min([ticks, unclosed])
    elseif lines[number] =~# s:heading
      " Comments directly above a heading belong to it.
      let start = number
      while lines[start - 1][0:1] ==# '//'
        let start -= 1
      endwhile
      let outline.folds += repeat([level], start - len(outline.folds))
      let level = len(matchstr(lines[number], '#\+'))
      let outline.folds += ['>' . level]
      if level == 1
        let outline.starts += repeat([outline.records[-1]], number - len(outline.starts))
        let outline.records += [number]
      endif
    endif
    let number = match(lines, s:landmark, max([number, end]) + 1)
  endwhile
  let outline.folds += repeat([level], len(lines) - len(outline.folds))
  let outline.starts += repeat([outline.records[-1]], len(lines) - len(outline.starts))
  call remove(outline.records, 0)
  let [b:kith_outline, b:kith_outlined_at] = [outline, b:changedtick]
  return outline
endfunction

function! s:is_code(number) abort
  return !empty(filter(copy(s:outline().code), 'v:val[0] <= a:number && a:number <= v:val[1]'))
endfunction

" The kinds of some lines and of those above them in their record, by number. Lines that go on with an item are text.
function! kith#kinds(first, last) abort
  let start = s:outline().starts[a:first]
  let [kinds, header] = [repeat([''], start), '']
  for line in getline(start, a:last)
    let kinds += [s:kind(line, header)]
    let header = s:header(header, kinds[-1], line)
  endfor
  for [from, to] in filter(copy(s:outline().code), 'v:val[0] <= a:last && v:val[1] >= start')
    for number in range(max([from, start]), min([to, a:last]))
      let kinds[number] = 'code'
    endfor
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

function! kith#fold(number) abort
  return s:outline().folds[a:number]
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
  let [here, times] = [line('.'), v:count1]
  let records = filter(copy(s:outline().records), a:step > 0 ? 'v:val > here' : 'v:val < here')
  normal! m'
  if len(records) < times
    call cursor(a:step > 0 ? [line('$'), col([line('$'), '$'])] : [1, 1])
  else
    call cursor(records[a:step > 0 ? times - 1 : -times], 1)
  endif
endfunction


" --- Typing ----------------------------------------------------------------------------------------------------------

" Enter goes on with a list, and ends it on an empty item, as the language server has it in editors that ask it. (This is no
" <expr> mapping: in a macro, Vim would ask for the keys before it has put in what is typed before them.)
function! kith#enter() abort
  let line = getline('.')
  let mark = matchstr(line, '^\s*[-*+]\s\+\%(\[[ xX-]\]\%(\s\+\|$\)\)\?')
  if mark ==# '' || col('.') <= len(mark) && line !=# mark || pumvisible() || s:is_code(line('.'))
    call feedkeys("\<C-]>\<CR>", 'ni')
  elseif line ==# mark
    call setline('.', '')
    call cursor(0, 1)
  else
    let next = substitute(trim(mark), '\[.\]', '[ ]', '')
    call feedkeys("\<C-]>\<CR>0\<C-D>" . repeat(' ', indent('.')) . next . ' ', 'ni')
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
" Nothing else is moved, since an indent says how deep an item is.
function! kith#indent(number) abort
  let kinds = kith#kinds(a:number, a:number)
  if kinds[a:number] ==# 'field' && getline(a:number) =~# '^' . s:blank
    return 2
  elseif kinds[a:number] !=# 'text' || getline(a:number) =~# s:mark
    return -1
  endif
  let above = a:number - 1
  while kinds[above] ==# 'text' || kinds[above] ==# 'comment'
    let above -= 1
  endwhile
  return kinds[above] ==# 'item' ? indent(above) + 2 : -1
endfunction

" For gq: wraps paragraphs, items, comments and quotes, each for itself; headings, fields and code are left alone, which
" mean something else on two lines.
function! kith#wrap() abort
  if mode() =~# '[iR]'
    return index(['heading', 'field', 'code', 'fixed'], kith#kinds(line('.'), line('.'))[-1]) < 0
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
