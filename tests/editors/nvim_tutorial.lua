-- Step 4 of docs/tutorial.md in Neovim, as its reader does it.
-- Run headless with STET and FOLDER in the environment; FOLDER holds the draft of steps 1 to 3.
local support = dofile("tests/editors/nvim_support.lua")
local check, wait, lines, find, replace, go = support.check, support.wait, support.lines, support.find, support.replace, support.go
local with_code, request, place = support.with_code, support.request, support.place

local heading = "care leavers: requires improvement {judges care}"

local function text(buffer) return table.concat(lines(buffer), "\n") end

support.run(function()
  vim.cmd("edit " .. os.getenv("FOLDER") .. "/report.stet")
  local report = vim.api.nvim_get_current_buf()
  check("the server is ready", wait(function()
    local client = select(2, next(vim.lsp.buf_get_clients(report)))
    return client and client.initialized
  end))

  -- 1. A grade that differs from the cover's.
  replace(report, heading, "care leavers: good {judges care}")
  check("the word is underlined", wait(function() return #with_code(report, "G105") == 1 end))
  local told = with_code(report, "G105")[1]
  local row, column = find(report, "care leavers: good", #"care leavers: ")
  check("at its place", told and told.lnum == row and told.col == column, told)
  check("the message names the cover's grade", told and told.message:find("requires improvement", 1, true), told)
  check("the other side is the cover", told and told.user_data.lsp.relatedInformation[1].location.range.start.line
    == find(report, "care        requires improvement"), told)
  local hover = request(report, "textDocument/hover", place(report, "care leavers: good", #"care leavers: g"))
  check("hover explains it", hover and hover.contents.value:find("G105", 1, true), hover)
  replace(report, "care leavers: good {judges care}", heading)
  check("undone, it is gone", wait(function() return #with_code(report, "G105") == 0 end))

  -- 2. A label is offered with its first words.
  replace(report, "34 (85%) were clear.", "34 (85%) were clear. {see m")
  local offered = request(report, "textDocument/completion", place(report, "{see m", 6))
  local moves = vim.tbl_filter(function(item) return item.label == "moves" end, offered and offered.items or {})[1]
  check("the label is offered", moves ~= nil, offered)
  check("with its words", moves and moves.documentation.value:find("Too many children move", 1, true), moves)
  replace(report, " {see m", "")

  -- 3. A rename reaches every place.
  go(report, "{because moves}", 10)
  vim.lsp.buf.rename("settled")
  check("all places change", wait(function()
    local now = text(report)
    return now:find("{because settled}", 1, true) and now:find("{#settled}", 1, true) and
      now:find("{see settled}", 1, true) and not now:find("moves}", 1, true)
  end), text(report))

  -- 4. A paragraph more: the others count on.
  local last = request(report, "textDocument/hover", place(report, "{see settled}", 6))
  check("the finding is paragraph 4", last and last.contents.value:find("paragraph 4", 1, true), last)
  replace(report, "#. Too many children move", "#. A paragraph more.\n\n#. Too many children move")
  local after = request(report, "textDocument/hover", place(report, "{see settled}", 6))
  check("and then paragraph 5", after and after.contents.value:find("paragraph 5", 1, true), after)
end)
