/** What the articles of a state are made with: what must not differ between the runs that share them. */
import { ENGINE } from '../dedupe.ts';
import { sha256 } from '../lib/digest.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { Making } from '../state/store/folder.ts';
import type { ReadyRequest } from './ready.ts';

/** Options by which articles are read and analysed; those by which they are compared may change from run to run. */
export function makingOf({
  match,
  map,
  maxRecordBytes,
  inputFormat,
  split,
  records,
  knowledge,
}: ReadyRequest): Making {
  const names = Object.entries(map).sort(([a], [b]) => compareCodeUnits(a, b));
  const { concepts, story } = knowledge;
  return {
    engine: ENGINE,
    clean: match.clean,
    language: match.language,
    translations: match.translations,
    rules: match.rules === undefined ? 'none' : sha256(JSON.stringify(match.rules)),
    map: names.map(([field, name]) => `${field}=${name}`).join(',') || 'none',
    'max-record': maxRecordBytes,
    'input-format': inputFormat,
    split,
    records: records ?? 'found',
    lexicon: concepts === undefined ? 'none' : sha256(concepts),
    model: sha256(JSON.stringify(story)),
  };
}
