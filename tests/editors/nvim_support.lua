-- What the sessions of Neovim share: looking, typing, asking, counting.
local passed, failed = 0, 0

local function say(words) io.stdout:write(words .. "\n") end

local function check(name, holds, detail)
  if holds then
    passed = passed + 1
  else
    failed = failed + 1
    say("FAILED: " .. name .. (detail ~= nil and (": " .. vim.inspect(detail)) or ""))
  end
end

local function wait(holds) return vim.wait(5000, function() return holds() and true or false end, 20) end

local function lines(buffer) return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end

-- Line and column, from 0, of the first place of some words.
local function find(buffer, words, into)
  for row, line in ipairs(lines(buffer)) do
    local column = line:find(words, 1, true)
    if column then return row - 1, column - 1 + (into or 0) end
  end
  error("“" .. words .. "” is not in the draft")
end

local function replace(buffer, words, by)
  local row, column = find(buffer, words)
  vim.api.nvim_buf_set_text(buffer, row, column, row, column + #words, vim.split(by, "\n"))
end

local function go(buffer, words, into)
  vim.api.nvim_set_current_buf(buffer)
  local row, column = find(buffer, words, into)
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
end

local function with_code(buffer, code)
  return vim.tbl_filter(function(d)
    local told = d.user_data and d.user_data.lsp or d
    return (d.code or told.code) == code
  end, vim.diagnostic.get(buffer))
end

local function request(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000) or {}
  for _, answer in pairs(answers) do return answer.result, answer.error end
end

local function place(buffer, words, into)
  go(buffer, words, into)
  return vim.lsp.util.make_position_params(0, "utf-16")
end

-- Runs a session with the configuration in editors/neovim, says what it counted and leaves.
local function run(session)
  require("stet").setup({ command = { os.getenv("STET"), "lsp" } })
  local ended, problem = xpcall(session, debug.traceback)
  if not ended then check(problem, false) end
  say(string.format("%d passed, %d failed", passed, failed))
  vim.cmd(failed == 0 and "qall!" or "cquit!")
end

return {
  check = check, wait = wait, lines = lines, find = find, replace = replace, go = go,
  with_code = with_code, request = request, place = place, run = run,
}
