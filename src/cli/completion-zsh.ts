/** Completion for zsh 5. Owns the script; must not know of other shells. */
import {
  firstWords,
  flagsOf,
  type Offer,
  offerFor,
  oppositesOf,
  spellings,
  takesFiles,
} from './completion-words.ts';
import { placeholderOf } from './flag-words.ts';
import { COMMAND_INFO, COMMANDS, type CommandName, type Flag } from './flags.ts';

export function zshCompletion(): string {
  return `#compdef dedupe
# Completion of dedupe for zsh: source <(dedupe completion zsh), or a file _dedupe in a folder of $fpath

_dedupe() {
  local command=scan word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${COMMANDS.join('|')}) command="$word"; break ;;
      -*) ;;
    esac
  done
  local -a commands
  commands=(
${COMMANDS.map((command) => `    ${quoted(`${command}:${COMMAND_INFO[command].summary}`)}`).join('\n')}
  )
  case "$command" in
${COMMANDS.map(caseOf).join('\n')}
  esac
}

_dedupe_first() {
  _alternative 'commands:command:{_describe command commands}' 'files:file:_files'
}

if [[ "$funcstack[1]" == _dedupe ]]; then
  _dedupe "$@"
else
  compdef _dedupe dedupe
fi
`;
}

function caseOf(command: CommandName): string {
  const specs = [
    ...flagsOf(command).map(specOf),
    ...oppositesOf(command).map((word) => quoted(word)),
    ...(command === 'scan'
      ? [quoted('1:command or file:_dedupe_first')]
      : [quoted(`1:command:(${command})`)]),
    ...operandSpecs(command),
  ];
  return `    ${command})\n      _arguments -s -S \\\n        ${specs.join(' \\\n        ')}\n      ;;`;
}

function operandSpecs(command: CommandName): readonly string[] {
  const words = firstWords(command);
  const files = takesFiles(command) ? [quoted('*:file:_files')] : [];
  return words.length === 0 ? files : [quoted(`2:word:(${words.join(' ')})`), ...files];
}

/** `(-f --format)`{-f,--format}... as zsh wants it: each spelling rules the other out, unless it may be repeated. */
function specOf(flag: Flag): string {
  const words = spellings(flag);
  const mayRepeat = flag.repeatable === true || flag.counted === true;
  const before = mayRepeat ? '*' : words.length > 1 ? `(${words.join(' ')})` : '';
  const offer = offerFor(flag);
  const after = `[${escaped(flag.description)}]${offer === undefined ? '' : `:${placeholderOf(flag)}:${actionOf(offer)}`}`;
  // The value may also follow behind "=".
  return words
    .map((word) =>
      quoted(`${before}${word}${offer !== undefined && word.startsWith('--') ? '=' : ''}${after}`),
    )
    .join(' ');
}

function actionOf(offer: Offer): string {
  if (offer === 'files') return '_files';
  if (offer === 'folders') return '_files -/';
  return offer === 'nothing' ? ' ' : `(${offer.join(' ')})`;
}

function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
