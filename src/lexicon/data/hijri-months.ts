/**
 * Months of the Umm al-Qura calendar. Made by `src/lexicon/scripts/hijri-months.mjs` with ICU 78.2
 * (Unicode-3.0); do not edit.
 */
export const FIRST_HIJRI_YEAR = 1343;
export const LAST_HIJRI_YEAR = 1500;
/** Days since 1970 of 1 Muharram of the first year. */
export const FIRST_HIJRI_DAY = -16588;
/** Of each year three digits in hexadecimal: a bit for each month of 30 days, the first month lowest. */
export const HIJRI_MONTHS =
  '6a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65d4a';
