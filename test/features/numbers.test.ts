import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/features/numbers/index.ts';

/** Each mention as `value kind unit`. */
function check(bcp47: string, text: string, ...expected: readonly string[]): void {
  it(`${bcp47}: ${text}`, () => {
    const found = findNumbers(text, bcp47);
    expect(
      found.map((number) =>
        [number.value, number.kind, number.unit].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(expected);
    for (const number of found) {
      expect(text.slice(number.start, number.start + number.text.length)).toBe(number.text);
    }
  });
}

describe('separators', () => {
  check('en', 'about 1,234.5 of them', '1234.5 plain');
  check('en', 'some 1,234 visitors', '1234 plain');
  check('en', 'a value of 1.234 here', '1.234 plain');
  check('de', 'rund 1.234,5 davon', '1234.5 plain');
  check('de', 'rund 1.234 Besucher', '1234 plain');
  check('de', 'ein Wert von 1,234 hier', '1.234 plain');
  check('fr', 'environ 1 234,5 litres et 12 300 personnes', '1234.5 plain', '12300 plain');
  check('fr', 'environ 12\u202f300 personnes', '12300 plain');
  check('en', 'in groups of 12 300 people came', '12 plain', '300 plain');
  check('de', "in Bern 1'234'567 Stimmen", '1234567 plain');
  check('en', 'worth 12,34,567 in all', '1234567 plain');
  check('es', 'unos 1,500 y 1.500 votos', '1500 plain', '1500 plain');
  check('ru', 'около 12 345 человек', '12345 plain');
  check('en', 'exactly 0.125 of it', '0.125 plain');
  check('ar', 'نحو ١٢٬٣٤٥٫٦ منها', '12345.6 plain');
  check('hi', 'कुल १२,३४,५६७ वोट', '1234567 plain');
  check('fa', 'حدود ۱۲۳ نفر', '123 plain');
  check('bn', 'মোট ৪৫ জন', '45 plain');
});

describe('magnitudes', () => {
  check('de', '550 Milliarden Dollar', '550000000000 currency USD');
  check('de', '550 Mrd. Dollar', '550000000000 currency USD');
  check('de', '1,1 Mio. Euro', '1100000 currency EUR');
  check('en', '$550 billion', '550000000000 currency USD');
  check('en', 'US$5.5bn was paid', '5500000000 currency USD');
  check('en', 'a £20m bid and a $5K fee', '20000000 currency GBP', '5000 currency USD');
  check('en', '12 lakh voters, 3 crore rupees', '1200000 plain', '30000000 currency INR');
  check('de', '2 Billionen Euro', '2000000000000 currency EUR');
  check('en', '2 billion euros', '2000000000 currency EUR');
  check('fr', '2 milliards d’euros et 3 mille milliards', '2000000000 currency EUR', '3000000000000 plain');
  check('es', '550 millones de dólares y 2 mil millones', '550000000 currency USD', '2000000000 plain');
  check('pt', '3 bilhões de reais', '3000000000 currency BRL');
  check('it', '3 miliardi di euro', '3000000000 currency EUR');
  check('ro', '20 de milioane de euro', '20000000 currency EUR');
  check('pl', '5 miliardów złotych, 3 mln euro', '5000000000 currency PLN', '3000000 currency EUR');
  check('cs', '5 milionů korun', '5000000 currency CZK');
  check('ru', '3 млн рублей и 5 миллиардами долларов', '3000000 currency RUB', '5000000000 currency USD');
  check('ru', '12 миллиардеров', '12 plain');
  check('uk', '7 мільярдів гривень', '7000000000 currency UAH');
  check('tr', '5 milyar dolarlık', '5000000000 currency USD');
  check('hu', '5 milliárd forint', '5000000000 currency HUF');
  check('fi', '5 miljardia euroa', '5000000000 currency EUR');
  check('sv', '5 miljarder kronor', '5000000000 currency SEK');
  check('el', '5 δισεκατομμύρια ευρώ', '5000000000 currency EUR');
  check('vi', '5 tỷ đồng', '5000000000 currency VND');
  check('id', 'Rp5,5 triliun', '5500000000000 currency IDR');
  check('sw', 'dola milioni 5 na watu milioni 3', '5000000 plain', '3000000 plain');
  check('hi', '5.5 खरब रुपये', '550000000000 currency INR');
  check('ne', '2 करोड', '20000000 plain');
  check('ar', '2 مليار دولار', '2000000000 currency USD');
  check('fa', '۵ میلیون نفر', '5000000 plain');
  check('he', '5 מיליארד דולר, ב-3 מיליון', '5000000000 currency USD', '3000000 plain');
  check('th', '5ล้านบาท', '5000000 currency THB');
  check('ja', '5500億円と84兆', '550000000000 currency JPY', '84000000000000 plain');
  check('ja', '1億2000万人', '120000000 plain');
  check('zh', '5500亿美元', '550000000000 currency USD');
  check('zh-Hant', '三十五萬人', '350000 plain');
  check(
    'ko',
    '5만 명, 5천만 원, 1조 2000억 달러',
    '50000 plain',
    '50000000 currency KRW',
    '1200000000000 currency USD',
  );
});

describe('per cent', () => {
  check('en', '5% and 5 percent and 5.5 per cent', '5 percent %', '5 percent %', '5.5 percent %');
  check('de', '5 Prozent und 20 Prozentpunkte', '5 percent %', '20 percent %');
  check('fr', '5 pour cent, 6,5 %', '5 percent %', '6.5 percent %');
  check('es', '5 por ciento', '5 percent %');
  check('ru', '12 процентов', '12 percent %');
  check('hi', '12 प्रतिशत', '12 percent %');
  check('ar', '12٪ و 13 في المئة', '12 percent %', '13 percent %');
  check('ko', '12퍼센트', '12 percent %');
  check('ja', '12パーセント', '12 percent %');
  check('zh', '百分之30', '30 percent %');
  check('zh', '百分之三十五', '35 percent %');
  check('tr', '%45 ve yüzde 12', '45 percent %', '12 percent %');
  check('en', 'a 20-percent cut', '20 percent %');
  check('en', 'fell by −5.5%', '-5.5 percent %');
});

describe('currencies and measures', () => {
  check('en', 'EUR 5 and 6 USD and Rs 500', '5 currency EUR', '6 currency USD', '500 currency INR');
  check('en', 'HK$30 and A$40', '30 currency HKD', '40 currency AUD');
  check('en', '5 km, 6 kg and 7°C', '5 measure km', '6 measure kg', '7 measure °C');
  check('de', '5 Hektar, 12 Kilometer', '5 measure ha', '12 measure km');
  check('en', 'over 12 km² of land', '12 measure km²');
  check('zh', '12公里外', '12 measure km');
  check('ja', '80㎞と5㎏', '80 measure km', '5 measure kg');
  check('el', 'στα 80 χλμ. από την πόλη', '80 measure km');
});

describe('ranks and times', () => {
  check('en', 'the 3rd and the 21st', '3 ordinal', '21 ordinal');
  check('fr', 'le 3e et la 1ère', '3 ordinal', '1 ordinal');
  check('ru', 'в 3-й раз', '3 ordinal');
  check('zh', '第3次', '3 ordinal');
  check('id', 'ulang tahun ke-80', '80 ordinal');
  check('en', 'at 14:30 and 2.30pm and 9 a.m.', '870 time', '870 time', '540 time');
  check('de', 'um 14.30 Uhr und um 9 Uhr', '870 time', '540 time');
  check('fr', 'à 14h30', '870 time');
  check('sv', 'kl. 14.30', '870 time');
  check('ja', '14時30分', '870 time');
});

describe('amounts of several parts', () => {
  check('hi', '1 हज़ार 900 घर, 3 लाख 25 हज़ार वोट', '1900 plain', '325000 plain');
  check('hi', '2 लाख 40 हज़ार करोड़ रुपये', '2400000000000 currency INR');
  check('bn', '৭ লাখ ৩০ হাজার টাকা', '730000 currency BDT');
  check('bn', '৬ হাজার ৩ শ জন', '6300 plain');
  check('ta', '6 லட்சத்து 50 ஆயிரம் வீடுகள்', '650000 plain');
  check('ur', 'تین لاکھ 20 ہزار گھر', '320000 plain');
  check('ur', '2 ہزار 4 سو افراد', '2400 plain');
  check('ne', '2 करोड 15 लाख', '21500000 plain');
  check('en', '3 crore 12 lakh rupees', '31200000 currency INR');
  check('en', '7 million 250 thousand votes', '7250000 plain');
  check('en', 'some 4 thousand 600 seats', '4600 plain');
  check('en', 'two hundred houses, five hundred thousand euros', '200 plain', '500000 currency EUR');
  check('es', '4 mil 600 asientos', '4600 plain');
  check('es', '3 mil 450 millones de pesos', '3450000000 plain');
  check('es', '2 millones 100 mil votos', '2100000 plain');
  check('pt', '3 milhões e 400 mil reais', '3400000 currency BRL');
  check('tr', '4 bin 600 koltuk, 1 milyon 200 bin lira', '4600 plain', '1200000 currency TRY');
  check('az', '7 min 350 nəfər', '7350 plain');
  check('kk', '7 мың 350 адам', '7350 plain');
  check('ru', '3 млн 200 тыс. рублей и 5 тысяч 300 человек', '3200000 currency RUB', '5300 plain');
  check('hy', '7 հազար 350 մարդ', '7350 plain');
  check('am', '3 ሺህ 500 ሰዎች', '3500 plain');
  check('ar', '4 ملايين و600 ألف دولار، 7 آلاف و350 شخصا', '4600000 currency USD', '7350 plain');
  check('fa', '۴ میلیون و ۶۰۰ هزار نفر و ۷ هزار و ۳۵۰ خانه', '4600000 plain', '7350 plain');
  check('id', '3 juta 400 ribu orang', '3400000 plain');
  check('vi', '3 triệu 400 nghìn người', '3400000 plain');
  check('ko', '4만2000년 전', '42000 plain');
  check('ko', '4만 6000석, 7억 5000만 원', '46000 plain', '750000000 currency KRW');
  check('ko', '12만 3월 5일', '120000 plain');
  check('zh', '4万2千人和7亿5000万元', '42000 plain', '750000000 currency CNY');
});

describe('numbers beside an amount that are not of it', () => {
  check('en', '5 thousand 12-year-olds', '5000 plain', '12 plain');
  check('en', '5 million 300 donors', '5000000 plain', '300 plain');
  check('en', 'sold 5 thousand 20% faster', '5000 plain', '20 percent %');
  check('en', '5 thousand, 300 of them', '5000 plain', '300 plain');
  check('en', '1.5 million 300 thousand', '1500000 plain', '300000 plain');
  check('en', '300 thousand 5 million', '300000 plain', '5000000 plain');
  check('tr', '5 bin 2 milyon', '5000 plain', '2000000 plain');
  it('end where a date begins', () => {
    const text = 'sold 5 thousand 28 October';
    expect(findNumbers(text, 'en', [[16, 26]]).map((number) => number.value)).toEqual([5000]);
  });
});

describe('durations', () => {
  check('en', 'in 1:45:30, then 0:58:04.7', '6330 time s', '3484.7 time s');
  check('fi', 'ajalla 2.31.09 voittoon', '9069 time s');
  check('de', '3:05:22,4 Stunden', '11122.4 time s');
  check('fr', "en 2h31:09 puis 2h31'09''", '9069 time s', '9069 time s');
  check('ja', '2時間31分09秒で優勝', '9069 time s');
  check('zh', '2小时31分9秒', '9069 time s');
  check('ko', '2시간 31분 9초', '9069 time s');
  check('de', 'am 5.10.25 in Version 1.2.3');
  check('en', 'at 12:30:45:10 or 1:2:3');
});

describe('words', () => {
  check('en', 'twenty-five people and two million more', '25 plain', '2000000 plain');
  check('fr', 'dix-neuf blessés, seize arrestations et dix maisons', '19 plain', '16 plain', '10 plain');
  check('uk', 'Чотирнадцять людей і тринадцять машин', '14 plain', '13 plain');
  check('fa', 'هفده نفر', '17 plain');
  check('el', 'απάτη 98 εκατ. ευρώ', '98000000 currency EUR');
  check('de', 'fünfundzwanzig Menschen, drei Milliarden Euro', '25 plain', '3000000000 currency EUR');
  check('nl', 'vijfentwintig mensen', '25 plain');
  check('fr', 'trois personnes, un homme', '3 plain');
  check('es', 'doce horas', '12 plain');
  check('pl', 'pięć osób', '5 plain');
  check('ru', 'двадцать человек', '20 plain');
  check('fi', 'kolme ihmistä', '3 plain');
  check('tr', 'sekiz kişi', '8 plain');
  check('ar', 'خمسة أشخاص', '5 plain');
  check('zh', '三十五人', '35 plain');
  check('zh', '十分重要，一定，万一');
  check('ja', '三百二十人', '320 plain');
});

describe('no numbers', () => {
  check('en', 'B2B and COVID-19 and F-16 and a 5G net');
  check('en', 'version 1.2.3 at 192.168.0.1');
  check('en', 'see example.org/2025/12345 or #77');
  check('en', '1/3 of it');
  check('ja', '28日と10月');
  check('en', 'no digits here');
});

describe('claimed ranges', () => {
  it('are left out', () => {
    const text = 'On 28 October 2025 some 12 people came';
    expect(findNumbers(text, 'en', [[3, 18]]).map((number) => number.value)).toEqual([12]);
  });
});

describe('prefixes, letters and order of languages', () => {
  check('zu', 'Abantu abangu-46 bafile, izindlu ezingu-120.', '46 plain', '120 plain');
  check('en', 'COVID-19 and an A-46 road', ...[]);
  check('fil', 'sa ika-46 na araw', '46 ordinal');
  check('en', 'The state paid N320 million and R45bn.', '320000000 currency NGN', '45000000000 currency ZAR');
  check('en', 'a fee of N5,000 on the N320 and form P45', '5000 currency NGN');
  check('zu', 'u-R320 million usetshenzisiwe', '320000000 currency ZAR');
  check('en', 'KSh 3,000 and GHS 12', '3000 currency KES', '12 currency GHS');
  check('en', 'It was 39.5C, or 103F, on flight 3C.', '39.5 measure °C', '103 measure °F');
  check('en', 'in Class 10C, seat 12C and Route 66F', ...[]);
  check('zu', 'i-mpox-2 ne-ak-47', ...[]);
  check('mt', 'l-Airbus-320, il-46', '46 plain');
  check('de', 'Haus 39C', ...[]);
  check('si', 'රුපියල් මිලියන 320ක් සහ බිලියන 1.5ක්', '320000000 plain', '1500000000 plain');
  check('my', 'ကျပ်သန်း ၃၂၀ နှင့် ၃ သန်း', '320000000 plain', '3000000 plain');
  check('yo', 'bílíọ̀nù 320 naira', '320000000000 plain');
  check('ckb', '٣٢٠ ملیۆن دینار', '320000000 plain');
  check('ig', 'ijeri 3 na puku 5', '3000000000 plain', '5000 plain');
  check('es', 'a las 20.30 horas', '1230 time');
  check('lt', 'nuo 14.30 val. vakaro', '870 time');
});
