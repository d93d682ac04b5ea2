// Makes HTML pages of texts whose article is known, to see what reading HTML costs a clean text and whether it hangs on
// a language:  node pages-of-texts.mjs bare|layouts DATA OUT
//   bare     each gold text of the cleaning sets as nothing but paragraphs
//   layouts  news stories in all languages, in four layouts with menus, captions, bylines, teasers and comments
// Writes OUT/html/*.html and OUT/gold.jsonl for `dedupe inspect OUT/html` and score-clean.mjs. Needs the data sets.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [kind, data, out] = process.argv.slice(2);
const STORIES_PER_LANGUAGE = 12;
/** Shorter texts are no articles. */
const MIN_TEXT = 300;

const rows = (file) =>
  gunzipSync(readFileSync(join(data, file)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraph = (text) => `<p>${escaped(text)}</p>`;
const shell = (language, title, body) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

function* barePages() {
  for (const file of ['boilerplate/aeb.jsonl.gz', 'boilerplate/wcxb-dev.jsonl.gz']) {
    for (const { id, gold, type } of rows(file)) {
      if ((gold ?? '').length < MIN_TEXT || (type ?? 'article') !== 'article') continue;
      const name = `${file.slice(12, 15)}-${String(id).replace(/\W/g, '_').slice(0, 40)}`;
      const lines = gold.split('\n').filter((line) => line.trim() !== '');
      yield { id: `${name}.html`, gold, html: shell('en', 'x', lines.map(paragraph).join('\n')) };
    }
  }
}

function* layoutPages() {
  const byLanguage = groupBy(
    rows('translations/ntrex-dev.jsonl.gz').filter(({ lang }) => !lang.endsWith('_2')),
    ({ lang }) => lang,
  );
  for (const [lang, stories] of byLanguage) {
    for (let i = 0; i < STORIES_PER_LANGUAGE; i++) {
      const story = (k) => stories[(5 * i + k) % stories.length].sentences.filter(Boolean);
      const html = layout(i % 4, lang, story);
      yield { id: `${lang}-${i}.html`, gold: story(0).join('\n'), lang, html };
    }
  }
}

/** `Map.groupBy` is not in Node 20. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

/** A page of story 0; everything else on it is from other stories. */
function layout(number, lang, story) {
  const [title, ...sentences] = story(0).map(escaped);
  const other = (k, n = 0) => escaped(story(k)[n] ?? story(k)[0]);
  const words = (k, n) => other(k).split(' ').slice(0, n).join(' ');
  const paragraphs = [];
  for (let k = 0; k < sentences.length; k += 2) paragraphs.push(sentences.slice(k, k + 2).join(' '));
  const figure = `<figure><img src="x"><figcaption>${other(9, 2)}</figcaption></figure>`;
  const inserts = { 1: figure, 2: `<p><a href="/x">${other(8)}</a></p>` };
  const body = paragraphs.map((text, k) => `<p>${text}</p>${inserts[k] ?? ''}`).join('\n');
  const article = [
    `<article><header><h1>${title}</h1><div class="byline">${words(7, 3)}</div><time datetime="2024-05-05">5.5.2024</time></header>${body}</article>`,
    `<div class="content"><h1>${title}</h1><div class="post-body entry-content">${body}</div></div>`,
    `<main><div class="row"><div class="col-8"><h1>${title}</h1>${body.replaceAll('<p>', '<div class="text-block">').replaceAll('</p>', '</div>')}</div></div></main>`,
    `<table><tr><td class="l">x<td class="main"><h1>${title}</h1>${paragraphs.join('<br><br>')}</table>`,
  ][number];
  const card = (k) =>
    number % 2 === 0
      ? `<li><a href="/a${k}">${other(k)}</a></li>`
      : `<div class="card"><h3><a href="/a${k}">${other(k)}</a></h3><p>${other(k, 1)}</p></div>`;
  const cards = [2, 3, 4, 6].map(card).join('');
  const box = ['related', 'more-stories', 'recommended', 'box'][number];
  const menu = [1, 2, 3, 4, 5].map((k) => `<li><a href="/">${words(k, 1)}</a></li>`).join('');
  return shell(
    lang.slice(0, 2),
    `${title} | Paper`,
    `<div id="top"><ul class="nav">${menu}</ul></div><div id="page">${article}<div class="${box}"><h2>${words(3, 2)}</h2>${number % 2 === 0 ? `<ul>${cards}</ul>` : cards}</div><div class="comments"><p>${other(11, 3)}</p></div></div><div id="foot">© 2024 <a href="/">x</a></div>`,
  );
}

const makers = { bare: barePages, layouts: layoutPages };
if (makers[kind] === undefined || data === undefined || out === undefined) {
  console.error('usage: node pages-of-texts.mjs bare|layouts DATA OUT');
  process.exit(2);
}
mkdirSync(join(out, 'html'), { recursive: true });
const gold = [];
for (const { html, ...row } of makers[kind]()) {
  writeFileSync(join(out, 'html', row.id), html);
  gold.push(JSON.stringify(row));
}
writeFileSync(join(out, 'gold.jsonl'), `${gold.join('\n')}\n`);
console.log(`${gold.length} pages`);
