/**
 * What the detector of encodings was set to. Data only: chosen on one fold of stories and scored on another
 * (`test/quality/encodings.mjs`, figures in decision 0028).
 */

/** What a letter costs beside its pair, in nats. */
export interface LetterCosts {
  /** A byte without a meaning in an encoding, and a control character. */
  readonly noMeaning: number;
  /** An upper-case letter within a word, behind another one, and at the beginning of a word. */
  readonly upperInside: number;
  readonly upperAgain: number;
  readonly upperFirst: number;
  /** Lower case after several upper-case letters. */
  readonly lowerAgain: number;
}

/** How costs become an answer. */
export interface Decision {
  /** Letters of a text are no independent witnesses: a nat of cost counts for so much. */
  readonly trust: number;
  /** Nats in favour of what is declared: as much as a line of text says, */
  readonly declared: number;
  /** and more with each byte above 0x7F, since the models do not know all languages. */
  readonly declaredPerByte: number;
  /** Cost in nats of a byte above 0x7F from which on the text reads like nothing, */
  readonly mostStrange: number;
  /** and this over the number of such bytes more, where they are few. */
  readonly few: number;
}

export const SETTINGS: LetterCosts & Decision = {
  noMeaning: 30,
  upperInside: 10,
  upperAgain: 0.7,
  upperFirst: 1.5,
  lowerAgain: 0.3,
  trust: 1,
  declared: 24,
  declaredPerByte: 1.5,
  mostStrange: 8,
  few: 40,
};
