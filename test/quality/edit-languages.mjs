// The languages of the table of edits: code in the set, and what stands between two sentences.
export const LANGUAGES = {
  Chinese: { code: 'zho-CN', gap: '' },
  Japanese: { code: 'jpn', gap: '' },
  Thai: { code: 'tha', gap: ' ' },
  Khmer: { code: 'khm', gap: ' ' },
  Burmese: { code: 'mya', gap: ' ' },
  Korean: { code: 'kor', gap: ' ' },
  English: { code: 'eng', gap: ' ' },
  Russian: { code: 'rus', gap: ' ' },
  Arabic: { code: 'arb', gap: ' ' },
  Hindi: { code: 'hin', gap: ' ' },
};
