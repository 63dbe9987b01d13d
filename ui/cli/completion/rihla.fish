# Completion of rihla for fish. It expands and runs nothing of what is typed.
function __rihla_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l typed (string unescape -- $current)
    or set typed (string replace -r '^[\'"]' '' -- $current)
    set typed (string replace -r '^~/' "$HOME/" -- $typed)
    set -l asked (string replace -r '^~/' "$HOME/" -- $words[2..-1])
    set -l program $words[1]
    command -q $program; or set program rihla
    set -l lines (command $program __complete $asked "$typed" 2>/dev/null)
    set -q lines[1]; or return
    set -l directive (string replace ':' '' -- $lines[-1])
    set -e lines[-1]
    if test (math "$directive % 2") = 1
        return
    end
    if set -q lines[1]
        set -l before (string match -r '^--[^=]*=' -- $typed)
        or set before ''
        printf '%s\n' $before$lines
        return
    end
    if test (math "floor($directive / 4) % 2") = 0
        __fish_complete_path $typed
    end
end

complete -c rihla -e
complete -c rihla -f -a '(__rihla_complete)'
