/**
 * Texts of made-up words in nine scripts, seeded: paragraphs of sentences of words, as an article is laid out. Owns the
 * words; must not know of edits, or of what is tested with them. Plain JavaScript, so that benches run it unbuilt.
 */

/** Numbers 0..1 that are the same in every run (T. Ettinger, mulberry32). */
export function mulberry(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random element. */
export const pick = (random, values) => values[Math.floor(random() * values.length)];

/** Whole numbers from `least` to `most`, both included. */
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

const spread = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

/** Syllables of each script, the mark that ends its sentences, and whether its words are spaced. */
const SCRIPTS = {
  latin: {
    syllables: 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an er in or ul',
    end: '.',
  },
  cyrillic: {
    syllables: 'ба ве ги до жу за ки ло му не по ри со ту фа хе ци чо шу ян ер ин ор ул',
    end: '.',
  },
  arabic: { syllables: 'با تي ثو جا حي خو دا ذي رو زا سي شو صا طي عو غا في قو كا لي مو نا هي', end: '.' },
  devanagari: { syllables: 'का खि गु घे चो जा टि डु ते थो दा धि नु पे फो बा भि मु ये रो ला वि शु', end: '।' },
  hangul: { syllables: '가 나 다 라 마 바 사 아 자 차 카 타 파 하 고 노 도 로 모 보 소 오 조 초', end: '.' },
  han: { characters: spread(0x4e00, 0x5200), end: '。' },
  // Two thirds kana, as Japanese prose has it.
  japanese: {
    characters: [...spread(0x3042, 0x3093), ...spread(0x30a2, 0x30f3), ...spread(0x5b50, 0x5ba0)],
    end: '。',
  },
  thai: { characters: [...spread(0x0e01, 0x0e2e), 'า', 'เ', 'แ', 'โ', 'ไ'], end: ' ' },
  khmer: { characters: spread(0x1780, 0x17a2), end: '។' },
  burmese: { characters: spread(0x1000, 0x1020), end: '။' },
};

export const SCRIPT_NAMES = Object.keys(SCRIPTS);

/** What stands between the sentences of a paragraph in this script. */
export const sentenceGap = (script) => (SCRIPTS[script].characters === undefined ? ' ' : '');

/** A sentence of 6 to 16 words, or of 14 to 50 characters where words are not spaced. */
export function makeSentence(random, script) {
  const { syllables, characters, end } = SCRIPTS[script];
  if (characters !== undefined) {
    // Squared: a few characters are common, as in any prose.
    const character = () => characters[Math.floor(random() ** 2 * characters.length)];
    return Array.from({ length: between(random, 14, 50) }, character).join('') + end;
  }
  const list = syllables.split(' ');
  const word = () => Array.from({ length: between(random, 1, 4) }, () => pick(random, list)).join('');
  return Array.from({ length: between(random, 6, 16) }, word).join(' ') + end;
}

/** Paragraphs of two to four sentences, `sentences` in all. */
export function makeParagraphs(random, script, sentences) {
  const paragraphs = [];
  for (let left = sentences; left > 0; ) {
    const count = Math.min(left, between(random, 2, 4));
    paragraphs.push(Array.from({ length: count }, () => makeSentence(random, script)));
    left -= count;
  }
  return paragraphs;
}

/** The text of an article: paragraphs apart by an empty line. */
export const textOf = (paragraphs, script) =>
  paragraphs.map((sentences) => sentences.join(sentenceGap(script))).join('\n\n');
