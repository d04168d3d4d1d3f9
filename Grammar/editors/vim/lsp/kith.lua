-- For Neovim 0.11 or newer: `vim.lsp.enable("kith")` starts the language server with these.
return {
  cmd = { "kith", "server" },
  filetypes = { "net" },
  root_markers = { ".kith.json", ".git" },
}
