import { beforeAll, describe, expect, it } from 'vitest';
import { shingleHashes } from '../../src/lib/shingles.ts';
import { measureOverlap } from '../../src/match/near/resemblance.ts';
import { scan } from '../helpers/command.ts';
import { EDIT_KINDS } from '../helpers/edits.mjs';
import {
  between,
  makeParagraphs,
  makeSentence,
  mulberry,
  SCRIPT_NAMES,
  textOf,
} from '../helpers/made-up-text.mjs';
import { folderWith, lines } from './workspace.ts';

type Paragraphs = readonly (readonly string[])[];
type Edit = (
  paragraphs: Paragraphs,
  toText: (paragraphs: Paragraphs) => string,
  random: () => number,
  newSentence: () => string,
) => string;

const KINDS: Readonly<Record<string, Edit>> = EDIT_KINDS;
/** Stories of one kind and script: each stands beside one edit of itself and nothing else like it. */
const STORIES = 12;
const LEAST_RECALL = 0.97;

interface Pair {
  readonly kind: string;
  readonly script: string;
  readonly original: string;
  readonly edited: string;
}

function makePairs(): readonly Pair[] {
  const random = mulberry(20_260_106);
  return SCRIPT_NAMES.flatMap((script) =>
    Object.entries(KINDS).flatMap(([kind, edit]) =>
      Array.from({ length: STORIES }, () => {
        const paragraphs: Paragraphs = makeParagraphs(random, script, between(random, 6, 24));
        const toText = (changed: Paragraphs): string => textOf(changed, script);
        const edited = edit(paragraphs, toText, random, () => makeSentence(random, script));
        return { kind, script, original: toText(paragraphs), edited };
      }),
    ),
  );
}

/** Whether the pair is one that must be found: by its texts as they are written, before anything is cleaned. */
function isDue({ original, edited }: Pair): boolean {
  const { resemblance, containment } = measureOverlap(shingleHashes(original), shingleHashes(edited));
  return resemblance >= 0.5 || containment >= 0.8;
}

describe('edits of made-up articles, through the whole command', () => {
  const pairs = makePairs();
  const groupOf = new Map<string, number>();
  let families: readonly number[] = [];

  beforeAll(async () => {
    const records = pairs.flatMap(({ original, edited }, i) => [
      { id: `${i}/original`, text: original },
      { id: `${i}/edited`, text: edited },
    ]);
    const cwd = folderWith({ 'edits.jsonl': lines(...records) });
    const { groups } = await scan(['edits.jsonl', '--no-translations'], { cwd });
    families = groups.map(({ members }) => new Set(members.map(({ id }) => id.split('/')[0])).size);
    groups.forEach(({ members }, group) => {
      for (const { id } of members) groupOf.set(id, group);
    });
  });

  const found = (i: number): boolean =>
    groupOf.has(`${i}/edited`) && groupOf.get(`${i}/edited`) === groupOf.get(`${i}/original`);
  const recall = (test: (pair: Pair) => boolean): number => {
    const due = pairs.flatMap((pair, i) => (test(pair) && isDue(pair) ? [i] : []));
    expect(due.length).toBeGreaterThan(40);
    return due.filter(found).length / due.length;
  };

  it.each(Object.keys(KINDS))('%s: nearly all are found', (kind) => {
    expect(recall((pair) => pair.kind === kind)).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it.each(SCRIPT_NAMES)('%s: nearly all are found', (script) => {
    expect(recall((pair) => pair.script === script)).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('no group holds two stories', () => {
    expect(Math.max(...families)).toBe(1);
  });
});
