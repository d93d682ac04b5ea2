/**
 * Lines that only say where a page stands, told by its address: the name of the paper, which is its host, and the section,
 * which is a part of its path. Owns the comparison of words with an address; must not judge lines that no address names.
 */

/** Whether a line is the name of the site or the section of a page. */
export type SiteTest = (text: string) => boolean;

/** Shorter labels of a host and parts of a path are words of all kinds. */
const MIN_NAME = 5;
/** What parts the name of a paper from its claim or a section: a space on both sides, so that no word is cut. */
const PARTS = /\s(?:[|·•›»→—–>/-]|>>)\s/u;
/** Longest claim or section beside the name of a paper. */
const MAX_BESIDE = 30;
/** Letters that no decomposition takes their mark from, as addresses write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** The test for pages at an address; undefined where that names nothing. */
export function siteTest(url: string | undefined): SiteTest | undefined {
  const address = addressOf(url);
  if (address === undefined) return undefined;
  const hosts = new Set(address.hostname.split('.').slice(0, -1).map(plainLetters).filter(isName));
  const path = address.pathname.split('/').slice(1).map(plainLetters);
  const page = path.pop() ?? '';
  const sections = new Set(path.filter(isName));
  if (hosts.size === 0 && sections.size === 0) return undefined;
  return (text) => isPaper(text, hosts) || isSection(text, sections, page);
}

function addressOf(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}

function isName(name: string): boolean {
  return name.length >= MIN_NAME;
}

/** The name of the paper alone, or at an end with a few words beside it. */
function isPaper(text: string, hosts: ReadonlySet<string>): boolean {
  const [name, ...others] = text.split(PARTS);
  return hosts.has(plainLetters(name!)) && others.join('').length <= MAX_BESIDE;
}

/**
 * A part of the path as it reads, and not the words of the page itself, which are its title. One word of several does not
 * do: "Weather today" is the headline of a page below /weather/.
 */
function isSection(text: string, sections: ReadonlySet<string>, page: string): boolean {
  const name = plainLetters(text);
  return sections.has(name) && (!/\s/u.test(text) || !page.includes(name));
}

/** Letters and digits, without marks and case: hosts join words, paths part them with hyphens. */
function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ıłđøßæœ]/gu, (letter) => PLAIN[letter]!);
}
