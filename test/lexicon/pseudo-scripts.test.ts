/** Lines rewritten in scripts that the training pages lack: words become words, the layout of the script is kept. */
import { describe, expect, it } from 'vitest';
import { rewriteLine, styleFor } from '../../src/lexicon/scripts/pseudo-scripts.mjs';
import { countScripts } from '../../src/lib/script.ts';

const LINE = 'The council voted, and 3.5 million went to the pier.';

describe('rewriteLine', () => {
  it.each<[style: string, script: string, form: RegExp]>([
    ['han', 'Hani', /^[一-鿿]+，[一-鿿]+3\.5[一-鿿]+。$/],
    ['arabic', 'Arab', /^\S+ \S+ \S+، \S+ 3\.5 \S+ \S+ \S+ \S+ \S+\.$/],
    ['thai', 'Thai', /^[ก-ํ]+ [ก-ํ]+3\.5[ก-ํ]+$/],
    ['devanagari', 'Deva', /^\S+ \S+ \S+, \S+ 3\.5 \S+ \S+ \S+ \S+ \S+।$/],
  ])('%s', (style, script, form) => {
    const written = rewriteLine(LINE, style);
    expect(written).toMatch(form);
    expect(countScripts(written).map(([name]) => name)).toEqual([script]);
    expect(rewriteLine(LINE, style)).toBe(written);
  });

  it('writes a word the same way wherever it stands and whatever its case, another word in another way', () => {
    const [first, second, third] = rewriteLine('Council bridge council', 'arabic').split(' ');
    expect(third).toBe(first);
    expect(second).not.toBe(first);
  });

  it('leaves a line of signs as it is', () => {
    expect(rewriteLine('***', 'han')).toBe('***');
    expect(rewriteLine('14:05', 'thai')).toBe('14:05');
  });
});

describe('styleFor', () => {
  it('uses every style, and for one page always the same', () => {
    const styles = Array.from({ length: 100 }, (_, i) => styleFor(`page ${i}`));
    expect(new Set(styles)).toEqual(new Set(['han', 'arabic', 'thai', 'devanagari']));
    expect(styleFor('page 7')).toBe(styles[7]);
  });
});
