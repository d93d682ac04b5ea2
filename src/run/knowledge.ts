/**
 * What the program was taught, from disk: the shipped lexicon and models, or those of `--model DIR`. Owns the files
 * and their errors; must not interpret them. Threads share the bytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Concepts, readConcepts } from '../lexicon/concepts.ts';
import { FACTS_ONLY, type Knowledge } from '../lexicon/knowledge.ts';
import { sha256 } from '../lib/digest.ts';
import { UsageError } from '../lib/errors.ts';
import type { StoryModels } from '../model/story-model.ts';

/** What crosses to a thread: bytes that are not copied, and plain data. */
export interface KnowledgeBytes {
  /** Absent where no translations are looked for. */
  readonly concepts?: Uint8Array;
  readonly story: StoryModels;
  /** SHA-256 of both; absent for the shipped ones, which the engine's version stands for. */
  readonly digest?: string;
}

export const CONCEPTS_FILE = 'concepts.bin';
export const MODEL_FILE = 'story-model.json';

const MODELS = ['concepts', 'briefs', 'unequal', 'facts'] as const satisfies readonly (keyof StoryModels)[];

const SHIPPED = fileURLToPath(new URL(`../lexicon/data/${CONCEPTS_FILE}`, import.meta.url));

/** Read once a process: a program may ask many times. */
let shippedConcepts: Uint8Array | undefined;

/**
 * Throws `UsageError` where `--model` names no folder with a lexicon and models. The shipped lexicon is read only where
 * it will be asked; a folder always is, as it may be the wrong one.
 */
export function readKnowledge(folder: string | undefined, isAsked: boolean): KnowledgeBytes {
  const { story: shipped } = FACTS_ONLY;
  if (folder === undefined) {
    if (!isAsked) return { story: shipped };
    shippedConcepts ??= shared(readFileSync(SHIPPED));
    return { concepts: shippedConcepts, story: shipped };
  }
  const concepts = readPart(folder, CONCEPTS_FILE);
  const models = readPart(folder, MODEL_FILE);
  try {
    readConcepts(concepts);
    const story = JSON.parse(models.toString('utf8')) as StoryModels;
    const missing = MODELS.filter((name) => !(story[name]?.event && story[name].translation));
    if (missing.length > 0) throw new Error(`${MODEL_FILE} lacks the models ${missing.join(', ')}`);
    return {
      concepts: shared(concepts),
      story,
      digest: sha256(`${sha256(concepts)} ${sha256(models)}`),
    };
  } catch (cause) {
    throw new UsageError(`--model ${folder}: ${(cause as Error).message}; make one with npm run lexicon`, {
      cause,
    });
  }
}

export function knowledgeOf({ concepts, story }: KnowledgeBytes): Knowledge {
  return concepts === undefined ? { story } : { concepts: conceptsIn(concepts), story };
}

/** Tables are decoded once a thread, whoever asks. */
const decoded = new WeakMap<ArrayBufferLike, Concepts>();

function conceptsIn(bytes: Uint8Array): Concepts {
  const known = decoded.get(bytes.buffer) ?? readConcepts(bytes);
  decoded.set(bytes.buffer, known);
  return known;
}

function readPart(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    throw new UsageError(
      `--model ${folder}: ${name} cannot be read (${(cause as Error).message}); name a folder with ${CONCEPTS_FILE} and ${MODEL_FILE}`,
      { cause },
    );
  }
}

function shared(bytes: Uint8Array): Uint8Array {
  const view = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  view.set(bytes);
  return view;
}
