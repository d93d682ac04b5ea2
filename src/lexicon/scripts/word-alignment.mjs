// IBM Model 1, in both directions, over pairs of key lists: which key of one side tells which concept of the other.
// Reference: P. Brown et al., The mathematics of statistical machine translation, Computational Linguistics 19 (1993),
// section 4.2. A word is also explained by the null word, whose distribution is learned with the rest.

/** How the lexicon is aligned: as in the first prototype that worked; not swept (decisions/0012-concepts.md). */
export const ALIGNMENT = { rounds: 6, prior: 0.3, minStrength: 0.08, most: 3 };

/**
 * Learns from `pairs` ({ f: distinct keys, e: distinct concepts }): by key, its concepts with a strength of 0..1, best
 * first. Strength: (expected share of the key that stands for the concept)^3/4 * (share of the concept that the key
 * accounts for)^1/4, so that a rare chance meeting stays weak.
 */
export function alignWords(pairs, { rounds, prior, minStrength, most }) {
  const table = numberCells(pairs);
  const forward = estimate(table, false, rounds, prior);
  const backward = estimate(table, true, rounds, prior);
  const found = new Map();
  const { keyOf, conceptOf, keyCounts, conceptCounts, keys } = table;
  for (let cell = 0; cell < keyOf.length; cell++) {
    const share = Math.min(1, forward[cell] / (keyCounts[keyOf[cell]] + 0.5));
    const back = Math.min(1, backward[cell] / (conceptCounts[conceptOf[cell]] + 0.5));
    const strength = share ** 0.75 * back ** 0.25;
    if (strength < minStrength) continue;
    const key = keys[keyOf[cell]];
    const list = found.get(key);
    if (list === undefined) found.set(key, [[conceptOf[cell], strength]]);
    else list.push([conceptOf[cell], strength]);
  }
  for (const list of found.values()) {
    list.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    list.length = Math.min(list.length, most);
  }
  return found;
}

/**
 * One number for each (key, concept) that meets, so that the rounds run over arrays: key by key, so that what is read
 * together stands together.
 */
function numberCells(pairs) {
  const { meetings, keys, keyCounts, conceptCounts } = numberKeys(pairs);
  const { starts, meetingOf, placeOf } = placesOfKeys(meetings, keyCounts);
  const keyOf = [];
  const conceptOf = [];
  const cells = new Int32Array(conceptCounts.length);
  for (let key = 0; key < keyCounts.length; key++) {
    const first = keyOf.length;
    for (let k = starts[key]; k < starts[key + 1]; k++) {
      const { concepts, at } = meetings[meetingOf[k]];
      let place = placeOf[k] * concepts.length;
      for (const concept of concepts) {
        // Numbers up to the first of this key are of earlier keys.
        if (cells[concept] <= first) {
          keyOf.push(key);
          conceptOf.push(concept);
          cells[concept] = keyOf.length;
        }
        at[place++] = cells[concept] - 1;
      }
    }
  }
  return {
    meetings,
    keys,
    keyOf: Int32Array.from(keyOf),
    conceptOf: Int32Array.from(conceptOf),
    keyCounts: Float64Array.from(keyCounts),
    conceptCounts: Float64Array.from(conceptCounts),
  };
}

function numberKeys(pairs) {
  const numbers = new Map();
  const keys = [];
  const keyCounts = [];
  const met = pairs.filter(({ f, e }) => f.length > 0 && e.length > 0);
  const conceptCounts = new Float64Array(1 + met.reduce((most, { e }) => Math.max(most, ...e), 0));
  const meetings = met.map(({ f, e }) => {
    const rows = f.map((key) => {
      const known = numbers.get(key) ?? keys.push(key) - 1;
      numbers.set(key, known);
      keyCounts[known] = (keyCounts[known] ?? 0) + 1;
      return known;
    });
    for (const concept of e) conceptCounts[concept]++;
    return {
      rows: Int32Array.from(rows),
      concepts: Int32Array.from(e),
      at: new Int32Array(rows.length * e.length),
    };
  });
  return { meetings, keys, keyCounts, conceptCounts };
}

/** Meetings by key, and the place of the key in each: those of key k stand from `starts[k]` on. */
function placesOfKeys(meetings, keyCounts) {
  const starts = new Int32Array(keyCounts.length + 1);
  for (const [key, count] of keyCounts.entries()) starts[key + 1] = starts[key] + count;
  const next = starts.slice();
  const meetingOf = new Int32Array(starts[keyCounts.length]);
  const placeOf = new Int32Array(starts[keyCounts.length]);
  meetings.forEach(({ rows }, meeting) => {
    rows.forEach((row, place) => {
      const at = next[row]++;
      meetingOf[at] = meeting;
      placeOf[at] = place;
    });
  });
  return { starts, meetingOf, placeOf };
}

/** Expected counts of the cells after the rounds: concepts generated from keys, or, backward, keys from concepts. */
function estimate({ meetings, keyOf, conceptOf, keyCounts, conceptCounts }, isBackward, rounds, prior) {
  const giver = isBackward ? conceptOf : keyOf;
  const givers = isBackward ? conceptCounts : keyCounts;
  const taken = isBackward ? keyCounts : conceptCounts;
  const total = taken.reduce((sum, count) => sum + count, 0);
  let nothing = Float64Array.from(taken, (count) => count / total);
  const chance = new Float64Array(keyOf.length);
  for (const { at } of meetings) for (const cell of at) chance[cell] += 1;
  for (let cell = 0; cell < chance.length; cell++) chance[cell] /= 20 * givers[giver[cell]];
  const counts = new Float64Array(keyOf.length);
  for (let round = 0; round < rounds; round++) {
    counts.fill(0);
    const unexplained = new Float64Array(nothing.length);
    for (const meeting of meetings) share(meeting, isBackward, chance, nothing, counts, unexplained);
    const totals = new Float64Array(givers.length);
    for (let cell = 0; cell < counts.length; cell++) totals[giver[cell]] += counts[cell];
    for (let cell = 0; cell < counts.length; cell++)
      chance[cell] = counts[cell] / (totals[giver[cell]] + prior);
    const sum = unexplained.reduce((all, count) => all + count, 0);
    nothing = unexplained.map((count) => count / sum);
  }
  return counts;
}

/** Shares each taken word of one pair among those that may have given it; row by row, as the cells stand. */
function share({ rows, concepts, at }, isBackward, chance, nothing, counts, unexplained) {
  const width = concepts.length;
  const takers = isBackward ? rows : concepts;
  const sums = new Float64Array(takers.length);
  for (let taker = 0; taker < takers.length; taker++) sums[taker] = nothing[takers[taker]];
  for (let i = 0, place = 0; i < rows.length; i++) {
    for (let j = 0; j < width; j++, place++) sums[isBackward ? i : j] += chance[at[place]];
  }
  for (let taker = 0; taker < takers.length; taker++)
    unexplained[takers[taker]] += nothing[takers[taker]] / sums[taker];
  for (let i = 0, place = 0; i < rows.length; i++) {
    for (let j = 0; j < width; j++, place++) {
      const cell = at[place];
      counts[cell] += chance[cell] / sums[isBackward ? i : j];
    }
  }
}
