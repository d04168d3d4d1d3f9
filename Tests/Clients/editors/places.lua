-- Places on lines with emoji, Chinese, combining marks and writing from right to left, in an editor that counts them in
-- UTF-8 and in one that counts in UTF-16: what a person sees is the same.

local folder = debug.getinfo(1, "S").source:match("^@(.*)/")
local t = dofile(folder .. "/session.lua")

local ZOE = "Zoe\u{301}"
local FAMILY = "👩‍👩‍👧"

-- Before a mention; what is found behind it has to be found there to the byte.
local STARTS = {
  { "nothing special", "- saw " },
  { "an emoji", "- saw 😀 " },
  { "emoji joined to one", "- saw " .. FAMILY .. "🇶🇦 " },
  { "Chinese", "- 给了中文 " },
  { "Chinese outside the first plane", "- 𠮷野家 " },
  { "combining marks", "- with " .. ZOE .. " e\u{302}\u{323} " },
  { "writing from right to left", "- مع عمارة " },
  { "all of them", "- " .. FAMILY .. " 中 " .. ZOE .. " 𝒳 עברית " },
}

-- Text, and its canonical form.
local FORMS = {
  { "*   saw 😀 @zoe, 中 two  ", "- saw 😀 @zoe, 中 two" },
  { "* [X]  " .. ZOE .. " 😀   𠮷  ", "- [x] " .. ZOE .. " 😀   𠮷" },
}

local function write_notes()
  local function write(file, text) vim.fn.writefile(vim.split(text, "\n", { plain = true }), file, "b") end
  write(".kith.json", "{}")
  write("zoe.net", "# 😀 " .. ZOE .. " @zoe\n")
  for number, start in ipairs(STARTS) do
    write("start" .. number .. ".net", "# 2026-11-14 Coffee with @zoe\n\n" .. start[2] .. "@zeo @zoe, 中 @zoe: 😀\n")
  end
  for number, form in ipairs(FORMS) do write("form" .. number .. ".net", form[1] .. "\n") end
  write("windows.net", "*  😀 @zeo: 中\r\n")
end

local function start_server()
  if vim.lsp.enable then
    t.wait("a server", function()
      local client = vim.lsp.get_clients({ name = "kith" })[1]
      return client and client.initialized
    end)
    return vim.lsp.get_clients({ name = "kith" })[1]
  end
  local id = vim.lsp.start_client({ name = "kith", cmd = { "kith", "server" }, root_dir = vim.fn.getcwd() })
  vim.api.nvim_create_autocmd("BufEnter", {
    pattern = { "*.net", "*.net.md" },
    callback = function() vim.lsp.buf_attach_client(0, id) end,
  })
  vim.lsp.buf_attach_client(0, id)
  t.wait("a server", function() return vim.lsp.get_client_by_id(id) and vim.lsp.get_client_by_id(id).initialized end)
  return vim.lsp.get_client_by_id(id)
end

local function ask(client, method, params)
  local old = not vim.lsp.enable
  local answer = old and client.request_sync(method, params, 20000, 0) or client:request_sync(method, params, 20000, 0)
  return answer and answer.result
end

local function format()
  if vim.lsp.buf.format then return vim.lsp.buf.format({ timeout_ms = 20000 }) end
  vim.lsp.buf.formatting_sync(nil, 20000)
end

--- What a range of the protocol holds, made out by the editor's own counting.
local function held(range, client)
  local function column(place)
    local line = vim.api.nvim_buf_get_lines(0, place.line, place.line + 1, false)[1]
    if client.offset_encoding == "utf-8" then return place.character end
    return vim.str_byteindex(line, place.character, true)
  end
  return t.text(0, range.start.line, column(range.start), range["end"].line, column(range["end"]))
end

t.run(function()
  write_notes()
  vim.cmd("edit zoe.net")
  local client = start_server()
  local counts = vim.lsp.enable and "utf-8" or "utf-16"
  t.see("places are counted in " .. counts, counts, function() return client.offset_encoding end)
  local function position() return vim.lsp.util.make_position_params(0, client.offset_encoding) end

  for number, start in ipairs(STARTS) do
    local behind, before = " behind " .. start[1], start[2]
    local file = "start" .. number .. ".net"
    local function with(text) return before .. text end

    t.go(file, "@zeo")
    t.see("a mistake is underlined" .. behind, { { #before, #before + 4 } }, function()
      return vim.tbl_map(function(one) return { one.col, one.end_col } end, vim.diagnostic.get(0, { lnum = 2 }))
    end)
    t.go(file, "@zoe,")
    t.see("all names of one are found" .. behind, { "@zoe", "@zoe", "@zoe" }, function()
      return vim.tbl_map(function(one) return held(one.range, client) end,
        ask(client, "textDocument/documentHighlight", position()))
    end)
    t.see("who that is, is shown" .. behind, "@zoe", function()
      return held(ask(client, "textDocument/hover", position()).range, client)
    end)
    vim.lsp.buf.rename("ada")
    t.see("they are renamed" .. behind, with("@zeo @ada, 中 @ada: 😀"), t.line)

    t.go(file, "@zoe:", 3)
    t.see("a completion takes the place of what is typed" .. behind, with("@zeo @zoe, 中 @zoe: 😀"), function()
      local proposed = ask(client, "textDocument/completion", position()).items[1]
      assert(proposed.label == "@zoe", "the rename has not been taken back yet")
      vim.lsp.util.apply_text_edits({ proposed.textEdit }, vim.api.nvim_get_current_buf(), client.offset_encoding)
      return t.line()
    end)

    -- Letters of all lengths come and go before the mistake, which is found where it has been moved to.
    t.go(file, "@zeo")
    for _, typed in ipairs({ "i𝄞 <Esc>", "i中<Esc>", "i é<Esc>", "hx", "i👨‍👩‍👧 <Esc>", "0lli😀<Esc>" }) do
      t.type(typed)
    end
    local now = t.line():match("^(.*)@zeo")
    t.see("it is still underlined once much has been typed before it" .. behind, { { #now, #now + 4 } }, function()
      return vim.tbl_map(function(one) return { one.col, one.end_col } end, vim.diagnostic.get(0, { lnum = 2 }))
    end)
  end

  for number, form in ipairs(FORMS) do
    t.go("form" .. number .. ".net", form[1])
    format()
    t.see("`" .. form[1] .. "` is formatted", form[2], t.line)
  end
  t.go("windows.net", "😀")
  t.see("a mistake is underlined where lines end as on Windows", { "N201 @zeo" }, function()
    return t.underlined("windows.net")
  end)
  format()
  t.see("and its line is formatted", "- 😀 @zeo: 中", t.line)
  t.go("zoe.net", "@zoe")
  t.see("a name with a combining mark leads to its record", { 0, #("# 😀 " .. ZOE .. " ") }, function()
    local target = ask(client, "textDocument/definition", position())[1]
    local range = target.range or target.targetSelectionRange
    return { range.start.line, #("# 😀 " .. ZOE .. " @zoe") - #held(range, client) }
  end)
end)
