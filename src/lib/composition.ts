/**
 * Canonical composition (NFC) of one text for several who ask in turn: of all that is done to a text of marks it costs
 * most. Owns the last answer, so it holds on to one text; must not decide who has to ask.
 */

let last = '';
let composed = '';

/** `text.normalize('NFC')`, and the text itself where it is composed already. */
export function compose(text: string): string {
  if (text !== last) {
    const form = text.normalize('NFC');
    composed = form === text ? text : form;
    last = text;
  }
  return composed;
}
