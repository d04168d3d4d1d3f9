" What an editor should know of .net, beside its colours. :help kith says what there is.

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal expandtab shiftwidth=2 softtabstop=2 autoindent
" kith, too, counts a tab to the next multiple of four.
setlocal tabstop=4
setlocal commentstring=//\ %s comments=n:>,://
" A handle is one word, with its @, and so is a date.
setlocal iskeyword+=-,@-@
" What goes on with an item stands below its text, two deeper than the bullet even behind a checkbox.
setlocal formatlistpat=^\\s*\\%([-*+]\\\|\\d\\+[.)]\\)\\s\\+
setlocal formatoptions+=tcqjln formatoptions-=r formatoptions-=o formatoptions-=2
setlocal formatexpr=kith#wrap()
compiler kith
command! -buffer -bar KithFormat call kith#format()

" What the language server says of a word looks as it did before; netPlain, which is nothing, lets marks and bullets keep theirs.
if has('nvim-0.9')
  for [s:type, s:group] in items({'comment': 'netComment', 'string': 'netAddress', 'keyword': 'netLabel', 'number': 'netDate',
      \ 'operator': 'netPlain', 'property': 'netKey', 'variable': 'netMention', 'class': 'netPersonTitle', 'event': 'netMeetingTitle',
      \ 'namespace': 'netPersonTitle', 'decorator': 'netTag', 'macro': 'netCodeSpan'})
    execute 'highlight default link @lsp.type.' . s:type . '.net ' . s:group
  endfor
endif

augroup kith
  autocmd! * <buffer>
  autocmd BufWritePre <buffer> if get(g:, 'kith_format_on_save') | call kith#format_before_save() | endif
  autocmd BufWritePost <buffer> call kith#say()
augroup END

let b:undo_ftplugin = 'setlocal expandtab< shiftwidth< softtabstop< autoindent< tabstop< commentstring< comments<'
  \ . ' iskeyword< formatlistpat< formatoptions< formatexpr< makeprg< errorformat<'
  \ . ' | unlet! b:current_compiler | delcommand -buffer KithFormat | execute "autocmd! kith * <buffer>"'

" In a window that compares files, folds are those of the comparison.
if !&diff
  " In a large file a function for each line would take seconds.
  let &l:foldexpr = line('$') > 5000 ? "getline(v:lnum)[0:1]==#'# '?'>1':'='" : 'kith#fold(v:lnum)'
  setlocal foldmethod=expr foldtext=kith#foldtext()
  if &foldlevelstart < 0
    setlocal foldlevel=99
  endif
  let b:undo_ftplugin .= ' | setlocal foldmethod< foldexpr< foldtext< foldlevel<'
endif

if !exists('g:no_plugin_maps') && !exists('g:no_net_maps')
  inoremap <buffer> <CR> <Cmd>call kith#enter()<CR>
  " A comment begins where its line does, which the editor's own command would not do for an indented item.
  nnoremap <buffer> <expr> gc kith#comment()
  xnoremap <buffer> <expr> gc kith#comment()
  nnoremap <buffer> <expr> gcc kith#comment() . '_'
  " Where a plugin completes with these keys, they are its own; what Neovim does with them is done here, too.
  for [s:key, s:step] in [['<Tab>', 1], ['<S-Tab>', -1]]
    if maparg(s:key, 'i') ==# '' || get(maparg(s:key, 'i', 0, 1), 'desc', '') =~# '^vim\.snippet'
      execute 'inoremap <buffer> ' . s:key . ' <Cmd>call kith#tab("\<lt>' . s:key[1:] . '", ' . s:step . ')<CR>'
      let b:undo_ftplugin .= '|iunmap <buffer> ' . s:key
    endif
  endfor
  let b:undo_ftplugin .= '|iunmap <buffer> <CR>|nunmap <buffer> gc|xunmap <buffer> gc|nunmap <buffer> gcc'
  for s:mode in ['n', 'x', 'o']
    execute s:mode . 'noremap <buffer> [[ <Cmd>call kith#go(-1)<CR>'
    execute s:mode . 'noremap <buffer> ]] <Cmd>call kith#go(1)<CR>'
    let b:undo_ftplugin .= '|' . s:mode . 'unmap <buffer> [[|' . s:mode . 'unmap <buffer> ]]'
  endfor
endif
