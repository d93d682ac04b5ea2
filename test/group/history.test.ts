import { describe, expect, it } from 'vitest';
import { traceGroups } from '../../src/group/index.ts';
import type { GroupHistory, GroupTrace } from '../../src/model/group.ts';

/** A group of members as `id` or `id:digest`; the first is the canonical. */
function group(id: string, ...members: readonly string[]): GroupTrace {
  const pairs = members.map((member) => member.split(':'));
  const ids = pairs.map(([name]) => name ?? '');
  return {
    id,
    canonical: ids[0] ?? '',
    ids,
    rawDigests: pairs.map(([name, digest]) => digest ?? `digest of ${name}`),
  };
}

interface Case {
  readonly what: string;
  readonly known: readonly GroupTrace[];
  readonly now: readonly GroupTrace[];
  readonly history: readonly string[];
}

/** `new`, `changed` or `same`, and what it was called. */
function told({ isNew, isChanged, formerIds }: GroupHistory): string {
  return [isNew ? 'new' : isChanged ? 'changed' : 'same', ...formerIds].join(' ');
}

const CASES: readonly Case[] = [
  { what: 'nothing known', known: [], now: [group('g1', 'a', 'b')], history: ['new'] },
  {
    what: 'nothing happened',
    known: [group('g1', 'a', 'b')],
    now: [group('g1', 'a', 'b')],
    history: ['same'],
  },
  {
    what: 'another order',
    known: [group('g1', 'a', 'b', 'c')],
    now: [group('g1', 'a', 'c', 'b')],
    history: ['same'],
  },
  { what: 'it grew', known: [group('g1', 'a', 'b')], now: [group('g1', 'a', 'b', 'c')], history: ['new'] },
  {
    what: 'it grew under another name',
    known: [group('g2', 'a', 'b')],
    now: [group('g1', 'a', 'b', 'c')],
    history: ['new g2'],
  },
  {
    what: 'it shrank',
    known: [group('g1', 'a', 'b', 'c')],
    now: [group('g1', 'a', 'b')],
    history: ['changed'],
  },
  {
    what: 'one left for another',
    known: [group('g1', 'a', 'b', 'c'), group('g2', 'd', 'e')],
    now: [group('g1', 'a', 'b'), group('g2', 'd', 'e', 'c')],
    history: ['changed', 'new'],
  },
  {
    what: 'two merged',
    known: [group('g1', 'a', 'b'), group('g2', 'c', 'd')],
    now: [group('g1', 'a', 'b', 'c', 'd')],
    history: ['new g2'],
  },
  {
    what: 'two merged under a third name',
    known: [group('g3', 'a', 'b'), group('g2', 'c', 'd')],
    now: [group('g1', 'a', 'b', 'c', 'd')],
    history: ['new g2 g3'],
  },
  {
    what: 'it split, and the larger part inherits',
    known: [group('g3', 'a', 'b', 'c', 'd', 'e')],
    now: [group('g1', 'a', 'b'), group('g2', 'c', 'd', 'e')],
    history: ['changed', 'changed g3'],
  },
  {
    what: 'it split, and one part keeps the name',
    known: [group('g1', 'a', 'b', 'c', 'd')],
    now: [group('g1', 'a', 'b'), group('g2', 'c', 'd')],
    history: ['changed', 'changed'],
  },
  {
    what: 'all files were moved',
    known: [group('g1', 'a:x', 'b:y')],
    now: [group('g1', 'c:x', 'd:y')],
    history: ['same'],
  },
  {
    what: 'a copy of a member, byte for byte',
    known: [group('g1', 'a:x', 'b:x')],
    now: [group('g1', 'a:x', 'b:x', 'c:x')],
    history: ['new'],
  },
  {
    what: 'one was moved and copied',
    known: [group('g1', 'a:x', 'b:x')],
    now: [group('g1', 'a:x', 'c:x', 'd:x')],
    history: ['new'],
  },
  {
    what: 'a member was edited',
    known: [group('g1', 'a', 'b:y')],
    now: [group('g1', 'a', 'b:z')],
    history: ['changed'],
  },
  {
    what: 'another canonical',
    known: [group('g1', 'a', 'b')],
    now: [group('g1', 'b', 'a')],
    history: ['changed'],
  },
  {
    what: 'articles that stood alone',
    known: [group('g1', 'a', 'b')],
    now: [group('g1', 'a', 'b'), group('g2', 'c', 'd')],
    history: ['same', 'new'],
  },
];

describe('the history of groups', () => {
  it.each(CASES)('is told: $what', ({ known, now, history }) => {
    expect(traceGroups(now, known).map(told)).toEqual(history);
  });
});
