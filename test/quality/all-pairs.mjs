// Candidates and verdicts against all pairs on 2,000 articles of the scale collection: node test/quality/all-pairs.mjs
// Every pair is measured on its shingles and, where it may reach a bound, judged; then the same of the candidates only.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  analyseArticle,
  Collection,
  cleanCollection,
  findNear,
  NEAR_PIECES,
  pairsToJudge,
  planMatching,
} from '../../dist/dedupe.js';
import { sha256 } from '../../dist/lib/digest.js';
import { judgePair, prepare } from '../../dist/match/index.js';
import { measureOverlap } from '../../dist/match/near/resemblance.js';
import { NEAR_BOUNDS } from '../../dist/match/near/thresholds.js';
import { DEFAULT_MATCH_OPTIONS } from '../../dist/model/options.js';
import { ArticlesInMemory } from '../../dist/state/memory.js';

const SHARED = process.env.DEDUPE_DATA ?? resolve(import.meta.dirname, '..', '..', '..', 'shared');
const COUNT = 2000;
const OPTIONS = { ...DEFAULT_MATCH_OPTIONS, translations: false };
const folder = mkdtempSync(join(tmpdir(), 'dedupe-all-pairs-'));
try {
  const script = join(SHARED, 'eval', 'make-collection.mjs');
  execFileSync(process.execPath, [script, 'scale', folder, '--articles', String(COUNT)]);
  console.log(JSON.stringify(compare(readFileSync(join(folder, 'docs.jsonl'), 'utf8')), null, 1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(lines) {
  const port = new ArticlesInMemory();
  const collection = new Collection();
  for (const [i, line] of lines.split('\n').entries()) {
    if (line === '') continue;
    const { id, text } = JSON.parse(line);
    const raw = { id, path: 'docs.jsonl', record: i + 1, text, rawDigest: sha256(text) };
    const { article, compact } = analyseArticle(raw, OPTIONS);
    port.push(article);
    collection.push(compact, article.language.bcp47);
  }
  cleanCollection(collection, port, OPTIONS);
  const prepared = Array.from({ length: port.count }, (_, i) => prepare(port.get(i), () => []));
  const plan = planMatching(collection.columns, collection.languages, OPTIONS);
  const near = NEAR_PIECES.map((piece) => findNear(plan, piece, OPTIONS));
  const { value: pairs } = pairsToJudge(plan, near);
  const { copies } = plan.near;
  const relationOf = (a, b) =>
    judgePair(prepared[a], prepared[b], undefined, OPTIONS, undefined, false).relation;
  const found = new Map();
  for (const [i, a] of pairs.a.entries()) {
    const relation = relationOf(a, pairs.b[i]);
    if (relation !== undefined) found.set(`${a} ${pairs.b[i]}`, relation);
  }
  return score(prepared, copies.representativeOf, relationOf, found);
}

/** Texts that are the same are one row of the index: one pair for all of theirs. */
function score(prepared, representativeOf, relationOf, found) {
  const { resemblance, containment } = NEAR_BOUNDS.loose;
  const due = { near: 0, contained: 0 };
  const hit = { near: 0, contained: 0 };
  let right = 0;
  for (let a = 0; a < prepared.length; a++) {
    for (let b = a + 1; b < prepared.length; b++) {
      if (representativeOf[a] !== a || representativeOf[b] !== b) continue;
      const overlap = measureOverlap(prepared[a].near().shingles, prepared[b].near().shingles);
      if (overlap.resemblance < resemblance && overlap.containment < containment) continue;
      const relation = relationOf(a, b);
      if (relation === undefined) continue;
      due[relation]++;
      if (found.get(`${a} ${b}`) === relation) {
        hit[relation]++;
        right++;
      }
    }
  }
  const share = (part, whole) => (whole === 0 ? 1 : Math.round((1e4 * part) / whole) / 1e4);
  return {
    near: due.near,
    contained: due.contained,
    nearRecall: share(hit.near, due.near),
    recall: share(right, due.near + due.contained),
    precision: share(right, found.size),
  };
}
