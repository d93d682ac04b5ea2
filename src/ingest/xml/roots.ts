/** The first element of a document, by which its format is told. Must not parse it. */

/** Elements that hold articles, by local name, at the root of a document. */
const ROOTS: ReadonlySet<string> = new Set([
  'rss',
  'feed',
  'entry',
  'RDF',
  'nitf',
  'newsItem',
  'newsMessage',
  'packageItem',
  'NewsML',
  'NewsItem',
  'TEI',
  'TEI.2',
  'teiCorpus',
  'teiCorpus.2',
  'alto',
  'mets',
]);

/** Whether a document holds articles that are known, by its beginning. */
export function holdsArticles(opening: string): boolean {
  return isKnownRoot(rootOf(opening)) || isExtracted(opening);
}

/** A page that trafilatura read: one `<doc>`, with its facts as attributes, around a `<main>`. */
function isExtracted(opening: string): boolean {
  return /^(?:<\?xml[^>]{0,200}>\s{0,80})?<doc\s[^<>]{1,4000}>\s{0,80}<main[\s/>]/.test(opening);
}

/** `name` as written, with its prefix. */
function isKnownRoot(name: string | undefined): boolean {
  return name !== undefined && ROOTS.has(name.slice(name.indexOf(':') + 1));
}

/** Name of the first element, behind comments, instructions and the document type. */
export function rootOf(opening: string): string | undefined {
  let at = 0;
  while (true) {
    const start = opening.indexOf('<', at);
    if (start === -1) return undefined;
    if (opening.startsWith('<!--', start)) at = opening.indexOf('-->', start);
    else if (opening[start + 1] === '?') at = opening.indexOf('?>', start);
    else if (opening[start + 1] === '!') {
      const [bracket, close] = [opening.indexOf('[', start), opening.indexOf('>', start)];
      at = bracket !== -1 && bracket < close ? opening.indexOf(']', bracket) : close;
    } else return /^<([\w:.-]{1,100})/.exec(opening.slice(start, start + 110))?.[1];
    if (at === -1) return undefined;
    at++;
  }
}
