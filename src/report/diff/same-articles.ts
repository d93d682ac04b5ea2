/**
 * Which article of a report is which of another: the same id and content first, then the same content under another id
 * (renamed, or counted otherwise in its file), last the same id alone (edited). Owns these rules; must not know of
 * groups. Each article has at most one counterpart. Linear.
 */

/** The part of an article by which it is known again. */
export interface Known {
  readonly id: string;
  readonly rawDigest: string;
  readonly textDigest: string;
}

/** Ids of new articles to the ids that they had. */
export function sameArticles(old: readonly Known[], now: readonly Known[]): ReadonlyMap<string, string> {
  const before = new Map<string, string>();
  let openOld = old;
  let openNow = now;
  for (const keysOf of STAGES) {
    const places = new Map<string, Known[]>();
    for (const article of openOld) {
      for (const key of keysOf(article)) {
        const known = places.get(key);
        if (known === undefined) places.set(key, [article]);
        else known.push(article);
      }
    }
    // First in, first out: of copies that were moved the first is the first.
    for (const queue of places.values()) queue.reverse();
    const taken = new Set<Known>();
    openNow = openNow.filter((article) => {
      for (const key of keysOf(article)) {
        const queue = places.get(key) ?? [];
        while (queue.length > 0 && taken.has(queue.at(-1)!)) queue.pop();
        const found = queue.pop();
        if (found === undefined) continue;
        taken.add(found);
        before.set(article.id, found.id);
        return false;
      }
      return true;
    });
    openOld = openOld.filter((article) => !taken.has(article));
  }
  return before;
}

/** Keys of an article in each stage; two articles with one in common are the same. */
const STAGES: readonly ((article: Known) => readonly string[])[] = [
  ({ id, rawDigest, textDigest }) => [`raw ${rawDigest} ${id}`, `text ${textDigest} ${id}`],
  ({ rawDigest }) => [rawDigest],
  ({ textDigest }) => [textDigest],
  ({ id }) => [id],
];
