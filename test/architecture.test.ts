import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const STAGES = ['ingest', 'clean', 'language', 'features', 'candidates', 'match', 'group', 'report'];
const EVERYONE = ['model', 'lib'];

/** Which folders of `src` a folder may import, besides itself, `model` and `lib`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lib: [],
  lexicon: [],
  state: [],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['lexicon']])),
  'article.ts': [...STAGES, 'lexicon'],
  'story-pairs.ts': STAGES,
  'judging.ts': [...STAGES, 'article.ts', 'story-pairs.ts', 'lexicon'],
  'matching.ts': [...STAGES, 'story-pairs.ts', 'lexicon'],
  'collection.ts': STAGES,
  'cleaning.ts': [...STAGES, 'article.ts', 'collection.ts', 'lexicon'],
  'dedupe.ts': [
    ...STAGES,
    'article.ts',
    'collection.ts',
    'cleaning.ts',
    'judging.ts',
    'matching.ts',
    'story-pairs.ts',
    'lexicon',
  ],
  // A run from input to findings, for the command and the library alike: no console, no process, no clock.
  run: ['ingest', 'dedupe.ts', 'lexicon', 'state'],
  // Stages as filters over rows: each composes what its rows hold, as dedupe.ts does with a collection.
  stage: [
    ...STAGES,
    'article.ts',
    'judging.ts',
    'matching.ts',
    'story-pairs.ts',
    'dedupe.ts',
    'lexicon',
    'run',
    'state',
  ],
  library: ['run', 'ingest', 'dedupe.ts', 'report', 'state'],
  'index.ts': ['dedupe.ts', 'library', 'report', 'run', 'state'],
  cli: ['run', 'ingest', 'dedupe.ts', 'report', 'stage', 'state'],
};

const REMEDY =
  'a stage receives what it needs as data (hand it in from dedupe.ts), or the shared part moves to model or lib; see src/ARCHITECTURE.md';

interface Source {
  readonly path: string;
  readonly owner: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = name.replaceAll('\\', '/');
    const text = readFileSync(join(SRC, name), 'utf8');
    const imports = [
      ...text.matchAll(
        /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
      ),
    ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return { path, owner: path.split('/')[0] ?? '', text, imports };
  });

/** Source lines without comments: the rules are about code, and comments may name what is forbidden. */
function code(source: Source): string {
  return source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function targetOwner(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative(SRC, resolve(dirname(join(SRC, source.path)), specifier)).replaceAll('\\', '/');
  return target.split('/')[0];
}

describe('imports', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(40);
  });

  it('go only where the map allows', () => {
    const wrong = sources.flatMap((source) =>
      source.imports.flatMap((specifier) => {
        const target = targetOwner(source, specifier);
        if (target === undefined || target === source.owner || EVERYONE.includes(target)) {
          return source.owner === 'model' && target === 'lib'
            ? [`${source.path} -> ${specifier}: model imports nothing`]
            : [];
        }
        if ((MAY_IMPORT[source.owner] ?? []).includes(target)) return [];
        return [`${source.path} -> ${specifier}: ${source.owner} must not import ${target}; ${REMEDY}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('know every folder', () => {
    const unknown = [...new Set(sources.map((source) => source.owner))].filter(
      (owner) => !(owner in MAY_IMPORT),
    );
    expect(unknown).toEqual([]);
  });

  it('have no cycle', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      const source = byPath.get(path);
      if (source === undefined || state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail, path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const specifier of source.imports) {
        if (specifier.startsWith('.'))
          visit(join(dirname(path), specifier).replaceAll('\\', '/'), [...trail, path]);
      }
      state.set(path, 'done');
    };
    for (const source of sources) visit(source.path, []);
    expect(cycles).toEqual([]);
  });

  it('reach natural by deep path only', () => {
    const wrong = sources.filter((source) => source.imports.includes('natural')).map((source) => source.path);
    expect(
      wrong,
      'the root of natural prints to stdout and loads .env: import natural/lib/natural/…',
    ).toEqual([]);
  });
});

describe('the edges', () => {
  const forbid = (what: string, pattern: RegExp, allowed: readonly string[]): void => {
    it(`keep ${what} in ${allowed.length === 0 ? 'no file' : allowed.join(', ')}`, () => {
      const wrong = sources
        .filter((source) => !allowed.includes(source.owner) && !allowed.includes(source.path))
        .filter((source) => !source.path.startsWith('lexicon/scripts/'))
        .filter((source) => pattern.test(code(source)))
        .map((source) => source.path);
      expect(wrong).toEqual([]);
    });
  };
  forbid('the disk', /['"](?:node:)?fs(?:\/promises)?['"]/, [
    'ingest',
    'state',
    'run',
    'cli',
    'stage/features.ts',
  ]);
  forbid('process', /\bprocess\.|['"]node:process['"]/, ['cli']);
  forbid('console', /\bconsole\./, ['cli']);
  // A decision made in the page of a report says when it was made: that clock is the reader's browser's.
  forbid('the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bhrtime\b/, [
    'cli',
    'report/html/page/main.ts',
    'report/html/data/page.ts',
  ]);
  forbid('random numbers', /\bMath\.random\b/, []);
  forbid('process.exit', /\bprocess\.exit\(/, []);
  forbid(
    'locale-dependent calls',
    /\.localeCompare\(|\.toLocale(?:Lower|Upper)Case\(|\.toLocaleString\(/,
    [],
  );
  forbid('Intl', /\bIntl\./, []);
});

describe('the files', () => {
  it('open with what they own', () => {
    const wrong = sources
      .filter((source) => !/^(?:#![^\n]*\n)?\s*(?:\/\*\*|\/\/)/.test(source.text))
      .map((source) => source.path);
    expect(wrong, 'a file opens with a comment: what it owns and what it must not do').toEqual([]);
  });

  it('stay small, tables and generated data excepted', () => {
    const wrong = sources
      .filter((source) => !/\/(?:data|phrases)\/|^cli\/flags\.ts$/.test(source.path))
      .map((source) => ({ path: source.path, lines: source.text.split('\n').length }))
      .filter((file) => file.lines > 300);
    expect(wrong).toEqual([]);
  });

  it('name no machine, no registry host', () => {
    const wrong = sources
      .filter((source) => /\/work\/|\/home\/|registry\.npmjs|\.\.\/shared/.test(source.text))
      .filter((source) => !source.path.startsWith('lexicon/scripts/'))
      .map((source) => source.path);
    expect(wrong).toEqual([]);
  });
});
