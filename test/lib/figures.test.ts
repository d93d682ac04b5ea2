import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, scoreText, wholeNumber } from '../../src/lib/figures.ts';

describe('figures', () => {
  it('of counts are parted by thousands', () => {
    expect([0, 7, 999, 1000, 65_536, 1_234_567].map(wholeNumber)).toEqual([
      '0',
      '7',
      '999',
      '1,000',
      '65,536',
      '1,234,567',
    ]);
    fc.assert(fc.property(fc.nat(), (n) => wholeNumber(n) === n.toLocaleString('en-US')));
  });

  it('have their noun in the right number', () => {
    expect([counted(0, 'issue'), counted(1, 'issue'), counted(1200, 'loss', 'losses')]).toEqual([
      '0 issues',
      '1 issue',
      '1,200 losses',
    ]);
  });

  it('of scores are never more than the score', () => {
    expect([scoreText(1), scoreText(0.9999), scoreText(0.005), scoreText(0.57)]).toEqual([
      '1.00',
      '0.99',
      '0.00',
      '0.57',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (n) => {
        const shown = Number(scoreText(n / 10_000));
        return shown <= n / 10_000 && n / 10_000 - shown < 0.01;
      }),
    );
  });
});
