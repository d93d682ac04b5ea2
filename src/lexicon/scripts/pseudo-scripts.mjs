// Pages in scripts that the training pages do not have: each word becomes letters of another writing tradition by a
// fixed rule, so that the models learn to do without case, without spaces and with other full stops. Not a language:
// only the measures of a line matter, never its words.
import { createHash } from 'node:crypto';

const STYLES = {
  // No spaces, ideographs, wide punctuation: about one character for two letters.
  han: {
    word: (word) => pick(word, 0x4e00, 0x2000, Math.ceil(word.length / 2.2)),
    space: '',
    stop: '。',
    comma: '，',
  },
  // Spaces, no case, other comma and question mark.
  arabic: { word: (word) => pick(word, 0x627, 0x14, word.length), space: ' ', stop: '.', comma: '،' },
  // No spaces between words, none of our stops: a space ends a sentence.
  thai: { word: (word) => pick(word, 0xe01, 0x2d, word.length), space: '', stop: ' ', comma: ' ' },
  // Spaces, no case, danda.
  devanagari: {
    word: (word) => pick(word, 0x915, 0x24, Math.ceil(word.length / 1.2)),
    space: ' ',
    stop: '।',
    comma: ',',
  },
};
const NAMES = Object.keys(STYLES);

/** The style that a page is rewritten in, by its id. */
export function styleFor(id) {
  return NAMES[createHash('sha256').update(id).digest()[0] % NAMES.length];
}

/** A line in another script; digits and signs stay. */
export function rewriteLine(line, style) {
  const { word, space, stop, comma } = STYLES[style];
  const parts = line.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
  const text = parts
    .map((part, i) => {
      if (/^\p{L}/u.test(part)) return word(part);
      if (/^\s/u.test(part)) return /[\p{L}\p{N}]$/u.test(parts[i - 1] ?? '') || space !== '' ? space : '';
      const isPause = i + 1 === parts.length || /^\s/u.test(parts[i + 1]);
      if (part === '.' && isPause) return stop;
      if (part === ',' && isPause) return comma;
      return part;
    })
    .join('')
    .trim();
  return text === '' ? line : text;
}

/** `length` letters of a block of a script that stand for a word, always the same for the same word. */
function pick(word, first, size, length) {
  const digest = createHash('sha256').update(word.toLowerCase()).digest();
  let letters = '';
  for (let i = 0; i < length; i++)
    letters += String.fromCharCode(first + ((digest[(2 * i) % 32] * 256 + digest[(2 * i + 1) % 32]) % size));
  return letters;
}
