/** One article for people: what was kept, what was dropped and why, what matching will read. Must not judge. */
import { padColumns } from '../lib/columns.ts';
import { counted, scoreText, wholeNumber } from '../lib/figures.ts';
import { BLOCK_ROLES, type Repair } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { FIELDS } from '../model/record-fields.ts';
import type { InspectBlock, InspectReading, InspectRow } from '../model/report.ts';
import { issueLines } from './human-issues.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, percentage, shown, whole } from './people.ts';

/** Names, numbers and dates shown of each kind: two or three lines each. The rest is counted. */
const MENTIONS_SHOWN = 30;
/** Columns of one name or number. */
const WIDEST_MENTION = 40;
const ROLE_WIDTH = BLOCK_ROLES.reduce((width, role) => Math.max(width, role.length), 0);

export function* inspectLines(row: InspectRow, palette: Palette, width: number): Iterable<string> {
  const place = row.record === undefined ? row.path : `${row.path}#${row.record}`;
  const name = row.id === place || row.id === row.path ? row.id : `${row.id}  in ${place}`;
  yield `${palette.heading(whole(name))}\n`;
  const facts = [
    `${whole(row.language.bcp47)} ${scoreText(row.language.confidence)}`,
    whole(row.language.script),
    ...(row.declaredLanguage === undefined ? [] : [`declared ${whole(row.declaredLanguage)}`]),
    ...(row.alternates === undefined ? [] : [counted(row.alternates.length, 'version')]),
    ...(row.date === undefined ? [] : [shown(row.date, WIDEST_MENTION)]),
    ...readingTexts(row.reading),
    counted(row.characters, 'character'),
    `${percentage(row.kept, 1)} of the text kept`,
  ];
  const items = facts.map((text): Item => ({ text, paint: palette.label }));
  yield* flow(items, { width, lead: '  ', indent: 2, separator: ' · ' });
  const isInText = row.blocks.some((block) => block.kept && block.role === 'title');
  if (!isInText && row.title.trim() !== '') yield `  ${shown(row.title, width - 2)}\n`;
  for (const block of row.blocks) yield blockLine(block, palette, width);
  yield* mentionLines('names  ', row.names.map(nameText), palette, width);
  yield* mentionLines('numbers', row.numbers.map(numberText), palette, width);
  yield* mentionLines('dates  ', row.dates.map(dateText), palette, width);
}

/** Nothing for plain UTF-8 that is as it was, of a record whose fields have our names. */
function readingTexts({
  encoding,
  by,
  confidence,
  repairs = [],
  fields = {},
}: InspectReading): readonly string[] {
  const assumed =
    by === 'utf-8' ? [] : [`${whole(encoding)} (${by}${confidence < 1 ? ` ${scoreText(confidence)}` : ''})`];
  const named = FIELDS.flatMap((field) => {
    const name = fields[field];
    return name === undefined ? [] : [`${field} from ${JSON.stringify(whole(name))}`];
  });
  return [...assumed, ...repairs.map(repairText), ...named];
}

function repairText({ kind, count, via }: Repair): string {
  switch (kind) {
    case 'double-encoding':
      return `${counted(count, 'character')} encoded twice, by ${whole(via ?? 'another encoding')}`;
    case 'soft-hyphen':
      return `${counted(count, 'soft hyphen')} taken out`;
    case 'entity':
      return `${counted(count, 'reference')} of HTML replaced`;
    case 'markdown':
      return `${counted(count, 'mark')} of Markdown taken out`;
    case 'wrapped-lines':
      return `wrapped lines joined in ${counted(count, 'block')}`;
    case 'html':
      return `read as HTML, ${counted(count, 'tag')}`;
    case 'written-line-ends':
      return `${counted(count, 'line end')} written as \\n`;
    default:
      return kind satisfies never;
  }
}

/** `+ lead     text` for what was kept, `- chrome   [consent] text` for what was dropped. */
function blockLine(block: InspectBlock, palette: Palette, width: number): string {
  const role = padColumns(block.role, ROLE_WIDTH);
  const rule = block.rule === undefined ? '' : `rules[${block.rule}]`;
  if (block.kept) {
    const by = rule === '' ? '' : `[${rule}] `;
    const lead = `  + ${role}  ${by}`;
    return `  ${palette.good('+')} ${palette.label(role)}  ${palette.quiet(by)}${shown(block.text, width - lead.length)}\n`;
  }
  const home = block.home === undefined ? '' : ` ${shown(block.home, WIDEST_MENTION)}`;
  const count = block.articles === undefined ? '' : ` ${counted(block.articles, 'article')}`;
  const by = rule === '' ? '' : ` ${rule}`;
  const lead = `  - ${role}  [${block.reason ?? 'dropped'}${home}${count}${by}] `;
  return `${palette.quiet(lead + shown(block.text, width - lead.length))}\n`;
}

function* mentionLines(
  label: string,
  mentions: readonly string[],
  palette: Palette,
  width: number,
): Iterable<string> {
  const items = mentions
    .slice(0, MENTIONS_SHOWN)
    .map((mention): Item => ({ text: mention, paint: palette.plain }));
  const hidden = mentions.length - items.length;
  if (hidden > 0) items.push({ text: `and ${wholeNumber(hidden)} more`, paint: palette.quiet });
  const indent = 2 + label.length + 2;
  yield* flow(items, { width, lead: `  ${palette.label(label)}  `, indent, separator: ', ' });
}

function nameText({ text }: InspectRow['names'][number]): string {
  return shown(text, WIDEST_MENTION);
}

function numberText({ text, value, unit }: InspectRow['numbers'][number]): string {
  const read = `${value}${unit === undefined ? '' : ` ${unit}`}`;
  return read === text ? shown(text, WIDEST_MENTION) : `${shown(text, WIDEST_MENTION)} = ${whole(read)}`;
}

function dateText({ text, iso }: InspectRow['dates'][number]): string {
  return text === iso ? whole(iso) : `${shown(text, WIDEST_MENTION)} = ${whole(iso)}`;
}

export function* inspectClosing(
  articles: number,
  issues: readonly Issue[],
  palette: Palette,
): Iterable<string> {
  yield* issueLines(issues, issues.length, palette);
  yield `\n${palette.heading(`${counted(articles, 'article')} · ${counted(issues.length, 'issue')}`)}\n`;
}
