-- An editor that asks for what is found: Neovim 0.11, told that it can be told to ask again.

local folder = debug.getinfo(1, "S").source:match("^@(.*)/")
local t = dofile(folder .. "/session.lua")

t.run(function()
  vim.fn.writefile({ "# Amara Okafor @amara" }, "people.net")
  vim.fn.writefile({ "- saw 😀 @amra and @amara" }, "doha.net")
  vim.fn.writefile({ "{}" }, ".kith.json")
  local asked_again = 0
  vim.lsp.handlers["workspace/diagnostic/refresh"] = function()
    asked_again = asked_again + 1
    return vim.NIL
  end
  vim.lsp.config("kith", { capabilities = { workspace = { diagnostics = { refreshSupport = true } } } })

  vim.cmd("edit doha.net")
  t.see("what is found is asked for", { "N201 @amra" }, function() return t.underlined("doha.net") end)
  local client = vim.lsp.get_clients({ name = "kith" })[1]
  t.see("and nothing is sent unasked", {}, function()
    return vim.diagnostic.get(nil, { namespace = vim.lsp.diagnostic.get_namespace(client.id, false) })
  end)
  vim.cmd("silent %s/@amra/@amara/")
  t.see("what is mended is found no more", {}, function() return t.underlined("doha.net") end)
  vim.cmd("edit people.net")
  local before = asked_again
  vim.cmd("silent %s/@amara/@amira/")
  t.see("an edit that makes others wrong has them asked for again", true, function() return asked_again > before end)
  vim.cmd("edit doha.net")
  vim.cmd("normal! ix")
  t.see("and then they are found", { "N201 @amara", "N201 @amara" }, function() return t.underlined("doha.net") end)
  local files = client:request_sync("workspace/diagnostic", { previousResultIds = {} }, 20000, 0)
  t.see("all files of the folder can be asked for", { "doha.net", "people.net" }, function()
    return vim.tbl_map(function(one) return vim.fs.basename(one.uri) end, files.result.items)
  end)
end)
