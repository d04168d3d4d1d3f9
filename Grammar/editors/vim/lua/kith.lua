local M = {}

--- Tells Neovim 0.8 or newer what notes are. Patterns are asked before the ending .md is.
function M.add_filetype()
  local function kind(_, buffer)
    if not buffer or vim.fn["kith#is_notes"](buffer) == 1 then return "net" end
  end
  vim.filetype.add({ pattern = { [".*%.net"] = kind, [".*%.net%.md"] = kind } })
end

return M
