/** How far the stated confidence can be trusted, on the lines of our own fixtures: none of them was learned from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/language/data/tags.ts';
import { detectLanguage, loadVoters } from '../../src/language/index.ts';
import { ROOT } from '../helpers/command.ts';

const voters = await loadVoters();
/** Themes whose files are named by their language. */
const THEMES = ['alone', 'translations-flood', 'translations-summit'];

interface Line {
  readonly code: string;
  readonly text: string;
}

const lines: readonly Line[] = THEMES.flatMap((theme) => {
  const folder = join(ROOT, 'fixtures', 'newsroom', theme);
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((text) => text.length > 60)
      .map((text) => ({ code: codeOf(name.replace('.txt', '')), text })),
  );
});

const cuts: readonly Line[] = lines.flatMap(({ code, text }) => {
  const words = text.split(' ');
  return [4, 6, 9].flatMap((length) =>
    Array.from({ length: Math.floor(words.length / length) }, (_, i) => ({
      code,
      text: words.slice(i * length, (i + 1) * length).join(' '),
    })),
  );
});

describe('on our own texts', () => {
  it('there are enough of them', () => {
    expect(new Set(lines.map(({ code }) => code)).size).toBeGreaterThan(20);
    expect(cuts.length).toBeGreaterThan(1000);
  });

  it('every paragraph is told', () => {
    const wrong = lines.filter(({ code, text }) => detectLanguage(text, voters).language.code !== code);
    expect(wrong).toEqual([]);
  });

  it.each([
    [0.9, 0.97],
    [0.97, 1.01],
  ])('of lines of a few words given %f to %f, as many are right', (from, below) => {
    const answers = cuts.map(({ code, text }) => ({ code, language: detectLanguage(text, voters).language }));
    const inside = answers.filter(
      ({ language }) => language.confidence >= from && language.confidence < below,
    );
    const stated = inside.reduce((sum, { language }) => sum + language.confidence, 0) / inside.length;
    const right = inside.filter(({ code, language }) => code === language.code).length / inside.length;
    expect(inside.length).toBeGreaterThan(30);
    expect(right).toBeGreaterThan(stated - 0.05);
  });
});
