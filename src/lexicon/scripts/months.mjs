// Writes src/lexicon/data/months.ts: month names of CLDR as Node's Intl gives them.
//   node src/lexicon/scripts/months.mjs
// Run it by hand when ICU brings better names; the table is committed so that results do not change with Node.
import { writeFileSync } from 'node:fs';
import { LANGUAGES } from './locales.mjs';

const STYLES = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long', year: 'numeric', day: 'numeric' },
  { month: 'short', year: 'numeric', day: 'numeric' },
  { month: 'long', year: 'numeric' },
];

// Spellings in daily use that CLDR does not give: twelve months parted by `|`, abbreviations after the slash.
const DAILY = {
  ar: 'جانفي|فيفري|آذار|نيسان ابريل أفريل|أيار ماي|حزيران جوان|تموز جويلية|آب اغسطس أوت|أيلول|اكتوبر|نونبر|دجنبر',
  be: 'студзені|лютым|сакавіку|красавіку|маі|чэрвені|ліпені|жніўні|верасні|кастрычніку|лістападзе|снежні',
  cs: 'lednu|únoru|březnu|dubnu|květnu|červnu|červenci|srpnu||říjnu||prosinci',
  hr: 'siječnju|veljači|ožujku|travnju|svibnju|lipnju|srpnju|kolovozu|rujnu|listopadu|studenom studenog|prosincu',
  pl: 'styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrześniu|październiku|listopadzie|grudniu',
  ru: '||марте||мае|июне|июле|||||',
  sk: 'januári|februári|marci|apríli|máji|júni|júli|auguste|septembri|októbri|novembri|decembri',
  uk: 'січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді|грудні',
  da: '||||||||/sept|||',
  de: 'jänner|feber|||||||/sept|||',
  en: '||||||||/sept|||',
  es: '||||||||setiembre/set|||',
  fa: '|||اپریل||جون|جولای|آگوست اگست||اکتوبر||',
  fi: 'tammikuussa|helmikuussa|maaliskuussa|huhtikuussa|toukokuussa|kesäkuussa|heinäkuussa|elokuussa|syyskuussa|lokakuussa|marraskuussa|joulukuussa',
  hi: '|फरवरी|||||जुलाइ||सितम्बर|अक्तूबर|नवम्बर|दिसम्बर',
  et: '||||||||septembri septembril|oktoobri oktoobril|novembri novembril|detsembri detsembril',
  eu: 'urtarrilaren urtarrilean|otsailaren otsailean|martxoaren martxoan|apirilaren apirilean|maiatzaren maiatzean|ekainaren ekainean|uztailaren uztailean|abuztuaren abuztuan|irailaren irailean|urriaren urrian|azaroaren azaroan|abenduaren abenduan',
  km: 'ខែមករា|ខែកុម្ភៈ កុម្ភះ ខែកុម្ភះ|ខែមីនា|ខែមេសា|ខែឧសភា|ខែមិថុនា|ខែកក្កដា|ខែសីហា|ខែកញ្ញា|ខែតុលា|ខែវិច្ឆិកា|ខែធ្នូ',
  ku: 'çile çileya|reşemî reşemiyê sibatê|avdar adarê|avrêl nîsanê|gulanê|pûşper hezîranê|tîrmehê|gelawêj tebaxê|rezber îlonê|kewçêr cotmehê|sermawez mijdarê|kanûn kanûna berfanbarê',
  ky: '||||майы майда|||||||',
  ml: '||||മെയ്|||||ഒക്ടോബർ||',
  my: 'ဇန်နဝါရီလ|ဖေဖော်ဝါရီလ|မတ်လ|ဧပြီလ|မေလ|ဇွန်လ|ဇူလိုင်လ|သြဂုတ် သြဂုတ်လ ဩဂုတ်လ|စက်တင်ဘာလ|အောက်တိုဘာလ|နိုဝင်ဘာလ|ဒီဇင်ဘာလ',
  // CLDR gives the months of the moon, by which the news dates feasts.
  si: 'ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල් අප්රේල් අප්‍රියෙල්|මැයි|ජූනි ජුනි|ජූලි ජුලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්',
  tg: 'январи|феврали|марти|апрели|майи|июни|июли|августи|сентябри|октябри|ноябри|декабри',
  lt: 'sausį|vasarį|kovą|balandį|gegužę|birželį|liepą|rugpjūtį|rugsėjį|spalį|lapkritį|gruodį',
  lv: 'janvārī janvāra|februārī februāra|martā marta|aprīlī aprīļa|maijā maija|jūnijā jūnija|jūlijā jūlija|augustā augusta|septembrī septembra|oktobrī oktobra|novembrī novembra|decembrī decembra',
  ms: '|||||||/og||||',
  nl: '||||||||/sept|||',
  bs: '||marta martu||maja maju|juna junu|jula julu||septembra septembru|oktobra oktobru|novembra novembru|decembra decembru',
  sl: '||marca marcu||maja maju|junija juniju|julija juliju||septembra septembru|oktobra oktobru|novembra novembru|decembra decembru',
  sr: '||марта марту||маја мају|јуни јуна јуну|јули јула јулу||септембра септембру|октобра октобру|новембра новембру|децембра децембру',
  'sr-Latn':
    '||marta martu||maja maju|juni juna junu|juli jula julu||septembra septembru|oktobra oktobru|novembra novembru|decembra decembru',
};

/** Lower case, without the dot of an abbreviation; several words, digits and single letters are no use. */
function toName(part) {
  const name = part.normalize('NFC').toLowerCase().replace(/\.$/u, '').trim();
  return /^[\p{L}\p{M}'’ʼ]{2,}$/u.test(name) ? name : undefined;
}

function namesOf(language, month, long) {
  const names = new Set();
  for (const style of STYLES.filter((style) => (style.month === 'long') === long)) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...style, timeZone: 'UTC' });
    const part = format
      .formatToParts(new Date(Date.UTC(2024, month, 15)))
      .find((part) => part.type === 'month');
    const name = part === undefined ? undefined : toName(part.value);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

const rows = [];
// Central Kurdish is in no other table of ours that CLDR fills.
for (const language of [...LANGUAGES, 'ckb'].sort()) {
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) continue;
  const long = Array.from({ length: 12 }, (_, month) => namesOf(language, month, true));
  const short = Array.from({ length: 12 }, (_, month) =>
    namesOf(language, month, false).filter((name) => !long[month].includes(name)),
  );
  // Languages whose months are numbered ("Tháng 10") have no names.
  if (long.every((names) => names.length === 0)) continue;
  const daily = (DAILY[language] ?? '|'.repeat(11)).split('|').map((month) => month.split('/'));
  daily.forEach(([full, brief = ''], month) => {
    long[month] = [...new Set([...long[month], ...full.split(' ')])].filter((name) => name !== '');
    short[month] = [...new Set([...short[month], ...brief.split(' ')])].filter((name) => name !== '');
  });
  const row = long.map((names, month) => [names.join(' '), short[month].join(' ')].join('/')).join('|');
  rows.push(`  ['${language}', '${row.replaceAll("'", '’')}'],`);
}
writeFileSync(
  new URL('../data/months.ts', import.meta.url),
  `/**
 * Month names by language, from CLDR (Unicode licence). Generated by src/lexicon/scripts/months.mjs with ICU
 * ${process.versions.icu}, CLDR ${process.versions.cldr}; do not edit. Per language twelve months parted by \`|\`, each
 * "full names/abbreviations" parted by spaces, lower case, abbreviations without their dot.
 */
export const MONTH_ROWS: readonly (readonly [language: string, months: string])[] = [
${rows.join('\n')}
];
`,
);
