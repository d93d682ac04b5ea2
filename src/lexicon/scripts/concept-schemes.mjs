// How the words of each language become keys, chosen by how far translations of stories that were not learned from
// stand apart from other stories (choose-schemes.mjs); languages that are not named take the beginnings of six letters.
import { DEFAULT_SCHEME } from '../../../dist/lexicon/scheme.js';

const prefix5 = { ...DEFAULT_SCHEME, length: 5 };
const bare6 = { ...DEFAULT_SCHEME, bare: true };
const pieces4 = { ...DEFAULT_SCHEME, length: 4, pieces: true };
const pieces5 = { ...DEFAULT_SCHEME, length: 5, pieces: true };
const barePieces5 = { ...pieces5, bare: true };

export const SCHEMES = {
  prefix6: DEFAULT_SCHEME,
  prefix5,
  bare6,
  pieces4,
  pieces5,
  barePieces5,
  thai3: { ...DEFAULT_SCHEME, unspaced: 3 },
  thai5: { ...DEFAULT_SCHEME, unspaced: 5 },
};

const CHOSEN = [
  [bare6, 'bn bs el es lv nl ta tk yo'],
  [pieces4, 'am ar he ps shi ti'],
  [prefix5, 'az ba bg dv gu ka ku ky mk om pa ro ru si sq sr te tr uz vi'],
  [
    pieces5,
    'bem cs cy et fa fj fo ha hr hu kk lb ms mt nb nd nn nso ny rw sd sl sn so ss sv tn tt uk ur wo xh',
  ],
  [barePieces5, 'ckb ee gl hi ig is kn mg sk sm sw to ty ug zu'],
  [SCHEMES.thai5, 'km th'],
  [SCHEMES.thai3, 'lo'],
];
const SCHEME_OF = new Map(
  CHOSEN.flatMap(([scheme, languages]) => languages.split(' ').map((tag) => [tag, scheme])),
);

export function schemeOf(language) {
  return SCHEME_OF.get(language) ?? DEFAULT_SCHEME;
}
