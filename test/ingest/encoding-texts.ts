/** Own news texts in the languages that were written in encodings of old: a headline and a paragraph each. */

export interface SampleText {
  readonly headline: string;
  readonly paragraph: string;
}

const text = (headline: string, paragraph: string): SampleText => ({ headline, paragraph });

export const TEXTS: Readonly<Record<string, SampleText>> = {
  deu: text(
    'Fähre fährt wieder über den Fluß',
    'Nach drei Wochen Pause fährt die Fähre wieder. Die Bürgermeisterin sagte am Montag, größere Schäden seien nicht zu befürchten. Für Fußgänger bleibt die Überfahrt kostenlos, für Autos kostet sie künftig fünf Euro.',
  ),
  fra: text(
    'La grève s’étend à Besançon',
    'Le maire a décidé d’ouvrir l’école dès lundi, malgré la grève. « Nous étions prêts », a-t-il déclaré à la presse. Les élèves seront accueillis à huit heures ; les autres reçoivent leurs leçons à la maison, où des bénévoles les aident déjà.',
  ),
  spa: text(
    'El niño que salvó un pueblo',
    'El alcalde anunció ayer que la montaña seguirá cerrada hasta mañana. Según él, la lluvia dañó más de cien casas y dejó sin luz a varios pueblos pequeños. ¿Qué pasará después? Nadie lo sabe todavía, pero la señora Muñoz no piensa marcharse.',
  ),
  por: text(
    'Eleições são adiadas até março',
    'A câmara municipal não aprovou o orçamento. Segundo o vereador, faltam informações sobre a construção da ponte, que já custou três milhões. A próxima sessão será na terça-feira, às nove horas, e os cidadãos poderão fazer perguntas.',
  ),
  ita: text(
    'La città chiede più libertà',
    'Il sindaco è arrivato lunedì e ha detto che la nuova linea del tram sarà pronta già a settembre. Però nessuno sa quanto costerà: c’è chi parla di più di trecento milioni. La qualità dell’aria, così, resta com’è.',
  ),
  nld: text(
    'Geïnteresseerden bezoeken ruïne',
    'Het kabinet heeft één ding beloofd: de dijken worden versterkt. In België reageerden de partijen geërgerd, want zij hadden om coördinatie gevraagd. De ministers zien elkaar dinsdag weer en bespreken dan ook de financiële reserves.',
  ),
  dan: text(
    'Færgen sejler igen på søndag',
    'Efter tre ugers pause sejler færgen igen. Borgmesteren sagde, at skaderne på kajen var større end ventet, men at alle øer nu får post og mælk. Børn må rejse gratis hele sommeren, også på de små både.',
  ),
  swe: text(
    'Färjan går åter på lördag',
    'Efter tre veckors uppehåll går färjan åter. Kommunalrådet sade på måndagen att skadorna på kajen är större än väntat, men att alla öar nu får både post och mjölk. Många väntade redan före gryningen.',
  ),
  nob: text(
    'Ferja går igjen på lørdag',
    'Etter tre ukers stans går ferja igjen. Ordføreren sa at skadene på kaia var større enn ventet, men at alle øyene nå får både post og melk. Været så lenge bra ut, og køen på land var over hundre meter.',
  ),
  fin: text(
    'Lautta kulkee jälleen lauantaina',
    'Kolmen viikon tauon jälkeen lautta kulkee jälleen. Kaupunginjohtaja sanoi, että laiturin vauriot ovat odotettua pahempia, mutta kaikki saaret saavat nyt sekä postia että maitoa. Väki jonotti jo ennen aamunkoittoa.',
  ),
  isl: text(
    'Ferjan siglir aftur á laugardag',
    'Eftir þriggja vikna hlé siglir ferjan aftur. Bæjarstjórinn sagði að skemmdir á bryggjunni væru meiri en búist var við, en að allar eyjarnar fái nú bæði póst og mjólk. Það þykir mörgum góð tíðindi.',
  ),
  cat: text(
    'L’alcalde obrirà l’escola dilluns',
    'Després de tres setmanes, el vaixell torna a navegar. L’alcaldessa va dir que els danys al moll són més grans del que s’esperava, però que les illes ja reben el correu i la llet. Això és una bona notícia per a tothom.',
  ),
  pol: text(
    'Zażółć gęślą jaźń: prom znów pływa',
    'Po trzech tygodniach przerwy prom znów pływa. Burmistrz powiedział w poniedziałek, że szkody są większe, niż się spodziewano, ale wszystkie wyspy dostają już pocztę i mleko. Dzieci mogą podróżować za darmo przez całe lato.',
  ),
  ces: text(
    'Žluťoučký kůň se vrátil domů',
    'Po třech týdnech přestávky loď opět pluje. Starosta v pondělí řekl, že škody na molu jsou větší, než se čekalo, ale všechny ostrovy už dostávají poštu i mléko. Děti mohou celé léto cestovat zdarma.',
  ),
  slk: text(
    'Loď opäť pláva každý deň',
    'Po troch týždňoch prestávky loď opäť pláva. Starosta v pondelok povedal, že škody na móle sú väčšie, než sa čakalo, ale všetky ostrovy už dostávajú poštu aj mlieko. Deti môžu celé leto cestovať zadarmo.',
  ),
  hun: text(
    'Árvíztűrő híd épül a Dunán',
    'Három hét szünet után újra közlekedik a komp. A polgármester hétfőn közölte, hogy a kikötőben nagyobb a kár, mint várták, de már minden sziget kap postát és tejet. A gyerekek egész nyáron ingyen utazhatnak, a hűvösebb napokon is ugyanígy, örömmel gyűlnek a mólón.',
  ),
  ron: text(
    'Şcoala se redeschide în oraş',
    'După trei săptămâni de pauză, feribotul circulă din nou. Primarul a spus luni că pagubele sunt mai mari decât se aştepta, dar toate insulele primesc acum poşta şi laptele. Copiii pot călători gratuit toată vara.',
  ),
  slv: text(
    'Trajekt spet vozi vsak četrtek',
    'Po treh tednih premora trajekt spet vozi. Županja je v ponedeljek dejala, da je škoda na pomolu večja, kot so pričakovali, a vsi otoki že dobivajo pošto in mleko. Otroci se lahko vse poletje vozijo brezplačno, tudi čez noč.',
  ),
  hrv: text(
    'Trajekt ponovno vozi od četvrtka',
    'Nakon tri tjedna stanke trajekt ponovno vozi. Gradonačelnica je u ponedjeljak rekla da je šteta na molu veća nego što se očekivalo, ali svi otoci već dobivaju poštu i mlijeko. Djeca će cijelo ljeto putovati besplatno.',
  ),
  sqi: text(
    'Trageti niset përsëri të shtunën',
    'Pas tri javësh pushim, trageti niset përsëri. Kryetarja e bashkisë tha të hënën se dëmet janë më të mëdha nga sa pritej, por të gjithë ishujt tani marrin postën dhe qumështin. Fëmijët udhëtojnë falas gjatë gjithë verës.',
  ),
  rus: text(
    'Паром снова ходит через реку',
    'После трёх недель перерыва паром снова ходит через реку. Мэр сообщил в понедельник, что ущерб оказался больше, чем ожидали, но все острова уже получают почту и молоко. Дети смогут ездить бесплатно всё лето.',
  ),
  ukr: text(
    'Пором знову ходить через річку',
    'Після трьох тижнів перерви пором знову ходить через річку. Міський голова повідомив у понеділок, що збитки виявилися більшими, ніж очікували, але всі острови вже отримують пошту й молоко. Діти їздитимуть безкоштовно.',
  ),
  bel: text(
    'Паром зноў ходзіць праз раку',
    'Пасля трох тыдняў перапынку паром зноў ходзіць праз раку. Мэр паведаміў у панядзелак, што страты аказаліся большымі, чым чакалі, але ўсе астравы ўжо атрымліваюць пошту і малако. Дзеці змогуць ездзіць бясплатна ўсё лета.',
  ),
  bul: text(
    'Фериботът отново тръгва в събота',
    'След три седмици прекъсване фериботът отново пътува. Кметът съобщи в понеделник, че щетите са по-големи от очакваното, но всички острови вече получават поща и мляко. Децата ще пътуват безплатно през цялото лято.',
  ),
  mkd: text(
    'Траектот повторно вози во сабота',
    'По три недели прекин траектот повторно вози. Градоначалникот изјави во понеделникот дека штетата е поголема од очекуваното, но сите острови веќе добиваат пошта и млеко. Децата ќе патуваат бесплатно цело лето.',
  ),
  srp: text(
    'Трајект поново саобраћа од суботе',
    'После три недеље паузе трајект поново саобраћа. Градоначелник је у понедељак изјавио да је штета већа него што се очекивало, али сва острва већ добијају пошту и млеко. Деца ће путовати бесплатно целог лета.',
  ),
  ell: text(
    'Το πλοίο ξεκινά πάλι το Σάββατο',
    'Μετά από τρεις εβδομάδες διακοπής, το πλοίο ξεκινά πάλι. Ο δήμαρχος είπε τη Δευτέρα ότι οι ζημιές είναι μεγαλύτερες από ό,τι περίμεναν, αλλά όλα τα νησιά παίρνουν ήδη ταχυδρομείο και γάλα. Τα παιδιά θα ταξιδεύουν δωρεάν όλο το καλοκαίρι.',
  ),
  tur: text(
    'Feribot cumartesi günü yeniden başlıyor',
    'Üç haftalık aradan sonra feribot yeniden çalışıyor. Belediye başkanı pazartesi günü hasarın beklenenden büyük olduğunu, ancak bütün adaların artık posta ve süt aldığını söyledi. Çocuklar yaz boyunca ücretsiz yolculuk edebilecek, ağır yükler için değişen bir şey yok.',
  ),
  heb: text(
    'המעבורת חוזרת להפליג בשבת',
    'אחרי שלושה שבועות של הפסקה המעבורת חוזרת להפליג. ראש העיר אמר ביום שני שהנזק גדול מן הצפוי, אבל כל האיים כבר מקבלים דואר וחלב. ילדים יוכלו לנסוע בחינם במשך כל הקיץ.',
  ),
  ara: text(
    'العبارة تعود إلى العمل يوم السبت',
    'بعد توقف دام ثلاثة أسابيع تعود العبارة إلى العمل. وقال رئيس البلدية يوم الاثنين إن الأضرار أكبر مما كان متوقعا، لكن جميع الجزر تتلقى الآن البريد والحليب. ويسافر الأطفال مجانا طوال الصيف.',
  ),
  lit: text(
    'Keltas vėl plaukia nuo šeštadienio',
    'Po trijų savaičių pertraukos keltas vėl plaukia. Meras pirmadienį sakė, kad žala didesnė, nei tikėtasi, tačiau visos salos jau gauna paštą ir pieną. Vaikai visą vasarą galės keliauti nemokamai, o suaugusieji mokės įprastą kainą.',
  ),
  lav: text(
    'Prāmis atkal kursē no sestdienas',
    'Pēc trīs nedēļu pārtraukuma prāmis atkal kursē. Mērs pirmdien sacīja, ka zaudējumi ir lielāki, nekā gaidīts, taču visas salas jau saņem pastu un pienu. Bērni visu vasaru varēs ceļot bez maksas, arī naktī.',
  ),
  est: text(
    'Praam sõidab jälle laupäevast',
    'Pärast kolmenädalast vaheaega sõidab praam jälle. Linnapea ütles esmaspäeval, et kahju on oodatust suurem, kuid kõik saared saavad nüüd posti ja piima. Lapsed võivad terve suve tasuta sõita, ka öösel.',
  ),
  mlt: text(
    'Il-vapur jerġa’ jaħdem mis-Sibt',
    'Wara tliet ġimgħat ta’ waqfien il-vapur reġa’ beda jaħdem. Is-sindku qal it-Tnejn li l-ħsara hija akbar milli kien mistenni, iżda l-gżejjer kollha issa qed jirċievu l-posta u l-ħalib. It-tfal jistgħu jivvjaġġaw b’xejn.',
  ),
  cym: text(
    'Y llong yn hwylio eto ddydd Sadwrn',
    'Ar ôl tair wythnos o seibiant mae’r llong yn hwylio eto. Dywedodd y maer ddydd Llun fod y difrod yn fwy na’r disgwyl, ond bod pob ynys bellach yn cael y post a’r llaeth. Bydd plant yn teithio am ddim; ŵyr a thŷ pob un yn elwa, meddai dŵr y môr.',
  ),
  vie: text(
    'Phà hoạt động trở lại từ thứ bảy',
    'Sau ba tuần tạm ngừng, phà đã hoạt động trở lại. Thị trưởng cho biết hôm thứ hai rằng thiệt hại lớn hơn dự kiến, nhưng tất cả các đảo đều đã nhận được thư và sữa. Trẻ em được đi miễn phí suốt mùa hè.',
  ),
  tha: text(
    'เรือข้ามฟากกลับมาให้บริการวันเสาร์',
    'หลังจากหยุดไปสามสัปดาห์ เรือข้ามฟากก็กลับมาให้บริการอีกครั้ง นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าความเสียหายมากกว่าที่คาดไว้ แต่เกาะทุกแห่งได้รับจดหมายและนมแล้ว เด็กเดินทางฟรีตลอดฤดูร้อน',
  ),
  hye: text(
    'Լաստանավը կրկին աշխատում է շաբաթ օրը',
    'Երեք շաբաթվա ընդմիջումից հետո լաստանավը կրկին աշխատում է։ Քաղաքապետը երկուշաբթի ասաց, որ վնասը սպասվածից մեծ է, բայց բոլոր կղզիներն արդեն նամակներ և կաթ են ստանում։ Երեխաները կճանապարհորդեն անվճար։',
  ),
  kat: text(
    'ბორანი შაბათს კვლავ იწყებს მუშაობას',
    'სამკვირიანი შესვენების შემდეგ ბორანი კვლავ მუშაობს. ქალაქის მერმა ორშაბათს თქვა, რომ ზარალი მოსალოდნელზე დიდია, მაგრამ ყველა კუნძული უკვე იღებს ფოსტასა და რძეს. ბავშვები მთელი ზაფხული უფასოდ იმგზავრებენ.',
  ),
  kaz: text(
    'Паром сенбіден бастап қайта жүреді',
    'Үш апталық үзілістен кейін паром қайта жүре бастады. Қала әкімі дүйсенбі күні шығынның күткеннен көп екенін, бірақ барлық аралдар қазір пошта мен сүт алып жатқанын айтты. Балалар жаз бойы тегін жүреді.',
  ),
  tgk: text(
    'Паром аз рӯзи шанбе боз кор мекунад',
    'Пас аз се ҳафтаи танаффус паром боз ба кор даромад. Раиси шаҳр рӯзи душанбе гуфт, ки зарар аз интизорӣ бештар аст, аммо ҳамаи ҷазираҳо акнун почта ва шир мегиранд. Кӯдакон тамоми тобистон ройгон сафар мекунанд.',
  ),
  jpn: text(
    '土曜日からフェリーが運航を再開',
    '三週間の休止を経て、フェリーが再び運航を始めた。市長は月曜日、被害は予想より大きいが、すべての島に郵便と牛乳が届いていると述べた。子どもは夏のあいだ無料で乗ることができる。',
  ),
  'zho-CN': text(
    '渡轮星期六恢复通航',
    '停航三个星期之后，渡轮恢复通航。市长星期一表示，损失比预计的要大，但是所有岛屿现在都能收到邮件和牛奶。儿童整个夏天可以免费乘坐，汽车每辆收费五元。',
  ),
  'zho-TW': text(
    '渡輪星期六恢復通航',
    '停航三個星期之後，渡輪恢復通航。市長星期一表示，損失比預計的要大，但是所有島嶼現在都能收到郵件和牛奶。兒童整個夏天可以免費乘坐，汽車每輛收費五元。',
  ),
  kor: text(
    '토요일부터 여객선 운항 재개',
    '삼 주 동안의 중단 끝에 여객선이 다시 운항을 시작했다. 시장은 월요일 피해가 예상보다 크지만 모든 섬에 우편과 우유가 도착하고 있다고 말했다. 어린이는 여름 내내 무료로 탈 수 있다.',
  ),
};

/** Encodings by the codec of iconv-lite, each with the languages that were written in it. */
export const USES: readonly (readonly [codec: string, languages: string])[] = [
  ['windows1252', 'deu fra spa por ita nld dan swe nob fin isl cat sqi'],
  ['iso885915', 'deu fra spa por ita nld dan swe nob fin isl cat'],
  ['macroman', 'deu fra spa por ita dan swe nob fin isl cat'],
  ['cp850', 'deu fra spa por ita dan swe nob fin isl'],
  ['cp437', 'deu fra spa ita swe fin'],
  ['windows1250', 'pol ces slk hun ron slv hrv'],
  ['iso88592', 'pol ces slk hun ron slv hrv'],
  ['cp852', 'pol ces slk hun ron slv hrv'],
  ['maccenteuro', 'pol ces slk hun lit lav est'],
  ['maccroatian', 'hrv slv'],
  ['macromania', 'ron'],
  ['iso885916', 'pol hun slv hrv'],
  ['windows1251', 'rus ukr bel bul mkd srp'],
  ['koi8r', 'rus bul'],
  ['koi8u', 'ukr'],
  ['koi8t', 'tgk'],
  ['iso88595', 'rus bul mkd srp'],
  ['cp866', 'rus bul'],
  ['cp855', 'rus mkd srp bul'],
  ['maccyrillic', 'rus ukr bul mkd srp'],
  ['pt154', 'kaz'],
  ['rk1048', 'kaz'],
  ['windows1253', 'ell'],
  ['iso88597', 'ell'],
  ['macgreek', 'ell'],
  ['cp737', 'ell'],
  ['cp869', 'ell'],
  ['windows1254', 'tur'],
  ['macturkish', 'tur'],
  ['cp857', 'tur'],
  ['windows1255', 'heb'],
  ['iso88598', 'heb'],
  ['cp862', 'heb'],
  ['windows1256', 'ara'],
  ['iso88596', 'ara'],
  ['windows1257', 'lit lav est'],
  ['iso885913', 'lit lav est'],
  ['iso88594', 'lit lav est'],
  ['cp775', 'lit lav est'],
  ['iso88593', 'mlt'],
  ['iso885910', 'isl'],
  ['iso885914', 'cym'],
  ['maciceland', 'isl'],
  ['windows1258', 'vie'],
  ['viscii', 'vie'],
  ['tcvn', 'vie'],
  ['windows874', 'tha'],
  ['armscii8', 'hye'],
  ['georgianps', 'kat'],
  ['georgianacademy', 'kat'],
  ['shiftjis', 'jpn'],
  ['eucjp', 'jpn'],
  ['gbk', 'zho-CN'],
  ['gb18030', 'zho-CN'],
  ['big5hkscs', 'zho-TW'],
  ['big5', 'zho-TW'],
  ['cp949', 'kor'],
];
