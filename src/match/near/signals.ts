/**
 * What the measures of a pair add to the log-odds of a right link: their sum as a probability, and the same, signal by
 * signal, for who asks why. Owns the terms; must not decide.
 *
 * 7 * resemblance + 7 * containment - 6, less up to 2 when little is shared; a start to be calibrated, monotone in all
 * three. Texts of one length give 0.52 at resemblance 0.35, 0.90 at 0.5, 0.9997 at 1; a whole excerpt a fifth as long
 * gives 0.92.
 */
import type { Signal } from '../../model/match.ts';
import type { Refusal } from './refusal.ts';
import type { Overlap } from './resemblance.ts';
import type { Mould } from './templated.ts';

const PRIOR = -6;
const EACH = 7;
/** Shared shingles from which on more of them say no more: about one long sentence. */
const FULL_AMOUNT = 16;

function amountTerm({ shared }: Overlap): number {
  return -2 * Math.max(0, 1 - shared / FULL_AMOUNT);
}

function mouldTerm(mould: Mould): number {
  return mould.isMould ? -10 * mould.share : 0;
}

/** A reason that is not measured in shares. */
const REFUSED = -10;

function refusalTerm(refusal: Refusal | undefined): number {
  return refusal === undefined || refusal.by === 'mould' ? 0 : REFUSED;
}

/** Probability of a right link, 0..1; without `mould` where nobody looked for one. */
export function probability(overlap: Overlap, mould?: Mould, refusal?: Refusal): number {
  const { resemblance, containment } = overlap;
  const overlapOdds = PRIOR + EACH * resemblance + amountTerm(overlap) + EACH * containment;
  const logOdds = overlapOdds + (mould === undefined ? 0 : mouldTerm(mould)) + refusalTerm(refusal);
  return 1 / (1 + Math.exp(-logOdds));
}

/** The terms of `probability` that come from shared shingles. */
export function overlapSignals(overlap: Overlap): Signal[] {
  const { resemblance, containment, shared } = overlap;
  return [
    {
      name: 'prior',
      value: 1,
      contribution: PRIOR,
      note: 'a candidate without shared shingles is another story',
    },
    {
      name: 'resemblance',
      value: resemblance,
      contribution: EACH * resemblance,
      note: `${shared} shared shingles`,
    },
    {
      name: 'amount',
      value: shared,
      contribution: amountTerm(overlap),
      note: 'a few shared shingles may be a phrase',
    },
    {
      name: 'containment',
      value: containment,
      contribution: EACH * containment,
      note: 'of the smaller text',
    },
  ];
}

/** The term that a mould adds. */
export function mouldSignal(mould: Mould): Signal {
  return {
    name: 'replaced facts',
    value: mould.share,
    contribution: mouldTerm(mould),
    note: `${mould.replaced} numbers and names replaced in place`,
  };
}

/** The term of another reason; none where there is none. */
export function refusalSignals(refusal: Refusal | undefined): Signal[] {
  const contribution = refusalTerm(refusal);
  if (refusal === undefined || contribution === 0) return [];
  return [{ name: refusal.by, value: 1, contribution, note: refusal.against }];
}
