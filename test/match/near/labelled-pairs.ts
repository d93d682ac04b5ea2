/**
 * Pairs of one text each, written by the project: `{first|second}` marks where the two articles differ. `templated`
 * pairs are two stories poured into one mould; `updates` are one story, written again later or edited elsewhere.
 */
export interface LabelledPair {
  readonly language: string;
  readonly a: string;
  readonly b: string;
}

function pair(language: string, marked: string): LabelledPair {
  const side = (which: 1 | 2): string =>
    marked.replace(/\{([^|{}]*)\|([^|{}]*)\}/g, (_, first: string, second: string) =>
      which === 1 ? first : second,
    );
  return { language, a: side(1), b: side(2) };
}

export const TEMPLATED: readonly LabelledPair[] = [
  pair(
    'en',
    'Weather for {Carlow|Sligo} on {Monday|Friday}: the day starts at {7|12} degrees with winds of {15|32} kilometres per hour from the {north|west}. Highs reach {14|19} degrees in the afternoon. The chance of rain is {20|75} percent. Sunset is at {18:42|20:05}. The national weather service asks drivers to watch for fog in the early hours.',
  ),
  pair(
    'en',
    '{Harwick|Dunmore} beat {Easton|Pellham} {3-1|2-0} at the {Mill Lane|Station Road} ground on Saturday. {Novak|Okafor} opened the scoring after {12|27} minutes and {Lindt|Barros} added a second before the break. The visitors never recovered in front of a crowd of {4,312|2,890}. The win lifts the home side to {sixth|third} place in the county league with {31|44} points.',
  ),
  pair(
    'en',
    'Shares of {Calder Mining|Orbis Foods} {rose|fell} {2.4|1.7} percent to close at {41.20|18.65} dollars on {Tuesday|Thursday} in trading volume of {1.2|3.8} million shares. The stock is {up|down} {12|9} percent since the start of the year. Analysts surveyed by the exchange have a median target price of {45|21} dollars for the company over the next twelve months.',
  ),
  pair(
    'en',
    'A magnitude {4.1|5.3} earthquake struck {38|112} kilometres {south|east} of {Kerala Bay|Port Mirren} at {03:14|17:52} local time on {June 3|August 19}, the geological survey said. The quake occurred at a depth of {10|45} kilometres. No damage was reported immediately. The survey collects reports from residents through its web page and revises magnitudes as data arrive.',
  ),
  pair(
    'en',
    'The house at {14 Elm Road|7 Castle Street} in {Ashby|Penrith} was sold for {245,000|412,500} pounds on {2 March|19 April}. The {terraced|detached} property has {3|5} bedrooms and was built in {1932|1987}. The price per square foot was {288|341} pounds. Figures come from the land registry, which publishes all completed sales of residential property every month.',
  ),
  pair(
    'de',
    'Wetter in {Kassel|Rostock}: Am {Montag|Freitag} werden bis zu {12|23} Grad erwartet, der Wind weht mit {15|38} Kilometern pro Stunde aus {Nordost|Südwest}. In der Nacht sinken die Werte auf {4|11} Grad. Die Wahrscheinlichkeit für Regen liegt bei {70|15} Prozent. Die Sonne geht um {6:48|5:32} Uhr auf. Der Wetterdienst bittet Autofahrer um Vorsicht bei Nebel.',
  ),
  pair(
    'de',
    'Der {SV Brunnau|FC Lerchfeld} hat am {Samstag|Sonntag} gegen den {TSV Olching|VfB Hasloh} mit {3:1|4:2} gewonnen. {Meier|Yilmaz} traf in der {12.|31.} Minute zur Führung, {Krause|Petrov} erhöhte nach der Pause. Vor {420|1.150} Zuschauern sah {Huber|Wolff} in der {77.|58.} Minute die rote Karte. Die Mannschaft steht nun mit {28|41} Punkten auf Platz {5|2} der Landesliga.',
  ),
  pair(
    'de',
    'Lottozahlen vom {Mittwoch|Samstag}: Gezogen wurden die Zahlen {3, 11, 19, 24, 38 und 45|7, 15, 22, 31, 40 und 49}. Die Superzahl ist die {4|9}. Im Jackpot lagen {8|17} Millionen Euro. Spiel 77 ergab die Nummer {4410923|8823017}. Alle Angaben ohne Gewähr. Die Gewinnquoten gibt die Lotteriegesellschaft wie immer am nächsten Werktag bekannt.',
  ),
  pair(
    'fr',
    'Météo à {Nantes|Grenoble} : ce {lundi|jeudi}, il fera {9|17} degrés le matin et {18|27} degrés dans l’après-midi. Le vent soufflera à {25|40} kilomètres par heure. Le risque de pluie est de {60|10} pour cent. Le soleil se couchera à {19 h 12|21 h 03}. Météo Région conseille aux promeneurs de rester prudents près du littoral et en montagne.',
  ),
  pair(
    'fr',
    'La Bourse de {Lyon|Lille} a terminé en {hausse|baisse} de {0,8|1,3} % {mardi|vendredi}, à {4 512|4 388} points. {Valmor|Durance} a gagné {3,1|2,2} % à {58,40|12,75} euros, tandis que {Sorex|Altana} a perdu {1,9|4,0} %. Le volume des échanges a atteint {2,1|3,4} milliards d’euros. Les investisseurs attendent les décisions de la banque centrale sur ses taux.',
  ),
  pair(
    'es',
    'El {Atlético Robledo|Deportivo Salinas} venció {2-1|3-0} al {Real Montoya|Unión Cañada} el {sábado|domingo}. {Fuentes|Ibarra} marcó en el minuto {14|33} y {Quiroga|Beltrán} sentenció en el {81|67}. Asistieron {8.200|3.150} espectadores al estadio municipal. El equipo suma {24|37} puntos y ocupa el puesto {7|3} de la clasificación después de esta jornada de liga.',
  ),
  pair(
    'it',
    'Terremoto di magnitudo {3.2|4.5} nei pressi di {Norcia|Belluno} alle {4:18|22:47} del {12 marzo|30 luglio}. L’ipocentro è stato localizzato a {9|17} chilometri di profondità. La scossa è stata avvertita da {1.200|8.700} residenti. Non si segnalano danni a persone o cose. L’istituto di geofisica continua a seguire la situazione e pubblica gli aggiornamenti sul suo sito.',
  ),
  pair(
    'pt',
    'O dólar fechou em {alta|queda} de {0,45|1,12} % nesta {terça-feira|sexta-feira}, cotado a {5,21|5,07} reais. Na máxima do dia a moeda chegou a {5,26|5,18} reais. No mês acumula {alta|baixa} de {1,8|2,6} % e no ano de {4,1|7,3} %. O euro era vendido a {5,64|5,49} reais. Os investidores acompanham as contas públicas e os juros no exterior.',
  ),
  pair(
    'ru',
    'В {Туле|Омске} в {понедельник|четверг} ожидается {12|25} градусов днём и {3|14} ночью. Ветер {северный|южный}, {5|11} метров в секунду. Вероятность осадков {80|20} процентов. Давление составит {742|756} миллиметров. Восход солнца в {6:14|5:02}. Гидрометцентр просит водителей соблюдать осторожность на дорогах и следить за новыми сообщениями службы.',
  ),
  pair(
    'pl',
    'Kurs {euro|franka} wyniósł {w poniedziałek|w piątek} {4,31|4,52} złotego, o {0,4|1,1} procent {więcej|mniej} niż dzień wcześniej. Dolar kosztował {3,98|4,12} złotego, a funt {5,02|5,20}. Indeks największych spółek zamknął się na poziomie {2310|2275} punktów. Obroty sięgnęły {820|990} milionów złotych. Notowania podaje narodowy bank o godzinie dwunastej każdego dnia roboczego.',
  ),
  pair(
    'tr',
    '{Karaköy Spor|Yeşilova Gücü} {cumartesi|pazar} günü {Denizkent|Akpınar} karşısında {3-1|2-0} kazandı. {Demir|Aksoy} {12|38}. dakikada ilk golü attı, {Kaya|Polat} ise {70|55}. dakikada farkı artırdı. Maçı {2.400|5.600} seyirci izledi. Ev sahibi takım bu sonuçla {27|40} puana ulaştı ve ligde {6|2}. sıraya yükseldi. Takımlar gelecek hafta yeniden sahaya çıkacak.',
  ),
  pair(
    'zh',
    '{保定市|桂林市}气象台发布天气预报:{星期一|星期四}白天{晴|小雨},最高气温{12|27}度,夜间最低气温{3|19}度,{北|东南}风{4|2}级,降水概率百分之{10|80}。日出时间{6:41|5:58}。气象台提醒市民出行注意交通安全,关注最新天气信息。空气质量指数为{85|42}。',
  ),
  pair(
    'ja',
    '気象庁によりますと、{3日午前2時|18日午後7時}{14|46}分ごろ、{北見沖|日向灘南部}を震源とする地震がありました。震源の深さは約{10|60}キロ、地震の規模を示すマグニチュードは{4.2|5.6}と推定されます。最大震度は{3|4}でした。この地震による津波の心配はありません。気象庁は今後の情報に注意するよう呼びかけています。',
  ),
  pair(
    'ko',
    '{코스피|코스닥} 지수는 {화요일|금요일} 전날보다 {12.4|8.7}포인트 {오른|내린} {2,610|842}에 거래를 마쳤다. 외국인은 {1,200|640}억 원을 순매수했고 기관은 {870|310}억 원을 순매도했다. 원달러 환율은 {1,312|1,345}원으로 마감했다. 거래 대금은 {8.1|5.9}조 원으로 집계됐다. 투자자들은 이번 주 발표될 금리 결정을 기다리고 있다고 증권사는 전했다.',
  ),
  pair(
    'ar',
    'حالة الطقس في {عمّان|إربد} يوم {الاثنين|الخميس}: تبلغ درجة الحرارة العظمى {18|31} درجة والصغرى {7|16} درجات، وتهب رياح {غربية|شرقية} بسرعة {25|40} كيلومترا في الساعة. تبلغ نسبة الرطوبة {60|25} بالمئة. تشرق الشمس عند {6:12|5:38}. وتدعو دائرة الأرصاد السائقين إلى الحذر من الضباب في ساعات الصباح الباكر.',
  ),
  pair(
    'hi',
    '{कानपुर|जबलपुर} में {सोमवार|गुरुवार} को सोने का भाव {62,400|71,850} रुपये प्रति दस ग्राम रहा, जो एक दिन पहले से {350|720} रुपये {ज्यादा|कम} है। चांदी {74,100|88,300} रुपये प्रति किलो बिकी। डॉलर के मुकाबले रुपया {83.12|84.45} पर बंद हुआ। सराफा संघ के अनुसार कीमतें हर दिन शाम को तय होती हैं और इनमें कर शामिल नहीं है।',
  ),
  pair(
    'th',
    'กรมอุตุนิยมวิทยาพยากรณ์อากาศจังหวัด{ตาก|ระยอง}วัน{จันทร์|ศุกร์} อุณหภูมิสูงสุด {33|29} องศา ต่ำสุด {21|25} องศา ลม{เหนือ|ใต้}ความเร็ว {15|30} กิโลเมตรต่อชั่วโมง ฝนร้อยละ {20|70} ของพื้นที่ ขอให้ประชาชนติดตามข่าวสารและดูแลสุขภาพในช่วงอากาศเปลี่ยนแปลง ดวงอาทิตย์ขึ้นเวลา {6.12|5.54} น.',
  ),
  pair(
    'el',
    'Ο καιρός {στη Λάρισα|στα Χανιά}: {τη Δευτέρα|την Παρασκευή} η θερμοκρασία θα φτάσει τους {14|28} βαθμούς και τη νύχτα τους {5|19}. Οι άνεμοι θα πνέουν με {4|6} μποφόρ. Η πιθανότητα βροχής είναι {65|10} τοις εκατό. Ο ήλιος θα δύσει στις {18:20|20:31}. Η μετεωρολογική υπηρεσία συνιστά στους οδηγούς προσοχή στους παγωμένους δρόμους.',
  ),
  pair(
    'id',
    'Gempa bermagnitudo {4,6|5,2} mengguncang {Kupang|Bengkulu} pada {Senin|Kamis} pukul {03.12|19.45}. Pusat gempa berada {34|87} kilometer {barat daya|tenggara} kota itu pada kedalaman {10|56} kilometer. Getaran dirasakan selama {5|12} detik. Badan meteorologi menyatakan gempa tidak berpotensi tsunami dan meminta warga tetap tenang serta tidak percaya kabar yang belum pasti.',
  ),
];

export const UPDATES: readonly LabelledPair[] = [
  pair(
    'en',
    'At least {12|15} people were killed and {30|42} injured when a ferry capsized off Port Mirren on Sunday, the coast guard said. The Santa Rosa was carrying 87 passengers from Kell Island when it was hit by a wave at about 09:40. Rescue boats searched the bay through the night. {|Captain Ilya Moreno was questioned by police on Monday.} The minister of transport, Anna Vestergaard, announced an inquiry.',
  ),
  pair(
    'en',
    'Fire crews are battling a blaze at a warehouse in Ashby. The fire broke out at about 04:20 on Castle Street and {six|ten} engines are at the scene. {40|120} residents were taken to a school hall. Station officer Mary Quill said the roof had collapsed. {The cause is not known.|The cause is being investigated, and the road will stay closed until noon.} Trains between Ashby and Harwick are delayed.',
  ),
  pair(
    'en',
    'The central bank of Calvania raised its key rate by {a quarter|0.25} point to 4.5 percent on Thursday, citing inflation of 6.1 percent. Governor Tomas Rell said prices for food and energy were still rising. {|The currency gained 0.8 percent against the dollar.} The next meeting is on 14 December. Economists at Orbis Bank had expected the move, which was backed by seven of nine members.',
  ),
  pair(
    'en',
    'Prime Minister Olga Brandt will visit {Tokyo and Seoul|Seoul and Tokyo} next week for talks about trade, her office said on Friday. She will be joined by {20|22} business leaders, among them the head of Calder Mining. The visit, her first to the region since 2021, ends with a speech at the university in Seoul on 9 November. A treaty on shipping may be signed.',
  ),
  pair(
    'en',
    'A court in Penrith sentenced the former mayor, Hugh Larkin, to {six|6} years in prison for taking bribes worth 340,000 pounds. Judge Eleanor Shaw said he had betrayed the trust of the town. Larkin, 58, showed no emotion. His lawyer said he would {appeal.|appeal within 28 days.} Prosecutors said the builder Roy Tennant paid for holidays in Spain between 2014 and 2018.',
  ),
  pair(
    'de',
    'Bei einem Zugunglück nahe Brunnau sind am Dienstag mindestens {3|5} Menschen ums Leben gekommen, {24|31} wurden verletzt. Der Regionalzug war gegen 7.15 Uhr auf dem Weg von Kassel nach Fulda entgleist. An Bord waren 140 Fahrgäste. Ministerin Karin Ostertag sprach den Angehörigen ihr Beileid aus. {|Die Strecke bleibt voraussichtlich bis Freitag gesperrt.} Die Ermittler prüfen eine defekte Weiche.',
  ),
  pair(
    'de',
    'Der Stadtrat von Rostock hat am Mittwoch den Bau einer neuen Brücke über die Warnow beschlossen. Die Kosten werden auf {38|41} Millionen Euro geschätzt. Baubeginn soll im Frühjahr 2026 sein. {Oberbürgermeister Jens Volkmann|Rathauschef Jens Volkmann} sprach von einem guten Tag für die Stadt. Die Opposition kritisierte die hohen Ausgaben und verlangte einen Bürgerentscheid.',
  ),
  pair(
    'de',
    'Die Polizei sucht nach dem Überfall auf eine Bank in Olching weiter nach {zwei|2} Tätern. Sie hatten am Montag gegen 11.30 Uhr rund {60.000|75.000} Euro erbeutet und waren in einem grauen Kombi geflohen. Verletzt wurde niemand. Hinweise nimmt die Kriminalpolizei unter der Nummer 08142 5550 entgegen. {Zeugen werden gebeten, sich zu melden.|Inzwischen wurde das Fluchtauto in Hasloh gefunden.}',
  ),
  pair(
    'fr',
    'Les inondations dans la vallée de la Sorgue ont fait au moins {7|9} morts et {11|6} disparus, a annoncé mercredi la préfecture. Près de 2 400 foyers sont privés d’électricité à Valmor. Le président Luc Armand se rendra sur place jeudi. {|L’armée a envoyé trois hélicoptères.} Les pluies, les plus fortes depuis 1988, devraient cesser dans la nuit selon Météo Région.',
  ),
  pair(
    'fr',
    'Le musée de Grenoble a rouvert {samedi|samedi 14 mars} après quatre ans de travaux qui ont coûté 26 millions d’euros. La directrice, Hélène Castan, attend {300 000|320 000} visiteurs par an. La nouvelle aile, dessinée par Paulo Teixeira, abrite les peintures du siècle dernier. L’entrée restera gratuite pour les moins de 18 ans et le premier dimanche du mois.',
  ),
  pair(
    'es',
    'Un incendio forestal en la sierra de Robledo ha quemado ya {1.200|1.850} hectáreas y ha obligado a evacuar a {300|520} vecinos de Cañada. Trabajan en la zona 18 medios aéreos y 400 bomberos, según la consejera Marta Ibarra. El fuego comenzó el lunes hacia las 15:30 cerca de la carretera N-420. {|Se investiga a un hombre de 34 años.} El viento dificulta las tareas.',
  ),
  pair(
    'it',
    'Il consiglio comunale di Belluno ha approvato {lunedì|nella notte} il bilancio con {18|19} voti a favore e 12 contrari. Il sindaco Paolo Rinaldi ha parlato di una scelta responsabile. Previsti 4 milioni per le scuole e 2,5 milioni per le strade. {|I sindacati hanno annunciato uno sciopero.} L’opposizione, guidata da Chiara Fontana, ha lasciato l’aula prima del voto finale.',
  ),
  pair(
    'pt',
    'O Tribunal de Contas suspendeu nesta {segunda-feira|segunda} a licitação da linha 6 do metrô de Salinas, avaliada em 2,3 bilhões de reais. A relatora Beatriz Nunes apontou {três|3} falhas no edital. A empresa Andrade Vale tem {10|15} dias para responder. O prefeito Otávio Reis disse que vai recorrer. {|A obra já foi adiada duas vezes desde 2019.} O contrato prevê 22 estações.',
  ),
  pair(
    'ru',
    'В результате взрыва на шахте «Северная» в Кемерове погибли {4|6} человек, ещё {13|17} пострадали. На момент аварии под землёй находились 112 горняков. Губернатор Сергей Лапин прибыл на место. {|Возбуждено уголовное дело.} Взрыв произошёл около 5:40 утра на глубине 380 метров. Министр Ольга Крылова поручила проверить все шахты области до конца месяца.',
  ),
  pair(
    'pl',
    'Sejm przyjął w czwartek ustawę o ochronie lasów. Za głosowało {241|243} posłów, przeciw było 198. Minister Anna Zalewska zapowiedziała, że przepisy wejdą w życie {1 stycznia|od 1 stycznia} 2026 roku. Ustawa zakazuje wycinki na obszarze 180 tysięcy hektarów. {|Prezydent ma 21 dni na decyzję.} Organizacje ekologiczne z Krakowa przyjęły wynik głosowania z zadowoleniem.',
  ),
  pair(
    'tr',
    'Van’da meydana gelen 5,8 büyüklüğündeki depremde ölenlerin sayısı {9|14}, yaralananların sayısı {120|186} oldu. Vali Kemal Aydın {34|41} binanın yıkıldığını söyledi. Deprem saat 06.22’de 12 kilometre derinlikte gerçekleşti. {|Okullar üç gün tatil edildi.} Sağlık Bakanı Elif Sönmez bölgeye gitti. Kızılay Erciş ilçesinde çadır kurmaya başladı ve kan bağışı çağrısı yaptı.',
  ),
  pair(
    'zh',
    '四川省凉山州发生山体滑坡,截至{星期三上午|星期三晚间}已造成{8|11}人死亡,{23|19}人失踪。滑坡于凌晨2点40分发生在金河镇,约有36栋房屋被掩埋。省长王立军赶到现场指挥救援,已有600名消防员投入搜救。{|当地学校停课三天。}专家认为连日暴雨是主要原因,气象部门预计未来两天雨势减弱。',
  ),
  pair(
    'ja',
    '北海道の旭川市で16日夜、旅館が全焼する火事があり、これまでに{2|3}人の死亡が確認されました。警察によりますと、当時館内には宿泊客ら41人がいました。{|けが人は7人に上っています。}火は約5時間後に消し止められました。旅館は1964年に建てられた木造3階建てで、去年の検査では問題は見つかっていなかったということです。',
  ),
  pair(
    'ko',
    '부산 항구에서 {화물선|컨테이너선} 두 척이 충돌해 선원 {3|5}명이 실종됐다고 해양경찰이 밝혔다. 사고는 새벽 4시 20분쯤 영도 앞바다에서 일어났으며 배에는 모두 27명이 타고 있었다. {|구조된 선원들은 병원으로 옮겨졌다.} 경찰은 경비함 6척과 헬기 2대를 보내 수색하고 있다. 박정훈 장관은 모든 수단을 동원하라고 지시했다.',
  ),
  pair(
    'ar',
    'أعلنت وزارة الصحة ارتفاع عدد ضحايا انهيار مبنى في الإسكندرية إلى {7|10} قتلى و{15|21} جريحا. وكان المبنى المكون من 6 طوابق قد انهار فجر الثلاثاء في حي محرم بك. وقال المحافظ أحمد الشريف إن 12 سيارة إسعاف تعمل في المكان. {|وأمرت النيابة بحبس صاحب العقار.} وكانت البلدية قد أصدرت قرارا بإخلائه عام 2019 بسبب تصدعات في جدرانه.',
  ),
  pair(
    'hi',
    'मध्य प्रदेश के सागर जिले में बस पलटने से {5|8} लोगों की मौत हो गई और {22|27} घायल हुए। बस में 48 यात्री सवार थे और वह भोपाल से छतरपुर जा रही थी। हादसा सुबह 6 बजे के करीब हुआ। {|चालक को गिरफ्तार कर लिया गया है।} मुख्यमंत्री ने मृतकों के परिवारों को 4 लाख रुपये देने की घोषणा की। जिला अस्पताल में घायलों का इलाज चल रहा है।',
  ),
  pair(
    'th',
    'เกิดเหตุเรือท่องเที่ยวล่มนอกเกาะสมุยเมื่อเช้าวันอาทิตย์ มีผู้เสียชีวิต {2|4} ราย สูญหาย {6|3} ราย เรือลำนี้มีผู้โดยสาร 52 คน ออกจากท่าเรือเวลา 8.30 น. ผู้ว่าราชการจังหวัดกล่าวว่าคลื่นสูงกว่า 3 เมตร {|ตำรวจเรียกกัปตันเรือมาสอบปากคำ} หน่วยกู้ภัยส่งเรือ 9 ลำออกค้นหา และโรงพยาบาลเตรียมรับผู้บาดเจ็บทั้งหมดแล้ว',
  ),
  pair(
    'el',
    'Σε 72 ανέρχονται οι {νεκροί|θάνατοι} από την πυρκαγιά στην ανατολική Αττική, ενώ {160|187} άνθρωποι νοσηλεύονται. Η φωτιά ξέσπασε τη Δευτέρα στις 16:57 κοντά στην Πεντέλη. Ο υπουργός Νίκος Αλεξίου μίλησε για εθνική τραγωδία. {|Κηρύχθηκε τριήμερο πένθος.} Πάνω από 1.000 σπίτια καταστράφηκαν στο Μάτι, σύμφωνα με τον δήμαρχο Ηλία Ψαρρά.',
  ),
  pair(
    'id',
    'Banjir di Kabupaten Demak merendam {14|21} desa dan memaksa {3.200|4.700} warga mengungsi, kata Bupati Siti Rahma pada Rabu. Tanggul Sungai Wulan jebol sepanjang 30 meter sejak pukul 02.15. {|Dua orang dilaporkan hanyut.} Pemerintah menyiapkan 8 dapur umum di Karanganyar. Jalur kereta antara Semarang dan Kudus ditutup, dan hujan diperkirakan turun sampai Jumat.',
  ),
];
