/**
 * The title of a page without the name of its site, as a line of the page shows it: "Title_Site", "Site - Title". Owns this comparison; must not choose among the titles that a page declares. Linear.
 */

/**
 * What may stand between a title and the name of its site: a bar or an underscore, a dash or a dot between spaces, and a
 * dash behind a character of a script that writes without spaces. No colon: it parts a title from its kicker.
 */
const SEPARATOR =
  /[|_]|(?<=\s)[-\u2010-\u2015\u00b7\u2022\u00bb](?=\s)|(?<=[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u201d])[-\u2010-\u2015]/g;
/** Signs looked at from either end. */
const MOST_CUTS = 6;
/** A part of a title that is the title: so many units, and no less of the whole than the name of the site. */
const LEAST_UNITS = 8;
const LEAST_SHARE = 0.5;
/** A longer one is none, and could be made to be sought for long. */
const MOST_UNITS = 400;

/** The longest part of the title before or behind such a sign that is a line of the text; the title where it is one, or none is. */
export function titleOnPage(title: string, text: string): string {
  if (title === '' || title.length > MOST_UNITS || isLine(title, text)) return title;
  const cuts = Array.from(title.matchAll(SEPARATOR), ({ index }) => index);
  const parts = [...cuts.slice(0, MOST_CUTS), ...cuts.slice(-MOST_CUTS)]
    .flatMap((cut) => [title.slice(0, cut).trim(), title.slice(cut + 1).trim()])
    .filter((part) => part.length >= Math.max(LEAST_UNITS, LEAST_SHARE * title.length));
  const [longest] = parts.filter((part) => isLine(part, text)).sort((a, b) => b.length - a.length);
  return longest ?? title;
}

/** Whether a line of the text, white space at its ends aside, is the part. */
function isLine(part: string, text: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    if (isBreak(text, at - 1, -1) && isBreak(text, at + part.length, 1)) return true;
  }
  return false;
}

/** Whether nothing but spaces stands between a position and a line break or an end of the text. */
function isBreak(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  while (at >= 0 && at < text.length && (text[at] === ' ' || text[at] === '\u00a0' || text[at] === '\t'))
    at += step;
  return at < 0 || at >= text.length || text[at] === '\n' || text[at] === '\r';
}
