/** What a mistyped word may have meant. Loads the library of distances only when there is something to ask. */

/** `; did you mean "scan"?`, or nothing. */
export async function didYouMean(word: string, known: Iterable<string>): Promise<string> {
  const near = await nearest(word, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** The known word within two edits (one for short words): the distance at which commander suggests options as well. */
export async function nearest<Word extends string>(
  word: string,
  known: Iterable<Word>,
): Promise<Word | undefined> {
  const { DamerauLevenshteinDistance } = await import('natural/lib/natural/distance/index.js');
  const typed = word.slice(0, LONGEST).toLowerCase();
  const near = [...known]
    .map((name) => ({
      name,
      edits: DamerauLevenshteinDistance(typed, name.toLowerCase(), { restricted: true }),
    }))
    .filter(({ name, edits }) => edits <= (name.length <= 4 ? 1 : 2))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.name;
}

/** No known word is as long: more of what was typed need not be compared. */
const LONGEST = 40;
