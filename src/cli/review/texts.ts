/**
 * The texts of a few articles, read again where the archive is at hand: a reviewer decides better with them. Owns what is
 * read and what is too large for that; must not judge. Whatever cannot be read, or is no longer what was reported, has no
 * text.
 */
import { stat } from 'node:fs/promises';
import { analyseArticle } from '../../dedupe.ts';
import { DEFAULT_MAX_RECORD_BYTES, ingest } from '../../ingest/index.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../model/options.ts';
import type { ReportArticle } from '../../model/report.ts';

/** A file that is read in the time between two keys. */
const LARGEST = 8 * 1024 * 1024;

const OPTIONS = { ...DEFAULT_MATCH_OPTIONS, language: false, translations: false };

/** Cleaned texts by id. */
export async function readTexts(articles: readonly ReportArticle[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const byPath = new Map<string, ReportArticle[]>();
  for (const article of articles) {
    if (article.pathBytes !== undefined || article.path === '-') continue;
    byPath.set(article.path, [...(byPath.get(article.path) ?? []), article]);
  }
  for (const [path, wanted] of byPath) await readFrom(path, wanted, texts);
  return texts;
}

async function readFrom(
  path: string,
  wanted: readonly ReportArticle[],
  texts: Map<string, string>,
): Promise<void> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isFile() !== true || status.size > LARGEST) return;
  const byDigest = new Map(wanted.map((article) => [article.rawDigest, article]));
  const request = {
    paths: [path],
    include: [],
    exclude: [],
    follow: false,
    map: {},
    maxRecordBytes: DEFAULT_MAX_RECORD_BYTES,
  };
  for await (const item of ingest(request)) {
    if (item.kind !== 'article') continue;
    const article = byDigest.get(item.article.rawDigest);
    if (article === undefined) continue;
    const { text } = analyseArticle(item.article, OPTIONS).article;
    for (const same of wanted) {
      if (same.rawDigest === article.rawDigest) texts.set(same.id, withoutTitle(text, same.title));
    }
    byDigest.delete(article.rawDigest);
    if (byDigest.size === 0) return;
  }
}

/** The title stands above the text already. */
function withoutTitle(text: string, title: string): string {
  return text.startsWith(title) ? text.slice(title.length).trimStart() : text;
}
