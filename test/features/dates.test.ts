import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/features/dates/index.ts';
import { findNumbers } from '../../src/features/numbers/index.ts';

function check(bcp47: string, text: string, ...expected: readonly string[]): void {
  it(`${bcp47}: ${text}`, () => {
    const found = findDates(text, bcp47);
    expect(found.map((date) => date.iso)).toEqual(expected);
    for (const date of found) expect(text.slice(date.start, date.start + date.text.length)).toBe(date.text);
  });
}

describe('day, month, year', () => {
  check('en', 'on 28 October 2025 in', '2025-10-28');
  check('en', 'on October 28, 2025, in', '2025-10-28');
  check('en', 'on Oct. 28, 2025', '2025-10-28');
  check('en', 'on the 28th of October 2025', '2025-10-28');
  check('de', 'am 28. Oktober 2025 in', '2025-10-28');
  check('de', 'am 28. Okt. 2025', '2025-10-28');
  check('fr', 'le 1er octobre 2025', '2025-10-01');
  check('fr', "le 3 d'octobre, le 28 août 2025", '--10-03', '2025-08-28');
  check('es', 'el 28 de octubre de 2025', '2025-10-28');
  check('es', 'el 28 de octubre del 2025', '2025-10-28');
  check('ca', "el 28 d'octubre de 2025", '2025-10-28');
  check('pt', 'em 28 de outubro de 2025', '2025-10-28');
  check('it', 'il 28 ottobre 2025', '2025-10-28');
  check('ro', 'pe 28 octombrie 2025', '2025-10-28');
  check('nl', 'op 28 oktober 2025', '2025-10-28');
  check('da', 'den 28. oktober 2025', '2025-10-28');
  check('nb', '28. oktober 2025', '2025-10-28');
  check('sv', 'den 28 oktober 2025', '2025-10-28');
  check('fi', '28. lokakuuta 2025', '2025-10-28');
  check('et', '28. oktoobril 2025', '2025-10-28');
  check('hu', '2025. október 28-án', '2025-10-28');
  check('lt', '2025 m. spalio 28 d.', '2025-10-28');
  check('lv', '2025. gada 28. oktobrī', '2025-10-28');
  check('pl', '28 października 2025 roku', '2025-10-28');
  check('cs', '28. října 2025', '2025-10-28');
  check('hr', '28. listopada 2025.', '2025-10-28');
  check('cs', '28. listopadu 2025', '2025-11-28');
  check('ru', '28 октября 2025 года', '2025-10-28');
  check('uk', '28 жовтня 2025 року', '2025-10-28');
  check('bg', 'на 28 октомври 2025 г.', '2025-10-28');
  check('el', 'στις 28 Οκτωβρίου 2025', '2025-10-28');
  check('tr', "28 Ekim 2025'te", '2025-10-28');
  check('id', 'pada 28 Oktober 2025', '2025-10-28');
  check('vi', 'ngày 28 tháng 10 năm 2025', '2025-10-28');
  check('ar', 'في 28 أكتوبر 2025', '2025-10-28');
  check('ar', 'في ٢٨ أكتوبر ٢٠٢٥', '2025-10-28');
  check('fa', '۲۸ اکتبر ۲۰۲۵', '2025-10-28');
  check('he', 'ב-28 באוקטובר 2025', '2025-10-28');
  check('hi', '28 अक्टूबर 2025 को', '2025-10-28');
  check('bn', '২৮ অক্টোবর ২০২৫', '2025-10-28');
  check('th', 'วันที่ 28 ตุลาคม 2568', '2025-10-28');
  check('th', 'เมื่อปี พ.ศ. 2568', '2025');
  check('th', 'วันที่ 9 พฤษภาคม พ.ศ. 2567', '2024-05-09');
  check('th', 'วันที่ 9 พฤษภาคม ค.ศ. 2024', '2024-05-09');
  check('th', 'ตั้งแต่เดือนพฤษภาคม 2567', '2024-05');
  check('th', '9 พ.ค. 2567', '2024-05-09');
  check('th', 'ในปี 2567 มีคน 2567 คน', '2024');
  check('th', 'ปีการศึกษา 2567', '2024');
  check('ko', '4만2000년 전');
  check('ja', '約1万2000年前');
  check('zh', '2025年10月28日', '2025-10-28');
  check('zh', '二〇二五年十月二十八日', '2025-10-28');
  check('ja', '令和7年10月28日', '2025-10-28');
  check('ja', '2025年10月28日午後', '2025-10-28');
  check('ko', '2025년 10월 28일', '2025-10-28');
  check('eu', '2025eko urriaren 28an', '2025-10-28');
});

describe('parts', () => {
  check('en', 'on 28 October they', '--10-28');
  check('en', 'on October 28 they', '--10-28');
  check('en', 'in October 2025 they', '2025-10');
  check('es', 'en octubre de 2025', '2025-10');
  check('ru', 'в октябре 2025 года', '2025-10');
  check('pl', 'w październiku 2025 roku', '2025-10');
  check('vi', 'tháng 10 năm 2025 và tháng 10/2025', '2025-10', '2025-10');
  check('ja', '10月28日に', '--10-28');
  check('ko', '10월 28일에', '--10-28');
  check('zh', '2025年10月起', '2025-10');
  check('zh', '自2025年以来', '2025');
  check('en', 'in 2019, since 1848', '2019', '1848');
  check('ru', 'в 2000 году', '2000');
  check('en', 'about 2000 people and 1500 cars');
  check('en', 'the 2019-2021 plan', '2019', '2021');
});

describe('spans', () => {
  check('en', '28-30 October 2025', '2025-10-28', '2025-10-30');
  check('de', '28. bis 30. Oktober', '--10-28', '--10-30');
  check('fr', 'du 28 au 30 octobre', '--10-28', '--10-30');
  check('ru', '28 и 29 октября', '--10-28', '--10-29');
});

describe('digits alone', () => {
  check('en', '2025-10-28 and 2025/10/28', '2025-10-28', '2025-10-28');
  check('de', '28.10.2025 und am 28.10. dann', '2025-10-28', '--10-28');
  check('cs', '28. 10. 2025', '2025-10-28');
  check('fr', 'le 10/11/2025', '2025-11-10');
  check('en', 'on 10/28/2025', '2025-10-28');
  check('en', 'on 28/10/2025', '2025-10-28');
  check('en', 'on 10/11/2025');
  check('en', '2025-10-28T14:30:00Z', '2025-10-28');
});

describe('other calendars', () => {
  check('fa', 'روز ۱۲ خرداد ۱۴۰۵ برگزار شد', '2026-06-02');
  check('fa', 'در ۱۲ خرداد ماه سال ۱۴۰۵', '2026-06-02');
  check('fa', 'تا ۳۰ اسفند ۱۴۰۳، و ۱ فروردین', '2025-03-20', '--03-21');
  check('fa', 'روز ۱۵ جوزا ۱۴۰۳', '2024-06-04');
  check('fa', 'با ۱۲ تیر کشته شد');
  check('fa', '۳۰ اسفند ۱۴۰۴ نیست', ...[]);
  check('fa', '۲ ژوئن ۲۰۲۶', '2026-06-02');
  check('ps', 'د ۱۴۰۵ کال د غبرګولي ۱۲مه', '2026-06-02');
  check('ps', 'د غبرګولي په ۱۲مه نېټه', '--06-02');
  check('am', 'ሰኔ 12 ቀን 2018 ዓ.ም. በአዲስ አበባ', '2026-06-19');
  check('am', 'በሰኔ 12/2018 እና ኅዳር 17', '2026-06-19', '--11-26');
  check('ti', 'መስከረም 12 2018', '2018');
});

describe('further languages', () => {
  check('sw', 'Jumanne, Aprili 14, 2026', '2026-04-14');
  check('ha', 'Litinin, 2 ga Maris, 2026', '2026-03-02');
  check('so', 'Axmed – Febraayo 11, 2026', '2026-02-11');
  check('id', 'Kamis, 15 Okt 2026 20:12 WIB', '2026-10-15');
  check('sk', '21. apr 2026 o 14:10; 3 apr alebo 5 dec', '2026-04-21');
  check('mn', '2026 оны 1-р сарын 23, 2 дугаар сарын 5-нд', '2026-01-23', '--02-05');
  check('ku', '11ê Cotmeha 2026an', '2026-10-11');
  check('ckb', '٢١ی ئایاری ٢٠٢٦', '2026-05-21');
  check('si', '2026 මැයි 21, අප්‍රේල් 3', '2026-05-21', '--04-03');
  check('my', '၂၀၂၆ ခုနှစ် မေလ ၇ ရက်', '2026-05-07');
  check('km', 'ថ្ងៃទី១៨ ខែកុម្ភៈ ឆ្នាំ២០២៦', '2026-02-18');
  check('ml', '21 മെയ് 2026', '2026-05-21');
  check('ky', '2026-жылдын 12-майы', '2026-05-12');
  check('uz', '2026-yil 12-may', '2026-05-12');
  check('tg', '12 майи 2026', '2026-05-12');
  check('es', 'Murieron en el mar 1982 metros');
  check('fr', 'le 12 sept 2021 euros');
  check('pl', '3 lis 2000 zwierząt');
  check('mn', 'Эхний 9 сарын 25.3 тэрбум төгрөг');
  check('mn', 'сүүлийн 3 сарын 20 тэрбум төгрөг');
  check('fa', '۱۴۰۵/۰۳/۱۲ و 1405-3-12', '2026-06-02', '2026-06-02');
  check('ps', '۳ زمري');
  check('ps', 'د تلې ۱۹، ۱۴۰۵', '2026-10-11');
});

describe('no date', () => {
  check('en', '31 February 2025 is none', '2025-02');
  check('en', 'you may 5 times; 5 may be enough');
  check('fr', '5 Marseillais');
  check('en', 'version 1.2.2025.3');
  check('en', '$2019 and 2019 euros and 2019 km');
  check('de', '30.2.2025');
  check('ja', '3年間');
});

describe('with numbers', () => {
  it('no digit is reported twice', () => {
    const text = 'On 28 October 2025 at 14:30 some 1,200 people met, as in 2019.';
    const dates = findDates(text, 'en');
    const numbers = findNumbers(
      text,
      'en',
      dates.map((date) => [date.start, date.start + date.text.length]),
    );
    expect(dates.map((date) => date.iso)).toEqual(['2025-10-28', '2019']);
    expect(numbers.map((number) => number.value)).toEqual([870, 1200]);
  });
});
