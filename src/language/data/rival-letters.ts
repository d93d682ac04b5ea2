/**
 * Scripts of one great and one small language, which writes letters of its own: Assamese ra and va, Shan consonants
 * and vowels. From the Unicode code charts.
 */
export const RIVALS: ReadonlyMap<string, { readonly code: string; readonly rival: string; readonly letters: ReadonlySet<string> }> =
  new Map([
    ['Beng', { code: 'ben', rival: 'asm', letters: new Set('ৰৱ') }],
    ['Mymr', { code: 'mya', rival: 'shn', letters: new Set('ၵၶၷၸၹၺၻၼၽၾၿႀႁႂႃႄႅႆႇႈႉႊ') }],
  ]);
