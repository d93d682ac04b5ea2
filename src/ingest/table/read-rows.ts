/** Rows of a table as articles. Must not split streams. */
import { isUtf8 } from 'node:buffer';
import { sha256 } from '../../lib/digest.ts';
import { utf8Text } from '../../lib/utf8-text.ts';
import { visible } from '../../lib/visible.ts';
import type { TextReading } from '../../model/article.ts';
import { FIELD_NAMES, type Field } from '../../model/record-fields.ts';
import { articleItem } from '../article-item.ts';
import { type Decoded, decode } from '../decode.ts';
import { languageOf } from '../dump/language-names.ts';
import { mendText } from '../encoding/repairs.ts';
import { isMarkup, isTeaser, readMarkup } from '../field-markup.ts';
import { isTextUnder, otherNames } from '../fields.ts';
import type { RecordsPart, TableReading } from '../parts.ts';
import { recordsOf } from '../records-of.ts';
import { doubtItems } from '../render.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin } from '../request.ts';
import type { ReadMarkup } from '../xml/found-article.ts';
import { type Column, type Columns, columnsOf, languageColumns } from './columns.ts';
import { cellsOf } from './row-grammar.ts';

/** The articles of a part in order, and an issue in the place of each bad row. */
export async function readRows(
  part: RecordsPart,
  reading: TableReading,
  map: IngestRequest['map'],
): Promise<readonly IngestItem[]> {
  const columns = columnsOf(reading, map);
  const languages = languageColumns(reading);
  const items: IngestItem[] = [];
  let markupText: ReadMarkup | undefined;
  for (const { bytes, place } of recordsOf(part)) {
    const decoded: Decoded = isUtf8(bytes) ? { kind: 'text', text: utf8Text(bytes) } : await decode(bytes);
    if (decoded.kind === 'fault') {
      const offset = place.offset + (decoded.offset ?? 0);
      items.push(issueItem(part.origin, decoded.code, decoded.message, { ...place, offset }));
    } else {
      items.push(...doubtItems(part.origin, place, decoded));
      markupText ??= decoded.text.includes('<') ? (await import('../markup-text.ts')).markupText : undefined;
      const known = reading.decoded ?? decoded.reading;
      items.push(readRow(decoded.text, part.origin, place, reading, columns, languages, known, markupText));
    }
  }
  return items;
}

function readRow(
  row: string,
  origin: Origin,
  place: { readonly record: number; readonly offset: number },
  table: TableReading,
  columns: Columns,
  languages: readonly number[],
  decoded: TextReading | undefined,
  markupText: ReadMarkup | undefined,
): IngestItem {
  const { columns: header } = table;
  const cells = cellsOf(row, table);
  const under = textColumn(cells, columns.text);
  const [first] = columns.text;
  const written = cells[(under ?? first)?.at ?? cells.length];
  if (written === undefined || (header.length > 0 && cells.length > header.length)) {
    const message = `a row of ${cells.length} cells; expected ${header.length > 0 ? header.length : 'more'}`;
    return issueItem(origin, 'invalid-record', message, place);
  }
  if (under === undefined && first !== undefined && !mayBeText(first, written)) {
    const name = visible(JSON.stringify(first.name));
    const message = `what stands under ${name} is too short for a text; name the one of the text with --map text=NAME`;
    return issueItem(origin, 'missing-text', message, place);
  }
  const { text, reading } =
    markupText !== undefined && isMarkup(written)
      ? readMarkup(written, markupText, decoded)
      : mendText(written, decoded);
  if (text.trim() === '') return issueItem(origin, 'empty', 'the text of the record is empty', place);
  const column = (field: Field) => columns[field].find(({ at }) => says(cells[at]));
  const fact = (field: Field): string | undefined => {
    const at = column(field)?.at;
    return at === undefined ? undefined : cells[at]?.trim();
  };
  const fields = otherNames((field) => (field === 'text' ? under : column(field))?.name);
  const facts = {
    title: fact('title'),
    date: fact('date'),
    url: fact('url'),
    source: fact('source'),
    language: languageIn(cells, languages),
  };
  return articleItem(origin, place, {
    id: fact('id'),
    text,
    facts,
    reading,
    fields,
    rawDigest: sha256(written),
  });
}

/** An empty cell is that of an empty text. */
function mayBeText({ usual }: Column, cell: string): boolean {
  return usual === undefined || cell.trim() === '' || isTextUnder(usual, FIELD_NAMES.text, () => cell);
}

/** The first language that a cell of these columns declares. */
function languageIn(cells: readonly string[], columns: readonly number[]): string | undefined {
  for (const at of columns) {
    const found = languageOf(cells[at] ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How programs write that a cell is empty: of Python, JavaScript and databases. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'NULL', 'None', 'NaN', 'nan', '\\N']);

/** Whether a cell beside the text says something. */
function says(cell: string | undefined): boolean {
  const written = cell?.trim() ?? '';
  return written !== '' && !NOTHING.has(written);
}

/** The first column of the text that holds something in a row: what is no markup before what is, but for its teaser. */
function textColumn(cells: readonly string[], columns: readonly Column[]): Column | undefined {
  const filled = columns.filter((column) => {
    const cell = cells[column.at] ?? '';
    return cell.trim() !== '' && mayBeText(column, cell);
  });
  const markup = filled.find(({ at }) => isMarkup(cells[at] ?? ''));
  if (markup === undefined) return filled[0];
  const whole = cells[markup.at] ?? '';
  const isWhole = (cell: string): boolean => !isMarkup(cell) && !isTeaser(cell, whole);
  return filled.find(({ at }) => isWhole(cells[at] ?? '')) ?? markup;
}
