/**
 * The stages `group` and `related`: all links and articles of a component to its groups, and related pairs to what a report
 * shows of them. Owns how rows become what `group` sees; must not decide otherwise. Memory: one component.
 */
import { NO_STORY } from '../article.ts';
import { StoryTable } from '../features/story-table.ts';
import { storyRows } from '../judging.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { comparisonsBy, conclude } from '../matching.ts';
import type { ArticleHead } from '../model/article.ts';
import type { StoryRow } from '../model/features.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import type { ArticlePort } from '../model/port.ts';
import type { WrittenRow } from '../model/stage.ts';
import { reportGroup, reportLink } from '../report/build.ts';
import { groupLine, relatedLine } from '../report/ndjson.ts';
import { joinedSketches } from '../state/packed-rows.ts';
import { headIn, storyIn } from './article-row.ts';
import {
  type Given,
  isAbsent,
  nameIn,
  numberIn,
  objectIn,
  orderOf,
  orderOfNumber,
  type Stage,
  textIn,
  wordsIn,
} from './row.ts';
import { linkIn } from './verify.ts';

interface Member {
  readonly pos: number;
  readonly rep: number;
  readonly head: ArticleHead;
  readonly story: StoryRow;
  readonly sketch: Uint32Array;
}

/**
 * The rows of a component follow each other: `{component, article: {pos, rep, head, attempt, story, sketch}}`, where `rep`
 * is the place of the first article with the same text and `story` and `sketch` are there where the component has links,
 * and `{component, a, b, link}`.
 */
export function groupStage(options: MatchOptions, knowledge: Knowledge): Stage {
  let component: number | undefined;
  let members: Member[] = [];
  let links: Given[] = [];
  const finish = (): readonly WrittenRow[] => {
    const rows = members.length === 0 ? [] : groupsOf(members, links, options, knowledge);
    members = [];
    links = [];
    return rows;
  };
  return {
    take(row) {
      const own = numberIn(row, 'component');
      const done = own === component ? [] : finish();
      component = own;
      if (isAbsent(row, 'article')) links.push(row);
      else {
        const article = objectIn(row, 'article');
        members.push({
          pos: numberIn(article, 'pos'),
          rep: numberIn(article, 'rep'),
          head: headIn(article),
          story: isAbsent(article, 'story') ? NO_STORY : storyIn(article),
          sketch: isAbsent(article, 'sketch') ? NO_SKETCH : wordsIn(article, 'sketch'),
        });
      }
      return done;
    },
    end: finish,
  };
}

function groupsOf(
  unordered: readonly Member[],
  rows: readonly Given[],
  options: MatchOptions,
  knowledge: Knowledge,
): readonly WrittenRow[] {
  const members = [...unordered].sort((x, y) => x.pos - y.pos);
  const indexes = new Map(members.map(({ pos }, index) => [pos, index]));
  const links = rows.flatMap((row): readonly Link[] => {
    const [a, b] = [indexes.get(numberIn(row, 'a')), indexes.get(numberIn(row, 'b'))];
    return a === undefined || b === undefined ? [] : [linkIn(row, a, b)];
  });
  links.sort((x, y) => x.a - y.a || x.b - y.b);
  const representativeOf = Uint32Array.from(members, ({ rep }, index) => indexes.get(rep) ?? index);
  const languages = members.map(({ head }) => head.language.bcp47);
  const port = portOf(members.map(({ head }) => head));
  const comparisons = options.translations
    ? comparisonsBy(
        {
          near: { columns: { count: members.length, sketches: joinedSketches(members) } },
          story: storyRows(storiesOf(members), languages),
        },
        knowledge,
      )
    : undefined;
  const { groups } = conclude(
    { near: { copies: { representativeOf } } },
    links,
    port,
    languages,
    options,
    comparisons,
  );
  return groups.flatMap((group) => rowsOf(group, members, port, languages));
}

/** No words: it resembles nothing. */
const NO_SKETCH = new Uint32Array(0);

function storiesOf(members: readonly Member[]): ReturnType<StoryTable['view']> {
  const table = new StoryTable();
  members.forEach(({ story }, index) => {
    table.put(index, story);
  });
  return table.view();
}

function rowsOf(
  group: Group,
  members: readonly Member[],
  port: ArticlePort,
  languages: readonly string[],
): readonly WrittenRow[] {
  const row = reportGroup(group, port, languages, undefined);
  const canonical = members[group.canonical]!;
  const first = members[group.members[0]!.index]!.pos;
  return [
    {
      type: 'group',
      id: row.id,
      order: orderOfNumber(first),
      redundant: group.members.length - 1,
      line: [...groupLine(row)].join(''),
    },
    ...group.members.map(({ index, relation }) => ({
      type: 'member' as const,
      group: row.id,
      first,
      pos: members[index]!.pos,
      relation,
      canonical: canonical.pos,
      canonicalId: JSON.stringify(canonical.head.id),
      canonicalRep: canonical.rep,
    })),
  ];
}

function portOf(heads: readonly ArticleHead[]): ArticlePort {
  const none = (): never => {
    throw new Error('groups are made without texts');
  };
  return { count: heads.length, head: (index) => heads[index]!, get: none, replace: none };
}

/** Where one side of a related pair stands. */
interface Side {
  readonly id: string;
  /** Undefined: in no group. */
  readonly group: string | undefined;
  readonly isCanonical: boolean;
}

/**
 * `{link, a, b}`: a related link, and of both sides `{pos, head, attempt}` with what `group` said of it, where it is in a group:
 * `{group, canonical, canonicalId, canonicalRep}`. Out comes the row of the report; nothing where the groups tell it already.
 */
export function relatedStage(): Stage {
  return {
    take(row) {
      const [a, b] = [sideOf(objectIn(row, 'a')), sideOf(objectIn(row, 'b'))];
      if (a.group !== undefined && a.group === b.group) return [];
      if (!a.isCanonical && !b.isCanonical) return [];
      const shown = reportLink(linkIn(row, 0, 1), a.id, b.id);
      return [
        {
          type: 'related',
          order: `${orderOf(shown.a)} ${orderOf(shown.b)}`,
          line: relatedLine(shown),
        },
      ];
    },
  };
}

/** A pair was judged on the first article of each text; it is told of the canonical where that has the same text. */
function sideOf(row: Given): Side {
  const pos = numberIn(row, 'pos');
  const { id } = headIn(row);
  if (isAbsent(row, 'group')) return { id, group: undefined, isCanonical: true };
  const isTold = numberIn(row, 'canonicalRep') === pos;
  return {
    id: isTold ? nameIn(row, 'canonicalId') : id,
    group: textIn(row, 'group'),
    isCanonical: isTold || numberIn(row, 'canonical') === pos,
  };
}
