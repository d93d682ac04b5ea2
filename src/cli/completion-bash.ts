/** Completion for bash 3.2 and newer. Owns the script; must not know of other shells. */
import {
  firstWords,
  flagsOf,
  type Offer,
  offerFor,
  oppositesOf,
  spellings,
  takesFiles,
} from './completion-words.ts';
import { COMMANDS, FLAGS } from './flags.ts';

export function bashCompletion(): string {
  return `# Completion of dedupe for bash: source <(dedupe completion bash)
_dedupe_offer() {
  local IFS=$'\\n'
  case "$1" in
    files) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$2")) ;;
    folders) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$2")) ;;
    words) COMPREPLY=($(compgen -W "\${3// /$IFS}" -- "$2")) ;;
  esac
}

_dedupe() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="" command=scan first="" word index skip=""
  ((COMP_CWORD > 0)) && previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  # bash cuts --flag=value into three words
  if [[ "$current" == "=" ]]; then
    current=""
  elif [[ "$previous" == "=" ]]; then
    previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  case "$previous" in
${FLAGS.flatMap((flag) => {
  const offer = offerFor(flag);
  return offer === undefined ? [] : [`    ${spellings(flag).join('|')}) ${given(offer)}; return ;;`];
}).join('\n')}
  esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    if [[ -n "$skip" ]]; then
      skip=""
      continue
    fi
    case "$word" in
      ${FLAGS.filter((flag) => offerFor(flag) !== undefined)
        .flatMap(spellings)
        .join('|')}) [[ "\${COMP_WORDS[index + 1]}" == "=" ]] || skip=1 ;;
      -* | =) ;;
      *)
        first="$word"
        break
        ;;
    esac
  done
  case "$first" in
    ${COMMANDS.join('|')}) command="$first" ;;
  esac
  if [[ "$current" == -* ]]; then
    case "$command" in
${COMMANDS.map((command) => `      ${command}) _dedupe_offer words "$current" "${allFlags(command)}" ;;`).join('\n')}
    esac
    return
  fi
  if [[ -z "$first" ]]; then
    _dedupe_offer files "$current"
    local IFS=$'\\n' words="${COMMANDS.join(' ')}"
    COMPREPLY+=($(compgen -W "\${words// /$IFS}" -- "$current"))
    return
  fi
  case "$command" in
${COMMANDS.map((command) => `    ${command}) ${operands(command)} ;;`).join('\n')}
  esac
}

complete -F _dedupe dedupe
`;
}

function given(offer: Offer): string {
  if (offer === 'nothing') return 'COMPREPLY=()';
  if (typeof offer === 'string') return `_dedupe_offer ${offer} "$current"`;
  return `_dedupe_offer words "$current" "${offer.join(' ')}"`;
}

function allFlags(command: (typeof COMMANDS)[number]): string {
  return [...flagsOf(command).flatMap(spellings), ...oppositesOf(command)].join(' ');
}

/** A word of its own comes first, where a command has such words. */
function operands(command: (typeof COMMANDS)[number]): string {
  const words = firstWords(command);
  const files = takesFiles(command) ? '_dedupe_offer files "$current"' : 'COMPREPLY=()';
  if (words.length === 0) return files;
  return `if [[ "$word" == "$first" && $index -eq $((COMP_CWORD - 1)) ]]; then _dedupe_offer words "$current" "${words.join(' ')}"; else ${files}; fi`;
}
