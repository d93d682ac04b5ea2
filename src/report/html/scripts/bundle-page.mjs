#!/usr/bin/env node
// Makes data/page.ts from the sources in page/: the script and the style of the HTML report, each as one string, and
// their digests for the policy of the page. `--check` writes nothing and says whether the file is what it would write.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const HTML = resolve(import.meta.dirname, '..');
const TARGET = join(HTML, 'data', 'page.ts');

const { output } = await build({
  configFile: false,
  logLevel: 'warn',
  root: join(HTML, 'page'),
  build: {
    write: false,
    target: 'es2020',
    // light-dark() and nesting: browsers of 2024 and later.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { input: join(HTML, 'page', 'main.ts'), output: { format: 'iife' } },
  },
});
const script = output.filter(({ type }) => type === 'chunk').map(({ code }) => code.trim());
const style = output
  .filter(({ fileName }) => fileName.endsWith('.css'))
  .map(({ source }) => String(source).trim());
if (script.length !== 1 || style.length !== 1) throw new Error('the page must be one script and one style');
for (const text of [...script, ...style]) {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('the page would end its own script or style');
}

const text = `/** Generated from ../page by ../scripts/bundle-page.mjs (npm run page); do not edit. Must not be read for its code. */
export const PAGE_SCRIPT = ${JSON.stringify(script[0])};
export const PAGE_SCRIPT_DIGEST = '${digest(script[0])}';
export const PAGE_STYLE = ${JSON.stringify(style[0])};
export const PAGE_STYLE_DIGEST = '${digest(style[0])}';
`;
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('src/report/html/data/page.ts is not what its sources say: npm run page');
  process.exitCode = 1;
}

function digest(of) {
  return createHash('sha256').update(of, 'utf8').digest('base64');
}
