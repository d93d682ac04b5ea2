/**
 * A text that is not UTF-8, in the encoding that was declared or that it reads best in. Owns how much a declaration
 * weighs, and from when on no answer is better than one.
 */
import type { Candidate } from './candidates.ts';
import { type Codec, loadCodec } from './codec.ts';
import { isText } from './controls.ts';
import { chooseEncoding, type Guess, type Scores, scoreEncodings } from './detect.ts';
import { candidateOf, isUnicodeLabel, mayBeCharset } from './labels.ts';
import { type Decision, SETTINGS } from './settings.ts';

export interface LegacyText {
  readonly text: string;
  readonly encoding: string;
  readonly by: 'declared' | 'detected';
  /** 0..1. */
  readonly confidence: number;
  /** Bytes without a meaning in the encoding. */
  readonly damaged: number;
}

/** Of fewer than one byte in so many above 0x7F the rest tells that it is a text: noise has every second there. */
const MOST_ASCII = 8;
/** Of a reading like no language, however far the others are behind it. */
const STRANGE_CONFIDENCE = 0.5;

/** Undefined where the bytes are a text in no encoding. */
export async function decodeLegacy(
  bytes: Uint8Array,
  declared: string | undefined,
): Promise<LegacyText | undefined> {
  const codec = await loadCodec();
  const label = declared === undefined || isUnicodeLabel(declared) ? undefined : declared;
  const meant = label === undefined ? undefined : candidateOf(label);
  if (label !== undefined && meant === undefined && mayBeCharset(label) && codec.exists(label)) {
    const text = codec.decode(bytes, label);
    if (!text.includes('\ufffd') && isText(text))
      return { text, encoding: label, by: 'declared', confidence: 1, damaged: 0 };
  }
  const guess = decideEncoding(scoreEncodings(bytes, codec), meant);
  if (guess === undefined) return undefined;
  const { text, damaged } = textIn(bytes, guess.candidate, codec);
  if (!isText(text)) return undefined;
  const by = guess.isDeclared ? 'declared' : 'detected';
  return { text, encoding: guess.candidate.name, by, confidence: rounded(guess.confidence), damaged };
}

export interface Choice {
  readonly candidate: Candidate;
  readonly isDeclared: boolean;
  readonly confidence: number;
}

/** Undefined where the text reads like nothing. */
export function decideEncoding(
  scores: Scores,
  meant: Candidate | undefined,
  settings: Decision = SETTINGS,
): Choice | undefined {
  const favoured = chooseEncoding(scores, meant, settings);
  if (favoured === undefined) return undefined;
  // What is declared and reads like nothing is no better than no declaration.
  const isLie = meant !== undefined && isNoise(favoured, scores, settings);
  const first = isLie ? chooseEncoding(scores, undefined, settings) : favoured;
  if (first === undefined || isNoise(first, scores, settings)) return undefined;
  if (meant !== undefined && (first.candidate === meant || first.readsAs.has(meant)))
    return { candidate: meant, isDeclared: true, confidence: first.confidence };
  // An English text with names of many countries reads like no language there: it is kept, and said to be unsure.
  const strange = isStrange(first, settings);
  const confidence = strange ? Math.min(first.confidence, STRANGE_CONFIDENCE) : first.confidence;
  return { ...first, isDeclared: false, confidence };
}

function isNoise(guess: Guess, { length }: Scores, settings: Decision): boolean {
  return isStrange(guess, settings) && guess.high * MOST_ASCII >= length;
}

function isStrange({ strangeness, high }: Guess, { mostStrange, few }: Decision): boolean {
  return strangeness > mostStrange + few / Math.max(1, high);
}

function textIn(
  bytes: Uint8Array,
  { codec: name }: Candidate,
  codec: Codec,
): { readonly text: string; readonly damaged: number } {
  const text = codec.decode(bytes, name);
  let damaged = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) damaged++;
  return { text, damaged };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1e4) / 1e4;
}
