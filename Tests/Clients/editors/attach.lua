-- Neovim with nothing but the package and `vim.lsp.enable("kith")`.

local folder = debug.getinfo(1, "S").source:match("^@(.*)/")
local t = dofile(folder .. "/session.lua")

t.run(function()
  vim.fn.writefile({ "{}" }, ".kith.json")
  vim.fn.writefile({ "# Amara Okafor @amara", "", "- saw @amra" }, "people.net")
  vim.fn.writefile({ "*Vertices 2", '1 "Amara"' }, "pajek.net")
  vim.cmd("edit people.net")
  t.see("the server starts by itself, and finds what is wrong", { "N201 @amra" }, function() return t.underlined("people.net") end)
  local client = vim.lsp.get_clients({ name = "kith" })[1]
  t.see("for the folder of the settings", vim.fn.getcwd(), function() return client.root_dir end)
  t.see("gq still wraps", "kith#wrap()", function() return vim.bo.formatexpr end)
  vim.cmd("colorscheme default")
  t.see("all that the server tells apart looks as in the syntax", {}, function()
    return vim.tbl_filter(function(kind)
      local link = vim.api.nvim_get_hl(0, { name = "@lsp.type." .. kind .. ".net" }).link
      return not link or not link:match("^net%u")
    end, client.server_capabilities.semanticTokensProvider.legend.tokenTypes)
  end)
  t.see("a tag is a tag", "netTag", function() return vim.api.nvim_get_hl(0, { name = "@lsp.type.decorator.net" }).link end)
  vim.fn.writefile({ "# Amara Okafor @amara" }, "people.net.md")
  vim.cmd("edit people.net.md")
  t.see("Markdown's file type does not get in first", { "net", 1 }, function()
    return { vim.bo.filetype, #vim.lsp.get_clients({ bufnr = 0 }) }
  end)
  vim.cmd("edit pajek.net")
  t.pause(200)
  t.see("a Pajek network is left alone", { "", 0 }, function()
    return { vim.bo.filetype, #vim.lsp.get_clients({ bufnr = 0 }) }
  end)
end)
