/**
 * Names of months of calendars that CLDR has no table for in a form that texts are read by: the spellings of a month by
 * commas or spaces, the months by bars. Must not say what stands beside a name.
 */

/** The solar calendar, in Persian, then Dari and Pashto; by commas. */
export const SOLAR_MONTHS =
  'فروردین,حمل,وری|اردیبهشت,ثور,غویی|خرداد,جوزا,غبرګولی|تیر,سرطان,چنګاښ|مرداد,امرداد,اسد,زمری|شهریور,سنبله,وږی|مهر,میزان,تله,تلې|آبان,عقرب,لړم|آذر,قوس,لیندۍ|دی,جدی,مرغومی|بهمن,دلو,سلواغه,سلواغې|اسفند,حوت,کب';

/** The Ethiopian calendar, in Amharic; by spaces. */
export const ETHIOPIAN_MONTHS =
  'መስከረም|ጥቅምት|ኅዳር ህዳር ሕዳር|ታኅሣሥ ታኅሳስ ታህሳስ ታሕሳስ|ጥር|የካቲት|መጋቢት|ሚያዝያ ሚያዚያ|ግንቦት|ሰኔ|ሐምሌ ሀምሌ|ነሐሴ ነሀሴ|ጳጉሜን ጳጉሜ';

/** Spellings to the numbers of their months, from 1 on. */
export function monthNumbers(rows: string): ReadonlyMap<string, number> {
  return new Map(
    rows.split('|').flatMap((row, place) => row.split(/[ ,]/).map((name) => [name, place + 1] as const)),
  );
}
