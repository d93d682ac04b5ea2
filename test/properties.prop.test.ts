import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../src/lib/digest.ts';
import type { RawArticle } from '../src/model/article.ts';
import { ROOT } from './helpers/command.ts';
import { findAll, groupsOf } from './helpers/memory.ts';

const NEWSROOM = join(ROOT, 'fixtures', 'newsroom');
const RUNS = Number(process.env['TEST_PROPERTY_RUNS'] ?? 12);

/** The plain texts of the archive, one article a file, with their theme. */
const articles: readonly (RawArticle & { readonly theme: string })[] = readdirSync(NEWSROOM)
  .sort()
  .flatMap((theme) =>
    readdirSync(join(NEWSROOM, theme))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => {
        const text = readFileSync(join(NEWSROOM, theme, name), 'utf8');
        const path = `${theme}/${name}`;
        return { id: path, path, text, rawDigest: sha256(text), theme };
      }),
  );
const themes = [...new Set(articles.map((article) => article.theme))];

const someThemes = fc.subarray(themes, { minLength: 2, maxLength: 6 });
const ofThemes = (chosen: readonly string[]): RawArticle[] =>
  articles.filter((article) => chosen.includes(article.theme));

describe('a group depends on its own articles only', () => {
  it('the archive has groups at all', () => {
    expect(groupsOf(findAll(articles)).length).toBeGreaterThan(4);
  });

  it('adding unrelated articles changes no group', () => {
    fc.assert(
      fc.property(someThemes, (chosen) => {
        const [first, ...others] = chosen;
        const alone = groupsOf(findAll(ofThemes([first ?? ''])));
        const all = groupsOf(findAll(ofThemes([first ?? '', ...others])));
        expect(all.filter((group) => group.includes(`${first}/`))).toEqual(alone);
      }),
      { numRuns: RUNS },
    );
  });

  it('reordering the input changes no group', () => {
    fc.assert(
      fc.property(
        someThemes.chain((chosen) =>
          fc.shuffledSubarray(ofThemes(chosen), { minLength: ofThemes(chosen).length }),
        ),
        (shuffled) => {
          // New paths in the shuffled order: other indexes, the same articles.
          const renamed = shuffled.map((article, i) => ({ ...article, path: String(i).padStart(4, '0') }));
          expect(groupsOf(findAll(renamed))).toEqual(groupsOf(findAll(shuffled)));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('splitting the input in two files changes no group', () => {
    fc.assert(
      fc.property(someThemes, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (chosen, sides) => {
        const whole = ofThemes(chosen).map((article, i) => ({
          ...article,
          path: 'all.jsonl',
          record: i + 1,
        }));
        const split = whole.map((article, i) => ({
          ...article,
          path: sides[i] === true ? 'a.jsonl' : 'b.jsonl',
        }));
        expect(groupsOf(findAll(split))).toEqual(groupsOf(findAll(whole)));
      }),
      { numRuns: RUNS },
    );
  });
});
