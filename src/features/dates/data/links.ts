/**
 * Small words around dates, of all languages together: a word that means something else in another language does no
 * harm, because it counts only between a day, a month and a year. Written by hand, lower case.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words between day, month and year. */
export const LINKS = setOf(
  'ga ឆ្នាំ του ის de del d di da do of the ta ng lá na mis bulan tahun พ năm عام سنة من שנת',
);

/** Endings of a day: 28th, 1er, 28-го, 28ης. */
export const DAY_ENDINGS = setOf(
  'ê ی শে লা ই রা ঠা ին st nd rd th er e ste de º ª o η ης го е ге га й a an én án ei ú ად ში',
);

/** Languages that write the month before the day. */
export const MONTH_FIRST = setOf('hy en hu lt eu fil ne ml ta te kn si mt am sw so ha my');

/** Words after a year that comes first: 2025 m. spalio, 2025. gada, 2025 жылғы. */
export const AFTER_YEAR = setOf(
  'ခုနှစ် жылдың সালের সাল թ թվականի թվականին ko eko m metų gada gadā жылғы жылдын жылы жыл йил yil елның елда',
);

/** Words of a span between two days: 28 to 30 October, 28 и 29 октября. */
export const SPANS = setOf(
  'to and bis und et au y e al a i og och til till en tot и до по та ja és ve do و إلى dan hingga ' +
    'και și as',
);
