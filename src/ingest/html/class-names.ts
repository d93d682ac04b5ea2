/**
 * What the class names and ids of an element say that it holds: the words that content management systems and themes
 * use everywhere, in English and in the languages of their makers. Owns the words; whether they are believed on a page
 * is for the caller. A name is read word by word (`article__byline`, `shareBar`), never by part of a word.
 */
import type { DropReason } from '../../model/article.ts';

const WORDS: readonly (readonly [DropReason, string])[] = [
  [
    'caption-pair',
    'caption captions figcaption credit credits photocredit imagecredit photographer bildunterschrift legende didascalia legenda bijschrift podpis bildtext',
  ],
  [
    'byline',
    'byline dateline timestamp author authors bio date time autor autoren autore autori auteur auteurs autores avtor datum fecha yazar penulis',
  ],
  [
    'share',
    'share sharing social teilen partage partager compartir compartilhar condividi delen paylas udostepnij',
  ],
  ['newsletter', 'newsletter newsletters subscribe signup'],
  [
    'comments',
    'comment comments disqus kommentar kommentare commentaire commentaires comentario comentarios commenti reacties komentarz komentarze kommentarii yorum yorumlar komentar',
  ],
  ['consent', 'cookie cookies consent gdpr'],
  [
    'advertisement',
    'promo advert adverts advertisement sponsor sponsored outbrain taboola werbung anzeige publicite publicidad publicidade pubblicita reklama reklam reklame iklan',
  ],
  [
    'navigation',
    'related recirc recommended recommendations trending popular nav navigation menu sidebar breadcrumb breadcrumbs print tags taxonomy copyright disclaimer relacionadas relacionados relacionado correlati correlate verwandte terkait',
  ],
];

const REASON_OF_WORD: ReadonlyMap<string, DropReason> = new Map(
  WORDS.flatMap(([reason, words]) => words.split(' ').map((word) => [word, reason] as const)),
);

/** Longer values are generated, and say nothing that the first names do not. */
const MAX_NAMES = 1000;

/** The telling words among these names, each once, in their order. */
export function tellingWords(names: string): readonly string[] {
  const found = new Set<string>();
  const parted = names.slice(0, MAX_NAMES).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  for (const word of parted.toLowerCase().split(/[^a-z]+/)) if (REASON_OF_WORD.has(word)) found.add(word);
  return [...found];
}

/** What a telling word says. */
export function reasonOf(word: string): DropReason {
  return REASON_OF_WORD.get(word) ?? 'navigation';
}
