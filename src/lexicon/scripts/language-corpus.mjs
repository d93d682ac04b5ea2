// The texts that the language tables are learned from: sentences with the name of their language and, for NTREX, of
// their story. Owns reading and naming; learns nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const DATA = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'), 'data');
export const SOURCES = [
  {
    file: 'translations/ntrex-dev.jsonl.gz',
    name: 'NTREX-128, development stories',
    licence: 'CC BY-SA 4.0',
  },
  { file: 'sentences/tatoeba.jsonl.gz', name: 'Tatoeba', licence: 'CC BY 2.0 FR' },
  { file: 'sentences/tico19.jsonl.gz', name: 'TICO-19', licence: 'CC0' },
];

/** Names of the sources to names of ours, where they differ; `-`: the same text again. */
const pairs = (text) => new Map(text.split(' ').map((pair) => pair.split('=')));
export const NTREX = pairs(
  'arb=ara aze-Latn=aze ckb-Arab=ckb eng-GB=eng eng-IN=eng eng-US=eng fra-CA=fra por-BR=por sna-Latn=sna snd-Arab=snd spa-MX=spa spa_2=spa srp-Cyrl=srp srp-Latn=srp tgk-Cyrl=tgk zho-CN=zho zho-TW=zho',
);
export const TATOEBA = pairs('cmn=zho kur=kmr lvs=lav pes=fas swh=swa tgl=fil zsm=msa');
const TICO = pairs(
  'ar=ara bn=ben es-419=spa es-LA=- fa=fas fr=fra ha=hau hi=hin id=ind km=khm kr=kau ku=kmr lg=lug ln=lin mr=mar ms=msa my=mya ne=nep om=orm ps=pus pt-BR=por ru=rus rw=kin so=som sw=swa ta=tam ti=tir ti_ER=tir ti_ET=- tl=fil ur=urd zh=zho zu=zul',
);
/** Invented, extinct, or without a press: a short line of a neighbour must not fall to them. */
export const LEFT_OUT = new Set(
  'ang awa ber cbk cha cor csb dtp ido ile ina kzj lat lfn max mhr nov orv pms swg tzl wuu'.split(' '),
);

export function readSource(file) {
  const bytes = readFileSync(resolve(DATA, file));
  const rows = gunzipSync(bytes).toString().split('\n').filter(Boolean);
  return {
    rows: rows.map((line) => JSON.parse(line)),
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** `{ language, text, story?, version? }` of all sources, and their digests. */
export function readCorpus() {
  const [ntrex, tatoeba, tico] = SOURCES.map(({ file }) => readSource(file));
  const sentences = [
    ...ntrex.rows.flatMap(({ lang, story, sentences: all }) =>
      all.map((text) => ({ language: NTREX.get(lang) ?? lang, text, story, version: lang })),
    ),
    ...tatoeba.rows
      .filter(({ lang }) => !LEFT_OUT.has(lang))
      .map(({ lang, text }) => ({ language: TATOEBA.get(lang) ?? lang, text })),
    ...tico.rows.map(({ lang, text }) => ({ language: TICO.get(lang) ?? lang, text })),
  ].filter(({ language, text }) => language !== '-' && text !== '');
  return { sentences, digests: [ntrex.digest, tatoeba.digest, tico.digest] };
}

/** The fold of a story, 0..folds-1, by the digest of its name: whatever the order of the rows. */
export function foldOf(story, folds) {
  return createHash('sha256').update(`fold ${story}`).digest().readUInt32BE(0) % folds;
}
