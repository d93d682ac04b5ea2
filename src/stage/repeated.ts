/**
 * The stage `repeated`: blocks that a source repeats. Owns how rows become what `candidates` sees; must not find otherwise.
 * Memory: one source.
 */
import { repeatedKeys } from '../candidates/repeated/index.ts';
import { keyIn, numberIn, numbersIn, objectsIn, type Stage, wordsIn } from './row.ts';

/**
 * `{source, members: [{pos, text, shingles, sketch, leads, edges, pages}]}`: a source, and its articles, of more than
 * `limits.sampled` those of the smallest text keys; out comes each repeated key with the number of articles that have it.
 */
export function repeatedStage(): Stage {
  return {
    take(row) {
      const members = [...objectsIn(row, 'members')].sort((x, y) => numberIn(x, 'pos') - numberIn(y, 'pos'));
      const keys = members.map((member) => keyIn(member, 'text'));
      const wordsOf = (name: string): readonly Uint32Array[] =>
        members.map((member) => Uint32Array.from(numbersIn(member, name)));
      const [leads, edges, pages] = [wordsOf('leads'), wordsOf('edges'), wordsOf('pages')];
      const sketches = members.map((member) => wordsIn(member, 'sketch'));
      const source = numberIn(row, 'source');
      const repeated = repeatedKeys([...members.keys()], {
        count: members.length,
        sourceKeys: new Float64Array(members.length).fill(source),
        textHigh: Uint32Array.from(keys, ([high]) => high),
        textLow: Uint32Array.from(keys, ([, low]) => low),
        shingleCounts: Uint32Array.from(members, (member) => numberIn(member, 'shingles')),
        leadKeys: (index) => leads[index]!,
        sketchRow: (index) => sketches[index]!,
        edgeKeys: (index) => edges[index]!,
        pageKeys: (index) => pages[index]!,
      });
      return [...repeated].map(([key, articles]) => ({ type: 'repeated', source, key, articles }));
    },
  };
}
