/**
 * Which hashes of shingles are sampled, whatever the text: by this rule what one text holds of another shows in their
 * samples. Owns the two moduli, powers of two; must not know where a shingle stands.
 */

/**
 * Some 25 of the 400 shingles of an article. An excerpt taken word for word of 64 shingles is found with probability 0.98,
 * of 32 with 0.87; where a fifth was changed, 0.93 and 0.81; modulo 8 would cost twice the memory, 100 bytes an article more.
 */
const EVERYWHERE = 16;
/** Of the beginning of a text alone, which is what is cut of most. */
const AT_BEGINNING = 8;

/** Whether it is taken wherever it stands: by those alone the share of one text in another can be estimated. */
export function isSampled(hash: number): boolean {
  return (hash & (EVERYWHERE - 1)) === 0;
}

/** Whether it is taken where it stands at the beginning of a text. */
export function isSampledAtBeginning(hash: number): boolean {
  return (hash & (AT_BEGINNING - 1)) === 0;
}
