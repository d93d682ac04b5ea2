// Sentences of many languages with their English: what the lexicon of concepts is learned from. Owns reading, naming
// and licences; learns nothing. No sentence leaves these scripts.

import { codeOf, languageOf } from '../../../dist/language/data/tags.js';
import { readSource } from './language-corpus.mjs';

export const SOURCES = [
  {
    file: 'translations/ntrex-dev.jsonl.gz',
    name: 'NTREX-128, development stories',
    licence: 'CC BY-SA 4.0',
  },
  { file: 'sentences/tatoeba.jsonl.gz', name: 'Tatoeba', licence: 'CC BY 2.0 FR' },
  { file: 'sentences/tico19.jsonl.gz', name: 'TICO-19', licence: 'CC0' },
];

const names = (text) => new Map(text.split(' ').map((pair) => pair.split('=')));
const NTREX = names(
  'aze-Latn=aze ckb-Arab=ckb eng-GB=eng eng-IN=eng eng-US=eng fra-CA=fra por-BR=por sna-Latn=sna snd-Arab=snd spa-MX=spa spa_2=spa srp-Cyrl=srp srp-Latn=srp tgk-Cyrl=tgk zho-CN=zho zho-TW=zho',
);
const TATOEBA = names('tgl=fil zsm=msa kur=kmr');
const TICO = names('es-419=es es-LA=es pt-BR=pt ku=kmr kr=kau ti_ER=ti ti_ET=ti tl=fil prs=fas');
/** Invented, extinct, or without a press. */
const LEFT_OUT = new Set(
  'ang awa ber cbk cha cor csb dtp ido ile ina kzj lat lfn max mhr nov orv pms swg tzl wuu epo'.split(' '),
);

/** BCP 47 tag of a language as `detectLanguage` tells it, scripts of one language together. */
function tagOf(name) {
  return languageOf(codeOf(name), '', 1).bcp47;
}

/** `{ language, text, english, story? }` of all sources, the stories themselves, and the digests. */
export function readAligned() {
  const [ntrex, tatoeba, tico] = SOURCES.map(({ file }) => readSource(file));
  const english = new Map(
    ntrex.rows.filter(({ lang }) => lang === 'eng').map(({ story, sentences }) => [story, sentences]),
  );
  const versions = ntrex.rows
    .filter(({ lang }) => !lang.endsWith('_2'))
    .map(({ lang, story, sentences }) => ({
      language: tagOf(NTREX.get(lang) ?? lang),
      version: lang,
      story,
      text: sentences.filter(Boolean).join('\n'),
    }));
  const pairs = [
    ...ntrex.rows
      .filter(({ lang }) => lang !== 'eng')
      .flatMap(({ lang, story, sentences }) =>
        sentences.map((text, i) => ({
          language: tagOf(NTREX.get(lang) ?? lang),
          text,
          english: english.get(story)[i],
          story,
        })),
      ),
    ...tatoeba.rows
      .filter(({ lang }) => !LEFT_OUT.has(lang))
      .map(({ lang, text, eng }) => ({ language: tagOf(TATOEBA.get(lang) ?? lang), text, english: eng })),
    ...tico.rows.map(({ lang, text, eng }) => ({
      language: tagOf(TICO.get(lang) ?? lang),
      text,
      english: eng,
    })),
  ].filter(({ text, english: other }) => Boolean(text) && Boolean(other));
  return { pairs, versions, digests: [ntrex.digest, tatoeba.digest, tico.digest] };
}
