/**
 * The links of one group as a tree that grows to the right from the canonical: who hangs on whom, how, and how surely.
 * Must not judge; the weakest link is the one with the smallest score.
 */

import { counted, scoreText } from '../../../../lib/figures.ts';
import type { GroupData, LinkData } from '../../shape.ts';
import { drawn } from '../dom.ts';
import { cutText, RELATION_WORDS } from '../words.ts';
import { fitted } from './fitted.ts';

const ROW = 34;
const NODE_HEIGHT = 24;
/** A node is as wide as the room leaves it: below the one nothing is read in it, beyond the other nothing is gained. */
const NARROWEST_NODE = 104;
const WIDEST_NODE = 380;
const EDGE_WIDTH = 132;
/** So that the frames of the outermost nodes are drawn whole. */
const MARGIN = 8;
/** Of a character at the size of labels; generous, so that none sticks out. */
const CHARACTER = 7;
/** Below one member; the surest of the others are said in a word. */
const CHILDREN_SHOWN = 12;

interface Branch {
  readonly member: number;
  readonly link?: LinkData;
  readonly depth: number;
  readonly row: number;
  readonly children: readonly Branch[];
  /** Members below this one that are not drawn, and the row that says so. */
  readonly hidden: number;
  readonly moreRow: number;
}

interface Tree {
  readonly root: Branch;
  readonly rows: number;
  readonly deepest: number;
}

type ShowPair = (a: number, b: number) => void;

export function drawGraph(group: GroupData, showPair: ShowPair): HTMLElement {
  const tree = treeOf(group);
  return fitted(
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Graph of this story' },
    (room) => drawing(group, tree, room, showPair),
  );
}

function drawing(
  group: GroupData,
  { root, rows, deepest }: Tree,
  room: number,
  showPair: ShowPair,
): SVGElement {
  const forNodes = Math.floor((room - MARGIN - EDGE_WIDTH * deepest) / (deepest + 1));
  const nodeWidth = Math.max(NARROWEST_NODE, Math.min(WIDEST_NODE, forNodes));
  const width = nodeWidth * (deepest + 1) + EDGE_WIDTH * deepest + MARGIN;
  const height = rows * ROW + 4;
  const weakest = [...group.links].sort((x, y) => x.score - y.score)[0];
  const label = `Tree of links: ${counted(group.members.length, 'article')}, ${counted(group.links.length, 'link')}${weakest === undefined ? '' : `, the weakest ${scoreText(weakest.score)}`}`;
  return drawn(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'graph', 'aria-label': label },
    ...edges(root, nodeWidth, weakest, showPair),
    ...nodes(root, nodeWidth, group, (member) => showPair(group.canonical, member)),
  );
}

function treeOf(group: GroupData): Tree {
  let rows = 0;
  let deepest = 0;
  const seen = new Set<number>();
  const grow = (member: number, depth: number, link?: LinkData): Branch => {
    seen.add(member);
    deepest = Math.max(deepest, depth);
    const next = linksOf(group, member).filter((other) => !seen.has(farEnd(other, member)));
    const shown = next.slice(0, CHILDREN_SHOWN);
    const first = rows;
    const children = shown.map((other) => grow(farEnd(other, member), depth + 1, other));
    const hidden = next.length - shown.length;
    if (children.length === 0) rows++;
    const moreRow = hidden > 0 ? rows++ : 0;
    const row =
      children.length === 0
        ? first
        : ((children[0]?.row ?? first) + (children[children.length - 1]?.row ?? first)) / 2;
    return { member, ...(link === undefined ? {} : { link }), depth, row, children, hidden, moreRow };
  };
  const root = grow(group.canonical, 0);
  return { root, rows, deepest };
}

/** Weakest first, so that what is doubtful is always drawn. */
function linksOf(group: GroupData, member: number): readonly LinkData[] {
  return group.links.filter(({ a, b }) => a === member || b === member).sort((x, y) => x.score - y.score);
}

function farEnd(link: LinkData, member: number): number {
  return link.a === member ? link.b : link.a;
}

function placeOf({ depth, row }: Branch, nodeWidth: number): { readonly x: number; readonly y: number } {
  return { x: MARGIN / 2 + depth * (nodeWidth + EDGE_WIDTH), y: 2 + row * ROW + ROW / 2 };
}

function edges(
  branch: Branch,
  nodeWidth: number,
  weakest: LinkData | undefined,
  showPair: ShowPair,
): readonly SVGElement[] {
  const from = placeOf(branch, nodeWidth);
  return branch.children.flatMap((child) => {
    const to = placeOf(child, nodeWidth);
    const { link } = child;
    if (link === undefined) return [];
    const [x1, x2] = [from.x + nodeWidth, to.x];
    const bend = x1 + EDGE_WIDTH * 0.22;
    const path = `M${x1} ${from.y}C${bend} ${from.y} ${x1} ${to.y} ${bend} ${to.y}L${x2} ${to.y}`;
    const isWeakest = link === weakest && link.score < 1;
    return [
      drawn(
        'g',
        {
          class: isWeakest ? 'edge weakest' : 'edge',
          on: { click: () => showPair(branch.member, child.member) },
        },
        drawn(
          'title',
          {},
          `${RELATION_WORDS[link.relation]} ${scoreText(link.score)}${isWeakest ? ', the weakest link' : ''}`,
        ),
        drawn('path', { d: path }),
        drawn(
          'text',
          { x: x2 - 6, y: to.y - 5, 'text-anchor': 'end' },
          `${shortRelation(link)} ${scoreText(link.score)}`,
        ),
      ),
      ...edges(child, nodeWidth, weakest, showPair),
    ];
  });
}

function shortRelation({ relation }: LinkData): string {
  return relation === 'near' ? 'near' : RELATION_WORDS[relation];
}

function nodes(
  branch: Branch,
  nodeWidth: number,
  group: GroupData,
  choose: (member: number) => void,
): readonly SVGElement[] {
  const { x, y } = placeOf(branch, nodeWidth);
  const member = group.members[branch.member];
  const name = member?.source;
  const codeWidth = Math.max(3, member?.language.length ?? 0) * CHARACTER;
  const room = Math.floor((nodeWidth - 22 - codeWidth) / CHARACTER);
  const isRoot = branch.depth === 0;
  const own = drawn(
    'g',
    {
      class: isRoot ? 'node canonical' : 'node',
      on: { click: () => (isRoot ? undefined : choose(branch.member)) },
    },
    drawn('title', {}, `${member?.title ?? ''}\n${member?.id ?? ''}`),
    drawn('rect', { x, y: y - NODE_HEIGHT / 2, width: nodeWidth, height: NODE_HEIGHT, rx: 4 }),
    drawn('text', { x: x + 8, y: y + 4, class: 'code' }, member?.language ?? ''),
    drawn(
      'text',
      { x: x + 16 + codeWidth, y: y + 4 },
      name === undefined ? endOf(member?.id ?? '', room) : cutText(name, room),
    ),
  );
  const more =
    branch.hidden > 0
      ? [
          drawn(
            'text',
            { x: x + nodeWidth + EDGE_WIDTH, y: 6 + branch.moreRow * ROW + ROW / 2, class: 'more' },
            `and ${branch.hidden} more`,
          ),
        ]
      : [];
  return [own, ...more, ...branch.children.flatMap((child) => nodes(child, nodeWidth, group, choose))];
}

/** The end of an id tells more than its beginning: they often begin alike. */
function endOf(id: string, length: number): string {
  const characters = Array.from(id.slice(-2 * length - 2));
  return characters.length <= length ? id : `…${characters.slice(1 - length).join('')}`;
}
