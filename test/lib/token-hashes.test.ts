/** The scan for shingles beside the scan with offsets, and shingles beside their definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishHash, mixWord } from '../../src/lib/hash.ts';
import { shinglesInOrder } from '../../src/lib/shingles.ts';
import { scanHashes } from '../../src/lib/token-hashes.ts';
import { TOKEN_KINDS, tokenise } from '../../src/lib/tokens.ts';

/** What words, numbers and characters are made of and parted by in many scripts, composed and not. */
const PIECES =
  'rain Wind co\u00adop É e\u0301 ß Σ и\u0306 й 3 10 ٣ 3,5 27\u00a0500 . , : - \u2009 \u200b \u200c 日 東 か\u3099 か \u3099 ガ ถ ำ हि क\u093c \u0958 ि \u09c7\u09be 한 각 \u{20000} \u{1f600} \ud83d \ude00 = \u0338 \u0000'.split(
    ' ',
  );
const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.constant(' '),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('scanHashes', () => {
  it('gives the hashes and kinds of tokenise, one text after another', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const input of texts) {
          const { count, hashes, kinds, hasCharacters } = scanHashes(input);
          const found = [[...hashes.subarray(0, count)], [...kinds.subarray(0, count)].map(isCharacter)];
          const tokens = tokenise(input);
          const wanted = [...tokens.kinds].map(isCharacter);
          expect(found).toEqual([[...tokens.hashes], wanted]);
          if (wanted.includes(true)) expect(hasCharacters).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not confused by texts longer than its room', () => {
    for (const word of ['rain ', '日', '3 ', 'e\u0301']) {
      const input = word.repeat(20_000);
      const { count, hashes } = scanHashes(input);
      expect([...hashes.subarray(0, count)]).toEqual([...tokenise(input).hashes]);
    }
  });
});

it('a shingle is the shortest run of tokens that weighs 15', () => {
  fc.assert(
    fc.property(text, (input) => {
      const { count, hashes, kinds } = tokenise(input);
      const wanted: number[] = [];
      for (let start = 0; start < count; start++) {
        let end = start;
        let weight = 0;
        while (weight < 15 && end < count) weight += isCharacter(kinds[end++]!) ? 3 : 5;
        if (weight < 15 && start > 0) break;
        wanted.push(finishHash(hashes.subarray(start, end).reduce(mixWord, 0) ^ (end - start)));
      }
      expect([...shinglesInOrder(input)]).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});

function isCharacter(kind: number): boolean {
  return kind === TOKEN_KINDS.character;
}
