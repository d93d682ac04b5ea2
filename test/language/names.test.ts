import { describe, expect, it } from 'vitest';
import { detectLanguage, loadVoters } from '../../src/language/index.ts';

const voters = await loadVoters();
const languageOf = (text: string) => detectLanguage(text, voters).language;

describe('names alone in a script without capitals are told with little confidence', () => {
  const cases: readonly (readonly [text: string, script: string])[] = [
    ['חיים כהן משה לוי', 'Hebr'],
    ['محمد علي حسن أحمد', 'Arab'],
    ['नरेन्द्र मोदी राहुल गांधी', 'Deva'],
    ['አበበ ቢቂላ ኃይሌ ገብረሥላሴ', 'Ethi'],
  ];
  for (const [text, script] of cases) {
    it(text, () => {
      const { confidence, script: read } = languageOf(text);
      expect(read).toBe(script);
      expect(confidence).toBeLessThanOrEqual(0.6);
    });
  }
});

describe('a function word, or more words than a row of names has, is told as before', () => {
  const cases: readonly (readonly [text: string, code: string])[] = [
    ['משה כהן הוא ראש העיר', 'heb'],
    ['قال محمد علي في المدينة', 'ara'],
    ['मोदी ने राहुल से कहा', 'hin'],
    ['מועצת העיר סגרה אתמול גשר ישן שנבנה בשנות השלושים', 'heb'],
  ];
  for (const [text, code] of cases) {
    it(text, () => {
      const language = languageOf(text);
      expect(language.code).toBe(code);
      expect(language.confidence).toBeGreaterThan(0.8);
    });
  }
});
