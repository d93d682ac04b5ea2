/**
 * What a page says of itself, collected as it stands there: titles, headings, dates, addresses, languages, structured
 * data. Owns the collecting; must not choose between what it finds. Constant work a tag.
 * References: WHATWG HTML, section 4.2 "Document metadata"; the Open Graph protocol (ogp.me).
 */

export interface PageFacts {
  /** `meta:<name>` and `link:canonical`, `html`, `time`, `base` -> the first value. */
  readonly named: ReadonlyMap<string, string>;
  readonly titleElement?: string;
  /** Texts of the first `h1` elements. */
  readonly headings: readonly string[];
  /** `rel=alternate` with a language: as written. */
  readonly alternates: readonly { readonly language: string; readonly href: string }[];
  /** Texts of the scripts of type `application/ld+json`. */
  readonly structuredData: readonly string[];
}

/** The only elements whose attributes say something about the article. */
const WITH_FACTS = new Set(['html', 'meta', 'link', 'time', 'base', 'script']);
/** A page has one heading of the first level, or one and that of the site; more say nothing. */
const MAX_HEADINGS = 5;
/** As many as there are languages with a large web; the sitemap of a whole site is no evidence. */
const MAX_ALTERNATES = 200;
/** Longer titles are cut: they are shown and compared, not matched. */
const MAX_TITLE = 1000;
/** Larger structured data describes catalogues. */
const MAX_STRUCTURED = 4 * 1024 * 1024;

export class FactCollector {
  readonly #named = new Map<string, string>();
  readonly #headings: string[] = [];
  readonly #alternates: { readonly language: string; readonly href: string }[] = [];
  readonly #structuredData: string[] = [];
  #titleElement: string | undefined;
  /** The element whose text is being collected, and that text. */
  #reading = '';
  #text: string[] = [];
  #length = 0;

  /** Whether the attributes of this element are wanted. */
  static concerns(element: string): boolean {
    return WITH_FACTS.has(element);
  }

  /** Inside `<title>`: its text is not on the page. */
  get isInTitle(): boolean {
    return this.#reading === 'title';
  }

  /** Inside structured data, which is no part of the text either. */
  get isInData(): boolean {
    return this.#reading === 'script';
  }

  opened(element: string, attributes: ReadonlyMap<string, string>): void {
    if (element === 'h1' || element === 'title') this.#read(element);
    else if (WITH_FACTS.has(element)) this.#collect(element, attributes);
  }

  closed(element: string): void {
    if (element === '' || element !== this.#reading) return;
    const text = this.#text.join('');
    this.#reading = '';
    if (element === 'script') {
      if (this.#length <= MAX_STRUCTURED) this.#structuredData.push(text);
      return;
    }
    const line = collapsed(text);
    if (line === undefined) return;
    if (element === 'title') this.#titleElement ??= line;
    else if (this.#headings.length < MAX_HEADINGS) this.#headings.push(line);
  }

  text(text: string): void {
    if (this.#reading === '') return;
    const limit = this.#reading === 'script' ? MAX_STRUCTURED : MAX_TITLE;
    if (this.#length <= limit) this.#text.push(text);
    this.#length += text.length;
  }

  facts(): PageFacts {
    // A page that ends inside its title still has one.
    this.closed(this.#reading);
    return {
      named: this.#named,
      ...(this.#titleElement === undefined ? {} : { titleElement: this.#titleElement }),
      headings: this.#headings,
      alternates: this.#alternates,
      structuredData: this.#structuredData,
    };
  }

  #read(element: string): void {
    this.#reading = element;
    this.#text = [];
    this.#length = 0;
  }

  /** The first of equal facts counts: later ones belong to other articles that the page shows. */
  #collect(element: string, attributes: ReadonlyMap<string, string>): void {
    const attribute = (name: string): string | undefined => collapsed(attributes.get(name) ?? '');
    const add = (name: string, value: string | undefined): void => {
      if (value !== undefined && !this.#named.has(name)) this.#named.set(name, value);
    };
    if (element === 'html') add('html', attribute('lang') ?? attribute('xml:lang'));
    if (element === 'time') add('time', attribute('datetime'));
    if (element === 'base') add('base', attribute('href'));
    if (element === 'link') this.#link(attribute, add);
    if (element === 'script') {
      if (attribute('type')?.toLowerCase().startsWith('application/ld+json') === true) this.#read('script');
    }
    if (element === 'meta') {
      for (const naming of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = attribute(naming);
        if (name !== undefined) add(`meta:${name.toLowerCase()}`, attribute('content'));
      }
    }
  }

  #link(
    attribute: (name: string) => string | undefined,
    add: (name: string, value: string | undefined) => void,
  ): void {
    const [href, language] = [attribute('href'), attribute('hreflang')];
    const relations = (attribute('rel') ?? '').toLowerCase().split(' ');
    if (relations.includes('canonical')) add('link:canonical', href);
    const isAlternate = relations.includes('alternate') && language !== undefined && href !== undefined;
    if (isAlternate && this.#alternates.length < MAX_ALTERNATES) this.#alternates.push({ language, href });
  }
}

function collapsed(text: string): string | undefined {
  // Never half of a surrogate pair.
  const value = text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TITLE)
    .replace(/[\ud800-\udbff]$/, '');
  return value === '' ? undefined : value;
}
