/**
 * Stages that find near-duplicates: buckets of articles that share a band or a sampled phrase become pairs, and sketches
 * rule pairs out before texts are read. Owns how rows become the arrays of `candidates`; must not decide otherwise.
 */
import {
  HUBS as CHAIN_HUBS,
  CHAIN_REACH,
  isChained,
  MAX_BUCKET,
  pairAll,
} from '../candidates/near/buckets.ts';
import { Crowd, HUBS, MAX_HOLDERS } from '../candidates/near/crowd.ts';
import { mayBeNear } from '../candidates/near/estimate.ts';
import { excerptTest } from '../candidates/near/excerpt-test.ts';
import { mostOf } from '../candidates/near/excerpts.ts';
import { NEAR_BOUNDS } from '../match/index.ts';
import type { MatchOptions } from '../model/options.ts';
import type { PairRow, WrittenRow } from '../model/stage.ts';
import {
  type Given,
  isAbsent,
  keyIn,
  listIn,
  numberIn,
  numbersIn,
  objectIn,
  objectsIn,
  RowFault,
  type Stage,
  wordsIn,
} from './row.ts';

function pairRow(x: number, y: number, by: PairRow['by']): PairRow {
  return { type: 'pair', a: Math.min(x, y), b: Math.max(x, y), by };
}

/** `{members}`: places of all articles that share a band, at most `limits.bucket`. */
export function nearStage(): Stage {
  return {
    take(row) {
      const members = numbersIn(row, 'members');
      if (members.length > MAX_BUCKET) throw new RowFault(`more than ${MAX_BUCKET} members`);
      const pairs: PairRow[] = [];
      // As numbers within the bucket: places may be wider than 32 bits.
      pairAll(Uint32Array.from(members.keys()), (a, b) => {
        pairs.push(pairRow(members[a]!, members[b]!, 'bands'));
      });
      return pairs;
    },
  };
}

interface Chained {
  readonly pos: number;
  readonly before: number;
}

/**
 * `{band, key, pos, before}`, the members of larger buckets in order: by band, key, key of the next band, first half of the
 * text key, place. `before`: in how many buckets of that size it stood in earlier bands of the same half.
 */
export function chainStage(): Stage {
  let bucket = '';
  let length = 0;
  const hubs: Chained[] = [];
  const last: Chained[] = [];
  return {
    take(row) {
      const own = `${numberIn(row, 'band')} ${numberIn(row, 'key')}`;
      const member = { pos: numberIn(row, 'pos'), before: numberIn(row, 'before') };
      if (own !== bucket) {
        bucket = own;
        length = 0;
        hubs.length = 0;
        last.length = 0;
      }
      const partners = [...last, ...hubs.slice(0, Math.max(0, length - CHAIN_REACH))];
      if (hubs.length < CHAIN_HUBS) hubs.push(member);
      last.push(member);
      if (last.length > CHAIN_REACH) last.shift();
      length++;
      return partners
        .filter((partner) => isChained(partner.before, member.before))
        .map((partner) => pairRow(partner.pos, member.pos, 'bands'));
    },
  };
}

interface Holder {
  readonly pos: number;
  readonly shingles: number;
}

function holderIn(row: Given): Holder {
  return { pos: numberIn(row, 'pos'), shingles: numberIn(row, 'shingles') };
}

/**
 * `{holders}`: the articles that share a sampled phrase, at most `limits.holders`; or, of more, `{hubs, asker}` for each that
 * asks by it and `{hubs, shortest}` once, where `hubs` are the longest by length, text key and place, one more than are
 * asked, and `shortest` is the least length of those that ask.
 */
export function phrasesStage({ threshold }: Pick<MatchOptions, 'threshold'>): Stage {
  const most = mostOf(NEAR_BOUNDS[threshold]);
  return {
    take(row) {
      if (isAbsent(row, 'hubs')) return pairsOfHolders(objectsIn(row, 'holders'), most);
      const hubs = objectsIn(row, 'hubs').map(holderIn);
      if (isAbsent(row, 'asker')) {
        const next = hubs[HUBS];
        const isCrowded = next !== undefined && numberIn(row, 'shortest') <= most * next.shingles;
        return isCrowded ? [{ type: 'crowded' }] : [];
      }
      const asker = holderIn(objectIn(row, 'asker'));
      return hubs
        .slice(0, HUBS)
        .filter(({ shingles }) => asker.shingles <= most * shingles)
        .map(({ pos }) => pairRow(asker.pos, pos, 'excerpts'));
    },
  };
}

function pairsOfHolders(rows: readonly Given[], most: number): readonly WrittenRow[] {
  if (rows.length > MAX_HOLDERS) throw new RowFault(`more than ${MAX_HOLDERS} holders`);
  const holders = rows.map(holderIn);
  const crowd = new Crowd(
    Uint32Array.from(holders, ({ shingles }) => shingles),
    Uint32Array.from(rows, (row) => keyIn(row, 'text')[0]),
  );
  const codes = Uint32Array.from(rows, (row, i) => 2 * i + (row['asks'] === true ? 1 : 0));
  const pairs: PairRow[] = [];
  crowd.pairShort(codes, most, (short, long) => {
    pairs.push(pairRow(holders[short]!.pos, holders[long]!.pos, 'excerpts'));
  });
  return pairs;
}

/** `{a, b, by}`: a pair with both sketches and samples, and what proposed it; out comes what may be near by one of these. */
export function siftStage({ threshold }: Pick<MatchOptions, 'threshold'>): Stage {
  const bounds = NEAR_BOUNDS[threshold];
  return {
    take(row) {
      const sides = [objectIn(row, 'a'), objectIn(row, 'b')];
      const [a, b] = sides.map((side) => numberIn(side, 'pos')) as [number, number];
      const by = listIn(row, 'by');
      const isNear =
        (by.includes('bands') && mayResemble(sides, bounds)) ||
        (by.includes('excerpts') && mayHold(sides, bounds));
      return isNear ? [pairRow(a, b, by.includes('bands') ? 'bands' : 'excerpts')] : [];
    },
  };
}

type Bounds = (typeof NEAR_BOUNDS)[MatchOptions['threshold']];

function mayResemble(sides: readonly Given[], bounds: Bounds): boolean {
  const sketches = sides.flatMap((side) => [...wordsIn(side, 'sketch')]);
  const shingleCounts = Uint32Array.from(sides, (side) => numberIn(side, 'shingles'));
  return mayBeNear({ count: 2, sketches: Uint32Array.from(sketches), shingleCounts }, 0, 1, bounds);
}

function mayHold(sides: readonly Given[], bounds: Bounds): boolean {
  const [a, b] = sides.map((side) => wordsIn(side, 'sample')) as [Uint32Array, Uint32Array];
  const values = Uint32Array.from([...a, ...b]);
  const starts = Uint32Array.of(0, a.length);
  return excerptTest(values, starts, Uint32Array.of(a.length, b.length), bounds)(0, 1);
}
