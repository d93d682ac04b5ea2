/**
 * Which locale's place names stand in a script inside a document of a language. Owns that choice only: Latin words in
 * a Japanese article are looked up in English, Latin words in a German one in German and no other language.
 */
import { PLACE_NAMES } from '../../lexicon/data/places.ts';

/** Tags that CLDR writes otherwise. */
const RELATIVES: Readonly<Record<string, string>> = {
  no: 'nb',
  tl: 'fil',
  iw: 'he',
  prs: 'fa',
  sh: 'sr-Latn',
};

/** The language to ask where that of the text is unknown or is written in another script. */
const BY_SCRIPT: ReadonlyMap<string, string> = new Map(
  (
    'Latn=en Cyrl=ru Grek=el Armn=hy Geor=ka Arab=ar Hebr=he Deva=hi Beng=bn Guru=pa Gujr=gu Orya=or Taml=ta Telu=te ' +
    'Knda=kn Mlym=ml Sinh=si Thai=th Laoo=lo Khmr=km Mymr=my Tibt=bo Hang=ko Hani=zh Kana=ja Ethi=am'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 4), pair.slice(5)] as const),
);

/** Scripts of the locales that are not written in Latin letters. */
const WRITTEN_IN: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'Cyrl=be,bg,kk,ky,mk,mn,ru,sr,tg,tt,uk,uz-Cyrl Grek=el Armn=hy Geor=ka Arab=ar,ckb,fa,ps,sd,ug,ur Hebr=he,yi ' +
    'Deva=hi,mr,ne Beng=as,bn Guru=pa Gujr=gu Orya=or Taml=ta Telu=te Knda=kn Mlym=ml Sinh=si Thai=th Laoo=lo Khmr=km ' +
    'Mymr=my Tibt=bo Hang=ko Hani=ja,yue,zh,zh-Hant Kana=ja Ethi=am,ti'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 4), pair.slice(5).split(',')] as const),
);
const NOT_LATIN = new Set([...WRITTEN_IN.values()].flat());

/** A key of `PLACE_NAMES`, or undefined for scripts that no locale is written in. */
export function placeLocale(bcp47: string, script: string): string | undefined {
  const subtags = bcp47.split('-');
  const language = RELATIVES[subtags[0] ?? ''] ?? subtags[0] ?? 'und';
  const isTraditional = subtags.some((subtag) => ['Hant', 'TW', 'HK', 'MO'].includes(subtag));
  const candidates = [
    bcp47,
    isTraditional ? `${language}-Hant` : language,
    `${language}-${script}`,
    language,
  ];
  const fitting = candidates.find((tag) => PLACE_NAMES[tag] !== undefined && isWrittenIn(tag, script));
  return fitting ?? BY_SCRIPT.get(script);
}

function isWrittenIn(locale: string, script: string): boolean {
  return script === 'Latn' ? !NOT_LATIN.has(locale) : (WRITTEN_IN.get(script) ?? []).includes(locale);
}
