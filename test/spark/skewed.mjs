// Articles of a kind that would send most of the work to one machine. Made up; the same for the same count.
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';

/** Lines of JSON: of ten articles one in one bucket, five of one source, four with one text, beside others. */
export function skewedArticles(count) {
  const random = mulberry(7);
  const sentence = () => makeSentence(random, 'latin');
  const paragraph = (length) => Array.from({ length }, sentence).join(' ');
  const shared = Array.from({ length: 6 }, () => paragraph(5));
  const identical = [sentence(), paragraph(6), paragraph(6)].join('\n');
  const imprint = ['About the author', paragraph(3), 'All rights reserved.'];
  const lines = Array.from({ length: count }, (_, i) => {
    const kind = i % 10;
    const own = [sentence(), paragraph(6), paragraph(6)];
    const text = kind === 0 ? [own[0], ...shared, sentence()] : kind < 5 ? [identical] : [...own, ...imprint];
    return JSON.stringify({
      id: `s${i}`,
      text: text.join('\n'),
      ...(kind >= 5 ? { source: 'half.example' } : {}),
    });
  });
  return `${lines.join('\n')}\n`;
}
