#compdef rihla
compdef _rihla rihla

# Completion of rihla for zsh. It expands and runs nothing of what is typed.
_rihla() {
    local -a asked lines described space
    local program=${(Q)words[1]} typed=${(Q)PREFIX} line name about
    integer directive=0
    [[ $PREFIX == '~/'* ]] && typed=$HOME/${typed#\~/}
    (( $+commands[$program] )) || [[ -x $program ]] || program=rihla
    asked=("${(@Q)words[2,CURRENT-1]}")
    asked=("${(@)asked/#\~\//$HOME/}")
    lines=("${(@f)$($program __complete "${(@)asked}" "$typed" 2>/dev/null)}")
    (( ${#lines} )) || return 1
    directive=${lines[-1]#:}
    lines[-1]=()
    (( directive & 1 )) && return 1
    (( directive & 2 )) && space=(-S '')
    [[ $PREFIX == --*=* ]] && compset -P '--*='
    for line in "${(@)lines}"; do
        [[ -n $line ]] || continue
        name=${line%%$'\t'*} about=
        [[ $line == *$'\t'* ]] && about=:${line#*$'\t'}
        described+=("${${name//\\/\\\\}//:/\\:}$about")
    done
    if (( ${#described} )); then
        _describe -V rihla described "${(@)space}" && return
    fi
    (( directive & 4 )) || _files
}

# Read as a function of completion, it is called; with source, it only defines.
[[ $funcstack[1] == _rihla ]] && _rihla "$@"
