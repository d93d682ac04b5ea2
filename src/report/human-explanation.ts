/** The page of `explain`: both articles, the verdict, the waterfall of signals, the evidence. Must not judge. */
import { scoreText, wholeNumber } from '../lib/figures.ts';
import type { ExplainedDecision, Explanation } from '../model/explanation.ts';
import { articleLines } from './human-article.ts';
import { sidesText } from './human-evidence.ts';
import { signalLines } from './human-signals.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, percentage, whole } from './people.ts';
import { areBeside, sideBySide } from './side-by-side.ts';

const WIDEST_SIDE = 40;

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
  const grouped = groupedText(explanation);
  if (grouped !== undefined) yield `${palette.heading('Groups:')} ${grouped}\n`;
  if (explanation.nearest !== undefined) {
    yield `${palette.heading('Nearest:')} ${whole(explanation.nearest)}\n`;
  }
  yield* signalLines(explanation.signals, palette, width);
  if (explanation.nearSignals !== undefined)
    yield* signalLines(explanation.nearSignals, palette, width, 'Shared wording');
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

/** Where the groups of the report or state say something else than the pair alone. */
export function groupedText({ grouped, verdict: { relation } }: Explanation): string | undefined {
  const isLink = relation !== 'distinct' && relation !== 'related';
  if (grouped === 'apart' && isLink)
    return 'not in one group, although the two alone are a link: a group also asks how each fits its other members';
  if (grouped === 'together' && !isLink) return 'in one group, through its other members';
  return undefined;
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
