/**
 * An analysed article as a row, and back. Owns which field holds what; must not work anything out that analysis has not.
 */
import type { Analysis } from '../article.ts';
import { completeArticle } from '../article.ts';
import { leadsOf } from '../clean/index.ts';
import { indexRows } from '../features/index-rows.ts';
import { StoryTable } from '../features/story-table.ts';
import { storyBytes } from '../lib/story-bytes.ts';
import type { Article } from '../model/article.ts';
import type { StoryRow } from '../model/features.ts';
import { type ArticleRow, STAGE_FORMAT } from '../model/stage.ts';
import { identityOf, otherId } from '../run/unique-ids.ts';
import { RecordWriter, readBlocks } from '../state/record.ts';
import { weighedKey } from './codes.ts';
import { readHeadText } from './head-row.ts';
import { type Given, keyText, orderOf, orderOfNumber, RowFault, textIn, wordsText } from './row.ts';

const writer = new RecordWriter();

/** `hasStory`: whether translations are looked for. */
export function articleRow(
  { head, blocks, compact, joined }: Analysis,
  made: string,
  hasStory: boolean,
): ArticleRow {
  writer.push(head, blocks, joined);
  const { heads, bodies } = writer.take();
  const { id, path, record, offset } = head;
  return {
    type: 'article',
    v: STAGE_FORMAT,
    made,
    order: `${orderOf(path)} ${orderOfNumber(record ?? 0)}`,
    path,
    ...(record === undefined ? {} : { record }),
    ...(offset === undefined ? {} : { offset }),
    idKey: orderOf(id),
    otherKey: orderOf(otherId(head, 1)),
    id: JSON.stringify(id),
    other: JSON.stringify(otherId(head, 1)),
    identity: identityOf(head).toString('hex'),
    language: head.language.bcp47,
    text: keyText(compact.textKey),
    shingles: compact.shingleCount,
    sketch: wordsText(compact.sketch),
    sample: wordsText(compact.sample),
    ...(hasStory ? { story: storyBytes(compact.story).toString('base64') } : {}),
    bands: [...compact.sketch],
    phrases: [...compact.sample],
    keys: hasStory ? keysOf(compact.story) : [],
    source: compact.sourceKey,
    leads: leadsOf(blocks),
    tails: [...compact.tailKeys],
    ending: compact.ending,
    edges: [...compact.edgeKeys],
    pages: [...compact.pageKeys],
    head: Buffer.from(heads).toString('utf8'),
    body: Buffer.from(bodies).toString('base64'),
  };
}

function keysOf(story: StoryRow): readonly number[] {
  const table = new StoryTable();
  table.put(0, story);
  const { keys, weights } = indexRows(table.view(), Uint32Array.of(0));
  return Array.from(keys, (key, i) => weighedKey(key, weights[i]!));
}

/** The article as its source called it. */
export function articleIn(row: Given): Article {
  const head = readHeadText(textIn(row, 'head'));
  const body = Buffer.from(textIn(row, 'body'), 'base64');
  try {
    const blocks = readBlocks(body);
    return completeArticle(head, () => blocks);
  } catch {
    throw new RowFault('"body" is no body of an article');
  }
}
