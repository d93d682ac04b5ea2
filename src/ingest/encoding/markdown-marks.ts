/**
 * Marks of Markdown that extractors leave in plain text: links and images with their addresses, marks of headings, bold.
 * Owns which text is taken for Markdown and what goes; must not decide what is article. Linear: no part of a mark may hold
 * what begins one.
 * Reference: CommonMark 0.31, sections 4.2, 6.2, 6.3, 6.4.
 */

/** What looks like an address: a scheme, a path, an anchor, a host or a file; a title may stand behind it. */
const ADDRESS =
  '\\((?:https?:|mailto:|tel:|javascript:|data:|blob:|www\\.|/|#|\\.{1,2}/|[\\w%-]{1,80}[./])[^()\\s[\\]]*(?:\\([^()\\s[\\]]*\\)[^()\\s[\\]]*)?(?:[ \\t]{1,3}"[^"\\n]{0,300}")?\\)';
const TEXT = '[^[\\]\\n]{0,500}';
/** An image within a link or without; a link; a mark of a heading; bold. */
const MARKS = new RegExp(
  `\\[!\\[${TEXT}\\]${ADDRESS}\\]${ADDRESS}|!\\[${TEXT}\\]${ADDRESS}|\\[(?<link>${TEXT})\\]${ADDRESS}|(?<=^|\\n)(?<heading>#{1,6}[ \\t]{1,4})(?=[^\\s#])|\\*\\*(?<bold>[^\\s*](?:[^*\\n]{0,500}[^\\s*])?)\\*\\*`,
  'g',
);
/** The text of a link that is bold. */
const BOLD = /^\*\*(?<inner>[^*]+)\*\*$/;

/** Links and images that no plain text has. */
const SURE_LINKS = 3;
/** With a heading, one other mark. */
const MARKS_BESIDE_HEADING = 2;

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
  let count = 0;
  let links = 0;
  let headings = 0;
  for (const { 0: mark, index: start, groups } of text.matchAll(MARKS)) {
    count++;
    const end = start + mark.length;
    if (groups?.heading !== undefined) headings++;
    else if (groups?.bold === undefined) links++;
    const inner = groups?.link ?? groups?.bold;
    if (inner === undefined) cuts.push({ start, end });
    else {
      const bold = BOLD.exec(inner)?.groups?.inner ?? inner;
      const from = start + mark.indexOf(bold);
      cuts.push({ start, end: from }, { start: from + bold.length, end });
    }
  }
  const isMarkdown = links >= SURE_LINKS || (headings > 0 && count >= MARKS_BESIDE_HEADING);
  return isMarkdown ? { cuts, count } : undefined;
}
