/** An explanation as Markdown, for an issue or a wiki. Must not judge, nor let an article write markup. */

import { scoreText } from '../lib/figures.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Signal } from '../model/match.ts';
import { decidedText, groupedText, verdictText } from './human-explanation.ts';
import { markdownCodeCell, markdownText } from './markdown-text.ts';
import { percentage, signed } from './people.ts';
import { signalWords } from './signal-words.ts';

/** Code units of a passage: an article of one sentence must not fill a page. */
const LONGEST = 2_000;

export function* renderExplanationMarkdown(explanation: Explanation): Iterable<string> {
  const { signals, nearSignals, against, nearest, decided } = explanation;
  yield `# Verdict: ${markdownText(verdictText(explanation))}\n\n`;
  yield* articleTable(explanation);
  if (decided !== undefined) yield `\nDecided: ${markdownText(decidedText(decided))}\n`;
  const grouped = groupedText(explanation);
  if (grouped !== undefined) yield `\nGroups: ${markdownText(grouped)}\n`;
  if (nearest !== undefined) yield `\nNearest: ${markdownText(nearest)}\n`;
  yield* signalTable('Signals', signals);
  if (nearSignals !== undefined) yield* signalTable('Shared wording', nearSignals);
  yield* sharedLists(explanation);
  yield* passageTable(explanation);
  if (against.length > 0) yield '\n## Against\n\n';
  for (const reason of against) yield `- ${markdownText(reason)}\n`;
}

function* signalTable(heading: string, signals: readonly Signal[]): Iterable<string> {
  if (signals.length === 0) return;
  yield `\n## ${heading}\n\n| Signal | Value | Adds to the log-odds | |\n| --- | ---: | ---: | --- |\n`;
  for (const { name, value, contribution, note } of signals)
    yield row([
      markdownText(signalWords(name)),
      value.toFixed(2),
      markdownText(signed(contribution)),
      markdownText(note),
    ]);
}

function* articleTable({ a, b }: Explanation): Iterable<string> {
  yield '| | Language | Date | Title | Article |\n| --- | --- | --- | --- | --- |\n';
  for (const [side, { language, date, title, id }] of [['A', a] as const, ['B', b] as const])
    yield row([
      side,
      markdownText(language.bcp47),
      markdownText(date?.slice(0, 10) ?? ''),
      markdownText(title),
      markdownCodeCell(id),
    ]);
}

function* sharedLists({ evidence }: Explanation): Iterable<string> {
  const { names, numbers, concepts = [], resemblance, containment } = evidence;
  const text = [
    ...(resemblance === undefined ? [] : [`resemblance ${scoreText(resemblance)}`]),
    ...(containment === undefined ? [] : [`${percentage(containment, 1)} of the shorter text`]),
  ];
  const lists = [
    ['Names', names.map(weighed)],
    ['Numbers', numbers.map(weighed)],
    ['Words', concepts.map(weighed)],
    ['Text', text],
  ] as const;
  if (lists.every(([, items]) => items.length === 0)) return;
  yield '\n## Shared\n\nIn the words of A = B, with bits of information.\n\n';
  for (const [label, items] of lists) if (items.length > 0) yield `- ${label}: ${items.join(' · ')}\n`;
}

function weighed({
  a,
  b,
  weight,
}: {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}): string {
  const words = a === b ? markdownText(a) : `${markdownText(a)} = ${markdownText(b)}`;
  return `${words} (${weight.toFixed(1)})`;
}

function* passageTable({ passages }: Explanation): Iterable<string> {
  if (passages.length === 0) return;
  yield '\n## Passages\n\n| A | B | |\n| --- | --- | --- |\n';
  for (const { a, b, score } of passages)
    yield row([passageText(a), passageText(b), score === undefined ? 'verbatim' : scoreText(score)]);
}

function passageText(text: string): string {
  return markdownText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
