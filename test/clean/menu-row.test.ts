/** Menus on one line: where they are cut, and what is a heading or a row of a table instead. */
import { describe, expect, it } from 'vitest';
import { pageOf } from './score/page.ts';

describe('a row', () => {
  it.each<[line: string, phrase: string | undefined, labels: number]>([
    ['Sport | Culture | Contact', 'navigation', 3],
    ['Sport  Culture  Contact', 'navigation', 3],
    ['Sport · Culture · Contact', 'navigation', 3],
    ['Startseite › Politik › Wetter', 'navigation', 3],
    ['Home\tSport\tWeather', 'navigation', 3],
    ['Home / Sport / Weather', 'navigation', 3],
    ['Politik Kultur Sport Wetter Kontakt', 'navigation', 5],
    ['Politik Kultur Seefahrt Sport Wetter', 'navigation', 4],
    ['首页　新闻　体育', 'navigation', 3],
    ['Teilen  Drucken', 'share', 2],
    ['Teilen Drucken', 'share', 2],
    ['Herrings  Nets  Sport  Lighthouses', 'navigation', 1],
    // A heading, an item of a list, a sentence, names, a result, and a row of figures.
    ['Sport Culture Contact:', undefined, 0],
    ['- Sport Culture Contact Weather', undefined, 0],
    ['News about sport, culture and the weather', undefined, 0],
    ['Ada Brand | Edwin Ode', undefined, 0],
    ['North 2  South 1', undefined, 0],
    ['Sport | 12 | 14 | 3', undefined, 0],
    ['Sport Culture', undefined, 0],
  ])('%s: %s', (line, phrase, labels) => {
    const { row } = pageOf(line).lines[0]!;
    expect([row?.phrase, row?.labels.length ?? 0]).toEqual([phrase, labels]);
  });
});
