/** Small hand-written pages, one or more per class of chrome: what must stay and why the rest goes. */
import { describe, expect, it } from 'vitest';
import { cleanArticle, keptText } from '../../src/clean/index.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Numbers of the blocks that stay. */
  readonly kept: readonly number[];
  /** Block number -> reason. */
  readonly reasons?: Readonly<Record<number, string>>;
  readonly title?: string;
}

function check({ text, kept, reasons, title }: Omit<Case, 'name'>): void {
  const result = cleanArticle({ text });
  expect(result.blocks.flatMap((block, i) => (block.kept ? [i] : []))).toEqual(kept);
  for (const [i, reason] of Object.entries(reasons ?? {})) {
    expect(result.blocks[Number(i)]?.reason, `block ${i}`).toBe(reason);
  }
  if (title !== undefined) expect(result.title).toBe(title);
  expect(cleanArticle({ text: keptText(result.blocks) }).blocks.every((block) => block.kept)).toBe(true);
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const ENGLISH = [
  'The harbour council voted on Tuesday to rebuild the old pier, ending a dispute that had lasted for eleven years.',
  'Work is to begin in spring, the council said, and the first ships should be able to land there two years later.',
  'Fishermen welcomed the vote. "We have waited long enough," said Ada Brand, who runs a boat with her two brothers.',
  'The costs, put at nine million, will be shared between the town and the region, according to the published plan.',
];
const GERMAN = [
  'Der Hafenrat hat am Dienstag beschlossen, die alte Mole neu zu bauen, und beendet damit einen elfjährigen Streit.',
  'Die Arbeiten sollen im Frühjahr beginnen, und die ersten Schiffe könnten dort zwei Jahre später wieder anlegen.',
  'Die Fischer begrüßten den Beschluss. „Wir haben lange genug gewartet“, sagte eine von ihnen nach der Sitzung.',
];

describe('pages', () => {
  const cases: readonly Case[] = [
    {
      name: 'en: repeated credit without any known phrase, caption above it, cards after the body',
      text: [
        'A crowd stands on the old pier of the town and looks at the plan for the new one.\nDrawn by the desk robot',
        'Council votes for the new pier',
        'Drawn by the desk robot',
        ...ENGLISH,
        'A lighthouse keeper waves from the balcony of the tower on a windy afternoon in May.\nDrawn by the desk robot',
        'Lighthouse opens for visitors',
        'The lighthouse on the northern cape will open its doors for visitors every weekend from the beginning of May.',
        'Drawn by the desk robot',
        'A ferry company wants to connect both islands again, four years after the last boat was taken out of service.',
        'Drawn by the desk robot',
      ].join('\n\n'),
      kept: [2, ...range(4, 7)],
      reasons: { 0: 'caption-pair', 1: 'repeated-label', 3: 'repeated-label', 8: 'caption-pair' },
      title: 'Council votes for the new pier',
    },
    {
      name: 'de: closer and teasers below it',
      text: [
        'Neue Mole für die Stadt',
        ...GERMAN,
        'Verwandte Artikel',
        'Fähre fährt wieder',
        'Leuchtturm öffnet',
      ].join('\n\n'),
      kept: range(0, 3),
      reasons: { 4: 'closer', 5: 'after-closer', 6: 'after-closer' },
    },
    {
      name: 'fr: section break of no-break spaces, then a banner',
      text: `Le port reconstruit\n\n${[
        'Le conseil du port a voté mardi la reconstruction de la vieille jetée, après onze ans de dispute entre voisins.',
        'Les travaux doivent commencer au printemps et les premiers bateaux pourraient y accoster deux ans plus tard.',
      ].join(
        '\n\n',
      )}\n\n\u00a0\n\u00a0\n\u00a0\n\nCe site utilise des cookies\nNous utilisons des cookies pour améliorer votre expérience.\nRefuser`,
      kept: range(0, 2),
      reasons: { 3: 'consent', 4: 'consent', 5: 'consent' },
    },
    {
      name: 'ja: a banner that ends in its button, above the title',
      text: [
        '港の新聞',
        '経済 / 科学 / 文化 / 政治 / 天気',
        '当サイトはクッキーを使用しています。同意する',
        '港の桟橋を再建へ、評議会が賛成多数で決定',
        '港湾評議会は火曜日、十一年に及ぶ争いに終止符を打ち、古い桟橋を再建することを賛成多数で決めた。工事は春に始まる予定だ。',
        '漁業者らは決定を歓迎した。「もう十分に待った」と、二人の兄弟とともに船を動かす女性は話した。費用は町と地域が分担する。',
        '関連記事',
        '灯台、週末に公開',
      ].join('\n'),
      kept: [3, 4, 5],
      reasons: { 2: 'consent', 6: 'closer', 7: 'after-closer' },
      title: '港の桟橋を再建へ、評議会が賛成多数で決定',
    },
    {
      name: 'ja: closer',
      text: [
        '港の桟橋を再建へ',
        '港湾評議会は火曜日、十一年に及ぶ争いに終止符を打ち、古い桟橋を再建することを賛成多数で決めた。工事は春に始まる予定だ。',
        '漁業者らは決定を歓迎した。「もう十分に待った」と、二人の兄弟とともに船を動かす女性は話した。費用は町と地域が分担する。',
        '関連記事',
        '灯台、週末に公開',
      ].join('\n\n'),
      kept: [0, 1, 2],
      reasons: { 3: 'closer', 4: 'after-closer' },
    },
    {
      name: 'ar: closer',
      text: [
        'إعادة بناء الرصيف القديم',
        'صوت مجلس الميناء يوم الثلاثاء على إعادة بناء الرصيف القديم، لينهي بذلك خلافا دام أحد عشر عاما بين سكان المدينة.',
        'ومن المقرر أن يبدأ العمل في الربيع، وقال المجلس إن السفن الأولى ستتمكن من الرسو هناك بعد عامين من ذلك.',
        'مقالات ذات صلة',
        'المنارة تفتح أبوابها',
      ].join('\n\n'),
      kept: [0, 1, 2],
      reasons: { 3: 'closer' },
    },
    {
      name: 'ko: generated label twice, known phrase',
      text: [
        '마을 사람들이 오래된 부두에 모여 새로운 부두의 설계도를 바라보고 있다.\nAI 생성 이미지',
        '항구 부두 재건 결정',
        'AI 생성 이미지',
        '항만 위원회는 화요일 십일 년 동안 이어진 분쟁을 끝내고 오래된 부두를 다시 짓기로 의결했다. 공사는 봄에 시작된다.',
        '어민들은 결정을 반겼다. 두 형제와 함께 배를 운영하는 한 여성은 충분히 오래 기다렸다고 말했다. 비용은 나누어 낸다.',
      ].join('\n\n'),
      kept: [2, 4, 5],
      reasons: { 0: 'caption-pair', 1: 'generated-label', 3: 'generated-label' },
      title: '항구 부두 재건 결정',
    },
    {
      name: 'es: advertisement line is dropped alone',
      text: [
        'El consejo del puerto votó el martes a favor de reconstruir el viejo muelle y puso fin a una larga disputa.',
        'Publicidad',
        'Las obras deben empezar en primavera, dijo el consejo, y los primeros barcos podrían atracar dos años después.',
      ].join('\n\n'),
      kept: [0, 2],
      reasons: { 1: 'advertisement' },
    },
    {
      name: 'pl: menu above, footer below',
      text: [
        ...['Strona główna', 'Wiadomości', 'Sport', 'Kultura', 'Kontakt', 'Zaloguj się'],
        'Rada portu odbuduje stare molo',
        'Rada portu zdecydowała we wtorek o odbudowie starego mola i zakończyła spór, który trwał jedenaście lat.',
        'Prace mają się rozpocząć wiosną, a pierwsze statki będą mogły tam cumować dwa lata później, jak podała rada.',
        'Rybacy przyjęli decyzję z radością, bo czekali na nią od dawna, i zapowiedzieli wspólne święto w porcie.',
        ...['Regulamin', 'Polityka prywatności', 'Reklama', 'Wszelkie prawa zastrzeżone'],
      ].join('\n'),
      kept: range(6, 9),
      reasons: { 0: 'navigation', 13: 'navigation' },
      title: 'Rada portu odbuduje stare molo',
    },
    {
      name: 'ru: menu, share bar, comments',
      text: [
        ...['Главная', 'Новости', 'Политика', 'Спорт', 'Войти'],
        'Совет порта восстановит старый причал',
        'Совет порта во вторник решил восстановить старый причал и завершил спор, который длился одиннадцать лет.',
        'Работы должны начаться весной, сообщил совет, и первые суда смогут причалить там через два года после этого.',
        ...['Поделиться', 'Комментарии', 'Ответить', 'О проекте'],
      ].join('\n'),
      kept: [5, 6, 7],
      title: 'Совет порта восстановит старый причал',
    },
    {
      name: 'zh: menu without blank lines',
      text: [
        ...['首页', '新闻', '财经', '体育', '登录'],
        '港口委员会决定重建旧码头的最终方案',
        '港口委员会星期二投票决定重建旧码头，结束了持续十一年的争议。工程将于春季开始，首批船只两年后即可停靠。',
        '渔民对这一决定表示欢迎。一位与两个兄弟共同经营渔船的妇女说，他们已经等得够久了。费用由镇和地区分担。',
        ...['分享到', '相关新闻', '灯塔周末开放', '关于我们'],
      ].join('\n'),
      kept: [5, 6, 7],
    },
    {
      name: 'el: closer with inline teasers of little mass',
      text: [
        'Το συμβούλιο του λιμανιού ψήφισε την Τρίτη την ανακατασκευή της παλιάς προβλήτας, έπειτα από έντεκα χρόνια.',
        'Οι εργασίες θα αρχίσουν την άνοιξη, είπε το συμβούλιο, και τα πρώτα πλοία θα δένουν εκεί δύο χρόνια αργότερα.',
        'Διαβάστε επίσης',
        'Ανοίγει ο φάρος',
      ].join('\n\n'),
      kept: [0, 1],
    },
    {
      name: 'hi: closer, danda as the end of a sentence',
      text: [
        'बंदरगाह परिषद ने मंगलवार को पुराने घाट के पुनर्निर्माण के पक्ष में मतदान किया और ग्यारह साल पुराने विवाद को समाप्त कर दिया।',
        'परिषद ने कहा कि काम वसंत में शुरू होगा और पहले जहाज दो साल बाद वहां ठहर सकेंगे, जिसका मछुआरों ने स्वागत किया है।',
        'संबंधित खबरें',
        'प्रकाशस्तंभ खुलेगा',
      ].join('\n\n'),
      kept: [0, 1],
    },
    {
      name: 'tr: transparency and publication line between title and lead, repeated lead and title',
      text: [
        'Eski iskele yeniden kuruluyor',
        'Şeffaflık: Yazı işleri tarafından hazırlandı.',
        'Yayınlanma tarihi',
        'Liman meclisi salı günü eski iskelenin yeniden kurulmasına karar verdi ve on bir yıllık tartışmayı bitirdi.',
        'Liman meclisi salı günü eski iskelenin yeniden kurulmasına karar verdi ve on bir yıllık tartışmayı bitirdi.',
        'Eski iskele yeniden kuruluyor',
        'Çalışmalar ilkbaharda başlayacak ve ilk gemiler iki yıl sonra oraya yanaşabilecek, diye açıkladı meclis üyeleri.',
      ].join('\n\n'),
      kept: [0, 3, 6],
      reasons: { 1: 'transparency', 2: 'byline', 4: 'duplicate', 5: 'duplicate' },
      title: 'Eski iskele yeniden kuruluyor',
    },
    {
      name: 'en: a long run of prose below "Related articles" resumes the article',
      text: [
        ENGLISH[0],
        ENGLISH[1],
        'Related articles',
        'Ferry returns',
        'Costs',
        ENGLISH[2],
        ENGLISH[3],
      ].join('\n\n'),
      kept: [0, 1, 4, 5, 6],
      reasons: { 2: 'closer', 3: 'after-closer' },
    },
  ];
  it.each(cases)('$name', (page) => check(page));
});
