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
  [
    'English: letters of two who sign in turn',
    [
      'Letters from the lighthouse, 1921',
      'Dear Martha, the lamp has burned for nine nights now, and no boat has been able to land.\nYour Edwin',
      'Dear Edwin, the boys have painted the door green and want to know what the whales eat.\nYour Martha',
      'Dear Martha, tell them that whales eat what they find, and that the flour is nearly gone.\nYour Edwin',
    ],
  ],
  [
    'Spanish: letters with one signature',
    [
      'Cartas desde la mina',
      'Querida Inés, hoy hemos bajado a las cinco y no hemos visto el sol en todo el santo día.\nTu hermano',
      'Querida Inés, el capataz dice que pronto nos pagarán, pero lo mismo dijo el mes pasado.\nTu hermano',
      'Querida Inés, guarda el pan y la manta buena, que para la fiesta de agosto estaré en casa.\nTu hermano',
    ],
  ],
  [
    'Russian: what readers say, two from one town',
    [
      'Что пишут читатели',
      'На прошлой неделе мы спросили вас о новом трамвае. Вот что вы ответили нам в письмах и по телефону.',
      'Он слишком дорогой и пришёл в наш район на десять лет позже, чем нам когда-то обещали.\nАнна, Заречье',
      'Мне нравится: дорога на работу стала короче на полчаса, а вид из окна лучший в городе.\nБорис, Лугово',
      'Зачем мы платим налоги, если теперь за каждую поездку до больницы надо платить снова?\nАнна, Заречье',
    ],
  ],
  [
    'Italian: paragraphs parted by lines of no-break spaces',
    [
      'Il nuovo ponte sul porto ha richiesto dieci anni di progetti, quattro di lavori e un giorno solo per riempirsi.',
      'È costato 212 milioni, un terzo in più di quanto il comune avesse previsto quando approvò il primo disegno.',
      "L'ingegnere che lo ha disegnato non lo ha visto finito: sua figlia ha tagliato il nastro con le sue forbici.",
      'Il traghettatore ha aperto un bar sulla riva opposta, e dice di vendere più birra che biglietti in passato.',
      'Alla festa nessuno voleva parlare della galleria: volevano ballare, e la banda ha suonato fino alle quattro.',
    ].map((text, i) => (i === 0 ? text : `\u00a0\n\u00a0\n${text}`)),
  ],
  [
    'Portuguese: a last part below one break',
    [
      'Duas partes',
      'A ponte do porto levou dez anos a planear, quatro a construir e um dia a encher-se de gente, quase toda a pé.',
      'Custou 212 milhões, mais um terço do que a câmara tinha anunciado, e tem menos duas faixas do que o desenho.',
      '\u00a0\n\u00a0\nNo fim de contas, o barqueiro abriu um bar na outra margem.',
    ],
  ],
];

/** The heading is one of links, wherever it stands; what a sentence or two say below it stays. */
const headed: typeof cases = [
  [
    'French: a last section under a heading of links',
    [
      'Le tunnel attendra',
      "Le conseil a débattu trois heures lundi du tunnel sous la rivière, dont le coût a doublé depuis l'an dernier.",
      "À la fin, 21 élus ont voté pour le report, 19 contre, et quatre se sont abstenus ; la maire n'a pas pris part.",
      'Sur le même sujet',
      'La région a promis un rapport.',
    ],
  ],
  [
    'German: two last paragraphs under a heading of links',
    [
      'Rat stimmt für die Busspur',
      'Der Stadtrat hat am Montag drei Stunden lang über die neue Busspur auf der Hauptstraße gestritten und abgestimmt.',
      'Am Ende waren 21 Mitglieder dafür und 19 dagegen, vier enthielten sich, darunter auch der Bürgermeister selbst.',
      'Weitere Themen',
      'Das Land will bis zum Jahresende über seinen Anteil entscheiden.',
      'Über das Bad wird im Juni beraten.',
    ],
  ],
];

describe('articles that look like pages', () => {
  it.each(cases)('%s', (_, blocks) => {
    const cleaned = cleanArticle({ text: blocks.join('\n\n') }).blocks;
    expect(cleaned.filter((block) => !block.kept)).toEqual([]);
  });

  it.each(headed)('%s', (_, blocks) => {
    const cleaned = cleanArticle({ text: blocks.join('\n\n') }).blocks;
    expect(cleaned.filter((block) => !block.kept).map((block) => block.text)).toEqual([blocks[3]]);
  });
});
