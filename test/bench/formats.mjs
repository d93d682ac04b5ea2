/**
 * How fast each format is read, before cleaning: `node test/bench/formats.mjs [MB [FORMAT...]]`. Everything runs in this thread and
 * time is processor time, so that the figure is that of one core. `--peak FORMAT MB` writes a file of this size and reads
 * it in a process of its own, and tells its peak memory.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cutFiles, discover, readPart } from '../../dist/ingest/index.js';
import { httpAnswer, warcPage, warcRecord } from '../helpers/archives.mjs';

const MEGABYTE = 1 << 20;

/** Some 3 kB of words, another at each number. */
function text(number) {
  let state = (number + 1) * 2654435761;
  const words = [];
  for (let i = 0; i < 480; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    words.push(WORDS[state % WORDS.length]);
  }
  const sentence = words.join(' ');
  return [0, 1, 2, 3]
    .map((i) => sentence.slice((i * sentence.length) / 4, ((i + 1) * sentence.length) / 4))
    .join('\n\n');
}
const WORDS = Array.from(
  { length: 4000 },
  (_, i) => `${'bcdfglmnprstv'[i % 13]}${'aeiouäé'[i % 7]}${(i * 7919).toString(36)}`,
);

const escaped = (written) => written.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const p = (written) =>
  written
    .split('\n\n')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('');

/** Floors of the task, in MB of the file as it lies on the disk; none where none was asked for. */
const FORMATS = {
  'warc.gz': {
    floor: 30,
    record: (i) =>
      gzipSync(warcPage(`https://a.example/${i}`, httpAnswer(text(i), { 'Content-Type': 'text/plain' }))),
  },
  'wet.gz': {
    floor: 30,
    record: (i) =>
      gzipSync(
        warcRecord(
          'conversion',
          { 'WARC-Target-URI': `https://a.example/${i}`, 'Content-Type': 'text/plain' },
          text(i),
        ),
      ),
  },
  jsonl: {
    floor: 90,
    record: (i) => `${JSON.stringify({ id: i, title: `Title ${i}`, date: '2024-03-04', text: text(i) })}\n`,
  },
  json: {
    before: '[',
    record: (i) => `${i === 0 ? '' : ','}${JSON.stringify({ id: i, text: text(i) })}\n`,
    after: ']',
  },
  csv: { floor: 60, before: 'id,title,text\n', record: (i) => `${i},Title ${i},"${text(i)}"\n` },
  txt: { floor: 150, isWhole: true, record: (i) => text(i) },
  // Many articles in one text.
  'doc.txt': {
    record: (i) => `<doc id="${i}" url="https://a.example/${i}" title="Title ${i}">\n${text(i)}\n</doc>\n`,
  },
  rss: {
    before: '<?xml version="1.0"?><rss version="2.0"><channel>',
    record: (i) =>
      `<item><title>Title ${i}</title><guid>${i}</guid><description><![CDATA[${p(text(i))}]]></description></item>\n`,
    after: '</channel></rss>',
  },
  mbox: {
    record: (i) =>
      `From a@a.example Mon Mar  4 18:30:00 2024\nMessage-ID: <${i}@a>\nFrom: a@a.example\nSubject: ${i}\nContent-Type: text/plain; charset=utf-8\n\n${text(i)}\n\n`,
  },
};

async function write(path, { before = '', record, after = '' }, bytes) {
  const out = createWriteStream(path);
  let written = 0;
  const put = async (piece) => {
    written += piece.length;
    if (!out.write(piece)) await once(out, 'drain');
  };
  await put(before);
  // The records of a thousand numbers over and over: to make them up takes longer than to read them.
  const some = Array.from({ length: 1000 }, (_, i) => record(i + 1));
  await put(record(0));
  for (let i = 0; written < bytes; i = (i + 1) % some.length) await put(some[i]);
  await put(after);
  out.end();
  await once(out, 'close');
}

async function readAll(path) {
  const request = {
    paths: [path],
    include: [],
    exclude: [],
    follow: false,
    map: {},
    maxRecordBytes: 64 * MEGABYTE,
  };
  let [articles, issues] = [0, 0];
  for await (const part of cutFiles(request, await discover(request))) {
    for (const item of await readPart(part, request.map)) {
      if (item.kind === 'article') articles++;
      else issues++;
    }
  }
  return { articles, issues };
}

async function speed(name, folder, megabytes) {
  const format = FORMATS[name];
  const paths = [];
  // A text is one article: many of a few megabytes.
  const size = format.isWhole ? 4 : megabytes;
  for (let i = 0; i * size < megabytes; i++) {
    paths.push(join(folder, `${i}.${name}`));
    await write(paths[i], format, size * MEGABYTE);
  }
  for (const path of paths.slice(0, 1)) await readAll(path);
  const best = [];
  let found;
  for (let turn = 0; turn < 3; turn++) {
    const before = process.cpuUsage();
    for (const path of paths) found = await readAll(path);
    const { user, system } = process.cpuUsage(before);
    best.push((user + system) / 1e6);
  }
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const rate = bytes / MEGABYTE / Math.min(...best);
  const wanted = format.floor === undefined ? '' : `  (at least ${format.floor})`;
  console.log(
    `${name.padEnd(8)} ${rate.toFixed(1).padStart(7)} MB/s${wanted}  ${found.articles} articles, ${found.issues} issues`,
  );
  for (const path of paths) rmSync(path);
}

const folder = mkdtempSync(join(tmpdir(), 'dedupe-bench-'));
try {
  const [first = '48', ...rest] = process.argv.slice(2);
  const [name, megabytes] = rest;
  if (first === '--read') {
    const found = await readAll(name);
    console.log(
      `${found.articles} articles, ${found.issues} issues, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    );
  } else if (first === '--peak') {
    const path = join(folder, `large.${name}`);
    await write(path, FORMATS[name], Number(megabytes) * MEGABYTE);
    const told = execFileSync(process.execPath, [resolve(import.meta.filename), '--read', path]);
    console.log(`${name} ${megabytes} MB: ${told.toString().trim()}`);
  } else
    for (const format of rest.length > 0 ? rest : Object.keys(FORMATS))
      await speed(format, folder, Number(first));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
