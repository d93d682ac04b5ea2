/** The waterfall of signals for people: what each adds to the log-odds. Must not weigh anything. */
import { columnsOf, padColumns, wrapColumns } from '../lib/columns.ts';
import { visibleLine } from '../lib/visible.ts';
import type { Signal } from '../model/match.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, isolated, shown, signed } from './people.ts';
import { signalWords } from './signal-words.ts';

/** Columns of a name: ours are shorter, those of another model may not be. */
const WIDEST_NAME = 40;
/** Columns of the longest bar of the waterfall. */
const BAR = 12;
/** Columns below which a note stands below its figures: three words. */
const NARROWEST_NOTE = 24;
/** What would be printed as +0.00. */
const ADDS_FROM = 0.005;

/**
 * What was known before, then each signal by what it adds to the log-odds, the largest first: name, value, addition, a
 * bar, what it measures. Those that add nothing are named together.
 */
export function* signalLines(
  signals: readonly Signal[],
  palette: Palette,
  width: number,
  heading = 'Signals',
): Iterable<string> {
  if (signals.length === 0) return;
  const { telling, silent } = byWeight(signals);
  const nameWidth = widest(telling.map((signal) => shown(signalWords(signal.name), WIDEST_NAME)));
  const largest = telling.reduce((most, { contribution }) => Math.max(most, Math.abs(contribution)), 0);
  yield `\n${palette.heading(heading)}: value, and what it adds to the log-odds\n`;
  for (const { name, value, contribution, note } of telling) {
    const units = largest === 0 ? 0 : Math.round((BAR * Math.abs(contribution)) / largest);
    const paint = contribution < 0 ? palette.bad : palette.good;
    const bar = (contribution < 0 ? '-' : '+').repeat(units).padEnd(BAR);
    const figures = `${value.toFixed(2).padStart(9)} ${signed(contribution).padStart(8)}  `;
    const lead = `  ${padColumns(shown(signalWords(name), WIDEST_NAME), nameWidth)}${figures}`;
    yield* notedLines(`${lead}${paint(bar)}`, columnsOf(lead) + BAR, note, palette, width);
  }
  const total = signals.reduce((sum, { contribution }) => sum + contribution, 0);
  if (signals.length > 1)
    yield `  ${padColumns('together', nameWidth)}${' '.repeat(10)}${signed(total).padStart(8)}\n`;
  const names = silent.map(
    ({ name }): Item => ({ text: shown(signalWords(name), WIDEST_NAME), paint: palette.quiet }),
  );
  const lead = '  add nothing: ';
  yield* flow(names, { width, lead: palette.quiet(lead), indent: lead.length, separator: ', ' });
}

/** A note beside its figures, on as many lines as it needs, or below them where there is no room. */
function* notedLines(
  lead: string,
  used: number,
  note: string,
  palette: Palette,
  width: number,
): Iterable<string> {
  const isBeside = width - used - 2 >= NARROWEST_NOTE;
  const indent = isBeside ? used + 2 : 4;
  const lines = wrapColumns(visibleLine(note), Math.max(8, width - indent)).map(isolated);
  if (!isBeside || lines.length === 0) yield `${lead.trimEnd()}\n`;
  for (const [i, line] of lines.entries())
    yield `${isBeside && i === 0 ? `${lead}  ` : ' '.repeat(indent)}${palette.quiet(line)}\n`;
}

function byWeight([prior, ...rest]: readonly Signal[]): {
  readonly telling: readonly Signal[];
  readonly silent: readonly Signal[];
} {
  const adds = ({ contribution }: Signal): boolean => Math.abs(contribution) >= ADDS_FROM;
  const ordered = rest.filter(adds).sort((x, y) => Math.abs(y.contribution) - Math.abs(x.contribution));
  // What is the first is no signal but where all begins; a copy has it alone.
  return {
    telling: [...(prior === undefined ? [] : [prior]), ...ordered],
    silent: rest.filter((signal) => !adds(signal)),
  };
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, columnsOf(text)), 'together'.length);
}
