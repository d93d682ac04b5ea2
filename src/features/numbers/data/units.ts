/**
 * Units that stand beside numbers in the news: per cent, currencies, measures. Words in lower case; a trailing `*`
 * admits endings of the language (рубл*: рублей, рублями). Written by hand; codes are ISO 4217. Words that mean a
 * unit only sometimes (livre, pound of weight, won the game, peso of many countries) are left out: no wrong guess.
 */

export const PERCENT_SIGNS = '%٪％﹪';

/** Words for per cent, one word; endings admitted. */
export const PERCENT_WORDS =
  'percent* percentage* prozent* procent* prosent* protsen* procient* percento porcento porsient* pourcent* ' +
  'процент* відсот* працэнт* пайыз* пайыз пайызы տոկոս* პროცენტ* százalék* prósent* ' +
  'yüzde faiz* foiz* göterim persen* peratus* porsiyento asilimia ehuneko prosenttia persentasi ' +
  'प्रतिशत* फीसदी फ़ीसदी टक्के टक्का শতাংশ* ശതമാനം* சதவீத* சதவிகித* శాతం* శాతా* ಪ್ರತಿಶತ ಶೇಕಡ* ટકા ਫੀਸਦੀ ਪ੍ਰਤੀਸ਼ਤ ප්‍රතිශත* ' +
  'فیصد بالمئة بالمائة درصد سلنه אחוז* ในร้อย เปอร์เซ็นต์ เปอร์เซนต์ ភាគរយ ເປີເຊັນ ရာခိုင်နှုန်း ' +
  '퍼센트* 프로 パーセント 个百分点 個百分點 хувь* хувийн процентный procentní postot* odstot* процената odsto posto посто одсто proc ' +
  'процентов በመቶ';

/** Words for per cent of two words: the first, then the second. */
export const PERCENT_PAIRS =
  'per+cent per+cento por+ciento por+cento por+cen pour+cent per+cien la+sută la+suta sa+sto на+сто τοις+εκατό τοις+εκατο ' +
  'phần+trăm в+процентах في+المئة في+المائة';

/** Signs with the currency they mean where nothing else is said. */
export const CURRENCY_SIGNS: readonly (readonly [sign: string, code: string])[] = [
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₼', 'AZN'],
  ['֏', 'AMD'],
  ['៛', 'KHR'],
  ['₭', 'LAK'],
  ['৳', 'BDT'],
  ['₮', 'MNT'],
];

/** Letters before a dollar sign that name the country. */
export const DOLLAR_COUNTRIES =
  'US:USD U.S:USD A:AUD AU:AUD C:CAD CA:CAD CAD:CAD HK:HKD NT:TWD S:SGD NZ:NZD R:BRL J:JMD';

/** Codes and short names that stand before or after a number, exactly as written. */
export const CURRENCY_CODES =
  'USD:USD EUR:EUR GBP:GBP JPY:JPY CNY:CNY RMB:CNY CHF:CHF AUD:AUD CAD:CAD INR:INR KRW:KRW RUB:RUB BRL:BRL MXN:MXN ' +
  'SEK:SEK NOK:NOK DKK:DKK PLN:PLN CZK:CZK HUF:HUF TRY:TRY UAH:UAH ILS:ILS ZAR:ZAR SGD:SGD HKD:HKD TWD:TWD THB:THB ' +
  'IDR:IDR MYR:MYR PHP:PHP VND:VND PKR:PKR BDT:BDT NGN:NGN KES:KES EGP:EGP SAR:SAR AED:AED ARS:ARS CLP:CLP COP:COP ' +
  'RON:RON BGN:BGN RSD:RSD ISK:ISK KZT:KZT NZD:NZD Rs:INR Rp:IDR RM:MYR Kč:CZK Ft:HUF zł:PLN TL:TRY Sh:KES Ksh:KES KSh:KES Kshs:KES Shs:KES Tk:BDT руб:RUB грн:UAH лв:BGN ' +
  'Fr:CHF LKR:LKR NPR:NPR MMK:MMK KHR:KHR LAK:LAK MNT:MNT UZS:UZS KGS:KGS TJS:TJS AZN:AZN AMD:AMD GEL:GEL MDL:MDL MKD:MKD BAM:BAM ' +
  'QAR:QAR KWD:KWD BHD:BHD OMR:OMR JOD:JOD IQD:IQD IRR:IRR AFN:AFN MAD:MAD DZD:DZD TND:TND LYD:LYD ETB:ETB UGX:UGX TZS:TZS TSh:TZS ' +
  'RWF:RWF ZMW:ZMW MWK:MWK NAD:NAD BWP:BWP GHS:GHS XOF:XOF XAF:XAF FCFA:XOF PEN:PEN BOB:BOB PYG:PYG UYU:UYU DOP:DOP';

/** Letters of currencies, right before the digits. */
export const CURRENCY_BY_LETTER = 'N:NGN R:ZAR P:PHP';

/** Words for currencies, `word:code`; a trailing `*` admits endings. */
export const CURRENCY_WORDS =
  'dollar*:USD dollár*:USD dólar*:USD dolar*:USD dolár*:USD doler*:USD dollaria:USD dollarin:USD dollaro:USD dollari:USD dolari:USD dolarë:USD dollarë:USD ' +
  'доллар*:USD долар*:USD долл:USD долора:USD δολάρι*:USD δολαρί*:USD դոլար*:USD დოლარ*:USD דולר*:USD دولار*:USD دلار*:USD ڈالر*:USD ډالر*:USD ' +
  'डॉलर*:USD डलर*:USD ডলার*:USD ડોલર*:USD ਡਾਲਰ*:USD டாலர*:USD డాలర*:USD ಡಾಲರ*:USD ഡോളർ*:USD ഡോളറ*:USD ඩොලර්*:USD ดอลลาร์:USD ดอลล่าร์:USD เหรียญ:USD เหรียญสหรัฐ:USD ដុល្លារ:USD ໂດລາ:USD ဒေါ်လာ:USD ' +
  '달러*:USD 미국달러*:USD ドル:USD 米ドル:USD 美元:USD 美金:USD đô:USD ዶላር:USD dola:USD dala:USD doolar:USD ' +
  'euro:EUR euros:EUR euroa:EUR euron:EUR euró*:EUR eur:EUR eura:EUR eurů:EUR evro*:EUR avro*:EUR evra:EUR eiro:EUR eurot:EUR eurų:EUR eurai:EUR евро:EUR євро:EUR еўра:EUR ευρώ:EUR ევრო*:EUR եվրո*:EUR ' +
  'אירו:EUR يورو:EUR یورو:EUR यूरो:EUR ইউরো:EUR யூரோ*:EUR యూరో*:EUR ยูโร:EUR 유로*:EUR ユーロ:EUR 欧元:EUR 歐元:EUR ' +
  'yen:JPY yens:JPY jenów:JPY jenů:JPY jenov:JPY иен*:JPY єн*:JPY йен*:JPY γιεν:JPY ين:JPY येन:JPY 円:JPY 日元:JPY 日圓:JPY 엔:JPY 엔화:JPY เยน:JPY ' +
  'yuan*:CNY yuanes:CNY юан*:CNY γιουάν:CNY يوان:CNY یوان:CNY युआन:CNY 위안*:CNY 人民元:CNY 人民币:CNY 人民幣:CNY หยวน:CNY juanów:CNY juanů:CNY renminbi:CNY ' +
  'rubl*:RUB rouble*:RUB ruble*:RUB рубл*:RUB рубел*:RUB ρούβλι*:RUB روبل:RUB रूबल:RUB 루블*:RUB ルーブル:RUB 卢布:RUB 盧布:RUB rubel*:RUB rubli:RUB rublos:RUB roubles:RUB ' +
  'rupiah:IDR rupia:INR rupias:INR rupee*:INR rupie*:INR рупи*:INR रुपये:INR रुपए:INR रुपया:INR रुपयांच*:INR روپے:PKR روپیہ:PKR ルピー:INR 卢比:INR 루피:INR ரூபாய்:INR రూపాయల*:INR രൂപ:INR ರೂಪಾಯಿ:INR રૂપિયા:INR ਰੁਪਏ:INR রুপি:INR টাকা:BDT ' +
  '원:KRW 원의:KRW 원을:KRW 원으로:KRW 원이:KRW ウォン:KRW 韩元:KRW 韓元:KRW вон:KRW ' +
  'lira:TRY liras:TRY lirası:TRY liralık:TRY liraya:TRY liranın:TRY лир:TRY ' +
  'baht:THB บาท:THB đồng:VND ringgit:MYR forint*:HUF hryvni*:UAH гривен*:UAH гривн*:UAH złot*:PLN zloty*:PLN злот*:PLN shekel*:ILS шекел*:ILS שקל*:ILS שקלים:ILS ' +
  'kronor:SEK franken:CHF reais:BRL rand:ZAR tenge:KZT теңге*:KZT тенге:KZT so‘m:UZS 英镑:GBP 英鎊:GBP ポンド:GBP 파운드*:GBP 港元:HKD 港币:HKD 澳元:AUD 加元:CAD 新台币:TWD 新台幣:TWD ' +
  'korun:CZK koruny:CZK лева:BGN левов:BGN динара:RSD dinara:RSD';

/** Words whose currency the language decides: `language:word:code`. */
export const LOCAL_CURRENCY_WORDS =
  'zh:元:CNY zh:块:CNY nb:kroner:NOK nn:kroner:NOK da:kroner:DKK da:kr:DKK nb:kr:NOK sv:kr:SEK sk:korún:CZK is:króna:ISK is:krónur:ISK ' +
  'en:crowns:SEK ro:lei:RON ro:leu:RON de:pfund:GBP ne:रुपैयाँ:NPR sw:shilingi:KES ur:روپے:PKR si:රුපියල්:LKR tl:piso:PHP fil:piso:PHP';

/** Words for pounds: of money beside amounts that nobody weighs, else left alone. */
export const POUND_WORDS =
  'pound pounds pfund libras livres lire sterline фунт фунтов фунта фунти фунтів фунти паунд паунда паунди funt funty funtów liber libier funti funta funtov funtų mārciņu mārciņas pund ponden pond puntaa naela fontot font libre λίρες λιρών sterlin جنيه پوند पाउंड পাউন্ড ปอนด์ bảng';

/** Beginnings of the word that makes a pound money: libras esterlinas, фунтов стерлингов. */
export const STERLING = 'sterl esterl стерл στερλ szterl استرل إسترل استرلينی';

/** Abbreviations with a quotation mark inside, as Hebrew writes them, without the mark. */
export const QUOTED_MEASURES = 'קמ:km סמ:cm ממ:mm קג:kg';

/** Beginnings of "American" and "US" in front of dollars. */
export const AMERICAN =
  'us usa amer amér amér америк амерік αμερικ jav asv abd aqsh ақш сша сад აშშ মার্কিন अमेरिक अमरीक amrik امریک أمريك אמריק ამერიკ ամերիկ الأمريك';

/** Measures written as one sign, `sign:symbol`. */
export const MEASURE_SIGNS = '㎞:km ㎝:cm ㎜:mm ㎏:kg ㎡:m² ㎢:km² ㎥:m³ ㏊:ha ㎾:kW ㎿:MW';

/** Measures, `word:symbol`. */
export const MEASURE_WORDS =
  'km:km kms:km км:km kilomet*:km kilómet*:km kilòmet*:km quilómet*:km quilômet*:km quilòmet*:km kilometr*:km kilomeetri*:km kilometriä:km kilometrů:km chilomet*:km километ*:km кіломет*:km кілометр*:km кіламетр*:km χιλιόμετρ*:km χιλιομέτρ*:km χλμ:km կիլոմետր*:km კილომეტრ*:km קילומטר*:km ק״מ:km كيلومتر*:km كم:km کیلومتر*:km کلومیٹر*:km किलोमीटर*:km किमी:km কিলোমিটার*:km கிலோமீட்டர்*:km กิโลเมตร:km キロメートル:km 公里:km 千米:km 킬로미터*:km ki-lô-mét:km kilomita:km ' +
  'm:m м:m metre*:m meter*:m mètre*:m metros:m metri:m metru:m metrů:m metrov*:m metrow:m metrów:m metriä:m méter*:m метр*:m μέτρ*:m מטר*:m متر:m مترا:m میٹر:m मीटर:m মিটার:m เมตร:m メートル:m 米:m 公尺:m 미터*:m mét:m ' +
  'cm:cm см:cm centimet*:cm centímet*:cm zentimeter*:cm сантимет*:cm センチ:cm 厘米:cm 公分:cm 센티미터*:cm mm:mm мм:mm milimet*:mm millimet*:mm миллимет*:mm 毫米:mm ' +
  'kg:kg кг:kg kilogram*:kg kilogramm*:kg quilogram*:kg килограмм*:kg кілограм*:kg килограм*:kg kilos:kg kilo:kg كيلوغرام*:kg کیلوگرم:kg किलोग्राम:kg किलो:kg กิโลกรัม:kg 公斤:kg 千克:kg 킬로그램*:kg キログラム:kg ' +
  'tonne*:t tonelada*:t tonnellat*:t tonnellate:t tonnia:t tonn:t tonnes:t tonna:t тонн*:t тон:t τόνο*:t τόνων:t طن:t تن:t टन:t টন:t ตัน:t トン:t 吨:t 噸:t 톤*:t tấn:t ' +
  'hektar*:ha hectare*:ha hectárea*:ha ettar*:ha hehtaar*:ha hehtaaria:ha гектар*:ha εκτάρι*:ha هكتار*:ha هکتار:ha हेक्टेयर:ha 公顷:ha 公頃:ha ヘクタール:ha 헥타르*:ha ha:ha га:ha ' +
  'mile:mi miles:mi ไมล์:mi mérföld*:mi milja:mi milje:mi მილი*:mi মাইলে*:mi mylių:mi jūdžu:mi μίλια:mi μιλίων:mi میل:mi ميل:mi मील:mi মাইল:mi milhas:mi millas:mi meilen:mi миль:mi マイル:mi 英里:mi 마일*:mi ' +
  'kwh:kWh mw:MW gw:GW mwh:MWh gwh:GWh kw:kW квт:kW мвт:MW megawatt*:MW мегаватт*:MW megavat*:MW gigawatt*:GW гигаватт*:GW 兆瓦:MW 千瓦:kW kmh:km/h mph:mph';
