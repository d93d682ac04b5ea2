// Sentences of many languages with their English: what the lexicon of concepts is learned from. Owns pairing
// them; learns nothing. No sentence leaves these scripts.

import { codeOf, languageOf } from '../../../dist/language/data/tags.js';
import { LEFT_OUT, NTREX, readSource, SOURCES, TATOEBA } from './language-corpus.mjs';

/** Names of TICO-19 that `codeOf` does not know; both Spanishes and both Tigrinyas are translations of their own. */
const TICO = new Map(
  Object.entries({
    'es-419': 'es',
    'es-LA': 'es',
    'pt-BR': 'pt',
    ku: 'kmr',
    kr: 'kau',
    ti_ER: 'ti',
    ti_ET: 'ti',
  }),
);
/** Besides what the language tables leave out. */
const INVENTED = 'epo';

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
      .filter(({ lang }) => !LEFT_OUT.has(lang) && lang !== INVENTED)
      .map(({ lang, text, eng }) => ({ language: tagOf(TATOEBA.get(lang) ?? lang), text, english: eng })),
    ...tico.rows.map(({ lang, text, eng }) => ({
      language: tagOf(TICO.get(lang) ?? lang),
      text,
      english: eng,
    })),
  ].filter(({ text, english: other }) => Boolean(text) && Boolean(other));
  return { pairs, versions, digests: [ntrex.digest, tatoeba.digest, tico.digest] };
}
