/**
 * How likely a language is before a word is read, in steps: languages with a large press of their own (+1), languages
 * hardly met in news or written mostly beside a larger neighbour (-1), all others 0. From general knowledge, so that
 * a line that fits two languages goes to the one that newsrooms write.
 */
const MANY_NEWSROOMS =
  'eng deu nld fra spa por ita ron pol ces slk hrv srp hun fin swe dan nob ell tur ind vie swa rus ukr bul ara fas urd hin heb amh est lit lav cat slv sqi msa fil afr';
const FEW_NEWSROOMS =
  'sco fry oci lat sme bre epo haw hat que grn tzm ceb jav sun skr azb oss sah che chv bho mai san asm shn lug lin tso run yid nde';

const STEPS: ReadonlyMap<string, number> = new Map([
  ...MANY_NEWSROOMS.split(' ').map((code) => [code, 1] as const),
  ...FEW_NEWSROOMS.split(' ').map((code) => [code, -1] as const),
]);

/** Steps of prior likelihood of a language: -1, 0 or 1. */
export function priorSteps(code: string): number {
  return STEPS.get(code) ?? 0;
}
