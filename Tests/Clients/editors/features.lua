-- Every feature in Neovim 0.11, by the editor's own commands where it has some, and what its user sees of it.

local folder = debug.getinfo(1, "S").source:match("^@(.*)/")
local t = dofile(folder .. "/session.lua")

local NOTES = {
  [".kith.json"] = "{}",
  ["people.net"] = [[
# Amara Okafor @amara
role: Head of School
place: Doha
met: 2026-11-03 school leaders' breakfast
via: @lena
url: https://katara.example

Runs a school.

## Plans

- [ ] send the list
  with all names

# Lena Petrova @lena

# Jun Tanaka
]],
  ["doha.net"] = [[
# 2026-11-14 Coffee with @amara
with: @amara, @lena

*  gave 😀 é 中 @amra: two contacts
- [ ] send @amara the list
]],
  ["bo.net.md"] = [[
# Bo @bo
role : Cook

# Cy @cy
role : Baker
]],
}

local function client() return vim.lsp.get_clients({ bufnr = 0, name = "kith" })[1] end

--- What is answered to a request about the cursor, for what the editor has no command for.
local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, client().offset_encoding)
  return client():request_sync(method, vim.tbl_extend("force", params, more or {}), 20000, 0).result
end

--- The file, line and column of the cursor as people count, and what stands there.
local function cursor()
  local place = vim.api.nvim_win_get_cursor(0)
  return ("%s:%d %s"):format(vim.fn.expand("%:t"), place[1], t.line():sub(place[2] + 1))
end

--- The places in the quickfix list, or the list of the window where that is empty.
local function listed()
  local list = vim.fn.getqflist()
  if #list == 0 then list = vim.fn.getloclist(0) end
  return vim.tbl_map(function(one)
    return ("%s:%d:%d %s"):format(vim.fs.basename(vim.fn.bufname(one.bufnr)), one.lnum, one.col, one.text)
  end, list)
end

--- What stands in the window that floats.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    end
  end
end

--- The marks of a name space: line and column, and what is shown there or how the text is coloured.
local function marks(name)
  local space = vim.api.nvim_get_namespaces()[name]
  return vim.tbl_map(function(mark)
    local what = mark[4]
    local virtual = vim.iter(what.virt_text or {}):map(function(chunk) return chunk[1] end):join("")
    return ("%d:%d %s"):format(mark[2], mark[3], what.virt_text and vim.trim(virtual) or what.hl_group)
  end, vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true }))
end

--- Takes the only action of a title, as somebody would from the menu.
local function act(title, kinds)
  return function()
    vim.lsp.buf.code_action({
      apply = true, context = kinds and { only = kinds } or nil,
      filter = function(action) return action.title:find(title, 1, true) ~= nil end,
    })
  end
end

local function lines() return t.lines(vim.fn.expand("%")) end

local function fold_ends()
  local ends = {}
  for line = 1, vim.fn.line("$") do
    if vim.fn.foldclosed(line) == line then table.insert(ends, line .. "-" .. vim.fn.foldclosedend(line)) end
  end
  return ends
end

local function colours(word)
  return function()
    local row, column
    for number, line in ipairs(lines()) do
      local start = line:find(word, 1, true)
      if start then row, column = number - 1, start - 1 break end
    end
    return vim.tbl_map(function(token)
      local modifiers = vim.tbl_keys(token.modifiers)
      return t.text(0, row, token.start_col, row, token.end_col) .. " " .. token.type .. " " .. table.concat(modifiers)
    end, vim.lsp.semantic_tokens.get_at_pos(0, row, column) or {})
  end
end

local today = os.date("%Y-%m-%d")

-- What it is; the file and the words of it that the cursor is in; what is done; what is to be seen, and where one looks.
local CASES = {
  { "what is found is sent", "doha.net", "@amra", nil, { "N201 @amra", "N501 *" },
    function() return t.underlined("doha.net") end },
  { "hover shows who somebody is", "doha.net", "@amara", vim.lsp.buf.hover, {
    "**Amara Okafor** `@amara`", "", "Head of School, Doha", "",
    "met 2026-11-03, school leaders' breakfast, through Lena Petrova", "",
    "last met in these notes: 2026-11-14, Coffee with @amara", "",
    "you promised:", "- send @amara the list (2026-11-14)", "- send the list with all names",
  }, floating },
  { "definition leads to the record", "doha.net", "@amara", vim.lsp.buf.definition, "people.net:1 @amara", cursor },
  { "references are listed", "doha.net", "@lena", vim.lsp.buf.references, {
    "doha.net:2:15 with: @amara, @lena", "people.net:5:6 via: @lena", "people.net:15:16 # Lena Petrova @lena",
  }, listed },
  { "the same name is marked", "doha.net", "@amara", vim.lsp.buf.document_highlight,
    { "0:25 LspReferenceRead", "1:6 LspReferenceRead", "4:11 LspReferenceRead" },
    function() return marks("nvim.lsp.references") end },
  { "a rename changes all files", "doha.net", "@lena", function() vim.lsp.buf.rename("lena-petrova") end,
    { "with: @amara, @lena-petrova", "via: @lena-petrova", "# Lena Petrova @lena-petrova", "aka: @lena" },
    function()
      local people = t.lines("people.net")
      return { t.lines("doha.net")[2], people[5], people[15], people[16] }
    end },
  { "what cannot be renamed is said", "doha.net", "@amara", function() vim.lsp.buf.rename("lena") end,
    "kith: -32803: somebody else goes by `@lena`\nchoose another handle",
    function() return t.told[#t.told] end },
  { "what would be renamed is known first", "doha.net", "@amara", nil, "amara",
    function() return ask("textDocument/prepareRename").placeholder end },
  { "the outline", "people.net", "Runs", vim.lsp.buf.document_symbol, {
    "people.net:1:16 [Object] Amara Okafor", "people.net:10:4 [String] Plans",
    "people.net:15:16 [Object] Lena Petrova", "people.net:17:3 [Object] Jun Tanaka",
  }, listed },
  { "symbols of all files", "doha.net", "gave", function() vim.lsp.buf.workspace_symbol("oka") end,
    { "people.net:1:16 [Object] Amara Okafor" }, listed },
  { "links", "people.net", "https", nil, { "https://katara.example" },
    function() return vim.tbl_map(function(link) return link.target end, ask("textDocument/documentLink")) end },
  { "folds, closed", "people.net", "Runs", function()
    vim.wo.foldmethod, vim.wo.foldexpr, vim.wo.foldlevel = "expr", "v:lua.vim.lsp.foldexpr()", 0
  end, { "1-13" }, fold_ends },
  { "a selection grows", "doha.net", "contacts", nil, {
    "contacts", "gave 😀 é 中 @amra: two contacts", "*  gave 😀 é 中 @amra: two contacts", "4-5", "1-5", "1-6",
  }, function()
    local position = vim.lsp.util.make_position_params(0, client().offset_encoding).position
    local found, selection = {}, ask("textDocument/selectionRange", { positions = { position } })[1]
    while selection do
      local from, to = selection.range.start, selection.range["end"]
      table.insert(found, from.line == to.line and t.text(0, from.line, from.character, to.line, to.character)
        or from.line + 1 .. "-" .. to.line + 1)
      selection = selection.parent
    end
    return found
  end },
  { "names and owners stand beside", "doha.net", "gave", function() vim.lsp.inlay_hint.enable(true) end,
    { "0:31 Amara Okafor", "1:12 Amara Okafor", "1:19 Lena Petrova", "4:5 me:", "4:17 Amara Okafor" },
    function() return marks("nvim.lsp.inlayhint") end },
  { "meetings stand above people", "people.net", "@amara", vim.lsp.codelens.refresh,
    { "0 1 meeting, last on 2026-11-14", "14 1 meeting, last on 2026-11-14" }, function()
    return vim.tbl_map(function(lens) return lens.range.start.line .. " " .. lens.command.title end, vim.lsp.codelens.get(0))
  end },
  { "and lead to the last of them", "people.net", "@amara", vim.lsp.codelens.run, "doha.net:1 Coffee with @amara", cursor },
  { "who introduced somebody", "people.net", "@amara", vim.lsp.buf.incoming_calls,
    { "people.net:5:6 Lena Petrova" }, listed },
  { "whom somebody introduced", "people.net", "@lena", vim.lsp.buf.outgoing_calls,
    { "people.net:5:6 Amara Okafor" }, listed },
  { "a mistake is mended", "doha.net", "@amra", act("replace by `@amara`"),
    "*  gave 😀 é 中 @amara: two contacts", t.line },
  { "a person is added", "doha.net", "@amra", act("add a person"), { "", "# Amra @amra" },
    function() return vim.list_slice(lines(), 6) end },
  { "a finding is ignored", "doha.net", "@amra", act("ignore `unknown-mention`"), "// kith: ignore unknown-mention",
    function() return lines()[4] end },
  { "a task is ticked, today", "doha.net", "send", act("tick it"), "- [x] send @amara the list done:" .. today, t.line },
  { "all of a rule is mended at once", "bo.net.md", "role", act("fix all 2"),
    { "# Bo @bo", "role: Cook", "", "# Cy @cy", "role: Baker" }, lines },
  { "all that is safe is mended", "bo.net.md", "role", act("fix all", { "source.fixAll" }),
    { "# Bo @bo", "role: Cook", "", "# Cy @cy", "role: Baker" }, lines },
  { "a document is formatted", "doha.net", "gave", vim.lsp.buf.format, "- gave 😀 é 中 @amra: two contacts", t.line },
  { "a stretch of it is formatted", "doha.net", "gave", function()
    vim.lsp.buf.format({ range = { start = { 4, 0 }, ["end"] = { 4, 5 } } })
  end, "- gave 😀 é 中 @amra: two contacts", t.line },
  { "other lines stay as they are", "doha.net", "gave", function()
    vim.lsp.buf.format({ range = { start = { 5, 0 }, ["end"] = { 5, 5 } } })
  end, "*  gave 😀 é 中 @amra: two contacts", t.line },
  { "a list goes on behind a new line", "doha.net", "send", function()
    t.type("o<Esc>")
    local edits = ask("textDocument/onTypeFormatting", { ch = "\n", options = { tabSize = 2, insertSpaces = true } })
    vim.lsp.util.apply_text_edits(edits, vim.api.nvim_get_current_buf(), client().offset_encoding)
  end, "- [ ] ", t.line },
  { "handles are coloured", "people.net", "@lena", nil, { "@lena variable " }, colours("@lena") },
  { "and told apart where nobody has them", "doha.net", "@amra", nil, { "@amra variable deprecated" }, colours("@amra") },
  { "a stretch can be coloured", "doha.net", "gave", nil, { 1, 0, 4, 5, 0, 0, 6, 6, 6, 0, 0, 8, 5, 6, 0 }, function()
    local stretch = { start = { line = 1, character = 0 }, ["end"] = { line = 2, character = 0 } }
    return ask("textDocument/semanticTokens/range", { range = stretch }).data
  end },
}

local function complete()
  local function proposed()
    return vim.tbl_map(function(item) return item.abbr end, vim.fn.complete_info({ "items" }).items)
  end
  vim.o.completeopt = "menuone,noselect"
  t.go("doha.net", "gave", 1)
  vim.lsp.completion.enable(true, client().id, 0, { autotrigger = true })
  t.type("A, as @")
  t.see("who was met last is proposed first", { "@amara", "@lena", "@bo", "@cy", "@jun-tanaka" }, proposed)
  t.type("<C-n><C-n><C-y><Esc>")
  t.see("a proposal is put in", "*  gave 😀 é 中 @amra: two contacts, as @lena", t.line)
  t.type("A (@oka")
  t.see("of those that fit what is typed", { "@amara" }, proposed)
  t.type("<C-n><C-y><Esc>")
  t.see("what was typed gives way", "*  gave 😀 é 中 @amra: two contacts, as @lena (@amara", t.line)
  t.type("Go- int<C-x><C-o>")
  t.see("labels are proposed behind a bullet", { "intro" }, proposed)
  local index = vim.fn.index(proposed(), "intro")
  t.type(("<C-n>"):rep(index + 1) .. "<C-y>")
  t.see("a label comes with places to fill in", "- intro @one, @other: ", t.line)
  for _, keys in ipairs({ "bo", "<Tab>", "cy", "<Tab>", "two bakers<Esc>" }) do t.type(keys) end
  t.see("which are filled in one by one", "- intro @bo, @cy: two bakers", t.line)
  local item = { label = "@amara", data = { uri = vim.uri_from_bufnr(0), handle = "amara" } }
  t.see("a proposal is explained", "**Amara Okafor** `@amara`", function()
    local resolved = client():request_sync("completionItem/resolve", item, 20000, 0).result
    return vim.split(resolved.documentation.value, "\n")[1]
  end)
end

local function watch_others()
  t.go("people.net", "@lena", 1)
  vim.cmd("silent %s/@lena$/@lenka/")
  t.see("an edit in one buffer is seen in another", { "N201 @amra", "N201 @lena", "N501 *" },
    function() return t.underlined("doha.net") end)
  t.go("people.net", "@lena", 1)
  t.see("and so is what takes it back", { "N201 @amra", "N501 *" }, function() return t.underlined("doha.net") end)
  client():stop()
  t.see("the server stops when it is asked to", {}, function() return vim.lsp.get_clients({ name = "kith" }) end)
end

t.run(function()
  for name, text in pairs(NOTES) do vim.fn.writefile(vim.split(text, "\n"), name, "b") end
  vim.cmd("edit doha.net")
  t.see("Neovim starts the server", true, function() return client().initialized end)
  for _, case in ipairs(CASES) do
    local what, file, words, done, wanted, look = unpack(case, 1, 6)
    t.go(file, words, 1)
    vim.fn.setqflist({})
    if done then done() end
    t.see(what, wanted, look)
  end
  complete()
  watch_others()
end)
