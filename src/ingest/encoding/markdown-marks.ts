/**
 * Marks of Markdown that extractors leave in plain text: links and images with their addresses, marks of headings, bold.
 * Owns which text is taken for Markdown and what goes; must not decide what is article. Linear: no part of a mark may hold
 * what begins one.
 * Reference: CommonMark 0.31, sections 4.2, 6.2, 6.3, 6.4.
 */

/** The rest of an address, and the title that may stand behind it. */
const REST = '[^()\\s[\\]]*(?:\\([^()\\s[\\]]*\\)[^()\\s[\\]]*)?(?:[ \\t]{1,3}"[^"\\n()[\\]]{0,100}")?\\)';
/** Of a link: a scheme, a path or an anchor; `list[i](this.value)` is a line of a program. */
const ADDRESS = `\\((?:https?:|mailto:|tel:|javascript:|www\\.|/|#|\\.{1,2}/)${REST}`;
/** Of a picture: a file, too. */
const SOURCE = `\\((?:https?:|data:|blob:|www\\.|/|\\.{1,2}/|[\\w%-]{1,40}[./])${REST}`;
const TEXT = '[^[\\]\\n\\\\]{0,200}';
/** A picture that is a link, with a caption or without; a picture; a link. */
const LINKS = `\\[!\\[${TEXT}\\]${SOURCE}(?<caption>${TEXT})\\]${ADDRESS}|!\\[${TEXT}\\]${SOURCE}|(?<!\\\\)\\[(?<link>${TEXT})\\]${ADDRESS}`;
/** And the mark of a heading, and bold words: signs that stand between letters or numbers are none. */
const MARKS = new RegExp(
  `${LINKS}|(?<=^|\\n)(?<heading>#{1,6})[ \\t]{1,4}(?=[^\\s#])|(?<![\\p{L}\\p{N}*])\\*\\*(?=[^\\s*])|(?<=[^\\s*])\\*\\*(?![\\p{L}\\p{N}*])`,
  'gu',
);

/** Links and images that no plain text has. */
const SURE_LINKS = 3;
/** A number as the text of a link to a place of the page: that of a note. */
const NOTE = /^\p{Nd}{1,3}$/u;

/** A range of the text that goes, half-open. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** What goes, in order, where the text is Markdown; `count` is of marks. */
export function markdownCuts(
  text: string,
): { readonly cuts: readonly Cut[]; readonly count: number } | undefined {
  if (!text.includes('](') && !text.startsWith('#') && !text.includes('\n#')) return undefined;
  const cuts: Cut[] = [];
  const levels = new Set<number>();
  let count = 0;
  let links = 0;
  let bold = 0;
  for (const { 0: mark, index: start, groups = {} } of text.matchAll(MARKS)) {
    count++;
    const heading = groups['heading'];
    if (heading !== undefined) levels.add(heading.length);
    else if (mark === '**') bold++;
    else links++;
    const end = start + mark.length;
    const inner = groups['link'] ?? groups['caption'] ?? '';
    const isBold = inner.length > 4 && inner.startsWith('**') && inner.endsWith('**');
    // No address holds a bracket: the last one stands before that of the link.
    const to = start + mark.lastIndexOf('](') - (isBold ? 2 : 0);
    const from = to - inner.length + (isBold ? 4 : 0);
    const isNote = NOTE.test(inner) && text.startsWith('](#', to);
    if (inner === '' || isNote) cuts.push({ start, end });
    else cuts.push({ start, end: from }, { start: to, end });
  }
  // Songs in the charts and lines of a shell begin like headings of one level.
  const isMarkdown = links >= SURE_LINKS || levels.size > 1 || (levels.size > 0 && (links > 0 || bold > 1));
  return isMarkdown ? { cuts, count } : undefined;
}
