/**
 * Group, key, answer, next group. Owns the conversation; what a key means, what an answer makes of decisions and how a
 * group looks stand in `report`.
 */
import type { Decision } from '../../model/decision.ts';
import type { ReportArticle, ReportGroup } from '../../model/report.ts';
import {
  type Answer,
  groupScreen,
  helpLines,
  KeyReader,
  keyName,
  numbered,
  promptLine,
  type ReviewSession,
} from '../../report/index.ts';

export interface Conversation {
  readonly session: ReviewSession;
  readonly keys: AsyncIterable<string>;
  readonly count: number;
  readonly groupAt: (position: number) => ReportGroup;
  readonly articles: ReadonlyMap<string, ReportArticle>;
  readonly textsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** On disk when it returns. */
  readonly keep: (decisions: readonly Decision[]) => void;
  readonly write: (text: string) => Promise<void>;
  readonly screen: { readonly colour: boolean; readonly width: number };
}

export type Ending = 'all' | 'quit' | 'interrupted' | 'no more keys';

/** Articles whose texts are read for one screen. */
const TEXTS = 8;

export async function converse(talk: Conversation): Promise<Ending> {
  const { session, screen, write } = talk;
  const reader = new KeyReader();
  if (session.group === undefined) return 'all';
  await show(talk, false);
  for await (const key of talk.keys) {
    const members = session.group?.members.length ?? 0;
    const action = reader.read(key, members);
    if (action === undefined) continue;
    switch (action.kind) {
      case 'asking':
        await write(action.prompt);
        continue;
      case 'help':
        await write(`help\n${helpLines(screen.colour)}${promptLine(screen.colour)}`);
        continue;
      case 'unknown':
        await write(`${keyName(action.key)}?\n${promptLine(screen.colour)}`);
        continue;
      case 'more':
        await write('more\n');
        await show(talk, true);
        continue;
      case 'quit':
        await write('quit\n');
        return 'quit';
      case 'interrupt':
        await write('\n');
        return 'interrupted';
      case 'skip':
        await write('skip\n');
        session.skip();
        break;
      case 'back':
        await write(session.back() ? 'back\n' : 'this is the first group\n');
        break;
      case 'undo': {
        const taken = session.undo();
        if (taken !== undefined) talk.keep(taken);
        await write(taken === undefined ? 'there is nothing to undo\n' : 'undone\n');
        break;
      }
      case 'same':
      case 'different':
        talk.keep(session.say(answered(session.answer(), action.kind)));
        await write(action.kind === 'same' ? 'the same story\n' : 'not the same\n');
        break;
      case 'out':
      case 'canonical':
        await write(chosen(talk, action.kind, action.member));
        break;
      default:
        action satisfies never;
    }
    if (session.group === undefined) return 'all';
    await show(talk, false);
  }
  await write('\n');
  return 'no more keys';
}

function answered(before: Answer, verdict: 'same' | 'different'): Answer {
  return verdict === 'different' ? { verdict, out: [] } : { ...before, verdict };
}

/** Takes a member out, puts it back, or lets it stand for the group; what is said of it. */
function chosen({ session, groupAt, keep }: Conversation, kind: 'out' | 'canonical', member: number): string {
  const group = session.group!;
  const id = numbered(groupAt(group.position))[member - 1];
  if (id === undefined) return `\nthere is no article ${member}\n`;
  const { verdict: _, ...before } = session.answer();
  const isOut = before.out.includes(id);
  if (kind === 'canonical') {
    if (isOut) return `\narticle ${member} is taken out; put it back first (t ${member})\n`;
    keep(session.say({ ...before, canonical: id }));
    return `${member}\n`;
  }
  if (!isOut && before.out.length + 1 === group.members.length) return '\none article has to stay\n';
  const out = isOut ? before.out.filter((other) => other !== id) : [...before.out, id];
  const { canonical, ...rest } = before;
  const keepsCanonical = canonical !== undefined && (isOut || canonical !== id);
  keep(session.say({ ...rest, out, ...(keepsCanonical ? { canonical } : {}) }));
  return `${member}${isOut ? ' put back' : ''}\n`;
}

async function show(talk: Conversation, isFull: boolean): Promise<void> {
  const { session, articles, count, screen } = talk;
  const group = talk.groupAt(session.group!.position);
  const ids = numbered(group);
  const texts = await talk.textsOf(ids.slice(0, isFull ? ids.length : TEXTS));
  const view = { group, articles, answer: session.answer(), texts, number: session.number, count, isFull };
  let text = '';
  for (const piece of groupScreen(view, screen)) text += piece;
  await talk.write(text + promptLine(screen.colour));
}
