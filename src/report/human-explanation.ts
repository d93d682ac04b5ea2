/** The page of `explain`: both articles, the verdict, the waterfall of signals, the evidence. Must not judge. */
import { columnsOf, padColumns, wrapColumns } from '../lib/columns.ts';
import { scoreText, wholeNumber } from '../lib/figures.ts';
import { visibleLine } from '../lib/visible.ts';
import type { ExplainedDecision, Explanation } from '../model/explanation.ts';
import type { Signal } from '../model/match.ts';
import { articleLines } from './human-article.ts';
import { sidesText } from './human-evidence.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, isolated, percentage, shown, signed, whole } from './people.ts';
import { areBeside, sideBySide } from './side-by-side.ts';

const WIDEST_SIDE = 40;
/** Columns of the longest bar of the waterfall. */
const BAR = 12;
/** Columns below which a note stands below its figures: three words. */
const NARROWEST_NOTE = 24;
/** What would be printed as +0.00. */
const ADDS_FROM = 0.005;

export function* explanationLines(
  explanation: Explanation,
  palette: Palette,
  width: number,
): Iterable<string> {
  const { a, b } = explanation;
  const lines = [a, b].map((article, side) => ({
    id: article.id,
    article,
    marker: side === 0 ? 'A' : 'B',
    paintMarker: palette.heading,
  }));
  yield* articleLines(lines, palette, width);
  yield `\n${palette.heading('Verdict:')} ${verdictText(explanation)}\n`;
  if (explanation.decided !== undefined)
    yield `${palette.heading('Decided:')} ${whole(decidedText(explanation.decided))}\n`;
  if (explanation.nearest !== undefined) {
    yield `${palette.heading('Nearest:')} ${whole(explanation.nearest)}\n`;
  }
  yield* signalLines(explanation.signals, palette, width);
  yield* sharedLines(explanation, palette, width);
  yield* passageLines(explanation, palette, width);
  if (explanation.against.length > 0) yield `\n${palette.heading('Against')}\n`;
  for (const reason of explanation.against) yield `  ${palette.bad('-')} ${whole(reason)}\n`;
}

export function verdictText({ verdict }: Explanation): string {
  const { relation, identical, inner, reason, score } = verdict;
  const details = [
    ...(identical === true ? ['equal bytes'] : []),
    ...(inner === undefined ? [] : [`${inner.toUpperCase()} is the excerpt`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  const behind = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return `${relation}${behind}, score ${scoreText(score)}`;
}

/** `the same story (2024-05-02T10:00:00Z, ana): agreed with the desk`. */
export function decidedText({ decision, through, when, by, note }: ExplainedDecision): string {
  const who = [when, by].filter((word) => word !== undefined).join(', ');
  return [
    decision === 'same' ? 'the same story' : 'not the same story',
    through === true ? ', through decisions on other articles' : '',
    who === '' ? '' : ` (${who})`,
    note === undefined ? '' : `: ${note}`,
  ].join('');
}

/**
 * What was known before, then each signal by what it adds to the log-odds, the largest first: name, value, addition, a
 * bar, what it measures. Those that add nothing are named together.
 */
function* signalLines(signals: readonly Signal[], palette: Palette, width: number): Iterable<string> {
  if (signals.length === 0) return;
  const { telling, silent } = byWeight(signals);
  const nameWidth = widest(telling.map((signal) => shown(signal.name, WIDEST_SIDE)));
  const largest = telling.reduce((most, { contribution }) => Math.max(most, Math.abs(contribution)), 0);
  yield `\n${palette.heading('Signals')}: value, and what it adds to the log-odds\n`;
  for (const { name, value, contribution, note } of telling) {
    const units = largest === 0 ? 0 : Math.round((BAR * Math.abs(contribution)) / largest);
    const paint = contribution < 0 ? palette.bad : palette.good;
    const bar = (contribution < 0 ? '-' : '+').repeat(units).padEnd(BAR);
    const figures = `${value.toFixed(2).padStart(9)} ${signed(contribution).padStart(8)}  `;
    const lead = `  ${padColumns(shown(name, WIDEST_SIDE), nameWidth)}${figures}`;
    yield* notedLines(`${lead}${paint(bar)}`, columnsOf(lead) + BAR, note, palette, width);
  }
  const total = signals.reduce((sum, { contribution }) => sum + contribution, 0);
  if (signals.length > 1)
    yield `  ${padColumns('together', nameWidth)}${' '.repeat(10)}${signed(total).padStart(8)}\n`;
  const names = silent.map(({ name }): Item => ({ text: shown(name, WIDEST_SIDE), paint: palette.quiet }));
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

function* sharedLines({ evidence }: Explanation, palette: Palette, width: number): Iterable<string> {
  const { names, numbers, concepts = [], resemblance, containment } = evidence;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['names  ', names.map((shared) => weighed(shared, width))],
    ['numbers', numbers.map((shared) => weighed(shared, width))],
    ['words  ', concepts.map((shared) => weighed(shared, width))],
    [
      'text   ',
      [
        ...(resemblance === undefined ? [] : [`resemblance ${scoreText(resemblance)}`]),
        ...(containment === undefined ? [] : [`${percentage(containment, 1)} of the shorter text`]),
      ],
    ],
  ];
  if (rows.every(([, texts]) => texts.length === 0)) return;
  yield `\n${palette.heading('Shared')}: in the words of A = B, with bits of information\n`;
  for (const [label, texts] of rows) {
    const items = texts.map((text): Item => ({ text, paint: palette.plain }));
    const lead = `  ${palette.label(label)}  `;
    yield* flow(items, { width, lead, indent: label.length + 4, separator: ' · ' });
  }
}

function weighed(
  shared: { readonly a: string; readonly b: string; readonly weight: number },
  width: number,
): string {
  // Half of what label, equals sign and weight leave of the line.
  const side = Math.min(WIDEST_SIDE, Math.floor((width - 24) / 2));
  return `${sidesText(shared, side)} (${shared.weight.toFixed(1)})`;
}

function* passageLines({ passages }: Explanation, palette: Palette, width: number): Iterable<string> {
  if (passages.length === 0) return;
  yield `\n${palette.heading('Passages')}: A beside B, each with its score, or its place in UTF-16 units\n`;
  for (const { aStart, aEnd, bStart, bEnd, a, b, score } of passages) {
    if (score === undefined) yield* placeLines([range(aStart, aEnd), range(bStart, bEnd)], palette, width);
    yield* sideBySide(score === undefined ? '' : `  ${scoreText(score)}`, [a, b], palette, width);
  }
}

/** Where a verbatim passage stands, above its words. */
function* placeLines(places: readonly [string, string], palette: Palette, width: number): Iterable<string> {
  if (areBeside(width)) yield* sideBySide('', places, palette, width);
  else yield `  ${palette.label(`A ${places[0]} = B ${places[1]}`)}\n`;
}

function range(start: number, end: number): string {
  return `${wholeNumber(start)}-${wholeNumber(end)}`;
}
