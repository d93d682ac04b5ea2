/**
 * Chinese, Cantonese, Japanese or Korean, from the mixture of Han, kana and Hangul and from characters that only one
 * of them writes. Must not look at other scripts. Linear in the sample.
 */
import { SCRIPTS } from '../lib/script.ts';
import { CANTONESE, JAPANESE_FORMS, SIMPLIFIED, TRADITIONAL } from './data/han.ts';
import type { ScriptShares } from './scripts.ts';

export interface EastAsianReading {
  readonly code: 'zho' | 'yue' | 'jpn' | 'kor';
  readonly bcp47: 'zh' | 'zh-Hant' | 'yue' | 'ja' | 'ko';
  readonly script: 'Hans' | 'Hant' | 'Jpan' | 'Kore';
  /** 0..1. */
  readonly confidence: number;
}

/** Share of kana from which a text is Japanese: headlines keep about 0.2, articles 0.5; Chinese quotes a name or two. */
const KANA_SHARE = 0.08;
/** Share of Hangul from which a text is Korean although it writes Hanja. */
const HANGUL_SHARE = 0.3;
/**
 * Written Cantonese has a particle of its own in ten to fifty characters; standard Chinese quotes hardly any: of 124
 * sentences of Taiwan and of China each none has one, of Hong Kong 102 have.
 */
const CANTONESE_SHARE = 0.01;
/** Formal Cantonese is written without them: a line in traditional characters may be that. */
const MAX_TRADITIONAL = 0.97;

const HAN = SCRIPTS.indexOf('Hani');
const HIRAGANA = SCRIPTS.indexOf('Hira');
const KATAKANA = SCRIPTS.indexOf('Kana');
const HANGUL = SCRIPTS.indexOf('Hang');

/** Reads a text whose letters are mostly East Asian. */
export function readEastAsian(sample: string, scripts: ScriptShares): EastAsianReading {
  const han = scripts.counts[HAN]!;
  const kana = scripts.counts[HIRAGANA]! + scripts.counts[KATAKANA]!;
  const hangul = scripts.counts[HANGUL]!;
  const total = Math.max(1, han + kana + hangul);
  if (hangul / total >= HANGUL_SHARE && hangul >= kana) return korean(hangul / total);
  if (kana / total >= KANA_SHARE) return japanese(0.8 + 0.2 * Math.min(1, kana / total / 0.3));
  return readHan(sample, han);
}

function korean(share: number): EastAsianReading {
  return { code: 'kor', bcp47: 'ko', script: 'Kore', confidence: 0.8 + 0.2 * Math.min(1, share / 0.6) };
}

function japanese(confidence: number): EastAsianReading {
  return { code: 'jpn', bcp47: 'ja', script: 'Jpan', confidence };
}

/** Han alone: the forms of the characters decide. Without a telling character it is Chinese, in simplified form. */
function readHan(sample: string, han: number): EastAsianReading {
  const [simplified, traditional, japaneseForms, cantonese] = countForms(sample);
  if (cantonese / Math.max(1, han) >= CANTONESE_SHARE) {
    return {
      code: 'yue',
      bcp47: 'yue',
      script: traditional >= simplified ? 'Hant' : 'Hans',
      confidence: cantonese === 1 ? 0.9 : 0.97,
    };
  }
  if (japaneseForms > simplified + traditional) return japanese(0.7);
  // Half a thousand ideographs without one kana are not Japanese; ten may be a Japanese headline.
  const confidence = Math.min(1, 0.75 + 0.25 * Math.min(1, (han + 4 * (simplified + traditional)) / 60));
  return traditional > simplified
    ? { code: 'zho', bcp47: 'zh-Hant', script: 'Hant', confidence: Math.min(MAX_TRADITIONAL, confidence) }
    : { code: 'zho', bcp47: 'zh', script: 'Hans', confidence };
}

/** By code unit, for each list of forms a bit: all of them are of the first plane. */
const FORMS = new Uint8Array(0x10000);
[SIMPLIFIED, TRADITIONAL, JAPANESE_FORMS, CANTONESE].forEach((characters, list) => {
  for (const character of characters) FORMS[character.charCodeAt(0)]! |= 1 << list;
});

/** How many characters are of each list, in the order of their bits. */
function countForms(text: string): readonly [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const forms = FORMS[text.charCodeAt(i)]!;
    if (forms === 0) continue;
    for (let list = 0; list < counts.length; list++) if ((forms & (1 << list)) !== 0) counts[list]!++;
  }
  return counts;
}
