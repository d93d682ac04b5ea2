/**
 * The bar on stderr: stage, how much is done, rate, remaining time. Owns when it is there and how it looks; must not
 * write a byte to what is no terminal unless that was asked for, and nothing there that moves.
 */
import type { Options, SingleBar } from 'cli-progress';
import { STAGE_UNITS, type StageName } from '../model/log.ts';
import type { ProgressChoice } from './flags.ts';
import type { Standing } from './watch.ts';

/** Work that takes no longer than this needs no bar; seconds. */
const UNSEEN_SECONDS = 0.3;
const BAR_WIDTH = { least: 8, most: 30 } as const;
/** Columns of what stands beside the bar. */
const WORDS_WIDTH = 62;

/** What a stage is called; the word before the bar. */
const NAMES: Readonly<Record<StageName, string>> = {
  discover: 'finding files',
  recognise: 'known files',
  read: 'reading',
  load: 'known articles',
  clean: 'cleaning',
  index: 'index',
  near: 'near-duplicates',
  propose: 'partners',
  judge: 'judging',
  group: 'grouping',
  write: 'writing',
};

export interface Stream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Undefined where no bar is wanted: it is never there while a quiet run or a log for programs writes to the stream. */
export async function createProgress(
  choice: ProgressChoice,
  stream: Stream,
  term: string | undefined,
): Promise<Progress | undefined> {
  const isWanted = choice === 'always' || (choice === 'auto' && stream.isTTY === true && term !== 'dumb');
  if (!isWanted) return undefined;
  // A package in the old module format: its names stand in what it exports as a whole.
  const { default: library } = await import('cli-progress');
  return new Progress(stream, (options) => new library.SingleBar(options));
}

export class Progress {
  readonly #stream: Stream;
  readonly #make: (options: Options) => SingleBar;
  #bar: SingleBar | undefined;
  #stage: StageName | undefined;

  constructor(stream: Stream, make: (options: Options) => SingleBar) {
    this.#stream = stream;
    this.#make = make;
  }

  /** Shows how far the run is; undefined: nothing is under way. */
  show(standing: Standing | undefined): void {
    if (standing === undefined || standing.stage !== this.#stage) this.hide();
    if (standing === undefined) return;
    this.#stage = standing.stage;
    if (this.#bar === undefined && standing.seconds < UNSEEN_SECONDS) return;
    const words = wordsOf(standing);
    if (this.#bar !== undefined) {
      this.#bar.update(standing.done, words);
      return;
    }
    this.#bar = this.#make(this.#options(standing));
    this.#bar.start(standing.total ?? 0, standing.done, words);
  }

  /** Takes the bar off the screen; it comes back with the next standing. */
  hide(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #options({ total }: Standing): Options {
    const room = (this.#stream.columns ?? 80) - WORDS_WIDTH;
    const bar = total === undefined || total === 0 || room < BAR_WIDTH.least ? '' : ' {bar}';
    return {
      stream: this.#stream,
      format: `{name}${bar} {words}`,
      barsize: Math.max(BAR_WIDTH.least, Math.min(BAR_WIDTH.most, room)),
      barCompleteChar: '#',
      barIncompleteChar: '.',
      clearOnComplete: true,
      // The line is cut to the screen instead: who is killed must not leave a terminal that does not wrap.
      linewrap: true,
      gracefulExit: false,
      hideCursor: false,
      noTTYOutput: true,
      fps: 5,
    };
  }
}

/** Done and total, rate, remaining time. */
export function wordsOf({ stage, done, total, seconds }: Standing): {
  readonly name: string;
  readonly words: string;
} {
  const rate = seconds > 0 ? done / seconds : 0;
  const whole = total === undefined || total === 0 ? '' : ` of ${amount(total, stage)}`;
  const parts = [`${amount(done, stage)}${whole}`];
  if (rate > 0) parts.push(`${amount(rate, stage)}/s`);
  if (rate > 0 && total !== undefined && total > done) parts.push(`${clock((total - done) / rate)} left`);
  return { name: NAMES[stage].padEnd(NAMES.near.length), words: parts.join(', ') };
}

function amount(count: number, stage: StageName): string {
  if (STAGE_UNITS[stage] !== 'bytes')
    return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : String(Math.round(count));
  let size = count;
  let unit = 0;
  for (; size >= 1000 && unit < SIZES.length - 1; unit++) size /= 1024;
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${SIZES[unit]}`;
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `7:05`, `1:07:05`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes}:${two(whole % 60)}`;
  return `${hours}:${two(minutes % 60)}:${two(whole % 60)}`;
}
