-- Starts `stet lsp` for reports and maps keys to what it can do. Neovim 0.7 or later.
local M = {}

M.settings = {
  command = { "stet", "lsp" },
  -- Keys by what they do; false for none.
  keys = {
    definition = "gd",
    references = "gr",
    hover = "K",
    rename = "<leader>rn",
    action = "<leader>ca",
    format = "<leader>f",
    both_sides = "<leader>e",
  },
}

local clients = {}

local function map(buffer, keys, run, description)
  if keys then vim.keymap.set("n", keys, run, { buffer = buffer, silent = true, desc = description }) end
end

-- The places that a diagnostic on the cursor's line speaks of, in the quickfix list.
function M.both_sides()
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  local items = {}
  local function add(uri, range, text)
    local file = vim.uri_to_fname(uri)
    table.insert(items, { filename = file, lnum = range.start.line + 1, col = range.start.character + 1, text = text })
  end
  for _, diagnostic in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    local told = diagnostic.user_data and diagnostic.user_data.lsp or {}
    table.insert(items, {
      filename = vim.api.nvim_buf_get_name(0), lnum = diagnostic.lnum + 1, col = diagnostic.col + 1,
      text = diagnostic.message,
    })
    for _, related in ipairs(told.relatedInformation or {}) do
      add(related.location.uri, related.location.range, related.message)
    end
  end
  vim.fn.setqflist({}, " ", { title = "Stet", items = items })
  if #items > 0 then vim.cmd("copen") end
  return items
end

local function format()
  if vim.lsp.buf.format then vim.lsp.buf.format() else vim.lsp.buf.formatting_sync(nil, 5000) end
end

local function on_attach(_, buffer)
  local keys = M.settings.keys
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  map(buffer, keys.definition, vim.lsp.buf.definition, "Go to the declaration")
  map(buffer, keys.references, vim.lsp.buf.references, "All places of the name")
  map(buffer, keys.hover, vim.lsp.buf.hover, "What Stet knows of this")
  map(buffer, keys.rename, vim.lsp.buf.rename, "Rename in all files")
  map(buffer, keys.action, vim.lsp.buf.code_action, "Fix, or let stand")
  map(buffer, keys.format, format, "Bring into canonical form")
  map(buffer, keys.both_sides, M.both_sides, "Both sides of a contradiction")
end

-- Attaches the buffer to the server of its folder, and starts one where none runs.
function M.attach(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local root = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  if not clients[root] then
    if vim.fn.executable(M.settings.command[1]) == 0 then
      vim.notify("stet: the program `" .. M.settings.command[1] .. "` is not found", vim.log.levels.WARN)
      return
    end
    clients[root] = vim.lsp.start_client({
      name = "stet",
      cmd = M.settings.command,
      root_dir = root,
      on_attach = on_attach,
      on_exit = function() clients[root] = nil end,
      flags = { debounce_text_changes = 50 },
    })
  end
  if clients[root] then vim.lsp.buf_attach_client(buffer, clients[root]) end
end

-- Changes settings; call it before the first report is opened.
function M.setup(settings) M.settings = vim.tbl_deep_extend("force", M.settings, settings or {}) end

return M
