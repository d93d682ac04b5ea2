/** Sentences by which a site invites its reader: which are told, and where they may stand. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import { DEFAULT_LOOKUP } from '../../src/clean/lookup.ts';
import { normaliseText } from '../../src/lib/normalise.ts';

function invites(sentence: string): boolean {
  return DEFAULT_LOOKUP.invites(`${normaliseText(sentence).toLowerCase()} `);
}

describe('the words of invitations', () => {
  it.each([
    ['en', 'Subscribe to the Harbour Post newsletter and never miss a tide again.'],
    ['en', 'Our reporting is free for all; please support us with a monthly contribution.'],
    ['de', 'Abonnieren Sie unseren Newsletter und lesen Sie das Wichtigste am Morgen.'],
    ['fr', "Téléchargez l'application du Journal du Quai pour ne rien manquer."],
    ['es', 'Únete a nuestro canal de WhatsApp y recibe las noticias del puerto.'],
    ['pl', 'Dołącz do naszej grupy i zapisz się na newsletter portu.'],
    ['ru', 'Подпишитесь на наш телеграм-канал, чтобы узнавать новости порта первыми.'],
    ['el', 'Κατεβάστε την εφαρμογή μας και μείνετε ενημερωμένοι για το λιμάνι.'],
    ['tr', 'Haber bültenimize abone olun, limandan hiçbir haberi kaçırmayın.'],
    ['ar', 'اشترك في نشرتنا لتصلك أخبار الميناء كل صباح على بريدك.'],
    ['fa', 'برای دریافت تازه‌ترین اخبار بندر در کانال تلگرام ما عضو شوید.'],
    ['hi', 'बंदरगाह की खबरें सबसे पहले पाने के लिए हमारा ऐप डाउनलोड करें।'],
    ['bn', 'বন্দরের সব খবর পেতে আমাদের চ্যানেলে সাবস্ক্রাইব করুন।'],
    ['zh', '订阅本报公众号,每天早上获取港口最新消息。'],
    ['ja', '港の最新ニュースをお届けするメールマガジンにご登録ください。'],
    ['ko', '항구 소식을 가장 먼저 받아보시려면 뉴스레터를 구독하세요.'],
    ['th', 'ดาวน์โหลดแอปของเราเพื่อติดตามข่าวสารจากท่าเรือ'],
    ['vi', 'Hãy đăng ký nhận bản tin của chúng tôi để không bỏ lỡ tin tức từ cảng.'],
    ['id', 'Mari bergabung di saluran WhatsApp kami untuk berita terkini dari pelabuhan.'],
    ['sw', 'Jiunge na chaneli yetu ya WhatsApp upate habari za bandari.'],
    ['am', 'የወደቡን ዜና ለማግኘት የቴሌግራም ቻናላችንን ይቀላቀሉ።'],
  ])('%s: %s', (_, sentence) => expect(invites(sentence)).toBe(true));

  it.each([
    ['what somebody did', 'About 2,000 readers had signed up to the newsletter by Monday, the editor said.'],
    ['a company that offers something', 'The bank says its app has been downloaded by a million customers.'],
    ['an act without an offer', 'Please support the old pier, the mayor told the council on Monday.'],
    ['an offer without an act', 'The newsletter of the harbour office is printed on blue paper.'],
    ['words of two languages', 'Rijeka: pratite is the name of the app that the ferry office has bought.'],
    ['the middle of a word', 'Shiftedonate and newsletters are words of which one is made up.'],
    ['an act told of others', 'Most of them will subscribe to a newsletter and forget it, the study says.'],
  ])('no: %s', (_, sentence) => expect(invites(sentence)).toBe(false));
});

const TEXT = [
  'Old pier of the island closed',
  'The harbour office of the island has closed the old pier, because the piles under it are no longer safe for the boats that land there every morning.',
  'A diver who looked at the piles in the spring found that half of them had lost more than a third of their wood, and that two had no hold in the ground at all.',
  'The council wants to pay for a new pier out of the reserves of the island, and has asked the county for the other half of the money that it will need for that.',
  'Until the new pier is built, the ferry will land at the fish market, where a bridge of pontoons was laid out on Monday by the fire brigade and the harbour office.',
];
const INVITATION = 'Subscribe to our newsletter for the tides.';

function dropped(lines: readonly string[], outside?: [number, number]): readonly string[] {
  const text = lines.join('\n');
  const input =
    outside === undefined
      ? { text }
      : { text, outside: [{ start: outside[0], end: outside[1], reason: 'navigation' as const }] };
  return cleanArticle(input).blocks.flatMap((block) =>
    !block.kept && block.reason === 'newsletter' ? [block.text] : [],
  );
}

describe('where an invitation is dropped', () => {
  it('at the end of a text without other chrome', () =>
    expect(dropped([...TEXT, INVITATION])).toEqual([INVITATION]));
  it('not in the middle of one', () =>
    expect(dropped([...TEXT.slice(0, 3), INVITATION, ...TEXT.slice(3)])).toEqual([]));
  it('not where it is more than a tenth of the text', () =>
    expect(dropped([TEXT[0]!, TEXT[1]!, INVITATION])).toEqual([]));
  it('not where somebody is quoted', () => expect(dropped([...TEXT, `"${INVITATION}"`])).toEqual([]));
  it('anywhere on a page whose markup says that it is one', () => {
    const lines = ['Menu of the harbour', ...TEXT.slice(0, 3), INVITATION, ...TEXT.slice(3)];
    expect(dropped(lines, [0, lines[0]!.length])).toEqual([INVITATION]);
  });
});
