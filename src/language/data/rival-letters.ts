/**
 * Scripts of one great and one small language, which writes letters of its own: Assamese ra and va, Shan consonants
 * and vowels. From the Unicode code charts. `never`: what the smaller does not write; old Burmese fonts (Zawgyi) put
 * other signs where Shan has its letters, but write the virama that Shan has not.
 */
interface Rivals {
  readonly code: string;
  readonly rival: string;
  readonly letters: ReadonlySet<string>;
  readonly never?: string;
}

export const RIVALS: ReadonlyMap<string, Rivals> = new Map([
  ['Beng', { code: 'ben', rival: 'asm', letters: new Set('ৰৱ') }],
  ['Mymr', { code: 'mya', rival: 'shn', never: '\u1039', letters: new Set('ၵၶၷၸၹၺၻၼၽၾၿႀႁႂႃႄႅႆႇႈႉႊ') }],
]);
