/** A group as `review` shows it: numbered articles, where their texts begin, what was said of it. Must not read anything. */

import { scoreText, wholeNumber } from '../../lib/figures.ts';
import type { ReportGroup } from '../../model/report.ts';
import { type ArticleLine, articleLines } from '../human-article.ts';
import { evidenceLines } from '../human-evidence.ts';
import { type Articles, headItems, shownMembers } from '../human-group.ts';
import { createPalette, type Palette } from '../palette.ts';
import { flow, shown, whole } from '../people.ts';
import type { Answer } from './answer.ts';
import { KEY_HELP } from './keys.ts';

export interface ReviewView {
  readonly group: ReportGroup;
  readonly articles: Articles;
  readonly answer: Answer;
  /** Cleaned texts by id, as far as they could be read. */
  readonly texts: ReadonlyMap<string, string>;
  /** `3 of 112`. */
  readonly number: number;
  readonly count: number;
  /** All members and more of their texts. */
  readonly isFull: boolean;
}

interface Screen {
  readonly colour: boolean;
  readonly width: number;
}

/** Lines of a text that are shown. */
const LINES = 3;
const LINES_IN_FULL = 12;
const INDENT = '       ';

/** The members in the order of their numbers: the canonical is 1. */
export function numbered(group: ReportGroup): readonly string[] {
  const others = group.members.filter(({ id }) => id !== group.canonical).map(({ id }) => id);
  return [group.canonical, ...others];
}

export function* groupScreen(view: ReviewView, { colour, width }: Screen): Iterable<string> {
  const { group, answer, number, count } = view;
  const palette = createPalette(colour);
  const { lead, items } = { lead: `${number} of ${count}  `, items: headItems(group, palette) };
  yield `\n${palette.quiet('-'.repeat(Math.min(width, 78)))}\n`;
  yield* flow(items, { width, lead: palette.quiet(lead), indent: lead.length, separator: '  ' });
  const ids = numbered(group);
  const members = view.isFull
    ? ids.map((id) => group.members.find((member) => member.id === id)!)
    : shownMembers(group);
  const digits = String(members.length).length;
  const told = new Set<string>();
  for (const [i, member] of members.entries()) {
    const isOut = answer.out.includes(member.id);
    const isCanonical = member.id === (answer.canonical ?? group.canonical);
    const line: ArticleLine = {
      id: member.id,
      article: view.articles.get(member.id),
      marker: `${String(i + 1).padStart(digits)}${isOut ? '-' : isCanonical ? '*' : ' '}`,
      paintMarker: isOut ? palette.bad : palette.good,
      relation: relationText(member.relation, member.score),
      ...(isOut ? { note: 'taken out' } : isCanonical ? { note: noteOf(answer, group) } : {}),
    };
    yield* articleLines([line], palette, width);
    const text = view.texts.get(member.id);
    if (text === undefined) continue;
    if (told.has(text)) yield `${INDENT}${palette.quiet('the same text as above')}\n`;
    else yield* textLines(text, view.isFull ? LINES_IN_FULL : LINES, palette, width);
    told.add(text);
  }
  const hidden = ids.length - members.length;
  if (hidden > 0) yield palette.quiet(`     and ${wholeNumber(hidden)} more (m shows all)\n`);
  yield* weakestLine(group, ids, palette);
  yield* evidenceLines(group.links, palette, width);
  if (answer.verdict !== undefined) yield `     ${palette.label(`decided: ${answer.verdict}`)}\n`;
}

function relationText(relation: string, score: number): string {
  return relation === 'canonical' ? relation : `${relation} ${scoreText(score)}`;
}

function noteOf({ canonical }: Answer, group: ReportGroup): string {
  return `canonical: ${canonical === undefined ? group.canonicalReason : 'decided'}`;
}

/** Where a wrong group would most likely break. */
function* weakestLine(group: ReportGroup, ids: readonly string[], palette: Palette): Iterable<string> {
  const [first, ...rest] = group.links;
  if (first === undefined || ids.length < 3 || group.weakestLink === 1) return;
  const weakest = rest.reduce((least, link) => (link.score < least.score ? link : least), first);
  const numbers = [weakest.a, weakest.b].map((id) => ids.indexOf(id) + 1).sort((a, b) => a - b);
  yield `${palette.quiet('     weakest')}  ${numbers.join(' and ')}: ${weakest.relation} ${scoreText(weakest.score)}\n`;
}

/** The beginning of a text, its title left out: that stands above. */
function* textLines(text: string, count: number, palette: Palette, width: number): Iterable<string> {
  const room = Math.max(20, width - INDENT.length);
  const lines = text.split('\n', count + 1).filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, count)) yield `${INDENT}${palette.quiet(shown(line, room))}\n`;
}

/** The line under a group. */
export function promptLine(colour: boolean): string {
  const palette = createPalette(colour);
  const key = (name: string): string => palette.label(`[${name}]`);
  const first = `${key('s')}ame ${key('x')} not the same ${key('t')}ake out ${key('c')}anonical`;
  return `${first} ${key('z')} skip ${key('b')}ack ${key('u')}ndo ${key('?')} ${key('q')}uit > `;
}

export function helpLines(colour: boolean): string {
  const palette = createPalette(colour);
  return KEY_HELP.map(([key, does]) => `  ${palette.label(key.padEnd(5))} ${does}\n`).join('');
}

/** A key in a message. */
export function keyName(key: string): string {
  return whole(key);
}
