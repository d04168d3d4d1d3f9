" Notes of kith, but not the Pajek networks and netlists that have the same ending.

if has('nvim-0.8')
  lua require("kith").add_filetype()
else
  autocmd BufNewFile,BufRead *.net,*.net.md if kith#is_notes(bufnr('%')) | setlocal filetype=net | endif
endif
