-- What the sessions in Neovim are made of, for 0.7 as well as 0.11: something is done, and what a person sees is looked at
-- until it is as it should be. A session runs beside the editor's own loop, so that keys are typed as by a person.

local M = {}

local PATIENCE = 20000 -- milliseconds
local failures = 0

--- What the editor's user has been told, without waiting for a key as a message may.
M.told = {}
vim.notify = function(message) table.insert(M.told, message) end

local function say(line)
  io.stdout:write(line, "\n")
  io.stdout:flush()
end

--- Lets the editor go on for some milliseconds.
function M.pause(time)
  local session = coroutine.running()
  vim.defer_fn(function() assert(coroutine.resume(session)) end, time or 20)
  coroutine.yield()
end

--- Looks until what is seen is what is wanted.
function M.see(what, wanted, look)
  local start, seen = vim.loop.now(), nil
  repeat
    local done, found = pcall(look)
    seen = found
    if done and vim.deep_equal(found, wanted) then return say("ok: " .. what) end
    M.pause()
  until vim.loop.now() - start > PATIENCE
  failures = failures + 1
  say("FAILED: " .. what .. "\n  wanted " .. vim.inspect(wanted) .. "\n  found  " .. vim.inspect(seen)
    .. "\n  told   " .. vim.inspect(M.told))
end

--- Waits for what has to be there before anything can be seen.
function M.wait(what, holds)
  local start = vim.loop.now()
  while not holds() do
    if vim.loop.now() - start > PATIENCE then error("this never came: " .. what) end
    M.pause()
  end
end

--- Types keys, named as in mappings, and lets the editor take them.
function M.type(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "t", false)
  M.pause(50)
end

--- Goes to a file as it is on disk, with the cursor in some words of it.
function M.go(file, words, into)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].buftype == "" and vim.bo[buffer].modified then
      vim.api.nvim_buf_call(buffer, function() vim.cmd("silent edit!") end)
    end
  end
  vim.cmd("silent only")
  if vim.fn.expand("%:t") ~= file then vim.cmd("edit " .. file) end
  for number, line in ipairs(M.lines(file)) do
    local start = line:find(words or "", 1, true)
    if start then return vim.api.nvim_win_set_cursor(0, { number, start - 1 + (into or 0) }) end
  end
  error("`" .. words .. "` is not in " .. file)
end

function M.buffer(file) return vim.fn.bufnr("^" .. vim.fn.fnamemodify(file, ":p") .. "$") end

function M.lines(file) return vim.api.nvim_buf_get_lines(M.buffer(file), 0, -1, false) end

--- The line of the cursor.
function M.line() return vim.api.nvim_get_current_line() end

--- What stands between two places of a buffer, counted in bytes from 0.
function M.text(buffer, line, column, end_line, end_column)
  return table.concat(vim.api.nvim_buf_get_text(buffer, line, column, end_line, end_column, {}), "\n")
end

--- What is underlined in a file, with the code of the rule that says so.
function M.underlined(file)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(M.buffer(file))) do
    local text = M.text(one.bufnr, one.lnum, one.col, one.end_lnum, one.end_col)
    table.insert(found, one.code .. " " .. text)
  end
  table.sort(found)
  return found
end

--- Runs a session, and ends the editor with 0 if all was seen.
function M.run(session)
  local running = coroutine.create(function()
    local done, fault = xpcall(session, debug.traceback)
    if not done then
      failures = failures + 1
      say("FAILED: the session goes on to its end\n  " .. fault)
    end
    vim.cmd(failures == 0 and "quitall!" or "cquit")
  end)
  vim.schedule(function() assert(coroutine.resume(running)) end)
end

return M
