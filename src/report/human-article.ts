/** One article in the human formats: a line of columns with its title, and a line with its place. Must not judge. */
import { columnsOf, padColumns } from '../lib/columns.ts';
import { visible } from '../lib/visible.ts';
import type { ReportArticle } from '../model/report.ts';
import type { Paint, Palette } from './palette.ts';
import { shown, whole } from './people.ts';

export interface ArticleLine {
  readonly id: string;
  /** Absent when a saved report lost it: then the id is all there is. */
  readonly article: ReportArticle | undefined;
  /** Before the columns: a marker or a score, of one width for all lines of a list. */
  readonly marker: string;
  readonly paintMarker: Paint;
  /** `translation 0.98`; absent where a list has no relations. */
  readonly relation?: string;
  /** Behind the place: why it is the canonical. */
  readonly note?: string;
}

/** Columns below which a title stands on a line of its own: about four words. */
const SHORTEST_TITLE = 24;
const DAY = 'YYYY-MM-DD'.length;
const INDENT = '  ';

/** Two lines an article, three in a narrow terminal; columns are as wide as the widest of the list. */
export function* articleLines(
  list: readonly ArticleLine[],
  palette: Palette,
  width: number,
): Iterable<string> {
  const languageWidth = widest(list.map((line) => languageOf(line)));
  const relationWidth = widest(list.map((line) => line.relation ?? ''));
  const hasDates = list.some((line) => line.article?.date !== undefined);
  for (const line of list) {
    const day = visible(line.article?.date?.slice(0, DAY) ?? '');
    const columns = [
      { text: line.marker, paint: line.paintMarker },
      { text: padColumns(languageOf(line), languageWidth), paint: palette.plain },
      ...(hasDates ? [{ text: padColumns(day, DAY), paint: palette.plain }] : []),
      ...(relationWidth > 0
        ? [{ text: padColumns(line.relation ?? '', relationWidth), paint: palette.label }]
        : []),
    ];
    const lead = INDENT + columns.map(({ text, paint }) => paint(text)).join('  ');
    const used = INDENT.length + columns.reduce((sum, { text }) => sum + columnsOf(text) + 2, 0);
    const below = ' '.repeat(INDENT.length + columnsOf(line.marker) + 2);
    const isBeside = width - used >= SHORTEST_TITLE;
    const title = shown(line.article?.title ?? '', isBeside ? width - used : width - below.length);
    const place = palette.quiet(placeOf(line) + (line.note === undefined ? '' : `  (${line.note})`));
    yield isBeside ? `${lead}  ` : `${lead.trimEnd()}\n${below}`;
    // Without a title the place stands in its stead.
    yield title === '' ? `${place}\n` : `${title}\n${below}${place}\n`;
  }
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0);
}

function languageOf(line: ArticleLine): string {
  return whole(line.article?.language.bcp47 ?? 'und');
}

/** The id in full, with the file where the id does not say it. */
function placeOf({ id, article }: ArticleLine): string {
  if (article === undefined) return whole(id);
  const place = article.record === undefined ? article.path : `${article.path}#${article.record}`;
  return id === place || id === article.path ? whole(id) : `${whole(id)}  in ${whole(place)}`;
}
