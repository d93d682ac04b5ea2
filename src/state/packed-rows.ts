/**
 * Compact rows of several articles as columns, to cross from one thread to another: a message of a dozen arrays an
 * article costs more than it takes to fill them, and columns are put behind one another in one piece. Owns the turning of
 * rows into columns and back; must not interpret them.
 */
import type { CompactFeatures, KeyLists, RowBatch, StoryRow } from '../model/features.ts';

export function packRows(rows: readonly CompactFeatures[]): RowBatch {
  const facts = rows.map(({ story }) => story.facts);
  const concepts = rows.map(({ story }) => story.concepts);
  return {
    textKeys: wordsOf(rows.map(({ textKey }) => textKey)),
    contentKeys: wordsOf(rows.map(({ contentKey }) => contentKey)),
    shingleCounts: Uint32Array.from(rows, ({ shingleCount }) => shingleCount),
    sketches: joinedSketches(rows),
    samples: listsOf(rows.map(({ sample }) => sample)),
    sourceKeys: Float64Array.from(rows, ({ sourceKey }) => sourceKey),
    leadKeys: listsOf(rows.map(({ leadKeys }) => leadKeys)),
    tailKeys: listsOf(rows.map(({ tailKeys }) => tailKeys)),
    endings: Uint8Array.from(rows, ({ ending }) => ending),
    edgeKeys: listsOf(rows.map(({ edgeKeys }) => edgeKeys)),
    pageKeys: listsOf(rows.map(({ pageKeys }) => pageKeys)),
    facts: {
      ...listsOf(facts.map(({ keys }) => keys)),
      weights: bytesOf(facts.map(({ weights }) => weights)),
      places: bytesOf(facts.map(({ places }) => places)),
      kinds: bytesOf(facts.map(({ kinds }) => kinds)),
    },
    concepts: {
      lengths: Uint32Array.from(concepts, ({ ids }) => ids.length),
      ids: joined(
        concepts.map(({ ids }) => ids),
        (length) => new Uint16Array(length),
      ),
      weights: bytesOf(concepts.map(({ weights }) => weights)),
      places: bytesOf(concepts.map(({ places }) => places)),
      qualities: Float64Array.from(concepts, ({ quality }) => quality),
      backgrounds: Float64Array.from(concepts, ({ background }) => background),
    },
    letters: Float64Array.from(rows, ({ story }) => story.letters),
    published: Float64Array.from(rows, ({ story }) => story.published),
  };
}

/** The rows one by one, as views of the columns. */
export function unpackRows(batch: RowBatch): readonly CompactFeatures[] {
  const { textKeys, contentKeys, shingleCounts, sketches, endings, sourceKeys } = batch;
  const words = sketches.length / shingleCounts.length;
  const [samples, leads, tails, edges, pages] = [
    viewsOf(batch.samples),
    viewsOf(batch.leadKeys),
    viewsOf(batch.tailKeys),
    viewsOf(batch.edgeKeys),
    viewsOf(batch.pageKeys),
  ];
  const stories = storiesOf(batch);
  return Array.from(shingleCounts, (shingleCount, i) => ({
    textKey: [textKeys[2 * i]!, textKeys[2 * i + 1]!],
    contentKey: [contentKeys[2 * i]!, contentKeys[2 * i + 1]!],
    shingleCount,
    sketch: shingleCount === 0 ? NO_WORDS : sketches.subarray(i * words, (i + 1) * words),
    sample: samples[i]!,
    story: stories[i]!,
    leadKeys: leads[i]!,
    tailKeys: tails[i]!,
    ending: endings[i]!,
    sourceKey: sourceKeys[i]!,
    edgeKeys: edges[i]!,
    pageKeys: pages[i]!,
  }));
}

const NO_WORDS = new Uint32Array(0);

function storiesOf({ facts, concepts, letters, published }: RowBatch): readonly StoryRow[] {
  let fact = 0;
  let concept = 0;
  return Array.from(letters, (length, i) => {
    const [factStart, conceptStart] = [fact, concept];
    fact += facts.lengths[i]!;
    concept += concepts.lengths[i]!;
    return {
      facts: {
        keys: facts.values.subarray(factStart, fact),
        weights: facts.weights.subarray(factStart, fact),
        places: facts.places.subarray(factStart, fact),
        kinds: facts.kinds.subarray(factStart, fact),
      },
      concepts: {
        ids: concepts.ids.subarray(conceptStart, concept),
        weights: concepts.weights.subarray(conceptStart, concept),
        places: concepts.places.subarray(conceptStart, concept),
        quality: concepts.qualities[i]!,
        background: concepts.backgrounds[i]!,
      },
      letters: length,
      published: published[i]!,
    };
  });
}

/** As many words for each row; all 0 where a row has none. */
export function joinedSketches(rows: readonly { readonly sketch: Uint32Array }[]): Uint32Array {
  const words = rows.reduce((most, { sketch }) => Math.max(most, sketch.length), 0);
  const sketches = new Uint32Array(words * rows.length);
  rows.forEach(({ sketch }, i) => {
    sketches.set(sketch, i * words);
  });
  return sketches;
}

function wordsOf(keys: readonly (readonly [number, number])[]): Uint32Array {
  const words = new Uint32Array(2 * keys.length);
  keys.forEach(([high, low], i) => {
    words[2 * i] = high;
    words[2 * i + 1] = low;
  });
  return words;
}

function listsOf(lists: readonly Uint32Array[]): KeyLists {
  return {
    values: joined(lists, (length) => new Uint32Array(length)),
    lengths: Uint32Array.from(lists, ({ length }) => length),
  };
}

function bytesOf(lists: readonly Uint8Array[]): Uint8Array {
  return joined(lists, (length) => new Uint8Array(length));
}

function joined<T extends Uint8Array | Uint16Array | Uint32Array>(
  lists: readonly T[],
  make: (length: number) => T,
): T {
  let length = 0;
  for (const list of lists) length += list.length;
  const all = make(length);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function viewsOf({ values, lengths }: KeyLists): readonly Uint32Array[] {
  let end = 0;
  return Array.from(lengths, (length) => {
    end += length;
    return values.subarray(end - length, end);
  });
}
