/** The facts about an article that stand beside its text, as they go into a `RawArticle`. Pure. */
import type { RawArticle } from '../model/article.ts';
import { normaliseDate } from './published.ts';

/** As found: nothing normalised yet. */
export interface Facts {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
}

/** The optional part of a `RawArticle`; what is not known is absent. */
export function metadataOf(facts: Facts): Pick<RawArticle, 'title' | 'date' | 'url' | 'source'> {
  const date = facts.date === undefined ? undefined : normaliseDate(facts.date);
  const source = facts.source ?? (facts.url === undefined ? undefined : hostOf(facts.url));
  return {
    ...(facts.title === undefined ? {} : { title: facts.title }),
    ...(date === undefined ? {} : { date }),
    ...(facts.url === undefined ? {} : { url: facts.url }),
    ...(source === undefined ? {} : { source }),
  };
}

/** Lower-case host of an absolute URL without `www.`; undefined where there is none. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.toLowerCase();
  const bare = host.startsWith('www.') ? host.slice('www.'.length) : host;
  return bare === '' ? undefined : bare;
}
