" What the package for Vim and Neovim does, in Vim 9 and Neovim 0.7 and 0.11: each is asked for what a person would see, and
" a line is written for each thing that holds. The words of a file are given to s:open, what is typed to s:type.

let s:said = []
let s:failed = 0

function! s:see(what, wanted, found) abort
  if a:wanted ==# a:found
    return add(s:said, 'ok: ' . a:what)
  endif
  let s:failed = 1
  call add(s:said, 'FAILED: ' . a:what . "\n  wanted " . string(a:wanted) . "\n  found  " . string(a:found))
endfunction

function! s:open(name, lines) abort
  silent! %bwipeout!
  call writefile(a:lines, a:name)
  execute 'silent edit ' . a:name
  call cursor(1, 1)
endfunction

" Keys are those of a macro, since what is there to be read at once is pasted otherwise.
function! s:type(keys) abort
  let @q = s:keys_of(a:keys)
  call feedkeys('@q', 'tx')
endfunction

function! s:keys_of(names) abort
  return substitute(a:names, '<[^<> ]\+>', '\=eval("\"\\" . submatch(0) . "\"")', 'g')
endfunction

function! s:lines() abort
  return getline(1, '$')
endfunction

" What is there after some keys in a file of its own.
function! s:typed(lines, keys) abort
  call s:open('typed.net', a:lines)
  call s:type(a:keys)
  return s:lines()
endfunction

function! s:detection() abort
  let kinds = [
    \ ['people.net', ['# Noor Haddad @noor'], 'net'],
    \ ['people.net.md', ['# Noor Haddad @noor'], 'net'],
    \ ['empty.net', [], 'net'],
    \ ['emphasis.net', ['*Network thinking* is what we talked about.'], 'net'],
    \ ['item.net', ['* Vertices of a triangle'], 'net'],
    \ ['pajek.net', ['*Vertices 3', '1 "Amara"'], ''],
    \ ['remark.net', ['% from a course', '', '/* 2026 */', '*vertices 3'], ''],
    \ ['named.net', ['', '*Network of friends', '*Vertices 3'], ''],
    \ ['pajek.net.md', ['*Vertices 3'], 'markdown'],
    \ ['board.net', ['(export (version "E")', '  (design'], ''],
    \ ['pads.net', ['*PADS-PCB*', '*PART*'], ''],
    \ ['other.md', ['# Noor'], 'markdown'],
    \ ]
  for [name, lines, kind] in kinds
    call s:open(name, lines)
    call s:see(name . ' with ' . string(get(lines, -1, 'nothing')) . ' is of the kind "' . kind . '"', kind, &filetype)
  endfor
  silent! %bwipeout!
  call delete('new.net')
  edit new.net
  call s:see('a new file is of the kind "net"', 'net', &filetype)
endfunction

function! s:typing() abort
  call s:see('Enter goes on with a list', ['- bread', '- salt'], s:typed(['- bread'], 'A<CR>salt<Esc>'))
  call s:see('on its level', ['- bread', '  - rye', '  - oats', '  - corn'],
    \ s:typed(['- bread', '  - rye'], 'GA<CR>oats<CR>corn<Esc>'))
  call s:see('with a box that is open', ['- [x] call', '- [ ] write'], s:typed(['- [x] call'], 'A<CR>write<Esc>'))
  call s:see('and ends it on an empty item', ['- bread', '', 'and prose'], s:typed(['- bread'], 'A<CR><CR><CR>and prose<Esc>'))
  call s:see('also on an empty task', ['- [ ] call', ''], s:typed(['- [ ] call'], 'A<CR><CR><Esc>'))
  call s:see('Enter within an item makes two', ['- [ ] ring ', '- [ ] and write'], s:typed(['- [ ] ring and write'], 'fai<CR><Esc>'))
  call s:see('Enter before a bullet makes room', ['', '- bread'], s:typed(['- bread'], 'I<CR><Esc>'))
  call s:see('Enter after a field begins a line', ['# Noor', 'role: coach', 'place: Doha'],
    \ s:typed(['# Noor', 'role: coach'], 'GA<CR>place: Doha<Esc>'))
  call s:see('and is nothing special in code', ['```', '- bread', 'x', '```'], s:typed(['```', '- bread', '```'], 'jA<CR>x<Esc>'))
  call s:see('an abbreviation ends at Enter', ['- with respect', '- x'],
    \ s:typed(['-'], ":iabbrev <buffer> wr with respect<CR>A wr<CR>x<Esc>"))
  call s:see('. types two items anew', ['- a', '- b', '- c', '- b', '- c'],
    \ s:typed(['- a'], 'A<CR>b<CR>c<Esc>.'))
  let wrapped = ['- [x] story @amara: her first year, with', '  forty new teachers']
  call s:see('Enter below a wrapped item begins the next', wrapped + ['- [ ] third'], s:typed(copy(wrapped), 'GA<CR>third<Esc>'))
  call s:see('on its level', ['- a', '  - b', '    and c', '  - d'], s:typed(['- a', '  - b', '    and c'], 'GA<CR>d<Esc>'))
  call s:see('or makes room before it', ['- a', '', 'and b'], s:typed(['- a', 'and b'], 'GI<CR><Esc>'))
  call s:see('and Enter twice ends the list', wrapped + ['', '# 2026-01-02 Tea'],
    \ s:typed(copy(wrapped), 'GA<CR><CR><CR># 2026-01-02 Tea<Esc>')[0:1] + s:lines()[2:])
  call s:see('Enter below a field on two lines begins the next', ['# Noor', 'role: coach and', '  founder', 'place: Doha'],
    \ s:typed(['# Noor', 'role: coach and', '  founder'], 'GA<CR>place: Doha<Esc>'))
  call s:see('but goes on behind a comma', ['# Noor', 'role: coach,', '  founder,', '  head'],
    \ s:typed(['# Noor', 'role: coach,', '  founder,'], 'GA<CR>head<Esc>'))
  call s:see('a blank line takes no indent along', ['- a', '  ', '# Tea'], s:typed(['- a', '  '], 'GA<CR># Tea<Esc>'))
  for [mark, line] in [['>', '> said'], ['//', '// mine'], ['#', '# Tea']]
    call s:see(mark . ' goes to column 0 below a wrapped item', ['- a', '  and b', line], s:typed(['- a', '  and b'], 'Go' . line . '<Esc>'))
  endfor
  call s:see('but not in code', ['- a', '  ```', '  # b'], s:typed(['- a', '  ```'], 'Go# b<Esc>'))
  call s:see('code that is being typed is no list', ['```', '- x', '```', '', '- a'],
    \ s:typed(['', '', '- a'], 'i```<CR>- x<CR>```<Esc>'))
  call s:see('below it there are lists again', ['```', '# x', '```', '- a', '- b'],
    \ s:typed(['```', '# x', '```', '- a'], 'GA<CR>b<Esc>'))
  call s:open('typed.net', [''])
  call feedkeys(s:keys_of('i- a<CR>  - b<CR>    and c<CR>- d<Esc>'), 'tx')
  call s:see('what is pasted stays as it is', ['- a', '  - b', '    and c', '- d'], s:lines())

  call s:see('TAB behind a bullet steps in, S-TAB out', ['- a', '  - b', '    - [ ] c', '  - [ ] d'],
    \ s:typed(['- a'], 'A<CR><Tab>b<CR>[ ] <Tab>c<CR><S-Tab>d<Esc>'))
  call s:see('Enter on an empty item steps out, level by level', ['- a', '  - b', '    - c', '- d', '', 'e'],
    \ s:typed(['- a', '  - b', '    - c'], 'GA<CR><CR><CR>d<CR><CR><CR>e<Esc>'))
  call s:see('TAB is two blanks', ['  - rye'], s:typed([''], 'i<Tab>- rye<Esc>'))

  call s:see('a comment begins in column 0', ['// - bread', '//   - rye', '', '- salt'],
    \ s:typed(['- bread', '  - rye', '', '- salt'], 'gcip'))
  call s:see('and is taken back', ['- bread', '  - rye', 'salt'], s:typed(['// - bread', '//   - rye', '//salt'], 'gcG'))
  call s:see('gcc is for a line', ['  - rye', '// salt'], s:typed(['  - rye', 'salt'], 'jgcc'))
  call s:see('gc is for lines that are marked', ['// a', '// b', 'c'], s:typed(['a', 'b', 'c'], 'Vjgc'))
  call s:see('other plugins know the comment mark', '// %s', &commentstring)

  call s:see('CTRL-N takes a whole handle', ['@amara-okafor', '@amara-okafor'], s:typed(['@amara-okafor', '@am'], 'GA<C-N><Esc>'))
  call s:see('* finds it whole', '\<@amara-okafor\>', [s:typed(['@amara-okafor', '@amara'], '*'), @/][1])
endfunction

function! s:wrapping() abort
  let long = 'two contacts in maths departments, and one more'
  call s:see('gq wraps an item below its text', ['  - gave @lena: two contacts in maths', '    departments, and one more'],
    \ s:wrapped(['  - gave @lena: ' . long], 'gqq'))
  call s:see('also behind a box', ['- [ ] @lena: two contacts in maths', '  departments, and one more', '- tea'],
    \ s:wrapped(['- [ ] @lena: ' . long, '- tea'], 'gqG'))
  call s:see('a quote and a comment keep their marks', ['> two contacts in maths departments, and', '> one more',
    \ '// two contacts in maths departments, and', '// one more'],
    \ s:wrapped(['> ' . long, '// ' . long], 'gqG'))
  call s:see('lines of an item become one first', ['- two contacts in maths'], s:wrapped(['- two contacts', '  in maths'], 'gqip'))
  let kept = ['# Noor Haddad who came to the fair with us @noor', 'role: head of the school on the hill by the sea', 'place: Doha',
    \ '', '## What she said to me when we met at the fair', '```', 'code', 'that stands as it stands, however long it may be', '```', '---']
  call s:see('headings, fields and code keep their lines', kept, s:wrapped(copy(kept), 'gqG'))
  call s:see('a dash makes no item', ['we went down to the harbour on Tuesday, as - always'],
    \ s:wrapped(['we went down to the harbour on Tuesday, as - always'], 'gqq'))
  call s:open('far.net', ['# Noor', '```', 'x', '```', '', 'Friends.', '', '# Priya', 'role: head'])
  call s:see('what a line is, is told far below code, too', 'field', kith#kinds(9, 9)[9])
  call s:see('what is wrapped as it is typed is so, too', ['- gave two contacts in maths departments,', '  and one more'],
    \ s:wrapped(['- gave'], "A " . long . "<Esc>"))
  call s:see('and begins no comment', ['- gave two contacts in maths department b', '  // 4, and', '- > 5'],
    \ s:wrapped(['- gave'], "A two contacts in maths department b // 4, and<CR>> 5<Esc>"))
  call s:see('Enter goes on below what was wrapped', ['- gave two contacts in maths departments,', '  and one more', '- tea'],
    \ s:wrapped(['- gave'], "A " . long . "<CR>tea<Esc>"))
  call s:see('but a heading stays one', ['# Noor Haddad who came to the fair with all of us'],
    \ s:wrapped(['# Noor Haddad'], "A who came to the fair with all of us<Esc>"))
  call s:see('= moves what goes on with an item below its text, and nothing else',
    \ ['- bread', '  and butter', '   - rye', '     with seeds', '', '  text'],
    \ s:typed(['- bread', 'and butter', '   - rye', ' with seeds', '', '  text'], 'gg=G'))
  call s:see('and what goes on with a field by two', ['# Noor', 'role: coach,', '  founder', 'place: Doha'],
    \ s:typed(['# Noor', 'role: coach,', '     founder', 'place: Doha'], 'gg=G'))
endfunction

function! s:wrapped(lines, keys) abort
  call s:open('wrapped.net', a:lines)
  setlocal textwidth=42
  call s:type(a:keys)
  return s:lines()
endfunction

" Where folds begin, and how deep.
function! s:folds() abort
  return join(map(range(1, line('$')), 'kith#fold(v:val)'), ' ')
endfunction

function! s:folding() abort
  call s:open('folds.net', ['preamble', '# Noor @noor', 'role: coach', '', '## Family', 'Two brothers.', '### Doha', '', '// about',
    \ '// Priya', '# Priya @priya', '```', '# no heading', '```', '', '```', '# Kim', '// end'])
  call s:see('records and sections fold, with comments above them', '= >1 = = >2 = >3 = >1 = = = = = = = >1 =', s:folds())
  call s:see('all is open at first', -1, max(map(range(1, line('$')), 'foldclosed(v:val)')))
  call s:see('and Vim has them so', [0, 1, 1, 1, 2, 2, 3, 3, 1], map(range(1, 9), 'foldlevel(v:val)'))
  setlocal foldlevel=0
  call s:see('closed, a fold shows its heading', ['# Priya @priya  (8 lines) ', '# Noor @noor  (7 lines) '],
    \ [s:shown(9), s:shown(2)])
  setlocal foldlevel=99
  let places = []
  for keys in ['gg]]', ']]', ']]', ']]', '[[', '[[', 'gg2]]', 'G2[[']
    call s:type(keys)
    call add(places, line('.'))
  endfor
  call s:see('[[ and ]] go from record to record', [2, 11, 17, 18, 17, 11, 11, 11], places)
  call s:type('ggd]]')
  call s:see('d]] takes all before the next', '# Noor @noor', getline(1))
endfunction

function! s:shown(number) abort
  return foldtextresult(a:number)
endfunction

function! s:making() abort
  call s:open('found.net', ['# Amara Okafor @amara', '', '- Zoë saw @amra and @amara', '* tea'])
  silent! make! %
  let found = map(filter(getqflist(), 'v:val.valid'), '[bufname(v:val.bufnr), v:val.lnum, v:val.vcol, v:val.col, v:val.type, v:val.nr, v:val.text]')
  call s:see(':make lists what is found, and nothing else', [
    \ ['found.net', 3, 1, 11, 'e', 201, 'unknown-mention: no one has the handle `@amra`'],
    \ ['found.net', 4, 1, 1, 'w', 501, 'unformatted: the file differs from its canonical form in one place'],
    \ ], found)
  cfirst
  call s:see('and goes there', '@amra', strpart(getline('.'), col('.') - 1, 5))
  silent! make! nowhere.net
  call s:see('what kith cannot do is listed, too', 'there is no file or folder `nowhere.net`', getqflist()[0].text)
endfunction

function! s:formatting() abort
  let untidy = ['# Noor @Noor', '', '', '', '* met in Doha  ', '*  gave @Lena:  a book', '', '```', '   ', '```', '# Priya @priya']
  let tidy = ['# Noor @noor', '', '- met in Doha', '- gave @lena: a book', '', '```', '   ', '```', '', '# Priya @priya']
  call s:open('untidy.net', untidy)
  call setline(5, '* met in Doha')
  call cursor(6, 10)
  10mark a
  11mark b
  setlocal foldmethod=manual
  7,10fold
  let &undolevels = &undolevels
  KithFormat
  call s:see(':KithFormat makes the buffer canonical', tidy, s:lines())
  call s:see('the cursor stays in its word', 'lena: a book', strpart(getline('.'), col('.') - 1))
  call s:see('marks stay at their lines', [8, 10], [line("'a"), line("'b")])
  call s:see('folds stay', [5, 8], [foldclosed(6), foldclosedend(6)])
  silent undo
  call s:see('one undo gets back', ['# Noor @Noor', '', '', '', '* met in Doha'], getline(1, 5))
  call s:see('there is nothing to save in what is canonical', 0, [s:open('tidy.net', tidy), execute('KithFormat'), &modified][2])
  call s:open('empty.net', [])
  KithFormat
  call s:see('an empty file stays so', [''], s:lines())
  call s:open('blank.net', ['', ' ', ''])
  KithFormat
  call s:see('blank lines go', [''], s:lines())

  call s:open('late.net', ['# Noor'])
  call setline(1, ['*Vertices 2', '*  1'])
  let said = execute('KithFormat')
  call s:see('what kith leaves alone stays, with the reason', [['*Vertices 2', '*  1'], 1],
    \ [s:lines(), said =~# 'kith: .*late.net. is left as it is: it is a Pajek network, not notes' ? 1 : said])
  call mkdir('wrong', 'p')
  call writefile(['{'], 'wrong/.kith.json')
  call s:open('wrong/refused.net', ['*  tea'])
  let said = execute('KithFormat')
  call s:see('what kith refuses stays, with the reason', [['*  tea'], 1], [s:lines(), said =~# 'kith: .*kith.json' ? 1 : said])
  call writefile(['*  Zo' . "\xeb"], 'latin.net')
  silent! %bwipeout!
  silent edit latin.net
  let said = execute('KithFormat')
  call s:see('what is no UTF-8 stays, and that is said', ['*  Zoë', 1], [getline(1), said =~# 'not formatted, since the file is latin1'])
  call mkdir('sub', 'p')
  silent! %bwipeout!
  edit sub/folder/new.net
  call setline(1, '*  tea')
  KithFormat
  call s:see('a file whose folder is not there yet is formatted', ['- tea'], s:lines())
  silent! %bwipeout!
  execute 'set filetype=net'
  call setline(1, '*  tea')
  KithFormat
  call s:see('and so is one without a name', ['- tea'], s:lines())
endfunction

function! s:saving() abort
  call s:open('saved.net', ['*  tea'])
  call setline(1, '*  green tea')
  silent write
  call s:see('nothing is formatted unasked', ['*  green tea'], readfile('saved.net'))
  let g:kith_format_on_save = 1
  silent write
  call s:see('format on save, where it is asked for', [['- green tea'], ['- green tea'], 0], [readfile('saved.net'), s:lines(), &modified])
  call writefile(['*  tea' . "\r", '* milk' . "\r"], 'windows.net', 'b')
  silent! %bwipeout!
  silent edit windows.net
  silent write
  call s:see('and line ends become those of the canonical form', ['- tea', '- milk'], readfile('windows.net'))
  call s:open('refused.net', ['# Noor'])
  call setline(1, ['*Vertices 2', '*  1'])
  let said = execute('write')
  call s:see('what is refused is saved as it is, with the reason', [['*Vertices 2', '*  1'], 1],
    \ [readfile('refused.net'), said =~# "written.*Pajek network" ? 1 : said])
  unlet g:kith_format_on_save
endfunction

function! s:undoing() abort
  call s:open('undone.net', ['# Noor'])
  let names = ['expandtab', 'shiftwidth', 'softtabstop', 'tabstop', 'commentstring', 'comments', 'iskeyword', 'formatlistpat',
    \ 'formatoptions', 'formatexpr', 'makeprg', 'errorformat', 'foldmethod', 'foldexpr', 'foldtext', 'foldlevel', 'indentexpr']
  call s:see('the file type sets options', [], filter(copy(names), 'eval("&l:" . v:val) ==# eval("&g:" . v:val) && v:val !=# "formatoptions"'))
  setlocal filetype=
  call s:see('which go with it', [], filter(copy(names), 'eval("&l:" . v:val) !=# eval("&g:" . v:val)'))
  let left = [exists(':KithFormat'), exists('b:current_compiler'), exists('#kith#BufWritePre#<buffer>')]
  call s:see('as do commands and keys', [[0, 0, 0], []], [left, s:keys()])
  let g:no_net_maps = 1
  call s:open('keys.net', ['# Noor'])
  call s:see('g:no_net_maps leaves keys alone', [], s:keys())
  unlet g:no_net_maps
  call s:open('keys.net', ['# Noor'])
  call s:see('and without it they are there', ['n gc', 'n gcc', 'n [[', 'n ]]', 'x gc', 'x [[', 'x ]]', 'o [[', 'o ]]', 'i <CR>', 'i <Tab>', 'i <S-Tab>'], s:keys())
endfunction

" The mappings of the buffer.
function! s:keys() abort
  let keys = []
  for [mode, names] in [['n', ['gc', 'gcc', '[[', ']]']], ['x', ['gc', '[[', ']]']], ['o', ['[[', ']]']], ['i', ['<CR>', '<Tab>', '<S-Tab>']]]
    let keys += map(filter(names, 'get(maparg(v:val, mode, 0, 1), "buffer")'), 'mode . " " . v:val')
  endfor
  return keys
endfunction

" The specification's examples: what a line is, where that is told from its text, and what the canonical form is.
function! s:examples() abort
  let kinds = {'heading': 'heading', 'section': 'heading', 'field': 'field', 'fence': 'code', 'code': 'code', 'quote': 'quote',
    \ 'comment': 'comment', 'blank': 'blank', 'item': 'item', 'separator': 'fixed'}
  let [seen, wrong] = [0, []]
  for file in glob('lines*.net', 0, 1)
    silent! %bwipeout!
    execute 'silent edit ++ff=unix' file
    let found = kith#kinds(1, line('$'))[1:]
    let number = 0
    for line in readfile(fnamemodify(file, ':r') . '.expected')
      let wanted = get(kinds, matchstr(line, '^\a*'), '')
      let seen += 1
      if wanted !=# '' && wanted !=# found[number]
        call add(wrong, [getline(number + 1), wanted, found[number]])
      endif
      let number += 1
    endfor
  endfor
  call s:see(seen . ' lines of the specification are of the kind it says', [[], 1], [wrong, seen > 100])
  let [seen, wrong] = [0, []]
  for file in glob('format*.net', 0, 1)
    silent! %bwipeout!
    execute 'silent edit' file
    KithFormat
    let seen += 1
    if join(getline(1, '$'), "\n") !=# join(readfile(fnamemodify(file, ':r') . '.expected'), "\n")
      call add(wrong, [file, getline(1, '$')])
    endif
  endfor
  call s:see(seen . ' texts of the specification get the form it says', [[], 1], [wrong, seen > 20])
endfunction

function! s:big() abort
  let record = ['# Noor Haddad @noor-%d', 'role: coach', '', 'She plays the oud, and plays it well.', '', '- story: her first year', '  and her second', '- [ ] call', '']
  let lines = []
  for number in range(1, 1000)
    let lines += map(copy(record), 'substitute(v:val, "%d", number, "")')
  endfor
  let start = reltime()
  call s:open('big.net', lines)
  setlocal foldlevel=0
  call s:see('a thousand records fold', 1000, len(filter(range(1, line('$')), 'foldclosed(v:val) == v:val')))
  setlocal foldlevel=99
  let opened = reltime(start)
  call s:type('Gk' . repeat('o- a<CR>b<CR><CR><Esc>', 50))
  let typed = reltimefloat(reltime(start)) - reltimefloat(opened)
  call s:see('typing in them takes no time for their number', 'soon', typed < 3 ? 'soon' : string(typed))
  call s:type('gg=G')
  let taken = reltimefloat(reltime(start))
  call s:see('and are indented, soon enough', 'soon', taken < 20 ? 'soon' : string(taken))
endfunction

try
  call s:detection()
  call s:typing()
  call s:wrapping()
  call s:folding()
  call s:making()
  call s:formatting()
  call s:saving()
  call s:undoing()
  call s:examples()
  call s:big()
  call s:see('help is there', 1, [execute('silent helptags ALL'), execute('silent help kith'), expand('%:t') ==# 'kith.txt'][2])
  call s:see('nothing went wrong', '', matchstr(execute('messages'), '\C[^\n]*\<E\d\+:[^\n]*'))
catch
  let s:failed = 1
  call add(s:said, 'FAILED: the session goes on to its end: ' . v:exception . ' at ' . v:throwpoint)
endtry
call writefile(split(join(s:said, "\n"), "\n"), $SAID)
execute s:failed ? 'cquit' : 'quitall!'
