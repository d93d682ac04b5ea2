/** Names of papers and sections, told by the address of the page. */
import { describe, expect, it } from 'vitest';
import { siteTest } from '../../src/clean/site-name.ts';

describe('siteTest', () => {
  it.each<[text: string, url: string, expected: boolean]>([
    ['Il Corriere Triestino', 'https://ilcorrieretriestino.example/cultura/x', true],
    ['Otočki list – shared from the app', 'https://otocki-list.example/share', true],
    ["L'Estacada | Entrevistes", 'https://www.lestacada.example/2021/05/x', true],
    ['Kras in okolica / Pojasnjujemo', 'https://krasinokolica.example/x', true],
    ['Işıklı Haber', 'https://isiklihaber.example.tr/x', true],
    ['Apple – the company reports a loss for the first time in years', 'https://apple.example/x', false],
    ['Triestino', 'https://ilcorrieretriestino.example/x', false],
    ['Post', 'https://post.example/x', false],
    ['Copa Libertadores', 'https://a.example/copa-libertadores/racing-palmeiras', true],
    ['Weather today', 'https://a.example/weather/12345.html', false],
    ['Politik im Wandel', 'https://a.example/politik/a-998.html', false],
    ['Türkiye', 'https://a.example/turkiye/481231', true],
    ['Budget explained', 'https://a.example/budget/2025-budget-explained', false],
    ['The mayor and the budget', 'https://a.example/budget/1', false],
    ['Anything', 'no address', false],
  ])('%s at %s: %s', (text, url, expected) => {
    expect(siteTest(url)?.(text) ?? false).toBe(expected);
  });

  it('is none where an address names nothing', () => {
    expect(siteTest(undefined)).toBeUndefined();
    expect(siteTest('https://a.example/1/2')).toBeUndefined();
  });
});
