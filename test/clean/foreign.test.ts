/** Where a text goes over into other languages: what counts as alien, and from which line on. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alienTails, mayEndAlien, passagesOf, polyglotTail } from '../../src/clean/foreign.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const OWN = [
  'The harbour office of the island has closed the old pier, because the piles under it are no longer safe for the boats that land there every morning.',
  'A diver who looked at the piles in the spring found that half of them had lost more than a third of their wood, and that two had no hold in the ground at all.',
  'The council wants to pay for a new pier out of the reserves of the island, and has asked the county for the other half of the money that it will need for that.',
  'Until the new pier is built, the ferry will land at the fish market, where a bridge of pontoons was laid out on Monday by the fire brigade and the harbour office.',
];
const MORE =
  'For the boats of the island there is room at the fish market until the new pier has been built, the office said on Monday.';
const GERMAN =
  'Nach dem Brand in der Lagerhalle am Hafen hat die Feuerwehr in der Nacht noch mehrere Glutnester gelöscht, verletzt wurde niemand.';
const FRENCH =
  'Après six ans de travaux, le musée rouvre ses portes samedi prochain avec une exposition consacrée aux peintres de la région.';
const GREEK =
  'Ο δήμαρχος ανακοίνωσε ότι η νέα γέφυρα θα δοθεί στην κυκλοφορία την επόμενη άνοιξη, έξι μήνες νωρίτερα από το σχέδιο.';
const ENGLISH_TEASER =
  'Three of the four ferries that the county had ordered will not be built before the spring, the yard has told the council.';

function check(tail: readonly string[], expected: readonly number[], marked: readonly number[] = []): void {
  const marks: Marks = [];
  for (const line of marked) drop(marks, OWN.length + line, 'consent', 1);
  const tails = alienTails(passagesOf(pageOf(...OWN, ...tail)), marks);
  expect([...tails.subarray(OWN.length, OWN.length + tail.length)]).toEqual(expected);
}

describe('alienTails', () => {
  it.each<[what: string, tail: string[], expected: number[]]>([
    ['the text goes on', [MORE, MORE], [0, 0]],
    ['a quotation in another script, then the text', [GREEK, MORE], [0, 0]],
    ['one paragraph in another language at the end', [GERMAN], [0]],
    ['two in other languages', [GERMAN, FRENCH], [2, 0]],
    ['another script and another language', ['More', GREEK, FRENCH], [2, 2, 0]],
    ['one of three in the own language', ['More', GERMAN, ENGLISH_TEASER, FRENCH], [1, 1, 0, 0]],
    ['most of the rest in the own language', [GERMAN, MORE, ENGLISH_TEASER, MORE, FRENCH], [0, 0, 0, 0, 0]],
  ])('%s', (_, tail, expected) => {
    check(tail, expected);
  });

  it('leaves lines that hold a mark out of the count', () => {
    check([GERMAN, FRENCH], [0, 0], [0]);
  });

  it('takes what prevails at the start for the own language, whatever stands first', () => {
    const tails = alienTails(passagesOf(pageOf(GREEK, ...OWN, MORE)), []);
    expect([...tails.subarray(0, OWN.length + 2)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

const TURKISH =
  'Belediye, liman yolundaki eski depoların yerine üç yıl içinde bir park ve bir kütüphane yapılacağını salı günü duyurdu.';
const BANNER =
  'We use small files on your device to measure how often the pages of this site are read, and you can refuse that at any time.';

describe('polyglotTail', () => {
  const find = (...tail: string[]) => polyglotTail(passagesOf(pageOf(...OWN, ...tail))) - OWN.length;
  const NONE = -1 - OWN.length;

  it.each<[what: string, tail: string[], first: number]>([
    ['cards of three languages below a heading', ['More', GERMAN, GREEK, FRENCH], 0],
    ['cards with titles', ['More', 'Bir başlık', TURKISH, 'Τίτλος', GREEK, 'Un titre', FRENCH], 0],
    ['a banner in the language of the text below them', ['More', GERMAN, GREEK, FRENCH, BANNER], 0],
    ['one card in the language of the text', ['More', TURKISH, ENGLISH_TEASER, GREEK, FRENCH, GERMAN], 0],
    ['two cards', ['More', GERMAN, GREEK], NONE],
    ['cards without any heading or title', [GERMAN, GREEK, FRENCH], NONE],
    ['the text goes on', [MORE, 'Older', MORE, ENGLISH_TEASER, MORE], NONE],
    [
      'a translation',
      ['Deutsch', GERMAN, GERMAN.replace('Nacht', 'Frühe'), GERMAN.replace('Hafen', 'Fluss')],
      NONE,
    ],
    ['quotations', ['Voices', GERMAN, MORE, GREEK, ENGLISH_TEASER, FRENCH, MORE], NONE],
  ])('%s', (_, tail, first) => {
    expect(find(...tail)).toBe(first);
  });

  it('is none where too little is known of the text', () => {
    expect(polyglotTail(passagesOf(pageOf(OWN[0] ?? '', 'More', GERMAN, GREEK, FRENCH)))).toBe(-1);
  });
});

const CZECH =
  'Radnice v pondělí oznámila, že se zimní stadion po dvouleté přestavbě otevře veřejnosti už na začátku příštího měsíce.';
/** 430 letters: what stands below belongs to the first 600 letters of the page. */
const SHORT = OWN.slice(0, 2).concat(MORE);
const HEADLINE = 'Museum der Stadt zeigt von Samstag an alle Bilder aus den Jahren der großen Flut';

describe('polyglotTail of a page', () => {
  it.each<[what: string, above: string[], tail: string[], expected: number]>([
    [
      'a headline longer than a label above the first card',
      OWN,
      ['More', HEADLINE, GERMAN, GREEK, FRENCH],
      0,
    ],
    [
      'headlines above all cards, and no label above them',
      OWN,
      [HEADLINE, TURKISH, 'Greek', GREEK, HEADLINE, FRENCH],
      0,
    ],
    [
      'a headline above the first card alone',
      OWN,
      [HEADLINE, GERMAN, GREEK, 'Share', FRENCH],
      -OWN.length - 1,
    ],
    ['a short text', SHORT, ['More', GERMAN, FRENCH, TURKISH, GREEK], 0],
    [
      'leads in the language of the text among many others',
      OWN,
      ['More', TURKISH, ENGLISH_TEASER, GREEK, ENGLISH_TEASER, CZECH],
      0,
    ],
    [
      'a caption in another language above a short text',
      [GREEK, 'Image', ...SHORT],
      ['More', GERMAN, GREEK, TURKISH, FRENCH],
      0,
    ],
  ])('%s', (_, above, tail, expected) => {
    expect(polyglotTail(passagesOf(pageOf(...above, ...tail))) - above.length).toBe(expected);
  });
});

/** Short sentences of one language, each on another subject: as strange to the text and to each other as a teaser may be. */
const BOXING =
  'Kickboxing champion Dmitri Volkov lost his license following repeated doping violations during Olympics.';
const COPPER =
  'Quarterly exports jumped sharply, pushing copper prices beyond five thousand dollars apiece, analysts say.';
const CLIMBERS =
  'Six climbers survived an avalanche near Zermatt, sheltering inside crevasses until daybreak.';
const RISOTTO =
  'Chef Giulia Marchetti simmers saffron risotto slowly, adding Parmesan just before guests arrive.';
const CYCLISTS = 'Cyclists love Umbria: quiet lanes, olive groves, medieval villages, plus very good coffee.';

describe('polyglotTail of a text on many subjects', () => {
  it.each<[what: string, text: string[], expected: number]>([
    ['sentences of one language are kept', [...OWN, 'News', BOXING, COPPER, CLIMBERS], -1],
    ['teasers in their place are none of it', [...OWN, 'News', FRENCH, TURKISH, GERMAN], 4],
    [
      'strange sentences at the end of the text do not speak for the teasers below',
      [...OWN, COPPER, CYCLISTS, CLIMBERS, 'More', FRENCH, TURKISH, GERMAN],
      7,
    ],
    [
      'quotations in other languages do not speak against the sentences below',
      [...OWN, GREEK, TURKISH, 'News', BOXING, COPPER, CLIMBERS],
      -1,
    ],
    [
      'one quotation below them is no end',
      [...OWN.slice(0, 2), 'The plan', ...OWN.slice(2), COPPER, CYCLISTS, 'A poem', TURKISH],
      -1,
    ],
    [
      'a heading in the text does not hide how it goes on',
      [...OWN.slice(0, 3), 'The ferry', ...OWN.slice(3), 'News', BOXING, RISOTTO, CLIMBERS],
      -1,
    ],
  ])('%s', (_, text, expected) => {
    expect(polyglotTail(passagesOf(pageOf(...text)))).toBe(expected);
  });
});

describe('mayEndAlien', () => {
  it('is true wherever a tail of nothing but aliens stands', () => {
    const text = fc.array(fc.constantFrom(...OWN, MORE, GREEK, GERMAN, 'Share'), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(text, (tail) => {
        const passages = passagesOf(pageOf(...OWN, ...tail));
        if (alienTails(passages, []).includes(2)) expect(mayEndAlien(passages, [])).toBe(true);
      }),
      { seed: 43, numRuns: 500 },
    );
    expect(mayEndAlien(passagesOf(pageOf(...OWN, GREEK, GERMAN)), [])).toBe(true);
    expect(mayEndAlien(passagesOf(pageOf(...OWN, GREEK, GERMAN, MORE)), [])).toBe(false);
  });
});
