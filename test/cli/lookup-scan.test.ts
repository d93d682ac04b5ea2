/** A lookup answers as a scan over archive and input does: random archives and inputs, each compared with a full run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { lookup } from '../../src/cli/lookup.ts';
import { OUTSIDE } from '../../src/cli/outside.ts';
import { makeReady } from '../../src/cli/ready.ts';
import { scan } from '../../src/cli/scan.ts';
import { Watch } from '../../src/cli/watch.ts';
import type { Lookup } from '../../src/model/lookup.ts';
import type { ReportArticle } from '../../src/model/report.ts';
import type { ParsedReport } from '../helpers/command.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';
import { Archive } from './nights.ts';

const CASES = Number(process.env['TEST_LOOKUPS'] ?? 8);
const place = mkdtempSync(join(tmpdir(), 'dedupe-lookups-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

type Answer = Omit<Lookup, 'articles' | 'groups'> & {
  readonly articles: readonly (ReportArticle & {
    readonly status: string;
    readonly match?: { readonly id: string; readonly links: readonly unknown[] };
    readonly group?: { readonly id: string };
    readonly related: readonly unknown[];
  })[];
  readonly groups: readonly {
    readonly id: string;
    readonly canonical: string;
    readonly knownAs: readonly string[];
    readonly members: readonly { readonly id: string; readonly isInput?: true }[];
  }[];
};

async function report<Kind extends ParsedReport | Answer = ParsedReport>(
  words: readonly string[],
): Promise<Kind> {
  const file = join(place, 'report.json');
  const arguments_ = [...words, '--jobs', '0', '--quiet', '-o', file];
  const request = await makeReady(await parseArguments(arguments_, OUTSIDE));
  const watch = new Watch({ row: () => undefined, standing: () => undefined }, () => 0);
  await (request.command === 'lookup' ? lookup(request, watch) : scan(request, watch));
  return JSON.parse(readFileSync(file, 'utf8')) as Kind;
}

describe('a lookup', () => {
  it.each(Array.from({ length: CASES }, (_, n) => n + 1))(
    'answers as a scan over archive and input, case %i',
    async (seed) => {
      const random = mulberry(seed);
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const root = join(place, `${seed}`);
      const state = ['--state', join(root, 'state')];
      const options = pick(random, [[], ['--threshold', 'loose'], ['--canonical', 'first']]);
      const archive = new Archive(join(root, 'm'), seed);
      for (let night = between(random, 2, 5); night > 0; night--) {
        archive.night();
        await report([archive.root, ...state, '--allow-shrink', ...options]);
      }
      // Behind the archive an input takes the names that a scan gives it; before it, the archive keeps its own.
      const isBehind = seed % 2 === 0;
      const input = new Archive(join(root, isBehind ? 'z' : 'a'), seed + 1000);
      for (let night = between(random, 2, 4); night > 0; night--) input.night();
      const answer = await report<Answer>(['lookup', input.root, ...state, ...options]);
      const full = await report([archive.root, input.root, ...options]);
      const isOfInput = ({ path }: Pick<ReportArticle, 'path'>): boolean => path.startsWith(input.root);

      const placeOf = ({ path, record }: ReportArticle): string => `${path}#${record}`;
      expect(answer.articles.map(placeOf)).toEqual(full.articles.filter(isOfInput).map(placeOf));
      const touched = full.groups.filter(({ members }) =>
        members.some(({ id }) => isOfInput(full.articles.find((article) => article.id === id)!)),
      );
      expect(answer.groups.map(({ id }) => id)).toEqual(touched.map(({ id }) => id));
      expect(answer.groups.map(({ members }) => members.length)).toEqual(
        touched.map(({ members }) => members.length),
      );
      for (const { status, match, group, related } of answer.articles) {
        const members = answer.groups.find(({ id }) => id === group?.id)?.members ?? [];
        const isKnown = members.some(({ isInput }) => isInput === undefined);
        expect(match !== undefined).toBe(isKnown);
        if (isKnown) expect(status).toBe('known');
        else expect(status).toBe(status === 'related' && related.length > 0 ? 'related' : 'new');
      }
      const hasClash = full.issues.some(({ code }) => code === 'duplicate-id');
      if (hasClash && !isBehind) return;
      for (const [i, { links: _, ...group }] of touched.entries()) {
        const { knownAs: __, members, ...found } = answer.groups[i]!;
        expect(found).toEqual({ ...group, members: undefined });
        expect(members.map(({ isInput: _, ...member }) => member)).toEqual(group.members);
      }
      for (const { id, match, related } of answer.articles) {
        const links = full.groups.flatMap(({ links }) => links);
        for (const link of match?.links ?? []) expect(links).toContainEqual(link);
        expect(related).toEqual(full.related.filter(({ a, b }) => a === id || b === id));
      }
    },
  );
});
