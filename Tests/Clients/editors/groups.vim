" Writes, for each file named in `files`, the group of each of its characters: a line for each line, words parted by blanks.
" It runs in Vim and in Neovim, which start without settings.

set encoding=utf-8 fileencodings=utf-8 fileformats=unix nomodeline
filetype off
syntax on

for s:name in readfile('files')
  execute 'edit! ++enc=utf-8 ++ff=unix' fnameescape(s:name)
  syntax clear
  unlet! b:current_syntax
  runtime syntax/net.vim
  let s:lines = []
  for s:number in range(1, line('$'))
    let s:groups = []
    let s:column = 0
    for s:letter in split(getline(s:number), '\zs')
      " A character with what is written above it counts as one, but each of them gets its group.
      let s:name_of_group = synIDattr(synID(s:number, s:column + 1, 1), 'name')
      call extend(s:groups, repeat([s:name_of_group == '' ? '-' : s:name_of_group], strchars(s:letter)))
      let s:column += len(s:letter)
    endfor
    call add(s:lines, join(s:groups))
  endfor
  call writefile(s:lines, s:name . '.groups')
  bwipeout!
endfor
quitall!
