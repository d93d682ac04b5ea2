/** Counts and scores in words, the same in every locale: in a terminal, on a page, in messages. Pure. */

/** `1,204`. */
export function wholeNumber(value: number): string {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

/** `1 article`, `1,204 articles`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? noun : plural}`;
}

/** A score with two digits, rounded down: 1.00 means certain, and 0.9999 is not. */
export function scoreText(score: number): string {
  return (Math.floor(Math.round(score * 1e4) / 100) / 100).toFixed(2);
}
