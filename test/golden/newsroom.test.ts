import { beforeAll, describe, expect, it } from 'vitest';
import type { InspectRow, ReportGroup } from '../../src/model/report.ts';
import { inspect, type ParsedReport, scan } from '../helpers/command.ts';
import { type Expectation, readExpectations } from './expectation.ts';

const FOLDER = 'fixtures/newsroom';
const expectations = readExpectations();

/** Names of a theme's articles, from the ids of a report: relative to the theme folder. */
function short(theme: string, id: string): string {
  const prefix = `${FOLDER}/${theme}/`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join(' + ');
}

function checkGroups(theme: string, expected: Expectation, groups: readonly ReportGroup[]): void {
  const found = groups.map((group) => group.members.map((member) => short(theme, member.id)).sort());
  const required = expected.groups
    .filter((group) => group.optional !== true)
    .map((group) => Object.keys(group.members).sort());
  const optional = expected.groups
    .filter((group) => group.optional === true)
    .map((group) => Object.keys(group.members).sort().join());
  const unexpected = found.filter((members) => !optional.includes(members.join()));
  expect(unexpected.sort()).toEqual([...required].sort());
  for (const group of groups) {
    const members = new Map(group.members.map((member) => [short(theme, member.id), member]));
    const wanted = expected.groups.find((one) => Object.keys(one.members).every((name) => members.has(name)));
    if (wanted === undefined) continue;
    if (wanted.kind !== null) expect(group.kind).toBe(wanted.kind);
    for (const [name, relation] of Object.entries(wanted.members)) {
      if (relation !== null) expect([name, members.get(name)?.relation]).toEqual([name, relation]);
    }
  }
  for (const [a, b] of expected.notTogether ?? []) {
    expect(found.filter((members) => members.includes(a) && members.includes(b))).toEqual([]);
  }
}

function checkLinks(theme: string, expected: Expectation, report: ParsedReport): void {
  const related = report.related.map((pair) => pairKey(short(theme, pair.a), short(theme, pair.b)));
  for (const [a, b] of expected.related ?? []) expect(related).toContain(pairKey(a, b));
  for (const [later, earlier, reason] of expected.reasons ?? []) {
    const links = report.groups.flatMap((group) => group.links);
    const link = links.find(
      (one) => pairKey(short(theme, one.a), short(theme, one.b)) === pairKey(later, earlier),
    );
    expect(link?.reason).toBe(reason);
  }
}

function checkTexts(theme: string, expected: Expectation, rows: readonly InspectRow[]): void {
  const byName = new Map(rows.map((row) => [short(theme, row.id), row]));
  for (const [name, bcp47] of Object.entries(expected.languages)) {
    if (bcp47 !== null) expect([name, byName.get(name)?.language.bcp47]).toEqual([name, bcp47]);
  }
  for (const name of expected.untouched ?? []) {
    expect([name, byName.get(name)?.blocks.filter((block) => !block.kept)]).toEqual([name, []]);
  }
  for (const [name, lines] of Object.entries(expected.kept ?? {})) {
    for (const line of lines) expect(byName.get(name)?.text.split('\n')).toContain(line);
  }
  for (const [name, drops] of Object.entries(expected.dropped ?? {})) {
    for (const drop of drops) {
      const row = byName.get(name);
      expect(row?.text.split('\n')).not.toContain(drop.text);
      const block = row?.blocks.find((one) => !one.kept && one.text === drop.text);
      if (drop.reason !== undefined) expect([drop.text, block?.reason]).toEqual([drop.text, drop.reason]);
      if (drop.home !== undefined) expect(short(theme, block?.home ?? '')).toBe(drop.home);
    }
  }
}

describe.each([...expectations])('%s', (theme, expected) => {
  let report: ParsedReport;
  let rows: readonly InspectRow[];
  beforeAll(async () => {
    const folder = `${FOLDER}/${theme}`;
    [report, rows] = await Promise.all([scan([folder]), inspect([folder])]);
  });
  it('groups', () => checkGroups(theme, expected, report.groups));
  it('relates', () => checkLinks(theme, expected, report));
  it('reads', () => checkTexts(theme, expected, rows));
});

describe('the whole archive at once', () => {
  let report: ParsedReport;
  let rows: readonly InspectRow[];
  beforeAll(async () => {
    [report, rows] = await Promise.all([scan([FOLDER]), inspect([FOLDER])]);
  });
  const themeOf = (id: string): string =>
    report.articles
      .find((article) => article.id === id)
      ?.path.slice(FOLDER.length + 1)
      .split('/')[0] ?? '';

  it('joins no two themes', () => {
    const mixed = report.groups.filter(
      (group) => new Set(group.members.map((member) => themeOf(member.id))).size > 1,
    );
    expect(mixed.map((group) => group.members.map((member) => member.id))).toEqual([]);
  });
  it.each([...expectations])('groups %s as alone', (theme, expected) => {
    checkGroups(
      theme,
      expected,
      report.groups.filter((group) => themeOf(group.members[0]?.id ?? '') === theme),
    );
    checkLinks(theme, expected, report);
    checkTexts(theme, expected, rows);
  });
});
