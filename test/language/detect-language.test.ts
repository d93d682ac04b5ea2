import { describe, expect, it } from 'vitest';
import { detectLanguage, loadVoters } from '../../src/language/index.ts';
import type { Language } from '../../src/model/article.ts';

const voters = await loadVoters();

/** As the command line does: the libraries are at hand. */
function languageOf(text: string): Language {
  return detectLanguage(text, voters).language;
}

function check(text: string, code: string, bcp47: string, script: string): void {
  it(`${bcp47}: ${text.slice(0, 30)}`, () => {
    const language = languageOf(text);
    expect([language.code, language.bcp47, language.script]).toEqual([code, bcp47, script]);
    expect(language.confidence).toBeGreaterThan(0.5);
    expect(language.confidence).toBeLessThanOrEqual(1);
  });
}

describe('a sentence of each', () => {
  check('The council said on Monday that it will close the old bridge for two weeks.', 'eng', 'en', 'Latn');
  check(
    'Der Stadtrat hat am Montag beschlossen, die alte Brücke für zwei Wochen zu sperren.',
    'deu',
    'de',
    'Latn',
  );
  check(
    'Le conseil municipal a décidé lundi de fermer le vieux pont pendant deux semaines.',
    'fra',
    'fr',
    'Latn',
  );
  check('El ayuntamiento decidió el lunes cerrar el viejo puente durante dos semanas.', 'spa', 'es', 'Latn');
  check('A câmara decidiu na segunda-feira que não vai fechar a velha ponte.', 'por', 'pt', 'Latn');
  check(
    'O concello decidiu o luns que non vai pechar a ponte vella, dixo unha portavoz.',
    'glg',
    'gl',
    'Latn',
  );
  check(
    "L'ajuntament ha decidit tancar el pont vell durant dues setmanes, segons els veïns.",
    'cat',
    'ca',
    'Latn',
  );
  check('Il comune ha deciso lunedì di chiudere il vecchio ponte per due settimane.', 'ita', 'it', 'Latn');
  check('Consiliul a decis luni să închidă podul vechi pentru două săptămâni.', 'ron', 'ro', 'Latn');
  check('De gemeenteraad heeft maandag besloten om de oude brug twee weken te sluiten.', 'nld', 'nl', 'Latn');
  check(
    'Kommunen sagde mandag, at den gamle bro bliver lukket i to uger, fordi den er slidt.',
    'dan',
    'da',
    'Latn',
  );
  check(
    'Kommunen sa mandag at den gamle broen blir stengt i to uker fordi den er slitt, og ikke åpnes nå.',
    'nob',
    'nb',
    'Latn',
  );
  check(
    'Kommunen sa måndag at den gamle brua ikkje skal opnast att no, og at ho vert stengd.',
    'nno',
    'nn',
    'Latn',
  );
  check('Kommunen sade på måndagen att den gamla bron ska stängas i två veckor.', 'swe', 'sv', 'Latn');
  check(
    'Kaupunki kertoi maanantaina, että vanha silta on suljettu ja että se ei aukea ennen kesää.',
    'fin',
    'fi',
    'Latn',
  );
  check('A városi tanács hétfőn úgy döntött, hogy a régi hidat két hétre lezárja.', 'hun', 'hu', 'Latn');
  check('Rada miasta zdecydowała w poniedziałek, że stary most nie zostanie zamknięty.', 'pol', 'pl', 'Latn');
  check(
    'Zastupitelé v pondělí rozhodli, že starý most bude dva týdny uzavřen, řekl mluvčí.',
    'ces',
    'cs',
    'Latn',
  );
  check(
    'Poslanci v pondelok rozhodli, že starý most bude dva týždne uzavretý, povedal hovorca.',
    'slk',
    'sk',
    'Latn',
  );
  check('Občinski svet je v ponedeljek sklenil, da bo stari most še dva tedna zaprt.', 'slv', 'sl', 'Latn');
  check(
    'Vijeće je u ponedjeljak odlučilo da će stari most biti zatvoren tijekom dva tjedna, tko god što rekao.',
    'hrv',
    'hr',
    'Latn',
  );
  check(
    'Veće je u ponedeljak odlučilo da će stari most biti zatvoren posle podne, takođe i pre toga, gde god bilo.',
    'srp',
    'sr-Latn',
    'Latn',
  );
  check(
    'Belediye, eski köprünün iki hafta için kapatılacağını ve bunun gerekli olduğunu söyledi.',
    'tur',
    'tr',
    'Latn',
  );
  check(
    'Bələdiyyə köhnə körpünün iki həftə üçün bağlanacağını və bunun lazım olduğunu bildirib.',
    'aze',
    'az',
    'Latn',
  );
  check('Pemerintah kota mengatakan bahwa jembatan lama ditutup karena bisa runtuh.', 'ind', 'id', 'Latn');
  check('Majlis bandar berkata bahawa jambatan lama ditutup kerana boleh runtuh.', 'msa', 'ms', 'Latn');
  check('Hội đồng thành phố cho biết cây cầu cũ sẽ bị đóng trong hai tuần.', 'vie', 'vi', 'Latn');
  check('Sinabi ng konseho na ang lumang tulay ay isasara sa loob ng dalawang linggo.', 'fil', 'fil', 'Latn');
  check('Baraza la mji lilisema kwamba daraja la zamani litafungwa kwa wiki mbili.', 'swa', 'sw', 'Latn');
  check(
    'Dúirt an chomhairle go bhfuil an seandroichead le dúnadh ar feadh dhá sheachtain.',
    'gle',
    'ga',
    'Latn',
  );
  check("Dywedodd y cyngor y bydd yr hen bont ar gau am bythefnos ac nad yw'n ddiogel.", 'cym', 'cy', 'Latn');
  check(
    'Bæjarstjórn sagði að gamla brúin verði lokuð í tvær vikur vegna þess að hún er ekki örugg.',
    'isl',
    'is',
    'Latn',
  );
  check('Udalak esan du zubi zaharra itxita egongo dela bi astez, ez baita segurua.', 'eus', 'eu', 'Latn');
  check(
    'Miesto taryba sako, kad senas tiltas bus uždarytas dvi savaites, nes jis nėra saugus.',
    'lit',
    'lt',
    'Latn',
  );
  check(
    'Pilsētas dome paziņoja, ka vecais tilts būs slēgts divas nedēļas, jo tas nav drošs.',
    'lav',
    'lv',
    'Latn',
  );
  check(
    'Linnavolikogu teatas, et vana sild on kaks nädalat suletud, sest see ei ole ohutu.',
    'est',
    'et',
    'Latn',
  );
  check(
    'Городской совет решил в понедельник, что старый мост будет закрыт на две недели.',
    'rus',
    'ru',
    'Cyrl',
  );
  check('Міська рада вирішила в понеділок, що старий міст буде закрито на два тижні.', 'ukr', 'uk', 'Cyrl');
  check('Гарадскі савет вырашыў у панядзелак, што стары мост будзе зачынены.', 'bel', 'be', 'Cyrl');
  check(
    'Общинският съвет реши в понеделник, че старият мост ще бъде затворен за две седмици.',
    'bul',
    'bg',
    'Cyrl',
  );
  check('Советот одлучи во понеделникот дека стариот мост ќе биде затворен две недели.', 'mkd', 'mk', 'Cyrl');
  check('Веће је у понедељак одлучило да ће стари мост бити затворен две недеље.', 'srp', 'sr', 'Cyrl');
  check(
    'Қалалық кеңес ескі көпірдің екі апта бойы жабық болатынын және бұл туралы айтты.',
    'kaz',
    'kk',
    'Cyrl',
  );
  check('قال مجلس المدينة إن الجسر القديم سيغلق لمدة أسبوعين بعد أن تم فحصه.', 'ara', 'ar', 'Arab');
  check('شورای شهر گفت که پل قدیمی برای دو هفته بسته می‌شود و این کار ضروری است.', 'fas', 'fa', 'Arab');
  check('شہر کی کونسل نے کہا ہے کہ پرانا پل دو ہفتوں کے لیے بند رہے گا۔', 'urd', 'ur', 'Arab');
  check('د ښار شورا وویل چې زوړ پل به د دوو اونیو لپاره وتړل شي.', 'pus', 'ps', 'Arab');
  check('नगर परिषद ने कहा है कि पुराना पुल दो सप्ताह के लिए बंद रहेगा।', 'hin', 'hi', 'Deva');
  check('नगरपालिकेने सांगितले की जुना पूल दोन आठवडे बंद राहणार आहे आणि तो सुरक्षित नाही.', 'mar', 'mr', 'Deva');
  check('नगरपालिकाले पुरानो पुल दुई साताका लागि बन्द गरेको छ र यो सुरक्षित छैन।', 'nep', 'ne', 'Deva');
  check('সিটি কাউন্সিল জানিয়েছে যে পুরানো সেতুটি দুই সপ্তাহের জন্য বন্ধ থাকবে।', 'ben', 'bn', 'Beng');
  check('Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα.', 'ell', 'el', 'Grek');
  check('מועצת העיר אמרה כי הגשר הישן ייסגר לשבועיים.', 'heb', 'he', 'Hebr');
  check('דער שטאָטראַט האָט געזאָגט אַז די אַלטע בריק וועט זײַן פֿאַרמאַכט.', 'yid', 'yi', 'Hebr');
  check('สภาเมืองกล่าวว่าสะพานเก่าจะปิดสองสัปดาห์', 'tha', 'th', 'Thai');
  check('시의회는 월요일에 낡은 다리를 두 주 동안 닫기로 했다고 밝혔다.', 'kor', 'ko', 'Kore');
  check('市議会は月曜日、古い橋を二週間閉鎖することを決めた。', 'jpn', 'ja', 'Jpan');
  check('市议会星期一决定关闭旧桥两个星期，以便进行检查。', 'zho', 'zh', 'Hans');
  check('市議會星期一決定關閉舊橋兩個星期，以便進行檢查。', 'zho', 'zh-Hant', 'Hant');
  check('ከተማው ምክር ቤት ድልድዩ ለሁለት ሳምንት ዝግ ነው ብሏል እና ይህ አስፈላጊ ነበር።', 'amh', 'am', 'Ethi');
  check('քաղաքային խորհուրդը որոշեց փակել հին կամուրջը', 'hye', 'hy', 'Armn');
  check('საქალაქო საბჭომ ძველი ხიდის დახურვა გადაწყვიტა', 'kat', 'ka', 'Geor');
});

describe('a sprinkle of another language does not flip it', () => {
  check(
    'Der Minister sagte: 「また会いましょう」. Danach reiste er nach 東京 und sprach dort mit der Presse über den neuen Vertrag.',
    'deu',
    'de',
    'Latn',
  );
  check(
    '日本のSony Interactive EntertainmentとMicrosoft Corporationが新しい契約を結んだと発表した。',
    'jpn',
    'ja',
    'Jpan',
  );
  check(
    '中国学者研究日本动画《となり》以后，在这里发表了关于宫崎骏的文章，说明这部电影为什么受到观众欢迎，并对制作过程进行了分析。',
    'zho',
    'zh',
    'Hans',
  );
  check(
    'Президент встретился с главой компании Apple Тимом Куком и сказал, что это был хороший разговор.',
    'rus',
    'ru',
    'Cyrl',
  );
});

describe('und is an answer', () => {
  const cases = [
    '',
    '   ',
    '12 345,67 – 89 %',
    '2025-10-28 14:30',
    'No',
    'ab 12 cd',
    '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂',
    'Müller Schröder Weiß',
    'Angela Merkel, Emmanuel Macron, Volodymyr Zelensky',
    'Анна Петрова – Иван Сидоров',
    'Lindqvist – Haugen, Berg, Aaltonen, Virtanen – Novák, Horvat, Kovács – Silva, Moreira (Duarte 63) – Okafor',
    '№ 4711/2025 (II) – 12:30',
    'ok 100 % ok',
  ];
  for (const text of cases) {
    it(JSON.stringify(text), () => {
      expect(languageOf(text)).toMatchObject({ code: 'und', bcp47: 'und', confidence: 0 });
    });
  }
  it('knows the script all the same', () => {
    expect(languageOf('Иванов').script).toBe('Cyrl');
    expect(languageOf('123').script).toBe('Zyyy');
  });
});

describe('confidence', () => {
  it('grows with the evidence', () => {
    const short = languageOf('han er i en by').confidence;
    const long = languageOf(
      'Han sagde, at det ikke er nogen hemmelighed, hvad de har gjort i byen efter valget.',
    ).confidence;
    expect(long).toBeGreaterThan(short);
  });
  it('falls where two languages share a text', () => {
    const one = languageOf('The council said on Monday that it will close the old bridge.');
    const two = languageOf(
      'The council said on Monday it will close. Городской совет решил закрыть старый мост.',
    );
    expect(two.confidence).toBeLessThan(one.confidence);
  });
});

describe('a language that no table has learned', () => {
  // Each is named by the libraries; the tables alone would take it for a neighbour.
  check(
    'Vye pon an pral fèmen pandan de semèn paske li pa an sekirite, se sa konsèy la di.',
    'hat',
    'ht',
    'Latn',
  );
  check('Зæронд хид æхгæд уыдзæни дыууæ къуырийы, загътой горæты советы.', 'oss', 'os', 'Cyrl');
  check('কেউনে ক’লে যে পুৰণি দলংখন দুসপ্তাহৰ বাবে বন্ধ থাকিব।', 'asm', 'as', 'Beng');
});

describe('close languages by their own words', () => {
  check(
    'Dewan kota mutusake yen kreteg lawas bakal ditutup rong minggu amarga wis ora aman maneh.',
    'jav',
    'jv',
    'Latn',
  );
  check('Umkhandlu wedolobha uthe ibhuloho elidala lizovalwa amasonto amabili.', 'zul', 'zu', 'Latn');
  check(
    'Pemko mengumumkan bahwa karena alasan keamanan jembatan tua itu ditutup selama dua pekan.',
    'ind',
    'id',
    'Latn',
  );
  check('市議會嘅人話，條舊橋會封兩個禮拜，因為佢哋覺得唔安全。', 'yue', 'yue', 'Hant');
});

describe('without the libraries', () => {
  it('a plain sentence is told and sure', () => {
    const text = 'The council said on Monday that it will close the old bridge for two weeks.';
    expect(detectLanguage(text)).toEqual({ language: languageOf(text), unsure: false });
  });
  it('a line that fits several languages says so', () => {
    const { language, unsure } = detectLanguage('Sandra Mara banka');
    expect(unsure).toBe(true);
    expect(language.confidence).toBeLessThan(0.97);
  });
  it('a language that is not in the tables says so', () => {
    const { unsure } = detectLanguage('Vye pon an pral fèmen pandan de semèn paske li pa an sekirite.');
    expect(unsure).toBe(true);
  });
});
