/**
 * What a night costs: an archive of known articles, and one file of new ones (`npm run build && node test/bench/night.mjs
 * DOCS [--known 10000,100000] [--new 1000] [--in DIR] [--profile]`). DOCS is a collection of one article a line, as
 * `collection.mjs` or a generator makes it. Prints, for each archive, processor and wall seconds, peak private memory
 * (anonymous pages) and the size of the state; the archive is made, and its first night run, where DIR has none yet.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const BIN = resolve(import.meta.dirname, '..', '..', 'bin', 'dedupe.js');
const ARTICLES_A_FILE = 1000;
const POLL_MS = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    known: { type: 'string', default: '10000,100000' },
    new: { type: 'string', default: '1000' },
    in: { type: 'string', default: join(tmpdir(), 'dedupe-nights') },
    profile: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
  },
});
const docs = positionals[0];
if (docs === undefined) throw new Error('node test/bench/night.mjs DOCS: a collection of one article a line');

/** Peak of the anonymous pages of a process, as it is now. */
function privateMegabytes(pid) {
  try {
    const told = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/RssAnon:\s+(\d+)/.exec(told)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** At the end of the process: its processor time and the largest resident set. */
const HOOK = `
const { isMainThread } = require('node:worker_threads');
if (isMainThread) process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.DEDUPE_MEASURED, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});
`;

async function run(words, folder) {
  const hook = join(folder, 'measure.cjs');
  const measured = join(folder, 'measured.json');
  writeFileSync(hook, HOOK);
  const started = performance.now();
  const profile = values.profile ? ['--cpu-prof', '--cpu-prof-dir', join(folder, 'profile')] : [];
  const child = spawn(process.execPath, [...profile, '--require', hook, BIN, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEDUPE_MEASURED: measured },
  });
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, privateMegabytes(child.pid));
  }, POLL_MS);
  const status = await new Promise((done) => child.on('exit', done));
  clearInterval(poll);
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`dedupe ${words.join(' ')}: exit ${status}`);
  const { maxRSS, cpu } = JSON.parse(readFileSync(measured, 'utf8'));
  return { cpu: cpu / 1e6, seconds, peak, resident: maxRSS / 1024 };
}

/** The lines of the collection, in files of a thousand articles; those behind the known ones are the new ones. */
async function makeArchive(folder, known, added) {
  mkdirSync(join(folder, 'known'), { recursive: true });
  mkdirSync(join(folder, 'new'), { recursive: true });
  let lines = [];
  let count = 0;
  const name = (n) => `${String(n).padStart(6, '0')}.jsonl`;
  for await (const line of createInterface({ input: createReadStream(docs) })) {
    lines.push(line);
    count++;
    if (lines.length === ARTICLES_A_FILE || count === known || count === known + added) {
      const into = count <= known ? 'known' : 'new';
      writeFileSync(join(folder, into, name(Math.ceil(count / ARTICLES_A_FILE))), `${lines.join('\n')}\n`);
      lines = [];
    }
    if (count === known + added) return;
  }
  throw new Error(`${docs} has ${count} articles; ${known + added} are asked for`);
}

/** Bytes on the disk, without holes. */
function sizeOf(state) {
  const names = readdirSync(state).filter((name) => name.endsWith('.mdb'));
  return names.reduce((sum, name) => sum + 512 * statSync(join(state, name)).blocks, 0);
}

const row = (what, { cpu, seconds, peak, resident }, more = '') =>
  console.log(
    `| ${what} | ${cpu.toFixed(1)} | ${seconds.toFixed(1)} | ${peak.toFixed(0)} | ${resident.toFixed(0)} | ${more} |`,
  );

console.log('| run | CPU s | wall s | private MB | resident MB | state, bytes an article |');
console.log('|---|---|---|---|---|---|');
for (const known of values.known.split(',').map(Number)) {
  const folder = join(values.in, `${known}`);
  const state = join(folder, 'state');
  const report = join(folder, 'report.json');
  if (!existsSync(join(folder, 'new'))) await makeArchive(folder, known, Number(values.new));
  if (values.again) rmSync(state, { recursive: true, force: true });
  if (!existsSync(state)) {
    const first = await run(
      [join(folder, 'known'), '--state', state, '--only', 'new', '-q', '-o', report],
      folder,
    );
    row(`${known} known, first night`, first, (sizeOf(state) / known).toFixed(0));
  }
  const copy = join(folder, 'state-of-the-night');
  rmSync(copy, { recursive: true, force: true });
  cpSync(state, copy, { recursive: true });
  const night = await run(
    [join(folder, 'known'), join(folder, 'new'), '--state', copy, '--only', 'new', '-q', '-o', report],
    folder,
  );
  row(`${known} known, ${values.new} new`, night, (sizeOf(copy) / (known + Number(values.new))).toFixed(0));
}
