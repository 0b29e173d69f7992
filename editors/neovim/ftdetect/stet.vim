autocmd BufRead,BufNewFile *.stet setfiletype stet
