/** What speaks for a pair and against it, in the words of both. Must not find anything out. */

import { counted, scoreText } from '../../../lib/figures.ts';
import { apart, element } from './dom.ts';
import type { EvidenceWord, MarkKind } from './marks.ts';
import type { Pair } from './pairs.ts';
import { percentage, RELATION_WORDS } from './words.ts';

/** Words of one kind that are read at a glance; the others are folded. */
const WORDS_SHOWN = 18;

const KIND_TITLES: Readonly<Record<MarkKind, string>> = {
  name: 'Shared names',
  number: 'Shared numbers',
  concept: 'Shared concepts',
};

export function evidenceView(
  pair: Pair,
  words: readonly EvidenceWord[],
  languages: readonly [a: string, b: string],
): HTMLElement {
  const ofKind = (kind: MarkKind): HTMLElement | undefined =>
    wordList(
      kind,
      words.filter((word) => word.kind === kind),
      languages,
    );
  return element(
    'div',
    { class: 'evidence' },
    element('p', { class: 'verdict' }, ...verdictWords(pair)),
    ofKind('name'),
    ofKind('number'),
    ofKind('concept'),
  );
}

function verdictWords({ link, evidence, through }: Pair): readonly (HTMLElement | string)[] {
  if (link === undefined) {
    return [
      `These two are not linked themselves: they hang together through ${counted(through.length, 'other article')}.`,
    ];
  }
  const { relation, score, identical, inner, reason } = link;
  const { resemblance, containment, passages, against } = evidence;
  const facts = [
    identical === true ? 'equal byte for byte' : undefined,
    inner === undefined ? undefined : `the ${inner === 'a' ? 'left' : 'right'} one is the excerpt`,
    reason === 'update' ? 'the later one is an update' : undefined,
    shareOf('resemblance', resemblance),
    shareOf('containment', containment),
    passages === undefined ? undefined : counted(passages.length, 'shared passage'),
  ].filter((fact) => fact !== undefined);
  const words: (HTMLElement | string)[] = [
    element('strong', {}, `${RELATION_WORDS[relation]}, score ${scoreText(score)}`),
    facts.length > 0 ? ` · ${facts.join(' · ')}` : '',
  ];
  if (against !== undefined && against.length > 0)
    words.push(element('span', { class: 'against' }, ` Against: ${against.join('; ')}.`));
  return words;
}

/** Translations share no wording: a share of 0 % says nothing of them. */
function shareOf(name: string, share: number | undefined): string | undefined {
  return share === undefined || share < 0.005 ? undefined : `${name} ${percentage(share)}`;
}

function wordList(
  kind: MarkKind,
  words: readonly EvidenceWord[],
  languages: readonly [string, string],
): HTMLElement | undefined {
  if (words.length === 0) return undefined;
  const items = words.map((word) => wordItem(word, languages));
  const rest = items.slice(WORDS_SHOWN);
  return element(
    'div',
    { class: 'words' },
    element('h4', {}, `${KIND_TITLES[kind]} (${words.length})`),
    element('ul', {}, ...items.slice(0, WORDS_SHOWN)),
    rest.length === 0
      ? undefined
      : element('details', {}, element('summary', {}, `${rest.length} more`), element('ul', {}, ...rest)),
  );
}

function wordItem(
  { kind, key, a, b, weight }: EvidenceWord,
  [languageA, languageB]: readonly [string, string],
): HTMLElement {
  const isSame = a === b;
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: `word ${kind}`,
        'data-key': key,
        title: `${weight.toFixed(1)} bits of information`,
      },
      apart(a, languageA),
      isSame ? undefined : ' ↔ ',
      isSame ? undefined : apart(b, languageB),
    ),
  );
}
