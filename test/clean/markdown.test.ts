/** The title of a dump in Markdown. */
import { describe, expect, it } from 'vitest';
import { titleText } from '../../src/clean/markdown.ts';

describe('titleText', () => {
  it.each([
    ['# Old pier closed', 'Old pier closed'],
    ['###  Old pier closed', 'Old pier closed'],
    ['**Old pier closed**', 'Old pier closed'],
    ['# **Old pier closed**', 'Old pier closed'],
    ['Old pier closed', 'Old pier closed'],
    ['#oldpier is closed', '#oldpier is closed'],
    ['# 1 in the charts', '1 in the charts'],
    ['#', '#'],
    [`#${' '.repeat(100_000)}`, `#${' '.repeat(100_000)}`],
    ['####### Seven', '####### Seven'],
    ['**', '**'],
    ['Five ** of five **', 'Five ** of five **'],
  ])('%s', (line, title) => expect(titleText(line)).toBe(title));
});
