import { beforeAll, describe, expect, it } from 'vitest';
import {
  analyseArticle,
  Collection,
  findNear,
  NEAR_PIECES,
  pairsToJudge,
  planMatching,
} from '../../src/dedupe.ts';
import { FACTS_ONLY } from '../../src/lexicon/knowledge.ts';
import { sha256 } from '../../src/lib/digest.ts';
import { shingleHashes } from '../../src/lib/shingles.ts';
import { judgePair, prepare } from '../../src/match/index.ts';
import { NEAR_BOUNDS } from '../../src/match/near/thresholds.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../src/model/options.ts';
import { makeEditedCollection } from '../helpers/edited-collection.ts';

const COUNT = 2000;
const OPTIONS = { ...DEFAULT_MATCH_OPTIONS, clean: false, language: false, translations: false };
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Shingles by their definition and nothing of ours: three words, or five characters, as strings. */
function shinglesOf(text: string): ReadonlySet<string> {
  const isUnspaced = UNSPACED.test(text);
  const tokens = text.toLowerCase().match(isUnspaced ? /\p{L}/gu : /[\p{L}\p{M}]+/gu) ?? [];
  const size = isUnspaced ? 5 : 3;
  return new Set(tokens.slice(size - 1).map((_, i) => tokens.slice(i, i + size).join(' ')));
}

/** Shared shingles of every pair that shares one, by `a * COUNT + b`: every shingle is counted for every pair. */
function countShared(sets: readonly ReadonlySet<string>[]): ReadonlyMap<number, number> {
  const holders = new Map<string, number[]>();
  const shared = new Map<number, number>();
  sets.forEach((set, b) => {
    for (const shingle of set) {
      const before = holders.get(shingle) ?? [];
      for (const a of before) shared.set(a * COUNT + b, (shared.get(a * COUNT + b) ?? 0) + 1);
      before.push(b);
      holders.set(shingle, before);
    }
  });
  return shared;
}

describe('candidates and verdicts against all 1,999,000 pairs of 2,000 texts in ten scripts', () => {
  const texts = makeEditedCollection(20_260_105, COUNT);
  const sets = texts.map(shinglesOf);
  const due = { near: new Set<number>(), contained: new Set<number>() };
  const found = new Map<number, string>();
  const byTenth = new Uint32Array(11);

  beforeAll(() => {
    const bounds = NEAR_BOUNDS.balanced;
    for (const [pair, shared] of countShared(sets)) {
      const [a, b] = [sets[Math.floor(pair / COUNT)]!.size, sets[pair % COUNT]!.size];
      const resemblance = shared / (a + b - shared);
      byTenth[Math.floor(10 * resemblance)]!++;
      if (resemblance >= bounds.resemblance) due.near.add(pair);
      else if (shared / Math.min(a, b) >= bounds.containment && shared >= bounds.minExcerpt)
        due.contained.add(pair);
    }
    const collection = new Collection();
    const prepared = texts.map((text, i) => {
      const raw = { id: String(i), path: 'made-up.jsonl', record: i + 1, text, rawDigest: sha256(text) };
      const { article, compact } = analyseArticle(raw, OPTIONS);
      collection.push(compact, 'und');
      return prepare(article, () => []);
    });
    const plan = planMatching(collection.columns, collection.languages, OPTIONS);
    const near = NEAR_PIECES.map((piece) => findNear(plan, piece, OPTIONS));
    const { value: pairs } = pairsToJudge(plan, near);
    const { copies } = plan.near;
    const judge = (a: number, b: number): void => {
      const { relation } = judgePair(prepared[a]!, prepared[b]!, undefined, OPTIONS, FACTS_ONLY, false);
      if (relation !== undefined) found.set(a * COUNT + b, relation);
    };
    pairs.a.forEach((a, i) => {
      judge(a, pairs.b[i]!);
    });
    // Texts that are the same are one row of the index: what is found for one is found for all.
    const same = copies.representativeOf;
    same.forEach((a, b) => {
      if (a !== b) judge(a, b);
    });
    for (const pair of [...due.near, ...due.contained]) {
      const [a, b] = [same[Math.floor(pair / COUNT)]!, same[pair % COUNT]!];
      const relation = found.get(Math.min(a, b) * COUNT + Math.max(a, b));
      if (relation !== undefined) found.set(pair, relation);
    }
  });

  const recall = (pairs: ReadonlySet<number>): number =>
    [...pairs].filter((pair) => found.has(pair)).length / pairs.size;

  it('shingles are those of the definition', () => {
    expect(texts.map((text) => shingleHashes(text).length)).toEqual(sets.map((set) => set.size));
  });

  it('resemblance is spread from nothing to everything', () => {
    expect(Math.min(...byTenth.subarray(0, 10))).toBeGreaterThan(40);
    expect(due.near.size).toBeGreaterThan(700);
    expect(due.contained.size).toBeGreaterThan(300);
  });

  it('recall of near is 0.995 and more', () => {
    expect(recall(due.near)).toBeGreaterThanOrEqual(0.995);
  });

  it('recall of excerpts, down to a tenth of the longer text, is 0.97 and more', () => {
    expect(recall(due.contained)).toBeGreaterThanOrEqual(0.97);
  });

  it('precision is that of all pairs: nothing is linked that the definition does not link', () => {
    const wrong = [...found].filter(([pair, relation]) =>
      relation === 'contained' ? !due.contained.has(pair) : !due.near.has(pair),
    );
    expect(wrong).toEqual([]);
  });
});
