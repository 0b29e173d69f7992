-- Settings of a report's buffer, and the language server for it.
vim.bo.commentstring = "// %s"
vim.bo.comments = ":\\/\\/,b:-"
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.wo.linebreak = true
vim.wo.breakindent = true

require("stet").attach(vim.api.nvim_get_current_buf())
