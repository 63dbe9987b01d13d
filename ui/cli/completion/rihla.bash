# Completion of rihla for bash 3.2 and later. It needs no other package, and
# expands and runs nothing of what is typed.

# Splits a command line into __rihla_words, without quotation marks and
# backslashes. __rihla_quote is the quotation mark that is open at its end, and
# __rihla_from the last word up to what readline replaces, without marks too.
__rihla_split() {
    local line=$1 word= c next i isWord= breaks=${COMP_WORDBREAKS-}
    breaks=${breaks//[\'\"\\]/}
    __rihla_words=() __rihla_quote= __rihla_from=
    for ((i = 0; i < ${#line}; i++)); do
        c=${line:i:1}
        if [[ $__rihla_quote == "'" && $c != "'" ]]; then
            word+=$c
        elif [[ $c == \\ ]]; then
            next=${line:++i:1}
            [[ $__rihla_quote == '"' && $next != [\$\`\"\\] ]] && word+=\\
            word+=$next isWord=1
        elif [[ -n $__rihla_quote && $c == "$__rihla_quote" ]]; then
            __rihla_quote=
        elif [[ -z $__rihla_quote && ($c == "'" || $c == '"') ]]; then
            __rihla_quote=$c __rihla_from=$word isWord=1
        elif [[ -z $__rihla_quote && $c == [[:space:]] ]]; then
            [[ -n $isWord ]] && __rihla_words+=("$word")
            word= isWord= __rihla_from=
        else
            [[ -z $isWord && $c == '~' && ${line:i+1:1} == / ]] && c=$HOME
            word+=$c isWord=1
            [[ -z $__rihla_quote && $breaks == *"$c"* ]] && __rihla_from=$word
        fi
    done
    __rihla_words+=("$word")
}

# Writes a completion as it stands on a command line.
__rihla_quoted() {
    local text=$1
    case $__rihla_quote in
        "'") text=${text//\'/\'\\\'\'} ;;
        '"') text=${text//\\/\\\\} text=${text//\"/\\\"} text=${text//\$/\\\$} text=${text//\`/\\\`} ;;
        *) printf -v text %q "$text" ;;
    esac
    __rihla_text=$text
}

_rihla() {
    local __rihla_words __rihla_quote __rihla_from __rihla_text
    local line typed name about out directive=0 longest=0 i names=() abouts=() loose=()
    COMPREPLY=()
    __rihla_split "${COMP_LINE:0:COMP_POINT}"
    while ((${#__rihla_words[@]} > 1)) && [[ ${__rihla_words[0]} == [A-Za-z_]*=* ]]; do
        __rihla_words=("${__rihla_words[@]:1}")
    done
    type -P "${__rihla_words[0]}" >/dev/null || __rihla_words[0]=rihla
    out=$("${__rihla_words[0]}" __complete "${__rihla_words[@]:1}" 2>/dev/null) || return
    directive=${out##*:} out=${out%:*}

    # The value of --flag=value is completed alone.
    typed=${__rihla_words[${#__rihla_words[@]} - 1]}
    if [[ $typed == --*=* && $__rihla_from == "${typed%%=*}="* ]]; then
        __rihla_from=${__rihla_from#"${typed%%=*}="} typed=${typed#*=}
    fi
    while IFS= read -r line; do
        [[ -z $line ]] && continue
        name=${line%%$'\t'*} about=
        [[ $name != "$typed"* ]] && loose+=("$name") && continue
        [[ $line == *$'\t'* ]] && about=${line#*$'\t'}
        __rihla_quoted "${name#"$__rihla_from"}"
        names+=("$__rihla_text") abouts+=("$about")
        ((${#__rihla_text} > longest)) && longest=${#__rihla_text}
    done <<<"$out"
    # What only ends as it is typed takes the place of the word if it is alone.
    if ((${#names[@]} == 0 && ${#loose[@]} == 1)); then
        __rihla_quoted "${loose[0]#"$__rihla_from"}"
        names=("$__rihla_text") abouts=('')
    fi

    if type compopt >/dev/null 2>&1; then
        ((directive & 2)) && compopt -o nospace
        ((directive & 4)) && compopt +o default
    fi
    if ((directive & 1)); then
        return
    fi
    for ((i = 0; i < ${#names[@]}; i++)); do
        name=${names[i]}
        # What is only listed says what it is.
        if [[ ${COMP_TYPE-} == 63 && -n ${abouts[i]} ]] && ((${#names[@]} > 1)); then
            printf -v name '%s%*s  (%s)' "$name" $((longest - ${#name})) '' "${abouts[i]}"
            name=${name:0:${COLUMNS:-80}}
        fi
        COMPREPLY+=("$name")
    done
    # Of two, readline keeps a quotation open that goes on.
    if [[ -n $__rihla_quote ]] && ((${#names[@]} == 1 && (directive & 2))); then
        COMPREPLY+=("$name ")
    fi
}

complete -o default -F _rihla rihla
