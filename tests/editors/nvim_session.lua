-- A session of Neovim with the configuration in editors/neovim and a real server.
-- Run headless with STET and FOLDER in the environment; FOLDER holds a copy of the sample report.
local support = dofile("tests/editors/nvim_support.lua")
local check, wait, lines, find, replace = support.check, support.wait, support.lines, support.find, support.replace
local go, with_code, request, place = support.go, support.with_code, support.request, support.place
local folder = os.getenv("FOLDER")

local function session()
  vim.cmd("edit " .. folder .. "/lscb.stet")
  local board = vim.api.nvim_get_current_buf()
  vim.cmd("edit " .. folder .. "/report.stet")
  local report = vim.api.nvim_get_current_buf()
  check("a report is known by its name", vim.bo.filetype == "stet")
  check("the server is attached", wait(function() return next(vim.lsp.buf_get_clients(report)) ~= nil end))
  local client = select(2, next(vim.lsp.buf_get_clients(report)))
  check("the server is ready", client and wait(function() return client.initialized end))
  check("both files have one server", vim.tbl_count(vim.lsp.get_active_clients()) == 1)

  replace(report, "[requires improvement]{grade overall}", "[good]{grade overall}")
  local row = find(report, "[good]{grade overall}")
  local function contradictions() return vim.diagnostic.get(report, { lnum = row, severity = vim.diagnostic.severity.ERROR }) end
  check("a broken grade is an error", wait(function() return #contradictions() > 0 end))
  go(report, "[good]{grade overall}")
  local sides = require("stet").both_sides()
  check("both sides are listed", #sides >= 2 and sides[1].lnum ~= sides[2].lnum, sides)
  vim.cmd("cclose")
  vim.api.nvim_set_current_buf(report)
  replace(report, "[good]{grade overall}", "[requires improvement]{grade overall}")
  check("the mended grade is no error", wait(function() return #contradictions() == 0 end))

  replace(report, "({see homes})", "({see hmoes})")
  check("an unknown label is said", wait(function() return #with_code(report, "R102") == 1 end))
  local at = place(report, "hmoes", 1)
  local actions = request(report, "textDocument/codeAction", {
    textDocument = at.textDocument, range = { start = at.position, ["end"] = at.position }, context = { diagnostics = {} },
  })
  local fix = vim.tbl_filter(function(a) return a.kind == "quickfix" and a.isPreferred end, actions or {})[1]
  check("a fix is offered", fix ~= nil, actions)
  if fix then vim.lsp.util.apply_workspace_edit(fix.edit, "utf-16") end
  check("the fix mends it", wait(function() return #with_code(report, "R102") == 0 end))

  replace(report, "Families receive early help sooner", "Families [305]{cla. receive early help sooner")
  local completed = request(report, "textDocument/completion", place(report, "[305]{cla.", 10))
  local fact = vim.tbl_filter(function(item) return item.label == "cla.far" end, completed and completed.items or {})[1]
  check("a fact is completed with its value", fact and fact.detail:find("%d"), completed and #completed.items)
  replace(report, " [305]{cla.", "")

  local hover = request(report, "textDocument/hover", place(report, "{grade overall}", 8))
  check("hover gives the grade", hover and hover.contents.value:find("requires improvement", 1, true))

  go(report, "{#late-requests}", 4)
  vim.lsp.buf.rename("slow-requests")
  check("a rename reaches the included file", wait(function()
    return table.concat(lines(report), "\n"):find("{#slow-requests}", 1, true) and
      table.concat(lines(board), "\n"):find("slow-requests", 1, true)
  end))
  check("no reference is lost", wait(function() return #with_code(report, "R102") == 0 and #with_code(board, "R102") == 0 end))

  vim.api.nvim_set_current_buf(report)
  replace(report, "3. Initial", "3.    Initial")
  local keys = require("stet").settings.keys
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes((vim.g.mapleader or "\\") .. keys.format:gsub("<leader>", ""), true, true, true), "x", false)
  check("the key for formatting formats", wait(function() return table.concat(lines(report), "\n"):find("\n3. Initial", 1, true) end))

  vim.lsp.stop_client(vim.lsp.get_active_clients())
  check("the server leaves", wait(function() return #vim.lsp.get_active_clients() == 0 end))
end

support.run(session)
