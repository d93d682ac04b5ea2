/**
 * The frame of the page: its head with the policy that lets nothing in, the places that the script fills, and what
 * stands there without a script. Must not hold anything of an article but what `escape.ts` has made inert.
 */

import { counted, wholeNumber } from '../../lib/figures.ts';
import type { Report } from '../../model/report.ts';
import { PAGE_SCRIPT, PAGE_SCRIPT_DIGEST, PAGE_STYLE, PAGE_STYLE_DIGEST } from './data/page.ts';
import { escaped } from './escape.ts';

/**
 * Nothing is loaded and nothing is sent; only the one script and the one style of this file run. Strings can never
 * become markup or code (trusted types), forms go nowhere, and addresses do not change their base.
 */
export const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${PAGE_SCRIPT_DIGEST}'`,
  `style-src 'sha256-${PAGE_STYLE_DIGEST}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export function* pageOpening(report: Report): Iterable<string> {
  const { articles, groups } = report.summary;
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n';
  yield `<meta name="generator" content="${escaped(`${report.tool.name} ${report.tool.version}`)}">\n`;
  yield '<link rel="icon" href="data:,">\n';
  yield `<title>${wholeNumber(groups)} ${groups === 1 ? 'story' : 'stories'} in ${counted(articles, 'article')}</title>\n`;
  yield `<style>${PAGE_STYLE}</style>\n</head>\n<body>\n`;
  yield '<div id="page"></div>\n';
}

/** Behind all that the list needs, before the texts: the page can be used while they are still read. */
export function pageScript(): string {
  return `<script>${PAGE_SCRIPT}</script>\n`;
}

export function pageClosing(): string {
  return '</body>\n</html>\n';
}
