/**
 * The libraries that are asked when the learned tables are unsure: fastText's lid.176, CLD3 and franc. The only file
 * that knows them. They are loaded when first wanted (0.2 s), from the installed packages, and say the same in every
 * thread. Must not decide.
 */
import { countScripts } from '../lib/script.ts';
import { codeOf } from './data/tags.ts';

/** What the libraries say of one text, by our codes. */
export interface Voices {
  /** Probabilities, 0..1, of the few likeliest. */
  readonly fasttext: ReadonlyMap<string, number>;
  readonly cld3: { readonly code: string; readonly probability: number };
  /** Closeness, 0..1, the best being 1, of the languages of the script that it was asked about; empty when not asked. */
  readonly franc: ReadonlyMap<string, number>;
}

export interface Voters {
  /** What they say of a text that is held for the language of a code. */
  readonly hear: (text: string, expected: string) => Voices;
}

/**
 * UTF-16 units that fastText and CLD3 hear. With franc, 1,000 and 300 cost 1.9 ms, 400 and 150 1.2 ms; CLD3 and
 * fastText take 0.4 ms of 400, 0.25 ms of 200. With 250 no figure of documents differs (shorter texts are heard whole).
 */
const MOST_HEARD = 250;
/** franc is the slowest by far, and on sentences as good with 200 as with 600 (0.9505..0.9508). */
const MOST_FRANC = 150;
/**
 * In a Latin text of fewer letters franc is asked only where fastText gives no language this much: of its hundred
 * languages it names a rare one too easily (an English headline: Kanuri), and it takes half of the time. In the other
 * scripts it has few, and fastText is confident of the one that it was taught (Tigrinya: Amharic). Of a longer text it
 * is not asked either when table, fastText and CLD3 are of one mind.
 */
const FRANC_LETTERS = 100;
const FASTTEXT_CONFIDENT = 0.5;
const FASTTEXT_ANSWERS = 5;

/** The part of fasttext.wasm.js that is used; its own types do not resolve under Node's module rules. */
interface FastTextPackage {
  readonly getLIDModel: () => Promise<{ readonly load: () => Promise<FastTextModel> }>;
}
interface FastTextModel {
  readonly predict: (text: string, answers: number, threshold: number) => FastTextAnswers;
}
interface FastTextAnswers {
  readonly size: () => number;
  readonly get: (index: number) => readonly [probability: number, label: string];
  readonly delete: () => void;
}

let loading: Promise<Voters> | undefined;

/** The voters; loaded once a thread. Rejects when a package is not installed. */
export function loadVoters(): Promise<Voters> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Voters> {
  const [{ getLIDModel }, { loadModule }, { francAll }] = await Promise.all([
    import('fasttext.wasm.js') as Promise<FastTextPackage>,
    import('cld3-asm'),
    import('franc'),
  ]);
  const [model, factory] = await Promise.all([getLIDModel().then((lid) => lid.load()), loadModule()]);
  const cld3 = factory.create(0, MOST_HEARD);
  const hear = (text: string, expected: string): Voices => {
    // fastText ends at the first line break, both at the first null.
    const line = text.slice(0, MOST_HEARD).replace(/[\s\0]+/g, ' ');
    const answers = model.predict(line, FASTTEXT_ANSWERS, 0);
    const fasttext = new Map<string, number>();
    for (let i = 0; i < answers.size(); i++) {
      const [probability, label] = answers.get(i);
      const code = codeOf(label.replace('__label__', ''));
      fasttext.set(code, (fasttext.get(code) ?? 0) + probability);
    }
    answers.delete();
    const { language, probability } = cld3.findLanguage(line);
    const cld3Code = codeOf(language);
    const franc = new Map<string, number>();
    const confident = Math.max(0, ...fasttext.values()) >= FASTTEXT_CONFIDENT;
    const agreed = cld3Code === expected && (fasttext.get(expected) ?? 0) >= FASTTEXT_CONFIDENT;
    const asked = !agreed && !(confident && isShortLatin(line));
    for (const [name, closeness] of asked ? francAll(line.slice(0, MOST_FRANC)) : []) {
      const code = codeOf(name);
      if (code !== 'und') franc.set(code, Math.max(closeness, franc.get(code) ?? 0));
    }
    return { fasttext, cld3: { code: cld3Code, probability }, franc };
  };
  return { hear };
}

function isShortLatin(text: string): boolean {
  const [[script, letters] = ['Zyyy', 0]] = countScripts(text);
  return script === 'Latn' && letters < FRANC_LETTERS;
}
