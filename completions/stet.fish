# Completion of stet for fish.
complete -c stet -n __fish_use_subcommand -f -a 'check build import fmt fix figures diff serve explain new lsp debug help'
complete -c stet -n '__fish_seen_subcommand_from check' -l format -x -a 'text json sarif github'
complete -c stet -n '__fish_seen_subcommand_from check' -l deny -x -a 'warning query advice'
complete -c stet -n '__fish_seen_subcommand_from check fix' -l allow -x
complete -c stet -n '__fish_seen_subcommand_from check' -l baseline -r
complete -c stet -n '__fish_seen_subcommand_from check' -l write-baseline -r
complete -c stet -n '__fish_seen_subcommand_from check' -l stets
complete -c stet -n '__fish_seen_subcommand_from check' -l strict-figures
complete -c stet -n '__fish_seen_subcommand_from check' -l no-spelling
complete -c stet -n '__fish_seen_subcommand_from check build' -l watch
complete -c stet -n '__fish_seen_subcommand_from check build' -l jobs -x
complete -c stet -n '__fish_seen_subcommand_from build import' -l out -r
complete -c stet -n '__fish_seen_subcommand_from build' -l to -x -a 'pdf html json pdf,html,json'
complete -c stet -n '__fish_seen_subcommand_from build' -l draft
complete -c stet -n '__fish_seen_subcommand_from build' -l review
complete -c stet -n '__fish_seen_subcommand_from build' -l theme -x
complete -c stet -n '__fish_seen_subcommand_from build' -l paper -x -a 'a4 letter'
complete -c stet -n '__fish_seen_subcommand_from build' -l large-print
complete -c stet -n '__fish_seen_subcommand_from build' -l justify
complete -c stet -n '__fish_seen_subcommand_from import new' -l framework -x
complete -c stet -n '__fish_seen_subcommand_from fmt' -l check
complete -c stet -n '__fish_seen_subcommand_from fmt' -l renumber
complete -c stet -n '__fish_seen_subcommand_from figures' -l format -x -a 'text json csv'
complete -c stet -n '__fish_seen_subcommand_from figures' -l pack
complete -c stet -n '__fish_seen_subcommand_from diff' -l format -x -a 'text json'
complete -c stet -n '__fish_seen_subcommand_from diff' -l exit-code
complete -c stet -n '__fish_seen_subcommand_from serve' -l port -x
complete -c stet -n '__fish_seen_subcommand_from serve' -l theme -x
complete -c stet -n '__fish_seen_subcommand_from debug' -f -a 'ast mentions model publication layout'
complete -c stet -n '__fish_seen_subcommand_from help' -f -a 'check build import fmt fix figures diff serve explain new lsp debug'
