/**
 * Number words by language: 2 to 12, the tens from 20 to 90, 100; other forms of
 * a word after a slash; `-` where a word also means something else that
 * newsrooms write (fr "neuf" is also new, it "sei" also you are). Written by hand.
 */
export const SPELLED_VALUES: readonly number[] = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 30, 40, 50, 60, 70, 80, 90, 100,
];

export const SPELLED_ROWS: readonly (readonly [language: string, words: string])[] = [
  [
    'en',
    'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred',
  ],
  [
    'de',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert',
  ],
  [
    'fr',
    'deux trois quatre cinq six sept huit - dix onze douze vingt trente quarante cinquante soixante - - - cent',
  ],
  [
    'es',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien',
  ],
  [
    'pt',
    'dois/duas três quatro cinco seis sete oito nove dez onze doze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem',
  ],
  [
    'gl',
    'dous tres catro cinco seis sete oito nove dez once doce vinte trinta corenta cincuenta sesenta setenta oitenta noventa cen',
  ],
  [
    'ca',
    '- tres quatre cinc sis set vuit nou deu onze dotze vint trenta quaranta cinquanta seixanta setanta vuitanta noranta cent',
  ],
  [
    'it',
    'due tre quattro cinque - sette otto nove dieci undici dodici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento',
  ],
  [
    'ro',
    'doi/două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece/douăsprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci -',
  ],
  [
    'nl',
    'twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd',
  ],
  ['da', 'to tre fire fem seks syv otte ni ti elleve tolv tyve tredive fyrre - - - - - hundrede'],
  [
    'nb',
    'to tre fire fem seks sju åtte ni ti elleve tolv tjue tretti førti femti seksti sytti åtti nitti hundre',
  ],
  [
    'nn',
    'to tre fire fem seks sju åtte ni ti elleve tolv tjue tretti førti femti seksti sytti åtti nitti hundre',
  ],
  [
    'sv',
    'två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra',
  ],
  [
    'is',
    'tvö þrjú fjögur fimm sex sjö átta níu tíu ellefu tólf tuttugu þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu hundrað',
  ],
  [
    'fi',
    'kaksi/kahden/kahta/kahdessa kolme/kolmen/kolmea/kolmessa neljä/neljän/neljää/neljässä viisi/viiden/viittä - seitsemän/seitsemää kahdeksan/kahdeksaa yhdeksän/yhdeksää kymmenen/kymmentä yksitoista kaksitoista kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä sata/sataa',
  ],
  [
    'et',
    'kaks/kahe/kahte kolm/kolme neli/nelja viis/viie - seitse/seitsme kaheksa üheksa kümme/kümne üksteist kaksteist kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend kaheksakümmend üheksakümmend sada',
  ],
  [
    'hu',
    'két/kettő három négy öt hat - nyolc kilenc tíz tizenegy tizenkét/tizenkettő húsz harminc negyven ötven hatvan hetven nyolcvan kilencven száz',
  ],
  [
    'pl',
    'dwa/dwie/dwóch/dwoje trzy/trzech/troje cztery/czterech/czworo pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu dziewięćdziesiąt/dziewięćdziesięciu sto/stu',
  ],
  [
    'cs',
    'dva/dvě/dvou/dvěma tři/tří/třech čtyři/čtyř/čtyřech pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti deset/deseti jedenáct/jedenácti dvanáct/dvanácti dvacet/dvaceti třicet/třiceti čtyřicet/čtyřiceti padesát/padesáti šedesát/šedesáti sedmdesát osmdesát devadesát sto',
  ],
  [
    'sk',
    'dva/dve/dvoch/dvaja tri/troch/traja štyri/štyroch/štyria päť/piatich/piati šesť/šiestich sedem/siedmich osem/ôsmich deväť/deviatich desať/desiatich jedenásť dvanásť dvadsať/dvadsiatich tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat sto',
  ],
  [
    'sl',
    'dva/dve/dveh tri/treh/trije štiri/štirih/štirje pet/petih šest/šestih sedem/sedmih osem/osmih devet/devetih deset/desetih enajst/enajstih dvanajst/dvanajstih dvajset/dvajsetih trideset/tridesetih štirideset petdeset šestdeset sedemdeset osemdeset devetdeset sto',
  ],
  [
    'hr',
    'dva/dvije/dvoje/dvojica tri/troje/trojica četiri/četvero pet/petero šest/šestero sedam osam devet deset jedanaest dvanaest dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto',
  ],
  [
    'bs',
    'dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto',
  ],
  [
    'sr-Latn',
    'dva/dve/dvoje tri/troje četiri pet šest sedam osam devet deset jedanaest dvanaest dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto',
  ],
  [
    'sr',
    'два/две/двоје три/троје четири пет шест седам осам девет десет једанаест дванаест двадесет тридесет четрдесет педесет шездесет седамдесет осамдесет деведесет сто',
  ],
  [
    'mk',
    'два три четири пет шест седум осум девет десет единаесет дванаесет дваесет триесет четириесет педесет шеесет седумдесет осумдесет деведесет сто',
  ],
  [
    'bg',
    'два/две/двама три/трима четири/четирима пет/петима шест седем осем девет десет единадесет дванадесет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет сто',
  ],
  [
    'ru',
    'два/две/двух три/трех/трёх четыре/четырех/четырёх пять/пяти шесть/шести семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто сто',
  ],
  [
    'uk',
    "два/дві/двох три/трьох чотири/чотирьох п’ять/п'ять/п’яти шість/шести сім/семи вісім/восьми дев’ять/дев’яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти двадцять/двадцяти тридцять/тридцяти сорок/сорока - шістдесят сімдесят вісімдесят - сто",
  ],
  [
    'be',
    'два тры чатыры пяць шэсць сем восем дзевяць дзесяць адзінаццаць дванаццаць дваццаць трыццаць сорак - - - - - сто',
  ],
  [
    'lt',
    'du/dvi/dviejų trys/tris/trijų keturi/keturis/keturių/keturios penki/penkis/penkių/penkios šeši/šešis/šešių/šešios septyni/septynis/septynių/septynios aštuoni/aštuonis/aštuonių devyni/devynis/devynių dešimt vienuolika dvylika dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt šimtas/šimtą',
  ],
  [
    'lv',
    'divi/divas/divu/diviem trīs/trim četri/četras/četru/četriem pieci/piecas/piecu/pieciem seši/sešas/sešu/sešiem septiņi/septiņas/septiņu astoņi/astoņas/astoņu deviņi/deviņas/deviņu desmit vienpadsmit divpadsmit divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit simts/simtu',
  ],
  [
    'el',
    'δύο/δυο τρεις/τρία/τριών τέσσερις/τέσσερα/τεσσάρων πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό',
  ],
  ['tr', 'iki üç dört beş altı yedi sekiz dokuz on - - yirmi otuz kırk elli altmış yetmiş seksen doksan -'],
  [
    'az',
    'iki üç dörd beş altı yeddi səkkiz doqquz on - - iyirmi otuz qırx əlli altmış yetmiş səksən doxsan -',
  ],
  ['id', 'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - - - - - - - - - seratus'],
  ['ms', 'dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas - - - - - - - - - seratus'],
  [
    'sw',
    'mbili tatu nne tano sita saba nane tisa kumi - - ishirini thelathini arobaini hamsini sitini sabini themanini tisini -',
  ],
  [
    'ar',
    'اثنين/اثنان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة سبعة ثمانية/ثماني تسعة عشرة - - عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون مئة/مائة',
  ],
  ['fa', 'دو سه چهار پنج شش هفت هشت - - یازده دوازده بیست - چهل پنجاه شصت هفتاد هشتاد نود صد'],
  [
    'he',
    'שני/שתי/שניים/שתיים שלושה/שלוש/שלושת ארבעה/ארבע/ארבעת חמישה/חמש/חמשת שישה/ששת שבעה/שבעת שמונה/שמונת תשעה/תשעת עשרה - - עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה',
  ],
  ['hi', '- तीन चार पांच छह सात आठ नौ दस ग्यारह बारह बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे -'],
  ['ur', '- تین چار پانچ چھ سات آٹھ - دس گیارہ بارہ بیس تیس چالیس پچاس ساٹھ ستر - نوے -'],
  ['bn', 'দুই তিন চার পাঁচ ছয় সাত আট - দশ এগারো বারো বিশ/কুড়ি ত্রিশ চল্লিশ পঞ্চাশ ষাট সত্তর আশি নব্বই -'],
  [
    'ta',
    'இரண்டு மூன்று நான்கு ஐந்து - ஏழு எட்டு ஒன்பது பத்து - பன்னிரண்டு இருபது முப்பது நாற்பது ஐம்பது அறுபது எழுபது எண்பது - நூறு',
  ],
];

/** Those from 13 to 19, where they are one word or joined by a hyphen. */
export const TEEN_VALUES: readonly number[] = [13, 14, 15, 16, 17, 18, 19];

export const TEEN_ROWS: ReadonlyMap<string, string> = new Map([
  ['en', 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'],
  ['de', 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'],
  ['fr', 'treize quatorze quinze seize dix-sept dix-huit dix-neuf'],
  ['es', 'trece catorce quince dieciséis diecisiete dieciocho diecinueve'],
  ['pt', 'treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove'],
  ['gl', 'trece catorce quince dezaseis dezasete dezaoito dezanove'],
  ['ca', 'tretze catorze quinze setze disset/desset divuit/devuit dinou/denou'],
  ['it', 'tredici quattordici quindici sedici diciassette diciotto diciannove'],
  ['ro', 'treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece'],
  ['nl', 'dertien veertien vijftien zestien zeventien achttien negentien'],
  ['da', 'tretten fjorten femten seksten sytten atten nitten'],
  ['nb', 'tretten fjorten femten seksten sytten atten nitten'],
  ['nn', 'tretten fjorten femten seksten sytten atten nitten'],
  ['sv', 'tretton fjorton femton sexton sjutton arton nitton'],
  ['is', 'þrettán fjórtán fimmtán sextán sautján átján nítján'],
  ['fi', 'kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista'],
  ['et', 'kolmteist neliteist viisteist kuusteist seitseteist kaheksateist üheksateist'],
  ['hu', 'tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc'],
  [
    'pl',
    'trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu',
  ],
  ['cs', 'třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct'],
  ['sk', 'trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť devätnásť'],
  ['sl', 'trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst'],
  ['hr', 'trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest'],
  ['bs', 'trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest'],
  ['sr-Latn', 'trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest'],
  ['sr', 'тринаест четрнаест петнаест шеснаест седамнаест осамнаест деветнаест'],
  ['mk', 'тринаесет четиринаесет петнаесет шеснаесет седумнаесет осумнаесет деветнаесет'],
  [
    'bg',
    'тринадесет/тринайсет четиринадесет/четиринайсет петнадесет/петнайсет шестнадесет/шестнайсет седемнадесет/седемнайсет осемнадесет/осемнайсет деветнадесет/деветнайсет',
  ],
  [
    'ru',
    'тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати',
  ],
  ['uk', 'тринадцять чотирнадцять - шістнадцять сімнадцять вісімнадцять -'],
  ['be', 'трынаццаць чатырнаццаць пятнаццаць шаснаццаць сямнаццаць васямнаццаць дзевятнаццаць'],
  ['lt', 'trylika keturiolika penkiolika šešiolika septyniolika aštuoniolika devyniolika'],
  ['lv', 'trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit'],
  [
    'el',
    'δεκατρείς/δεκατρία δεκατέσσερις/δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά/δεκαεφτά δεκαοκτώ/δεκαοχτώ δεκαεννέα/δεκαεννιά',
  ],
  ['fa', 'سیزده چهارده پانزده شانزده هفده هجده نوزده'],
  ['hi', 'तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस'],
  ['ur', 'تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس'],
  ['bn', 'তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ'],
  ['ta', 'பதின்மூன்று பதினான்கு பதினைந்து பதினாறு பதினேழு பதினெட்டு பத்தொன்பது'],
]);
