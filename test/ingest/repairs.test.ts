/** What is mended in a decoded text, what is left alone, and where things stood before. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { undoubled } from '../../src/ingest/encoding/doubled.ts';
import { mayHoldSigns, signsIn } from '../../src/ingest/encoding/doubling-signs.ts';
import { mendText, repairText } from '../../src/ingest/encoding/repairs.ts';
import { bothEdits, positionAfter, positionBefore } from '../../src/lib/edits.ts';
import { TEXTS } from './encoding-texts.ts';

/** UTF-8 taken for another encoding; bytes without a meaning as browsers have them. */
function doubled(text: string, codec: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = iconv.decode(Buffer.from([byte]), codec);
    return character === '\ufffd' ? String.fromCharCode(byte) : character;
  }).join('');
}

describe('text that was encoded twice', () => {
  for (const [language, { headline, paragraph }] of Object.entries(TEXTS)) {
    it(`is put right: ${language}`, () => {
      for (const codec of ['windows1252', 'windows1251']) {
        for (const text of [headline, paragraph, `${headline}\n${paragraph}`]) {
          if (/^[\0-\x7f]*$/.test(text)) continue;
          expect(undoubled(text), `${codec} untouched`).toBeUndefined();
          const broken = doubled(text, codec);
          const found = undoubled(broken);
          expect(found?.text ?? broken, codec).toBe(text);
        }
      }
      if (paragraph.includes('é')) {
        expect(undoubled(doubled(paragraph, 'macroman'))?.text).toBe(paragraph);
        expect(undoubled(doubled(paragraph, 'cp437'))?.text).toBe(paragraph);
        expect(undoubled(doubled(doubled(paragraph, 'windows1252'), 'windows1252'))?.text).toBe(paragraph);
      }
    });
  }

  const cases: readonly (readonly [string, string])[] = [
    ['Itâ€™s fine', 'It’s fine'],
    ['cafÃ© au lait', 'café au lait'],
    ['Â£100 a day', '£100 a day'],
    ['“Right” quotes and cafÃ©s, dÃ©jÃ\u00a0 vu', '“Right” quotes and cafés, déjà vu'],
    // What is right stays.
    ['AMANHû foi o título', 'AMANHû foi o título'],
    ['«VOILû', '«VOILû'],
    ['Šiauliai – Žemaitija', 'Šiauliai – Žemaitija'],
    ['5 × 3 ± 2 °C', '5 × 3 ± 2 °C'],
    ['Ñandú, ¿Ñ?', 'Ñandú, ¿Ñ?'],
    ['√2 ≈ 1,41', '√2 ≈ 1,41'],
    ['├── src', '├── src'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => expect(undoubled(text)?.text ?? text).toBe(expected));
  }
});

describe('signs in the bytes', () => {
  /** As UTF-8 that begins at any place of a buffer. */
  const placed = (text: string, before: number): Uint8Array =>
    new Uint8Array(Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(text)])).subarray(before);

  it('are there where they are in the string', () => {
    const letter = fc.constantFrom(
      'a',
      ' ',
      'ä',
      'Ã',
      '©',
      'â',
      '€',
      '™',
      'Р',
      'ї',
      '語',
      '😀',
      'Ă',
      '√',
      'Γ',
    );
    const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''));
    let [sure, signs] = [0, 0];
    fc.assert(
      fc.property(text, fc.nat({ max: 3 }), (written, before) => {
        if (signsIn(written) !== 0) signs++;
        if (mayHoldSigns(placed(written, before))) return;
        sure++;
        expect(signsIn(written)).toBe(0);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(Math.min(sure, signs)).toBeGreaterThan(100);
  });

  it('are not suspected of a text in Latin letters, even where marks stand beside them', () => {
    const text = `${'Viele Wörter und Straßen, '.repeat(8)}„Über“ é… sagte. `.repeat(50);
    for (let before = 0; before < 4; before++) expect(mayHoldSigns(placed(text, before))).toBe(false);
    for (let at = 0; at < 9; at++) {
      const broken = `${text.slice(0, 40 + at)} cafÃ© ${text.slice(40 + at)}`;
      expect(mayHoldSigns(placed(broken, 0)), String(at)).toBe(true);
    }
  });
});

describe('soft hyphens and references', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Ver\u00adtei\u00addigung', 'Verteidigung'],
    ['Ver\u00ad\ndigung und\nmehr', 'Verdigung und\nmehr'],
    ['AT&amp;T &quot;said&quot; &#8217;no&#x2019;', 'AT&T "said" ’no’'],
    ['twice &amp;amp;quot;', 'twice "'],
    ['R&amp;D; more', 'R&D; more'],
    ['caf&eacute;&nbsp;noir', 'café\u00a0noir'],
    ['&shy;x', 'x'],
    ['&nosuch; & &; ?a=1&copy=2 &#0; &#7;', '&nosuch; & &; ?a=1&copy=2 &#0; &#7;'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => expect(mendText(text).text).toBe(expected));
  }

  it('leaves references of a page that were meant to be seen', () => {
    expect(repairText('write &lt;b&gt;', true)).toBeUndefined();
  });
});

it('keeps where everything stood', () => {
  const piece = fc.constantFrom('a', 'é', '\n', ' ', '\u00ad', '&amp;', '&quot;', '&#8217;', '&', '日');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const found = repairText(text, false);
      if (found === undefined) return;
      for (let at = 0; at < found.text.length; at++) {
        const before = positionBefore(found.edits, at);
        expect(before).toBeGreaterThanOrEqual(at);
        const character = found.text[at]!;
        // The character itself, or the reference that it was.
        expect(text[before] === character || text[before] === '&').toBe(true);
        expect(positionAfter(found.edits, before)).toBe(at);
      }
      expect(positionBefore(found.edits, found.text.length)).toBe(text.length);
      expect(found.text).not.toContain('\u00ad');
    }),
  );
});

it('says what was mended', () => {
  expect(mendText('plain text, “quoted”')).toEqual({ text: 'plain text, “quoted”' });
  expect(mendText('cafÃ© cr\u00adÃ¨me &amp; more')).toMatchObject({
    text: 'café crème & more',
    reading: {
      encoding: 'utf-8',
      repairs: [
        { kind: 'double-encoding', count: 2, via: 'windows-1252' },
        { kind: 'soft-hyphen', count: 1 },
        { kind: 'entity', count: 1 },
      ],
    },
  });
});

describe('line ends that were written as two characters', () => {
  it.each<[what: string, text: string, expected: string]>([
    ['between paragraphs', 'One.\\n\\nTwo.\\r\\n\\r\\nThree', 'One.\n\nTwo.\n\nThree'],
    ['behind sentences', '日本。\\n東京。\\n大阪', '日本。\n東京。\n大阪'],
    ['with references', 'One &amp; a.\\nTwo.\\nThree', 'One & a.\nTwo.\nThree'],
  ])('%s', (_, text, expected) => {
    const { text: found, reading } = mendText(text);
    expect(found).toBe(expected);
    expect(reading?.repairs?.some(({ kind }) => kind === 'written-line-ends')).toBe(true);
  });

  it.each([
    ['in paths', 'C:\\new\\notes and .\\names and ..\\notes'],
    ['in formulas', 'Where \\nu = (\\nabla x).\\newline'],
    ['beside a line end', 'One.\\nTwo.\\nThree\nFour'],
    ['that are escaped themselves', 'One.\\\\nTwo.\\\\nThree'],
  ])('but not %s', (_, text) => {
    expect(mendText(text)).toEqual({ text });
  });
});

it('line ends written as two characters in JSON are what it says', () => {
  const text = 'One.\\n\\nTwo.\\n\\nThree';
  expect(mendText(text, undefined, undefined, true)).toEqual({ text });
});

describe('marks of Markdown', () => {
  it.each<[what: string, text: string, expected: string]>([
    [
      'links',
      '* [Home](/)\n* [News](/news "All")\nThe [council](https://a.example/x_(y)) met.',
      '* Home\n* News\nThe council met.',
    ],
    ['images, linked or not', '![A](a.jpg)\n[![B](b.png)](https://a.example)\n[C](/c)\nText', '\n\nC\nText'],
    ['a heading with another mark', '# A title\n\nIt was **very** late.', 'A title\n\nIt was very late.'],
    ['two headings', '# A title\n\n## A part\n\nText', 'A title\n\nA part\n\nText'],
    ['bold links in headings', '# [**A title**](/t)\n[b](/b)\n[c](/c)', 'A title\nb\nc'],
    [
      'and references',
      '# Mice &amp; men\n\n[The &quot;end&quot;](/e) of **it**',
      'Mice & men\n\nThe "end" of it',
    ],
    ['bold with a link within', '# A\n**a [report](https://a.example/r) on it**', 'A\na report on it'],
    ['a picture with a caption', '# A\n[![b](b.png) Boats](https://a.example)', 'A\n Boats'],
    ['numbers of notes', '# A\n42[1](#fn1) cm in 2019[2](#fn2), [2019](#y)', 'A\n42 cm in 2019, 2019'],
    // None of these is Markdown.
    ['lines of a program', 'a[i](b.c) d[e](f.g) h[j](k.l) m[n](o)', 'a[i](b.c) d[e](f.g) h[j](k.l) m[n](o)'],
    ['powers and masked words', '# A\n## B\n2**8 and 2**10, f**k', 'A\nB\n2**8 and 2**10, f**k'],
    ['charts', '# 1 Adele\n# 2 Drake\n# 3 Sia', '# 1 Adele\n# 2 Drake\n# 3 Sia'],
    ['brackets that are meant', '\\[a](/b) \\[c](/d) \\[e](/f)', '\\[a](/b) \\[c](/d) \\[e](/f)'],
    ['one link', 'See [here](https://a.example).', 'See [here](https://a.example).'],
    [
      'brackets that are no links',
      '[sic](he said) [a](b c) [c](d, e) [x](y z)',
      '[sic](he said) [a](b c) [c](d, e) [x](y z)',
    ],
    ['a hash alone', '# 1 in the charts\nText', '# 1 in the charts\nText'],
    ['tags of networks', '#harbour #fire\n#news\n**', '#harbour #fire\n#news\n**'],
    ['bold without a heading', '**A** and **B** and **C**', '**A** and **B** and **C**'],
    ['brackets that stay open', '[a](/x [b](/y [c](/z', '[a](/x [b](/y [c](/z'],
  ])('%s', (_, text, expected) => {
    const found = repairText(text, false);
    expect(found?.text ?? text).toBe(expected);
    if (text !== expected) expect(found?.repairs.map(({ kind }) => kind)).toContain('markdown');
  });

  it('stay where a page of HTML shows them', () => {
    expect(repairText('[a](/a) [b](/b) [c](/c)', true)).toBeUndefined();
  });

  it('every letter that is left is found where it stood', () => {
    const piece = fc.constantFrom(
      '[a](/b)',
      '**c**',
      '# ',
      '\n',
      '&amp;',
      '![d](e.f)',
      'g ',
      '\u00ad',
      '[',
      '](',
      '*',
    );
    let mended = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const found = repairText(text, false);
        if (found === undefined) return;
        mended++;
        for (let at = 0; at < found.text.length; at++) {
          const unit = found.text[at];
          const before = positionBefore(found.edits, at);
          // A reference begins where it stood.
          expect(text[before] === unit || text.startsWith('&', before) || unit === '&').toBe(true);
        }
        expect(positionBefore(found.edits, found.text.length)).toBe(text.length);
      }),
      { numRuns: 1000, seed: 3 },
    );
    expect(mended).toBeGreaterThan(200);
  });

  it('that are never closed cost no more than a look', () => {
    const parts = ['[a](x[', '![', '[![a](b)](', '**a ', '](', '[a](/b(', '# ', '[a](/x "', '[a](/'];
    for (const part of parts) expect(repairText(part.repeat(200_000), false)).toBeUndefined();
  });
});

it('edits of edits', () => {
  const edit = fc
    .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })), { maxLength: 8 })
    .map((steps) => {
      let position = 0;
      let shift = 0;
      return steps.flatMap(([ahead, gone], i) => {
        position += ahead + (i > 0 ? 1 : 0);
        shift += gone;
        return [position, shift];
      });
    });
  fc.assert(
    fc.property(edit, edit, (first, second) => {
      const both = bothEdits(first, second);
      for (let at = 0; at < 60; at++)
        expect(positionBefore(both, at)).toBe(positionBefore(first, positionBefore(second, at)));
    }),
    { numRuns: 1000, seed: 4 },
  );
});
