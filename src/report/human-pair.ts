/** One pair for people: what it is, and its passages side by side. Must not align anything. */

import { counted, scoreText } from '../lib/figures.ts';
import type { ReportPair } from '../model/emit.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, whole } from './people.ts';
import { sideBySide } from './side-by-side.ts';

export function* pairLines(pair: ReportPair, palette: Palette, width: number): Iterable<string> {
  const { group, a, b, relation, score, aLanguage, bLanguage, passages } = pair;
  const items: readonly Item[] = [
    { text: relation, paint: palette.label },
    { text: scoreText(score), paint: palette.heading },
    { text: `${whole(aLanguage)} ${whole(bLanguage)}`, paint: palette.plain },
    ...(passages.length === 0 ? [] : [{ text: counted(passages.length, 'passage'), paint: palette.plain }]),
    ...(group === undefined ? [] : [{ text: whole(group), paint: palette.quiet }]),
  ];
  yield* flow(items, { width, lead: '', indent: 0, separator: '  ' });
  yield `  A  ${whole(a)}\n  B  ${whole(b)}\n`;
  for (const passage of passages) {
    if (passage.a === undefined || passage.b === undefined) continue;
    yield* sideBySide(`  ${scoreText(passage.score)}`, [passage.a, passage.b], palette, width);
  }
}
