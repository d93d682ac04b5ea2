/**
 * What happens to an article on its way through other desks: the edits by which near-duplicates are measured, on any
 * text in any script. Owns the edits; must not know of texts of its own, nor judge. A text is a list of paragraphs,
 * a paragraph a list of sentences; `random` gives numbers 0..1.
 */
import { between, pick } from './made-up-text.mjs';

/** A letter, or a character of an unspaced script, with no mark behind it: what can stand alone. */
const LETTER = /\p{L}/u;

/** Puts another letter of the same text in the place of `rate` of the letters. */
export function changeCharacters(text, rate, random) {
  const characters = [...text];
  const letters = characters.filter((character) => LETTER.test(character));
  return characters
    .map((character) => (LETTER.test(character) && random() < rate ? pick(random, letters) : character))
    .join('');
}

/** Leaves out `share` of the sentences, at least one. */
export function dropSentences(paragraphs, share, random) {
  const places = paragraphs.flatMap((sentences, p) => sentences.map((_, s) => `${p} ${s}`));
  const dropped = new Set(shuffled(places, random).slice(0, Math.max(1, Math.round(share * places.length))));
  return paragraphs
    .map((sentences, p) => sentences.filter((_, s) => !dropped.has(`${p} ${s}`)))
    .filter((sentences) => sentences.length > 0);
}

/** The first `share` of the characters. */
export function truncate(text, share) {
  const characters = [...text];
  return characters.slice(0, Math.round(share * characters.length)).join('');
}

/** Another first paragraph in the place of the first sentence. */
export function replaceLead(paragraphs, lead) {
  const [first = [], ...rest] = paragraphs;
  return [lead, first.slice(1), ...rest].filter((sentences) => sentences.length > 0);
}

export function shuffleParagraphs(paragraphs, random) {
  return shuffled(paragraphs, random);
}

export function shuffled(values, random) {
  const list = [...values];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/** What scanners take for each other, in rings: each is read as the next. */
const CONFUSED = [
  'e c', 'l 1 I', 'O 0 o', 'h b', 'u v', 'n r', 'm n', 'S 5', 'B 8', 'g q', 'f t',
  'и н', 'п л', 'ш щ', 'о с', 'е с', 'ь ъ', 'в б', 'з э',
  'ب ت ث', 'ج ح خ', 'د ذ', 'ر ز', 'س ش', 'ص ض', 'ط ظ', 'ع غ', 'ف ق',
  'ब व', 'घ ध', 'प ष', 'म भ', 'ड ङ', 'ख र', 'थ य',
  '未 末', '土 士', '日 曰', '己 已 巳', '人 入 八', '大 太 犬', '天 夫', '千 干', '王 玉', '木 本', '今 令', '问 间', '目 自', '不 下',
  'シ ツ', 'ソ ン', 'ロ 口', 'カ 力', 'タ 夕', 'ニ 二', 'ー 一', 'は ほ', 'る ろ', 'ね れ わ', 'き さ', 'め ぬ', 'ば ぱ',
  'ก ถ ภ', 'ค ด ต', 'ช ซ', 'บ ป', 'ผ ฝ', 'พ ฟ', 'ข ช', 'น ม', 'ล ส', 'อ ฮ', 'ฎ ฏ',
  'ត ភ', 'ព ញ', 'ប ឋ', 'គ ត', 'က တ', 'ပ ဝ ၀', 'င ၎', 'ဗ ပ', 'သ သ',
]; // biome-ignore format: one ring a string
const MISREAD = new Map(
  CONFUSED.flatMap((ring) => {
    const members = ring.split(' ');
    return members.map((member, i) => [member, members[(i + 1) % members.length]]);
  }),
);
const SPECKS = ['.', ',', "'", '·', '`', '|'];
const LINE = 64;

/**
 * As a scanner reads a page: lines broken at a column, and `rate` of the characters misread, lost, doubled, parted by a
 * space, or behind a speck; spaces lost.
 */
export function scan(text, rate, random) {
  const noisy = [...text].map((character) => {
    if (character === '\n' || random() >= rate) return character;
    if (character === ' ') return '';
    const roll = random();
    if (roll < 0.6) return MISREAD.get(character) ?? character;
    if (roll < 0.7) return '';
    if (roll < 0.75) return character + character;
    return roll < 0.9 ? `${character} ` : character + pick(random, SPECKS);
  });
  return noisy
    .join('')
    .split('\n')
    .map((line) => wrap(line))
    .join('\n');
}

/** Breaks a line at spaces, or anywhere where there are none. */
function wrap(line) {
  const lines = [];
  let rest = [...line];
  while (rest.length > LINE) {
    const space = rest.lastIndexOf(' ', LINE);
    const at = space > LINE / 2 ? space : LINE;
    lines.push(rest.slice(0, at).join(''));
    rest = rest.slice(rest[at] === ' ' ? at + 1 : at);
  }
  return [...lines, rest.join('')].join('\n');
}

const LEAD_SENTENCES = 2;

/**
 * The edits that are measured, by name. Each takes the paragraphs, how they become a text, `random`, and new sentences
 * of the same language.
 */
export const EDIT_KINDS = {
  'characters 2 %': (paragraphs, toText, random) => changeCharacters(toText(paragraphs), 0.02, random),
  'sentences -20 %': (paragraphs, toText, random) => toText(dropSentences(paragraphs, 0.2, random)),
  'cut to 60 %': (paragraphs, toText) => truncate(toText(paragraphs), 0.6),
  'new lead': (paragraphs, toText, _random, newSentence) =>
    toText(replaceLead(paragraphs, Array.from({ length: LEAD_SENTENCES }, newSentence))),
  'paragraphs shuffled': (paragraphs, toText, random) => toText(shuffleParagraphs(paragraphs, random)),
  'scanned (OCR)': (paragraphs, toText, random) =>
    scan(toText(paragraphs), between(random, 1, 3) / 100, random),
};
