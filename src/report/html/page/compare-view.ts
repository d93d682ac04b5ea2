/**
 * Two articles of a group side by side, with what they share. Owns the choice of the two; evidence, texts and marks are
 * drawn elsewhere.
 */
import type { GroupData } from '../shape.ts';
import { element, fill } from './dom.ts';
import { evidenceView } from './evidence-view.ts';
import { connectHighlights } from './highlights.ts';
import { type EvidenceWord, evidenceWords, keptBlocks, marksIn, type Side } from './marks.ts';
import { type Pair, pairOf } from './pairs.ts';
import { textColumn } from './text-view.ts';
import { cutText } from './words.ts';

export interface CompareView {
  readonly node: HTMLElement;
  show(a: number, b: number): void;
  /** Another article in the right column: the next or the one before. */
  turn(by: number): void;
}

/** Characters of a title in a list of choices. */
const CHOICE_CHARACTERS = 70;

export function createCompare(group: GroupData, hasTexts: boolean): CompareView {
  let [left, right] = [group.canonical, firstOther(group)];
  const leftChoice = memberChoice(group, 'Left article', (chosen) => show(chosen, right));
  const rightChoice = memberChoice(group, 'Right article', (chosen) => show(left, chosen));
  const content = element('div', {});
  const node = element(
    'section',
    { class: 'compare', 'aria-labelledby': 'compare-title' },
    element('h3', { id: 'compare-title' }, 'Side by side'),
    element('div', { class: 'choices' }, leftChoice, rightChoice),
    content,
  );
  const show = (a: number, b: number): void => {
    [left, right] = [a, b];
    leftChoice.value = String(a);
    rightChoice.value = String(b);
    const missing = hasTexts ? 'This text is not in the file.' : 'This report was written without texts.';
    fill(content, ...comparison(group, a, b, missing));
    connectHighlights(content);
  };
  show(left, right);
  return {
    node,
    show,
    turn: (by) => {
      const count = group.members.length;
      let next = (right + by + count) % count;
      if (next === left) next = (next + by + count) % count;
      show(left, next);
    },
  };
}

/** What hangs on the canonical first: their link has evidence of its own. */
function firstOther({ canonical, links, members }: GroupData): number {
  const link = links.find(({ a, b }) => a === canonical || b === canonical);
  if (link !== undefined) return link.a === canonical ? link.b : link.a;
  return members.findIndex((_, i) => i !== canonical);
}

function memberChoice(group: GroupData, label: string, choose: (chosen: number) => void): HTMLSelectElement {
  const options = group.members.map(({ language, title, id }, i) => {
    const words = cutText(title === '' ? id : title, CHOICE_CHARACTERS);
    return element('option', { value: i }, `${language} · ${words}`);
  });
  const select = element('select', { 'aria-label': label }, ...options);
  select.addEventListener('change', () => choose(Number(select.value)));
  return select;
}

function comparison(group: GroupData, a: number, b: number, missing: string): readonly HTMLElement[] {
  const [memberA, memberB] = [group.members[a], group.members[b]];
  if (memberA === undefined || memberB === undefined) return [];
  const pair = a === b ? undefined : pairOf(group, a, b);
  const words = pair === undefined ? [] : evidenceWords(pair.evidence);
  const column = (member: typeof memberA, side: Side): HTMLElement => {
    const text = member.text === undefined ? undefined : group.texts[member.text];
    const kept =
      text === undefined
        ? ''
        : keptBlocks(text.blocks)
            .map(({ block }) => block[0])
            .join('\n');
    const passages = passagesOf(pair, side);
    return textColumn({
      member,
      text,
      marks: marksIn(kept, words, side),
      ...(passages === undefined ? {} : { passages }),
      missing,
    });
  };
  return [
    ...(pair === undefined ? [] : [evidenceView(pair, words, [memberA.language, memberB.language])]),
    legend(words, passagesOf(pair, 'a') !== undefined),
    element('div', { class: 'columns' }, column(memberA, 'a'), column(memberB, 'b')),
  ];
}

function passagesOf(
  pair: Pair | undefined,
  side: Side,
): readonly { readonly start: number; readonly end: number }[] | undefined {
  return pair?.evidence.passages?.map(({ aStart, aEnd, bStart, bEnd }) =>
    side === 'a' ? { start: aStart, end: aEnd } : { start: bStart, end: bEnd },
  );
}

function legend(words: readonly EvidenceWord[], hasPassages: boolean): HTMLElement {
  const kinds = [...new Set(words.map(({ kind }) => kind))];
  return element(
    'p',
    { class: 'legend' },
    ...kinds.map((kind) => element('span', {}, element('mark', { class: kind }, kind), ' in both texts')),
    hasPassages
      ? element('span', {}, element('span', { class: 'own' }, 'text'), ' in one text only')
      : undefined,
  );
}
