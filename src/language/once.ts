/**
 * Asks once about each text: lines come again in lists and menus, and the libraries take a tenth of a millisecond and
 * more for each. Owns the memory only, which lives as long as the returned function; must not judge.
 */

/** The same answers, remembered by the whole text. */
export function onceForEach<Answer extends object>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}
