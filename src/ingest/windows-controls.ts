/**
 * Repairs text that was decoded as ISO 8859-1 and meant windows-1252: its quotes and dashes came out as the controls
 * U+0080 to U+009F, which no text holds. Some releases of Node do so themselves. Pure.
 */

const MEANT =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export function repairedControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => MEANT[control.charCodeAt(0) - 0x80]!);
}
