/**
 * The page as columns: what each line is, how much stands before it, how far prose is. Owns the sums that the
 * features of a block read; must not judge. Linear in the lines.
 */
import { createArena } from '../../lib/arena.ts';
import type { Page } from '../page.ts';
import type { PHRASE_CLASSES } from '../phrases/phrase-list.ts';
import { heaviestRun } from './heaviest-run.ts';
import { type LineMeasures, MEASURE, MEASURE_COUNT, measureLines } from './measures.ts';
import { countRepeats, type Repeats } from './repeats.ts';

export interface Layout {
  readonly count: number;
  readonly measures: LineMeasures;
  readonly repeats: Repeats;
  /** log2 of 1 + length in Latin letters. */
  readonly logLength: Float32Array;
  /** 0 open, 1 quote, 2 terminal. */
  readonly ending: Uint8Array;
  readonly isProse: Uint8Array;
  readonly isLabel: Uint8Array;
  /** 0 for none, else rank of the phrase class. */
  readonly phrase: Uint8Array;
  /** Short, no prose, and at least three lines of the page are alike. */
  readonly isMould: Uint8Array;
  /** Short and holding a time, a date or a year. */
  readonly isClock: Uint8Array;
  /** Sums over the lines before each line, one longer than the page. */
  readonly massBefore: Float64Array;
  readonly proseBefore: Float64Array;
  readonly proseLinesBefore: Float64Array;
  readonly labelsBefore: Float64Array;
  readonly phrasesBefore: Float64Array;
  readonly mouldsBefore: Float64Array;
  readonly closersBefore: Float64Array;
  /** Lines to the nearest prose before and after, at most `FAR`. */
  readonly toPrevious: Float32Array;
  readonly toNext: Float32Array;
  /** The run of lines in which prose outweighs the rest most (half-open). */
  readonly bestFrom: number;
  readonly bestTo: number;
  /** Length of the longest line. */
  readonly longest: number;
}

export const FAR = 99;
/** Ranks of phrase classes from the head of an article to its tail: lines about it, links in it, what ends it. */
const RANKS = [
  'date',
  'byline',
  'credit',
  'generated',
  'transparency',
  'read-more',
  'advertisement',
  'share',
  'newsletter',
  'navigation',
  'comments',
  'closer',
] as const satisfies readonly ((typeof PHRASE_CLASSES)[number] | 'date')[];
const RANK_OF = new Map<string, number>(RANKS.map((name, i) => [name, i + 1]));
const COMMENTS = RANKS.indexOf('comments') + 1;

const MIN_MOULD = 3;
const MAX_MOULD = 120;
const MAX_CLOCK = 100;

/** Lays out a page. */
export function layOut(page: Page): Layout {
  const { lines } = page;
  const count = lines.length;
  const measures = measureLines(lines, page.units);
  const repeats = countRepeats(lines, measures);
  const columns = makeColumns(count);
  let longest = 1;
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    const length = measures.values[i * MEASURE_COUNT + MEASURE.length]!;
    longest = Math.max(longest, length);
    const alike = Math.max(repeats.same[i]!, repeats.heads[i]!, repeats.tails[i]!, repeats.shapes[i]!);
    const phrase = line.phrase === undefined ? 0 : (RANK_OF.get(line.phrase) ?? 0);
    const isMould = alike >= MIN_MOULD && length < MAX_MOULD && !line.isProse ? 1 : 0;
    columns.logLength[i] = Math.log2(1 + length);
    columns.ending[i] = line.ending === 'terminal' ? 2 : line.ending === 'quote' ? 1 : 0;
    columns.isProse[i] = line.isProse ? 1 : 0;
    columns.isLabel[i] = line.isLabel ? 1 : 0;
    columns.phrase[i] = phrase;
    columns.isMould[i] = isMould;
    columns.isClock[i] =
      length < MAX_CLOCK &&
      measures.values[i * MEASURE_COUNT + MEASURE.digits]! > 0 &&
      hasClock(page.units, line.start, line.end)
        ? 1
        : 0;
    columns.massBefore[i + 1] = columns.massBefore[i]! + length;
    columns.proseBefore[i + 1] = columns.proseBefore[i]! + (line.isProse ? length : 0);
    columns.proseLinesBefore[i + 1] = columns.proseLinesBefore[i]! + (line.isProse ? 1 : 0);
    columns.labelsBefore[i + 1] = columns.labelsBefore[i]! + (line.isLabel ? 1 : 0);
    columns.phrasesBefore[i + 1] = columns.phrasesBefore[i]! + (phrase > 0 ? 1 : 0);
    columns.mouldsBefore[i + 1] = columns.mouldsBefore[i]! + isMould;
    columns.closersBefore[i + 1] = columns.closersBefore[i]! + (phrase >= COMMENTS ? 1 : 0);
  }
  measureDistances(columns);
  return { count, measures, repeats, ...columns, ...bestRun(columns, measures), longest };
}

/** Seven sums, three columns of numbers, six of bytes. */
function makeColumns(count: number) {
  const { uint8, float32, float64 } = createArena(8 * 7 * (count + 1) + (3 * 4 + 6) * count);
  return {
    massBefore: float64(count + 1),
    proseBefore: float64(count + 1),
    proseLinesBefore: float64(count + 1),
    labelsBefore: float64(count + 1),
    phrasesBefore: float64(count + 1),
    mouldsBefore: float64(count + 1),
    closersBefore: float64(count + 1),
    logLength: float32(count),
    toPrevious: float32(count),
    toNext: float32(count),
    ending: uint8(count),
    isProse: uint8(count),
    isLabel: uint8(count),
    phrase: uint8(count),
    isMould: uint8(count),
    isClock: uint8(count),
  };
}

type Columns = ReturnType<typeof makeColumns>;

function measureDistances({ isProse, toPrevious, toNext }: Columns): void {
  let distance = FAR;
  for (let i = 0; i < isProse.length; i++) {
    toPrevious[i] = distance;
    distance = isProse[i] === 1 ? 1 : Math.min(FAR, distance + 1);
  }
  distance = FAR;
  for (let i = isProse.length - 1; i >= 0; i--) {
    toNext[i] = distance;
    distance = isProse[i] === 1 ? 1 : Math.min(FAR, distance + 1);
  }
}

/** What lines that are no prose cost, in letters of prose (sweep: decision 0002), and the most that one line gives. */
const COST = { phrase: 120, label: 60, other: 30 } as const;
const MAX_GAIN = 300;

/** The run of lines in which prose outweighs the rest most. */
function bestRun(columns: Columns, measures: LineMeasures): { bestFrom: number; bestTo: number } {
  const { from, to } = heaviestRun(columns.isProse.length, (i) => {
    if (columns.isProse[i] === 1) {
      return Math.min(MAX_GAIN, measures.values[i * MEASURE_COUNT + MEASURE.length]!);
    }
    return -(columns.phrase[i]! > 0 ? COST.phrase : columns.isLabel[i] === 1 ? COST.label : COST.other);
  });
  return { bestFrom: from, bestTo: to };
}

/** Digits on both sides of a colon, stop, dash or slash, or four in a row. */
function hasClock(units: Uint16Array, start: number, end: number): boolean {
  let run = 0;
  let isJoined = false;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (unit >= 0x30 && unit <= 0x39) {
      if (isJoined || ++run === 4) return true;
    } else {
      isJoined = run > 0 && (unit === 0x3a || unit === 0x2e || unit === 0x2d || unit === 0x2f);
      run = 0;
    }
  }
  return false;
}
