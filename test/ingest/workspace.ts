/** A temporary folder per test, and ingest run to its end. Shared by the tests of this folder only. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { DEFAULT_MAX_RECORD_BYTES, type IngestRequest, ingest } from '../../src/ingest/index.ts';
import type { RawArticle } from '../../src/model/article.ts';
import type { Issue } from '../../src/model/issue.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files; a name may hold slashes. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-ingest-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function requestFor(paths: readonly string[], options: Partial<IngestRequest> = {}): IngestRequest {
  return {
    paths,
    include: [],
    exclude: [],
    follow: false,
    map: {},
    maxRecordBytes: DEFAULT_MAX_RECORD_BYTES,
    ...options,
  };
}

export interface Result {
  readonly articles: readonly RawArticle[];
  readonly issues: readonly Issue[];
}

export async function readAll(
  paths: readonly string[],
  options: Partial<IngestRequest> = {},
): Promise<Result> {
  const articles: RawArticle[] = [];
  const issues: Issue[] = [];
  for await (const item of ingest(requestFor(paths, options))) {
    if (item.kind === 'article') articles.push(item.article);
    else issues.push(item.issue);
  }
  return { articles, issues };
}

/** Reads one file with this name and content. */
export async function readOne(
  name: string,
  content: string | Uint8Array,
  options: Partial<IngestRequest> = {},
): Promise<Result> {
  return readAll([join(folderWith({ [name]: content }), name)], options);
}

/** Bytes in pieces of at most `size`, as a pipe might deliver them. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export function codes(result: Result): readonly string[] {
  return result.issues.map((issue) => issue.code);
}

export function texts(result: Result): readonly string[] {
  return result.articles.map((article) => article.text);
}
