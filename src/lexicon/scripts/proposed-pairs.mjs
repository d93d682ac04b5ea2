// What the index proposes among rows of a table, for the trainer of the story models. Owns no choice of its own: what is
// asked is what a scan would ask.
import { storyCandidates } from '../../../dist/candidates/story/index.js';
import { indexRows } from '../../../dist/features/index-rows.js';
import { mayBeStory } from '../../../dist/match/story/measures.js';
import { storySides } from '../../../dist/match/story/sides.js';

/**
 * Pairs of positions in `rows` that were proposed and may be stories. `languages`: a number for each row; `isByEvent`:
 * pairs of one language are asked as well.
 */
export function proposedPairs(table, rows, languages, isByEvent) {
  const columns = table.view();
  const sides = storySides(columns);
  const seen = new Set();
  const indexed = indexRows(columns, Uint32Array.from(rows));
  storyCandidates(
    {
      ...indexed,
      languages: Uint16Array.from(languages),
      textKeys: new Uint32Array(languages.length),
      isByEvent,
    },
    (a, b) => {
      if ((!isByEvent && languages[a] === languages[b]) || !mayBeStory(sides, rows[a], rows[b])) return false;
      seen.add(Math.min(a, b) * rows.length + Math.max(a, b));
      return true;
    },
  );
  return [...seen].map((code) => [Math.floor(code / rows.length), code % rows.length]);
}
