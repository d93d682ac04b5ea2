/** The facts about an article that stand beside its text, as they go into a `RawArticle`. Pure. */
import type { Alternate, RawArticle } from '../model/article.ts';
import { normaliseDate } from './dates/index.ts';
import { mendText } from './encoding/repairs.ts';

/** As found: nothing normalised yet. */
export interface Facts {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  /** BCP 47 in canonical form. */
  readonly language?: string | undefined;
  readonly alternates?: readonly Alternate[] | undefined;
}

type Metadata = 'title' | 'date' | 'url' | 'declaredLanguage' | 'alternates' | 'source';

/** The optional part of a `RawArticle`; what is not known is absent. */
export function metadataOf(facts: Facts): Pick<RawArticle, Metadata> {
  const date = facts.date === undefined ? undefined : normaliseDate(facts.date, facts.language);
  const written = facts.source !== undefined && ADDRESS.test(facts.source) ? facts.source : undefined;
  const address = written === undefined ? undefined : originalAddress(written);
  const page = facts.url ?? (address === undefined || isShared(address) ? undefined : address);
  const url = page === undefined ? undefined : originalAddress(page);
  const named = address === undefined ? facts.source : (hostOf(address) ?? address);
  const source = named ?? (url === undefined ? undefined : hostOf(url));
  const alternates = facts.alternates?.map((one) => ({ ...one, url: originalAddress(one.url) }));
  return {
    ...(facts.title === undefined ? {} : { title: mendText(facts.title).text }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(facts.language === undefined ? {} : { declaredLanguage: facts.language }),
    ...(alternates === undefined ? {} : { alternates }),
    ...(source === undefined ? {} : { source }),
  };
}

/** A source that is an address, as trafilatura writes it: of the page, or of its site. */
const ADDRESS = /^https?:\/\/[^\s/]/i;

/** Whether an address names a site, or a feed of it, and no page. */
function isShared(address: string): boolean {
  return /^https?:\/\/[^\s/?#]{1,255}\/?$/i.test(address) || FEED.test(address);
}

const FEED = /\b(?:rss|atom|feeds?)\b|\.xml(?:[?#]|$)/i;

/** The address that a web archive keeps a page of: behind the archive's own, a time of 14 digits and a slash. */
function originalAddress(url: string): string {
  const kept = url.search(/\/\d{14}(?:[a-z]{2}_)?\/https?:\/\//i);
  // An address in a question is a parameter, not the page.
  if (kept === -1 || url.slice(0, kept).includes('?')) return url;
  const original = url.slice(url.indexOf('/', kept + 1) + 1);
  return hostOf(original) === undefined ? url : original;
}

/** Lower-case host of an absolute URL without `www.`; undefined where there is none. */
export function hostOf(url: string): string | undefined {
  const host = parsedHost(url);
  if (host === undefined) return undefined;
  const bare = host.startsWith('www.') ? host.slice('www.'.length) : host;
  return bare === '' ? undefined : bare;
}

/** Parsed once: to ask before whether it can be parsed is to parse it twice. */
function parsedHost(url: string): string | undefined {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return undefined;
  }
}
