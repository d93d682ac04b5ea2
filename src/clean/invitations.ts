/**
 * Sentences by which a site invites its reader to sign up, pay, install, follow or write: "Get our morning letter
 * straight to your inbox." Told by what the reader is asked to do and what is offered, both in one line; never where
 * the text itself stands. Owns where such a line may stand; the phrase lists own the words. Linear.
 */
import { normaliseText } from '../lib/normalise.ts';
import type { Line } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Longest paragraph of an invitation, in Latin letters: three sentences. */
const MAX_INVITATION = 320;
/** Shorter lines are labels, which the phrase lists know whole. */
const MIN_INVITATION = 25;
/** Kept lines at the end of a text without other chrome among which an invitation may stand, and their share of it. */
const FOOT_LINES = 3;
const MOST_OF_TEXT = 0.1;
/** What the scorer is this sure of is text: a guide that says how to sign up. */
const SURELY_TEXT = 0.95;

/**
 * Drops invitations: anywhere on a page that shows chrome (`isPage`), where the scorer, if it was asked, is not sure
 * that they are text; else only at the end of the text, with nothing but invitations below.
 */
export function markInvitations(
  page: Page,
  isPage: boolean,
  probabilities: Float32Array | undefined,
  marks: Marks,
): void {
  const isDoubtful = (i: number) => probabilities === undefined || probabilities[i]! < SURELY_TEXT;
  const found = isPage
    ? page.lines.flatMap((line, i) =>
        i > 0 && marks[i] === undefined && isDoubtful(i) && isInvitation(page, line) ? [i] : [],
      )
    : invitationsAtEnd(page, marks);
  for (const i of found) drop(marks, i, 'newsletter', 0.7);
}

/** None where they are more than a small part of the text. */
function invitationsAtEnd(page: Page, marks: Marks): readonly number[] {
  const { lines } = page;
  const found: number[] = [];
  let letters = 0;
  for (let i = lines.length - 1; i > 0 && found.length < FOOT_LINES; i--) {
    if (marks[i] !== undefined) continue;
    if (!isInvitation(page, lines[i]!)) break;
    found.push(i);
    letters += lines[i]!.length;
  }
  if (found.length === 0) return found;
  const all = lines.reduce((sum, line, i) => sum + (marks[i] === undefined ? line.length : 0), 0);
  return letters <= MOST_OF_TEXT * all ? found : [];
}

const QUOTED = /["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]/;

/** What somebody says is no invitation of the site; a name in quotes, of a letter or a podcast, may stand in one. */
function isQuotation(text: string): boolean {
  return QUOTED.test(text[0]!) || QUOTED.test(text.at(-1)!);
}

function isInvitation({ lookup }: Page, line: Line): boolean {
  if (line.length < MIN_INVITATION || line.length > MAX_INVITATION || isQuotation(line.text)) return false;
  return lookup.invites(`${normaliseText(line.text).toLowerCase()} `);
}
