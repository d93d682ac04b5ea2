/** First do no harm: articles that speak of what pages are made of, or are built like them, lose nothing. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';

const cases: readonly (readonly [name: string, blocks: readonly string[]])[] = [
  [
    'German: a report that quotes a banner and its button',
    [
      'Aufsicht beanstandet Cookie-Hinweis',
      'Die Aufsicht hat am Freitag den Cookie-Hinweis eines Verlags beanstandet, weil Leser ihn nicht ablehnen konnten.',
      '„Wir verwenden Cookies auf unserer Website. Sie können sie akzeptieren oder ablehnen“, hieß es dort.',
      'Alle akzeptieren',
      'So stand es auf dem Knopf. Wer auf unserer Website Cookies ablehnen will, soll das können, versprach der Verlag.',
      'Er prüft eine Klage.',
    ],
  ],
  [
    'English: a banner told without quotation marks',
    [
      'Court rules on cookie notice',
      'A court in the capital ruled on Thursday that a cookie notice must let visitors refuse with a single click.',
      'We use cookies on our website to improve your experience, the notice said, and you can accept or manage them.',
      'Accept all',
      'The judges found that this button was three times as large as the link beside it, which led to a list of firms.',
      'The company has a month to appeal, and said that its lawyers would read the ruling before they decided.',
    ],
  ],
  [
    'French: good and bad examples',
    [
      'Ce que les bandeaux doivent dire',
      'Dès lundi, chaque site devra permettre de refuser les traceurs en un clic, a rappelé hier la commission.',
      'Un mauvais exemple : « Nous utilisons des cookies sur notre site. En continuant, vous acceptez. »',
      'Tout accepter',
      'Un bon exemple : « Nous utilisons des cookies sur notre site. Vous pouvez accepter ou refuser. »',
      'Tout accepter\nTout refuser',
      'Les entreprises ont six mois.',
    ],
  ],
];

describe('articles that look like pages', () => {
  it.each(cases)('%s', (_, blocks) => {
    const cleaned = cleanArticle({ text: blocks.join('\n\n') }).blocks;
    expect(cleaned.filter((block) => !block.kept)).toEqual([]);
  });
});
