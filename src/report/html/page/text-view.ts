/**
 * One article as a column: kept blocks with their marks, dropped ones folded at their place with the reason. Must not
 * look for marks; it draws those it is given.
 */

import { counted } from '../../../lib/figures.ts';
import type { BlockData, GroupData, TextData } from '../shape.ts';
import { apart, element, webLink } from './dom.ts';
import { keptBlocks, type Mark, type Piece, piecesOf } from './marks.ts';
import { dateText, percentage, REASON_WORDS } from './words.ts';

export interface ColumnText {
  readonly member: GroupData['members'][number];
  readonly text: TextData | undefined;
  readonly marks: readonly Mark[];
  /** Ranges that stand word for word in the other text; absent where that is not known. */
  readonly passages?: readonly { readonly start: number; readonly end: number }[];
  /** What to say where there is no text. */
  readonly missing: string;
}

export function textColumn({ member, text, marks, passages, missing }: ColumnText): HTMLElement {
  const language = member.language === 'und' ? undefined : member.language;
  const facts = [
    member.language,
    member.source,
    member.date === undefined ? undefined : dateText(member.date),
    counted(member.characters, 'character'),
    `${percentage(member.kept)} kept`,
  ].filter((fact) => fact !== undefined);
  const header = element(
    'header',
    {},
    // A title that stands in the text is not said twice.
    text?.blocks.some(([, role, reason]) => role === 'title' && reason === undefined) === true
      ? undefined
      : element('h4', { dir: 'auto', lang: language }, member.title === '' ? member.id : member.title),
    element('p', { class: 'facts' }, ...facts.map((fact) => element('span', {}, apart(fact)))),
    element('p', { class: 'place' }, apart(member.id)),
    member.url === undefined
      ? undefined
      : element('p', { class: 'place' }, webLink(member.url, apart(member.url))),
  );
  const body =
    text === undefined
      ? [element('p', { class: 'note' }, missing)]
      : [...blocksOf(text, marks, passages), cutNote(text)];
  return element(
    'article',
    { tabindex: 0, 'aria-label': `Text of ${member.id}` },
    header,
    element('div', { class: 'text', lang: language, dir: 'auto' }, ...body),
  );
}

function cutNote({ cut }: TextData): HTMLElement | undefined {
  if (cut === undefined) return undefined;
  return element('p', { class: 'note' }, `${counted(cut, 'more character')} are not in this file.`);
}

function blocksOf(
  text: TextData,
  marks: readonly Mark[],
  passages: ColumnText['passages'],
): readonly HTMLElement[] {
  const starts = new Map(keptBlocks(text.blocks).map(({ block, start }) => [block, start]));
  const shown: HTMLElement[] = [];
  let dropped: BlockData[] = [];
  const foldDropped = (): void => {
    if (dropped.length > 0) shown.push(fold(dropped));
    dropped = [];
  };
  for (const block of text.blocks) {
    const start = starts.get(block);
    if (start === undefined) {
      dropped.push(block);
      continue;
    }
    foldDropped();
    const pieces = piecesOf(block[0], start, marks, passages).map(pieceNode);
    shown.push(element('p', { class: block[1], dir: 'auto' }, ...pieces));
  }
  foldDropped();
  return shown;
}

function pieceNode({ text, mark, isShared }: Piece): Node {
  const words =
    mark === undefined
      ? document.createTextNode(text)
      : element('mark', { class: mark.kind, 'data-key': mark.key, tabindex: -1 }, text);
  return isShared === false ? element('span', { class: 'own' }, words) : words;
}

/** A run of dropped blocks, one line until it is opened. */
function fold(blocks: readonly BlockData[]): HTMLElement {
  const reasons = [
    ...new Set(blocks.flatMap(([, , reason]) => (reason === undefined ? [] : [REASON_WORDS[reason]]))),
  ];
  const summary = `${counted(blocks.length, 'block')} left out: ${reasons.slice(0, 3).join(', ')}${reasons.length > 3 ? '…' : ''}`;
  return element(
    'details',
    { class: 'dropped' },
    element('summary', { dir: 'ltr', lang: 'en' }, summary),
    element(
      'dl',
      {},
      ...blocks.flatMap(([text, , reason]) => [
        element('dt', { dir: 'ltr', lang: 'en' }, reason === undefined ? '' : REASON_WORDS[reason]),
        element('dd', { dir: 'auto' }, text),
      ]),
    ),
  );
}
