/**
 * Plays the part of a cluster: moves rows between stages as joins, counts and groupings do, in a random order and in random
 * partitions, each of which is a stage of its own. Decides nothing.
 */

import type { StageName } from '../../src/model/stage.ts';
import { runStage, type StageContext } from '../../src/stage/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of all stages, as a cluster sees them
type Row = any;
type Random = () => number;

export interface Piece {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The lines of an NDJSON report, and how many rows each stage took. */
export interface Played {
  readonly report: string;
  readonly taken: ReadonlyMap<StageName, number>;
}

export async function play(files: readonly Piece[], context: StageContext, random: Random): Promise<Played> {
  const issues: Row[] = [];
  const issueRows: Row[] = [];
  const taken = new Map<StageName, number>();

  /** Runs a stage over partitions: rows of one key stay together, in the order that is asked for. */
  const stage = async (
    name: StageName,
    rows: readonly Row[],
    keyOf?: (row: Row) => string | number,
    order?: (x: Row, y: Row) => number,
  ): Promise<Row[]> => {
    taken.set(name, (taken.get(name) ?? 0) + rows.length);
    const partitions: Row[][] = Array.from({ length: 1 + Math.floor(3 * random()) }, () => []);
    const placeOf = new Map<string | number, number>();
    const place = (): number => Math.floor(partitions.length * random());
    for (const row of keyOf === undefined ? shuffled(rows, random) : rows) {
      const key = keyOf?.(row);
      const at = key === undefined ? place() : (placeOf.get(key) ?? place());
      if (key !== undefined) placeOf.set(key, at);
      partitions[at]!.push(row);
    }
    const found: Row[] = [];
    for (const partition of shuffled(partitions, random)) {
      if (order !== undefined) partition.sort(order);
      const lines = partition.map((row) => JSON.stringify(row));
      for await (const row of runStage(name, lines, context)) {
        const read: Row = JSON.parse(JSON.stringify(row));
        if (read.type === 'issue') issues.push(read);
        else found.push(read);
      }
    }
    return shuffled(found, random);
  };

  const [limits] = await stage('limits', []);

  // Articles in their order, each under an id of its own.
  // Lines are cut as bytes, which those in UTF-16 are not (0025): such a file is read as a whole.
  const isInLines = ({ path, bytes }: Piece): boolean =>
    /\.jsonl$/.test(path) && !bytes.includes(0) && random() < 0.5;
  const articles = await stage(
    'features',
    shuffled(files, random).flatMap((file) => (isInLines(file) ? linesOf(file, random) : piecesOf(file))),
    ({ path, block }) => `${path} ${block}`,
  );
  articles.sort((x, y) => compare(x.order, y.order));
  articles.forEach((article, pos) => {
    Object.assign(article, { pos, attempt: 0 });
  });
  claimIds(articles);
  const byPos = new Map(articles.map((article) => [article.pos, article]));
  const update = (changed: readonly Row[]): void => {
    for (const row of changed) Object.assign(byPos.get(row.pos), row);
  };

  if (limits.clean) {
    const sources = [
      ...grouped(
        articles.filter(({ source }) => source !== 0),
        ({ source }) => source,
      ),
    ].filter(([, members]) => members.length > 1);
    const repeated = await stage(
      'repeated',
      sources.map(([source, members]) => ({
        source,
        members: members.sort((x, y) => compare(x.text, y.text) || x.pos - y.pos).slice(0, limits.sampled),
      })),
    );
    const counts = new Map(repeated.map(({ source, key, articles }) => [`${source} ${key}`, articles]));
    update(
      await stage(
        'again',
        articles
          .map((article) => ({
            ...article,
            counts: article.edges.flatMap((key: number) => {
              const found = counts.get(`${article.source} ${key}`);
              return found === undefined ? [] : [{ key, articles: found }];
            }),
          }))
          .filter(({ counts }) => counts.length > 0),
      ),
    );
    const homes = new Map<number, Row[]>();
    for (const article of [...articles].sort((x, y) => compare(x.text, y.text) || x.pos - y.pos)) {
      for (const lead of new Set<number>(article.leads)) {
        const word = lead % 2 ** 32;
        const found = homes.get(word) ?? [];
        if (found.length < 2 && !found.includes(article)) homes.set(word, [...found, article]);
      }
    }
    update(
      await stage(
        'teasers',
        articles
          .map((article) => ({
            ...article,
            homes: [...new Set<Row>(article.tails.flatMap((key: number) => homes.get(key) ?? []))].map(
              (home) => ({
                pos: home.pos,
                text: home.text,
                id: home.attempt === 0 ? home.id : home.other,
                leads: home.leads,
                tails: home.tails.length,
              }),
            ),
          }))
          .filter(({ homes }) => homes.length > 0),
      ),
    );
  }

  // Copies: the first article of each text stands for it.
  const firstOf = new Map<string, Row>();
  for (const article of articles) {
    const first = article.shingles === 0 ? undefined : firstOf.get(article.text);
    article.rep = first?.pos ?? article.pos;
    if (article.shingles > 0 && first === undefined) firstOf.set(article.text, article);
  }
  const representatives = articles.filter(({ rep, pos }) => rep === pos);

  const proposed = [
    ...(await bandPairs(representatives, limits, stage, issueRows)),
    ...(await phrasePairs()),
  ];
  const near = await stage(
    'sift',
    [...grouped(proposed, ({ a, b }) => `${a} ${b}`)].map(([, pairs]) => ({
      a: byPos.get(pairs[0].a),
      b: byPos.get(pairs[0].b),
      by: [...new Set(pairs.map(({ by }: Row) => by))],
    })),
  );
  const stories = limits.translations ? await storyPairs() : [];
  const pairs = [...grouped([...near, ...stories], ({ a, b }) => `${a} ${b}`)].map(([, [pair]]) => pair);
  const links = await stage(
    'verify',
    pairs.map(({ a, b }) => ({ a: byPos.get(a), b: byPos.get(b) })),
  );

  // Components, and their groups.
  const isJoining = ({ relation }: Row): boolean =>
    relation !== 'related' || context.options.groupBy === 'event';
  const joining = links.filter(isJoining);
  const component = components(articles, joining);
  const size = new Map<number, number>();
  for (const { pos } of articles) size.set(component(pos), (size.get(component(pos)) ?? 0) + 1);
  const rowsOfComponents = [
    ...articles.map((article) => ({ component: component(article.pos), article })),
    ...joining.map((link) => ({ ...link, component: component(link.a) })),
  ].filter((row) => size.get(row.component)! > 1);
  const grouping = await stage(
    'group',
    shuffled(rowsOfComponents, random),
    (row) => row.component,
    (x, y) => x.component - y.component,
  );
  const members = new Map(grouping.filter(({ type }) => type === 'member').map((row) => [row.pos, row]));
  const sideOf = (pos: number): Row => ({ ...members.get(pos), ...byPos.get(pos) });
  const related = await stage(
    'related',
    links
      .filter(({ relation }) => relation === 'related')
      .map(({ a, b, link }) => ({ link, a: sideOf(a), b: sideOf(b) })),
  );

  // The report.
  const digests = await stage(
    'digest',
    articles.map(({ identity, attempt, head }) => (attempt === 0 ? { identity } : { head, attempt })),
    () => 'all',
  );
  const { digest } = digests.find((row) => row.articles === articles.length);
  const groups = grouping.filter(({ type }) => type === 'group');
  const lines = await stage('report', [
    { row: 'run', digest },
    ...articles.map((article) => ({ row: 'article', ...article })),
    ...groups.map((group) => ({ ...group, row: 'group' })),
    ...related.map((pair) => ({ ...pair, row: 'related' })),
    ...articles.filter(({ attempt }) => attempt > 0).map((article) => ({ ...article, row: 'taken' })),
    ...issues.map((issue) => ({ ...issue, row: 'issue' })),
    ...issueRows,
  ]);
  const end = await stage('report', [
    {
      row: 'end',
      articles: articles.length,
      groups: groups.length,
      redundant: groups.reduce((sum, group) => sum + group.redundant, 0),
      languages: countsOf(articles.map(({ language }) => language)),
      issues: countsOf(lines.flatMap(({ issueCode }) => issueCode ?? [])),
    },
  ]);
  const report = [...lines, ...end]
    .sort((x, y) => x.section - y.section || compare(x.order, y.order))
    .map(({ line }) => `${line}\n`)
    .join('');
  return { report, taken };

  async function phrasePairs(): Promise<Row[]> {
    const holders = representatives.flatMap((article) =>
      article.phrases.map((phrase: number, i: number) => ({ ...article, phrase, asks: i < limits.askedBy })),
    );
    const rows = [...grouped(holders, ({ phrase }) => phrase)].flatMap(([, some]): Row[] => {
      if (some.length < 2) return [];
      if (some.length <= limits.holders)
        return [{ holders: shuffled(some, random).sort((x, y) => x.pos - y.pos) }];
      const hubs = [...some]
        .sort(
          (x, y) =>
            y.shingles - x.shingles || compare(x.text.slice(0, 8), y.text.slice(0, 8)) || x.pos - y.pos,
        )
        .slice(0, limits.hubs);
      const askers = some.filter(({ asks }) => asks);
      if (askers.length === 0) return [];
      return [
        ...askers.map((asker) => ({ asker, hubs })),
        { hubs, shortest: Math.min(...askers.map(({ shingles }) => shingles)) },
      ];
    });
    const found = await stage('phrases', rows);
    const crowded = found.filter(({ type }) => type === 'crowded').length;
    issueRows.push({ row: 'phrases', crowded });
    return found.filter(({ type }) => type === 'pair');
  }

  async function storyPairs(): Promise<Row[]> {
    const seats = [...representatives].sort(
      (x, y) => compare(x.text.slice(0, 8), y.text.slice(0, 8)) || x.pos - y.pos,
    );
    const languages = [...new Set(representatives.map(({ language }) => language))].sort();
    const holders = new Map<number, number>();
    const keyOf = (weighed: number): number => Math.floor(weighed / 256);
    for (const { keys } of representatives)
      for (const key of keys.map(keyOf)) holders.set(key, (holders.get(key) ?? 0) + 1);
    const found = await stage(
      'keys',
      representatives.map(({ pos, keys }) => ({
        pos,
        keys,
        frequent: keys.map(keyOf).filter((key: number) => holders.get(key)! > limits.posting),
      })),
    );
    const ofPos = new Map(found.map((row) => [row.pos, row]));
    const codeOf = (article: Row, seat: number): number =>
      seat * 65_536 + languages.indexOf(article.language) * 64 + ofPos.get(article.pos)!.step;
    const codes = seats.map(codeOf);
    const postings = new Map<number, number[]>();
    seats.forEach((article, seat) => {
      for (const weighed of ofPos.get(article.pos)!.followed) {
        const key = keyOf(weighed);
        const posting = postings.get(key);
        if (posting === undefined) postings.set(key, [codes[seat]!]);
        else posting.push(codes[seat]!);
      }
    });
    const isPair = (key: number): boolean => key >= 2 ** 32;
    let capped = 0;
    for (const [key, { length }] of postings) if (isPair(key) && length > limits.posting) capped += length;
    issueRows.push({ row: 'keys', capped, count: representatives.length });
    const width = 4 + Math.floor(4 * random());
    const lists = seats.flatMap((article, seat) =>
      ofPos.get(article.pos)!.followed.flatMap((weighed: number) => {
        const posting = postings.get(keyOf(weighed))!;
        if (posting.length < 2 || posting.length > limits.posting) return [];
        return [
          { code: codes[seat], w: weighed % 256, width, codes: packed(shuffled(posting, random), width) },
        ];
      }),
    );
    const ranked = await stage(
      'rank',
      shuffled(lists, random),
      ({ code }) => code,
      (x, y) => x.code - y.code,
    );
    const asked = (row: Row, first: readonly [number, number]): Row[] =>
      [
        { ...seats[row.seat], side: -1, n: 0, most: [row.across.length, row.within.length] },
        ...[row.across, row.within].flatMap((side: number[], number) =>
          side.slice(0, first[number]).map((seat, n) => ({ ...seats[seat], side: number, n })),
        ),
      ].map((side) => ({ ...side, asker: row.seat }));
    const ask = (rows: readonly Row[], first: readonly [number, number]): Promise<Row[]> =>
      stage(
        'ask',
        shuffled(
          rows.flatMap((row) => asked(row, first)),
          random,
        ),
        ({ asker }) => asker,
        (x, y) => x.asker - y.asker,
      );
    const first = await ask(ranked, [limits.firstAcross, limits.firstWithin]);
    const more = new Set(first.filter(({ type }) => type === 'more').map(({ asker }) => asker));
    const rest = await ask(
      ranked.filter(({ seat }) => more.has(seat)),
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    );
    return [...first.filter(({ type }) => type === 'pair'), ...rest];
  }
}

/** Numbers of so many bytes, the highest first. */
function packed(numbers: readonly number[], width: number): string {
  const bytes = Buffer.alloc(numbers.length * width);
  numbers.forEach((number, i) => {
    // No more than six bytes can be written at once.
    const lower = Math.min(width, 6);
    bytes.writeUIntBE(number, i * width + width - lower, lower);
  });
  return bytes.toString('base64');
}

type RunStage = (
  name: StageName,
  rows: readonly Row[],
  keyOf?: (row: Row) => string | number,
  order?: (x: Row, y: Row) => number,
) => Promise<Row[]>;

async function bandPairs(
  representatives: readonly Row[],
  limits: Row,
  stage: RunStage,
  issueRows: Row[],
): Promise<Row[]> {
  const members = representatives.flatMap((article) =>
    article.bands.map((key: number, band: number) => ({
      band,
      key,
      next: article.bands[(band + 1) % article.bands.length],
      text: article.text.slice(0, 8),
      pos: article.pos,
      bands: article.bands.length,
    })),
  );
  const buckets = grouped(members, ({ band, key }) => `${band} ${key}`);
  const small: Row[] = [];
  const large: Row[] = [];
  const capped = new Map<number, number[]>();
  for (const [, bucket] of buckets) {
    if (bucket.length < 2) continue;
    if (bucket.length <= limits.bucket) small.push({ members: bucket.map(({ pos }) => pos) });
    else {
      large.push(...bucket);
      capped.set(bucket[0].band, [...(capped.get(bucket[0].band) ?? []), bucket.length]);
    }
  }
  for (const [band, sizes] of capped)
    issueRows.push({ row: 'band', band, buckets: sizes.length, largest: Math.max(...sizes) });
  const before = new Map<string, number>();
  for (const row of large.sort((x, y) => x.band - y.band)) {
    const half = `${row.pos} ${Math.floor((2 * row.band) / row.bands)}`;
    row.before = before.get(half) ?? 0;
    before.set(half, row.before + 1);
  }
  const chained = await stage(
    'chain',
    large,
    ({ band, key }) => `${band} ${key}`,
    (x, y) => x.band - y.band || x.key - y.key || x.next - y.next || compare(x.text, y.text) || x.pos - y.pos,
  );
  return [...(await stage('near', small)), ...chained];
}

/** An earlier article keeps its id; who lost one tries the next until nobody earlier has it. */
function claimIds(articles: readonly Row[]): void {
  const keyOf = ({ idKey, otherKey, attempt }: Row): string =>
    attempt === 0 ? idKey : otherKey + '0023'.repeat(attempt - 1);
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [, same] of grouped(articles, keyOf)) {
      for (const article of same.sort((x, y) => x.pos - y.pos).slice(1)) {
        article.attempt++;
        isSettled = false;
      }
    }
  }
}

function components(articles: readonly Row[], links: readonly Row[]): (pos: number) => number {
  const parent = new Map<number, number>(articles.map(({ pos }) => [pos, pos]));
  const find = (pos: number): number => {
    let root = pos;
    while (parent.get(root) !== root) root = parent.get(root)!;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    parent.set(Math.max(x, y), Math.min(x, y));
  };
  for (const { pos, rep } of articles) join(pos, rep);
  for (const { a, b } of links) join(a, b);
  return find;
}

/** Pieces of a file in the order of its bytes. */
function piecesOf({ path, bytes }: Piece): Row[] {
  const [size, length] = [bytes.length, 1000];
  return Array.from({ length: Math.max(1, Math.ceil(size / length)) }, (_, i) => ({
    path,
    size,
    at: i * length,
    bytes: Buffer.from(bytes.subarray(i * length, (i + 1) * length)).toString('base64'),
  }));
}

/** A file of JSON Lines in pieces that begin between two lines, as splits of a distributed file system do. */
function linesOf({ path, bytes }: Piece, random: Random): Row[] {
  const all = Buffer.from(bytes).toString('latin1').split('\n');
  if (all.at(-1) === '') all.pop();
  let [block, offset, records, at, counted] = [0, 0, 0, 0, 0];
  return all.map((text) => {
    if (random() < 0.05) [block, offset, records] = [at, at, counted];
    at += text.length + 1;
    if (text.trim() !== '') counted++;
    return { path, block, offset, records, bytes: Buffer.from(text, 'latin1').toString('base64') };
  });
}

function grouped<K>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function countsOf(values: readonly string[]): Row {
  const counts: Row = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const all = [...values];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
