// The reports that the checks read: of the newsroom by the real command, and made up ones by the renderer.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { renderReport } from '../../dist/report/index.js';

const ROOT = resolve(import.meta.dirname, '..', '..');

class Folder {
  #path;
  get path() {
    this.#path ??= mkdtempSync(join(tmpdir(), 'dedupe-browser-'));
    return this.#path;
  }
  remove() {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
  }
}
export const temporaryFolder = new Folder();

const made = new Map();

let newsroomMade;

/** `dedupe fixtures/newsroom` as a page and, for what it must show, as the report that JSON readers get. */
function runNewsroom() {
  if (newsroomMade === undefined) {
    const [page, json] = ['newsroom.html', 'newsroom.json'].map((name) => join(temporaryFolder.path, name));
    const words = ['fixtures/newsroom', '-o', `html:${page}`, '-o', `json:${json}`];
    const command = [join(ROOT, 'bin', 'dedupe.js'), ...words];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`dedupe fixtures/newsroom ended with ${status}: ${stderr}`);
    newsroomMade = { page, report: JSON.parse(readFileSync(json, 'utf8')) };
  }
  return newsroomMade;
}

export function newsroom() {
  return runNewsroom().page;
}

export function newsroomReport() {
  return runNewsroom().report;
}

/** A report through the renderer, as a file. */
export async function written(name, report) {
  if (!made.has(name)) {
    const path = join(temporaryFolder.path, `${name}.html`);
    const pieces = renderReport(report, 'html', { colour: false, width: 100 });
    await pipeline(Readable.from(pieces), createWriteStream(path));
    made.set(name, path);
  }
  return made.get(name);
}

const digest = (i) => i.toString(16).padStart(64, '0');
const LANGUAGES = ['en', 'de', 'fr', 'ar', 'ja', 'ru', 'es', 'he', 'hi', 'zh', 'pt', 'tr'];
const KINDS = ['translation', 'copy', 'near', 'mixed'];
const RELATIONS = { translation: 'translation', copy: 'copy', near: 'near', mixed: 'contained' };
const SENTENCE =
  'The council of Marienfeld voted on Tuesday to rebuild the old ferry landing, said Ana Petrovic. ';

/** Groups of two to four articles over ten years, the same ones each time; `words` may put anything into titles. */
export function madeUp(count, words = (i) => `Story ${i} of the ferry at Marienfeld`, paragraphs = 12) {
  const sizes = Array.from({ length: count }, (_, i) => 2 + (i % 3));
  const article = (i, n) => ({
    id: `archive/${i}-${n}.txt`,
    path: `archive/${i}-${n}.txt`,
    language: {
      code: 'und',
      bcp47: LANGUAGES[(i + n * (i % 5)) % LANGUAGES.length],
      script: 'Zyyy',
      confidence: 1,
    },
    title: words(i, n),
    date: new Date(Date.UTC(2015, 0, 1 + ((i * 37) % 3650) + n)).toISOString().slice(0, 10),
    source: `paper-${(i + n) % 40}.example`,
    characters: SENTENCE.length * paragraphs,
    kept: 0.9,
    rawDigest: digest(i * 10 + n),
    textDigest: digest(i * 10 + n),
  });
  const group = (i) => {
    const kind = KINDS[i % KINDS.length];
    const ids = Array.from({ length: sizes[i] }, (_, n) => article(i, n));
    const score = (n) => Math.round((1 - ((i * 7 + n) % 100) / 250) * 1e4) / 1e4;
    return {
      id: `g${i.toString(16).padStart(16, '0')}`,
      kind,
      languages: [...new Set(ids.map(({ language }) => language.bcp47))].sort(),
      canonical: ids[0].id,
      canonicalReason: 'longest',
      confidence: score(1),
      weakestLink: Math.min(...ids.slice(1).map((_, n) => score(n + 1))),
      members: ids.map(({ id }, n) =>
        n === 0
          ? { id, relation: 'canonical', score: 1 }
          : { id, relation: RELATIONS[kind], via: ids[0].id, score: score(n) },
      ),
      links: ids.slice(1).map(({ id }, n) => ({
        a: ids[0].id,
        b: id,
        relation: RELATIONS[kind],
        score: score(n + 1),
        evidence: {
          names: [
            { a: 'Ana Petrovic', b: 'Ana Petrovic', key: 'NPTRFK', weight: 9 },
            { a: 'Marienfeld', b: 'Marienfeld', key: 'MRNFLT', weight: 8 },
          ],
          numbers: [{ value: i, a: String(i), b: String(i), weight: 5 }],
        },
      })),
    };
  };
  const body = (id) => {
    const number = id.replace(/\D+/g, ' ').trim().split(' ')[0];
    const kept = (text, role) => ({ text, role, kept: true, start: 0, end: 0, confidence: 1 });
    const text = Array.from({ length: paragraphs }, (_, i) => `${SENTENCE}Number ${number}, paragraph ${i}.`);
    const blocks = [
      kept(words(Number(number), 0), 'title'),
      {
        text: 'We value your privacy',
        role: 'chrome',
        kept: false,
        reason: 'consent',
        start: 0,
        end: 0,
        confidence: 1,
      },
      ...text.map((paragraph) => kept(paragraph, 'body')),
    ];
    return {
      text: blocks
        .filter((block) => block.kept)
        .map((block) => block.text)
        .join('\n'),
      blocks,
    };
  };
  const made = (make, length) => ({
    length,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i++) yield make(i);
    },
  });
  return {
    schema: 'dedupe.report/1',
    tool: { name: 'dedupe', version: '0.1.0' },
    run: { options: { threshold: 'balanced' }, engine: '1', inputDigest: digest(count) },
    articles: {
      *[Symbol.iterator]() {
        for (let i = 0; i < count; i++) for (let n = 0; n < sizes[i]; n++) yield article(i, n);
      },
    },
    groups: made(group, count),
    related: [],
    issues: [],
    summary: {
      articles: sizes.reduce((sum, size) => sum + size, 0),
      groups: count,
      redundant: 0,
      languages: {},
      issues: {},
    },
    end: { status: 'complete' },
    bodyOf: body,
  };
}
