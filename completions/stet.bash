# Completion of stet for bash.
_stet() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=""
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "check build import fmt fix figures diff serve explain new lsp debug help --frameworks --help --version" -- "$word"))
    return
  fi
  case $command in
    check) words="--format --deny --allow --baseline --write-baseline --stets --strict-figures --no-spelling --watch --jobs" ;;
    build) words="--out --to --draft --review --theme --paper --large-print --justify --watch --jobs" ;;
    import) words="--out --framework" ;;
    fmt) words="--check --renumber" ;;
    fix) words="--allow" ;;
    figures) words="--format --pack" ;;
    serve) words="--port --theme" ;;
    diff) words="--format --exit-code" ;;
    new) words="--framework" ;;
    help) words="check build import fmt fix figures diff serve explain new lsp debug" ;;
    debug) words="ast mentions model publication layout" ;;
    explain) COMPREPLY=($(compgen -W "$(stet explain 2>/dev/null | cut -d' ' -f1)" -- "$word")); return ;;
  esac
  COMPREPLY=($(compgen -W "$words --help" -- "$word") $(compgen -f -X '!*.stet' -- "$word") $(compgen -d -- "$word"))
}
complete -o filenames -F _stet stet
