/** Generated articles for the near-duplicate tests: invented words, seeded, with planted edits. */
import { mulberry } from './made-up-text.mjs';

export { mulberry };

/** Sentences of 6 to 14 invented words. */
export function makeSentences(random: () => number, count: number): readonly string[] {
  const word = (): string => `w${Math.floor(random() * 3000).toString(36)}`;
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 6 + Math.floor(random() * 9) }, word);
    return `${words.join(' ')}.`;
  });
}

/** Articles in families: an original, then edits of it that drop, insert or cut. */
export function makeArticles(seed: number, families: number): readonly string[] {
  const random = mulberry(seed);
  const texts: string[] = [];
  for (let family = 0; family < families; family++) {
    const sentences = makeSentences(random, 2 + Math.floor(random() * 14));
    texts.push(sentences.join(' '));
    for (let edit = 0; edit < 3; edit++) {
      const roll = random();
      const kept = sentences.filter(() => random() > 0.2);
      const added = makeSentences(random, 1 + Math.floor(random() * 3));
      const cut = sentences.slice(0, Math.ceil(sentences.length * 0.7));
      texts.push((roll < 0.4 ? kept : roll < 0.7 ? [...added, ...sentences] : cut).join(' '));
    }
  }
  return texts;
}
