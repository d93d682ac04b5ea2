/**
 * A made-up archive that changes from night to night: files of the fixtures' texts that are added, edited, moved, copied,
 * touched and deleted at random. Owns the changes; must not run anything.
 */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../helpers/command.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';

const NEWSROOM = join(ROOT, 'fixtures', 'newsroom');

/** Copies, edits, translations, teasers and page chrome in many languages. */
const TEXTS: readonly string[] = readdirSync(NEWSROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(NEWSROOM, name), 'utf8'));

const SOURCES = ['morning.example', 'evening.example', undefined];
export const FOLDERS = ['2026-03-01', '2026-03-02', 'wire/east'];

export class Archive {
  readonly root: string;
  readonly #random: () => number;
  #number = 0;
  /** Names below the root, sorted. */
  names: string[] = [];

  constructor(root: string, seed: number) {
    this.root = root;
    this.#random = mulberry(seed);
    for (const folder of FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  }

  /** One change of each of some kinds. */
  night(): void {
    for (let n = between(this.#random, 1, 5); n > 0; n--) this.#change();
    this.names = readdirSync(this.root, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length + 1))
      .sort();
  }

  #change(): void {
    const random = this.#random;
    const old = this.names.length === 0 ? undefined : pick(random, this.names);
    const kind = old === undefined ? 'add' : pick(random, KINDS);
    const path = join(this.root, old ?? '');
    try {
      this.#do(kind, path);
    } catch (error) {
      // It was changed before in the same night.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  #do(kind: (typeof KINDS)[number], path: string): void {
    const random = this.#random;
    switch (kind) {
      case 'add':
        this.#write(this.#newName(pick(random, ['.txt', '.txt', '.jsonl', '.jsonl.gz', '.md'])));
        break;
      case 'edit':
        this.#write(path);
        break;
      case 'move':
        renameSync(path, this.#newName(extensionOf(path)));
        break;
      case 'rename':
        // The same bytes read as another format.
        renameSync(path, this.#newName('.txt'));
        break;
      case 'copy':
        copyFileSync(path, this.#newName(extensionOf(path)));
        break;
      case 'touch':
        // The clock of another machine, or one that went back.
        utimesSync(path, 1_600_000_000, between(random, 1_500_000_000, 1_900_000_000));
        break;
      case 'delete':
        rmSync(path);
        break;
      default:
        kind satisfies never;
    }
  }

  #newName(extension: string): string {
    return join(this.root, pick(this.#random, FOLDERS), `${this.#number++}${extension}`);
  }

  #write(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    if (!path.includes('.jsonl')) {
      writeFileSync(path, this.#text());
      return;
    }
    const records = Array.from({ length: between(this.#random, 0, 5) }, (_, n) => this.#record(n));
    const content = records.map((record) => `${record}\n`).join('');
    writeFileSync(path, path.endsWith('.gz') ? gzipSync(content) : content);
  }

  #record(n: number): string {
    const random = this.#random;
    if (random() < 0.1) return '{"text": ';
    const source = pick(random, SOURCES);
    const chrome = source === undefined ? '' : `\n\nFollow ${source} on every channel and never miss a story`;
    const id = pick(random, [
      undefined,
      `r${n}`,
      `${this.#number}-${n}`,
      `${this.root}/${FOLDERS[0]}/1.jsonl#1`,
    ]);
    return JSON.stringify({ id, source, text: `${this.#text()}${chrome}` });
  }

  #text(): string {
    const random = this.#random;
    const text = pick(random, TEXTS);
    const paragraphs = text.split('\n\n');
    const other =
      pick(random, TEXTS)
        .split('\n\n')
        .find((paragraph: string) => paragraph.length > 120) ?? '';
    switch (pick(random, ['whole', 'whole', 'shorter', 'teaser'])) {
      case 'shorter':
        return paragraphs.slice(0, Math.max(2, paragraphs.length - 1)).join('\n\n');
      case 'teaser':
        return `${text}\n\n${other}`;
      default:
        return text;
    }
  }
}

const KINDS = ['add', 'add', 'add', 'edit', 'move', 'rename', 'copy', 'touch', 'delete'] as const;

function extensionOf(path: string): string {
  return /(?:\.[a-z]+)+$/.exec(path)?.[0] ?? '';
}
