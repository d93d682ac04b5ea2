/** A collection of made-up articles in many scripts whose pairs resemble each other to every degree, seeded. */
import { changeCharacters, dropSentences, shuffleParagraphs, truncate } from './edits.mjs';
import {
  between,
  makeParagraphs,
  makeSentence,
  mulberry,
  pick,
  SCRIPT_NAMES,
  textOf,
} from './made-up-text.mjs';

type Paragraphs = readonly (readonly string[])[];

const EDITS_OF_ONE = 4;

/** Families of an article and edits of it, of strengths from nothing to everything. */
export function makeEditedCollection(seed: number, count: number): readonly string[] {
  const random = mulberry(seed);
  const texts: string[] = [];
  while (texts.length < count) {
    const script = pick(random, SCRIPT_NAMES) as string;
    const paragraphs: Paragraphs = makeParagraphs(random, script, between(random, 4, 24));
    texts.push(textOf(paragraphs, script));
    for (let edit = 0; edit < EDITS_OF_ONE; edit++) texts.push(edited(paragraphs, script, random));
  }
  return texts.slice(0, count);
}

function edited(paragraphs: Paragraphs, script: string, random: () => number): string {
  const strength = random();
  const text = (changed: Paragraphs): string => textOf(changed, script);
  const sentence = (): string => makeSentence(random, script);
  switch (between(random, 0, 4)) {
    case 0:
      return changeCharacters(text(paragraphs), 0.12 * strength, random);
    case 1:
      return text(dropSentences(paragraphs, strength, random));
    case 2:
      return truncate(text(paragraphs), 1 - 0.9 * strength);
    case 3:
      return text(paragraphs.map((list) => list.map((old) => (random() < strength ? sentence() : old))));
    default: {
      const others: Paragraphs = makeParagraphs(random, script, Math.ceil(30 * strength));
      return text(shuffleParagraphs([...paragraphs, ...others], random));
    }
  }
}
