/**
 * Reports poured into one mould, written by the project: `{a-b}` is a number that each report has of its own. Two
 * reports of one mould are two stories, in any script.
 */
export const REPORTS = [
  {
    name: 'weather en',
    text: 'Weather for the northern coast: the day starts at {-9-9} degrees with winds of {10-90} kilometres per hour, and highs reach {10-39} degrees in the afternoon. The chance of rain is {1-99} percent, with up to {1-60} millimetres by the evening. Waves of {10-70} decimetres are expected at the harbour mouth, and visibility falls to {100-9000} metres in the early hours. The national service asks drivers to watch for fog.',
  },
  {
    name: 'markets en',
    text: 'The main index closed at {2000-9999} points after a session in which {100-999} shares rose and {100-999} fell. Turnover came to {1000-9999} million, against {1000-9999} million on the day before. The currency was traded at {100-999} to the dollar, a barrel of oil cost {40-140} dollars and an ounce of gold {1200-3900} dollars. Analysts of the exchange expect a quiet week with few results of companies.',
  },
  {
    name: 'football de',
    text: 'Die Gastgeber gewannen das Spiel nach einem Rückstand zur Pause. Der erste Treffer fiel in der {3-45}. Minute, der Ausgleich in der {46-70}. Minute, die Entscheidung erst in der {71-90}. Minute. Vor {1000-60000} Zuschauern zählten die Statistiker {5-30} Torschüsse und {2-20} Ecken, dazu {200-800} Pässe. Mit {10-90} Punkten steht die Mannschaft jetzt besser da als vor einem Jahr, als sie nur {10-90} Punkte hatte.',
  },
  {
    name: 'earthquake es',
    text: 'El servicio geológico registró a las {1-23} horas y {10-59} minutos un temblor a {10-300} kilómetros de la costa y a una profundidad de {5-200} kilómetros. El movimiento duró {5-90} segundos y fue sentido por unas {1000-90000} personas. Se contaron {2-80} réplicas en las primeras {2-24} horas. No hay noticia de daños, y las autoridades piden a la población que mantenga la calma y siga las indicaciones.',
  },
  {
    name: 'погода ru',
    text: 'Прогноз погоды на завтра: утром ожидается {1-15} градусов, днём до {16-38} градусов, ветер {2-25} метров в секунду. Вероятность осадков {1-99} процентов, может выпасть до {1-70} миллиметров дождя. Атмосферное давление составит {720-780} миллиметров ртутного столба, влажность воздуха {20-99} процентов. Метеорологи советуют водителям быть внимательнее на дорогах, а рыбакам не выходить в море.',
  },
  {
    name: 'سوق ar',
    text: 'أغلق مؤشر السوق اليوم عند {2000-9999} نقطة بعد تداول {100-999} مليون سهم بقيمة {1000-9999} مليون دينار. وارتفعت أسهم {10-99} شركة وانخفضت أسهم {10-99} شركة، بينما بلغ سعر برميل النفط {40-140} دولارا وسعر أوقية الذهب {1200-3900} دولارا. ويتوقع المحللون أن تبقى حركة التداول هادئة حتى نهاية الأسبوع في انتظار نتائج الشركات الكبرى وقرارات البنك المركزي.',
  },
  {
    name: 'मौसम hi',
    text: 'मौसम विभाग के अनुसार आज न्यूनतम तापमान {1-19} डिग्री और अधिकतम तापमान {20-47} डिग्री रहेगा। हवा की गति {5-80} किलोमीटर प्रति घंटा होगी और {1-99} प्रतिशत बारिश की संभावना है। पिछले दिन {1-150} मिलीमीटर बारिश दर्ज की गई थी, जबकि हवा में नमी {20-99} प्रतिशत थी। विभाग ने किसानों को सलाह दी है कि वे अगले कुछ दिनों तक फसल की सिंचाई न करें और खेतों में पानी जमा न होने दें।',
  },
  {
    name: '天气 zh',
    text: '气象台今天发布预报：早晨最低气温{1-15}度，白天最高气温{16-39}度，风速每小时{5-90}公里，降水概率百分之{1-99}，预计降雨量{1-150}毫米。空气湿度为百分之{20-99}，能见度{100-9000}米，空气质量指数{20-300}。气象部门提醒市民出门带好雨具，司机在有雾路段注意减速，沿海渔船应当及时回港避风，农民朋友要做好田间排水工作。',
  },
  {
    name: '株式 ja',
    text: '東京の株式市場で平均株価は{20000-49999}円で取引を終えた。値上がりした銘柄は{100-999}、値下がりした銘柄は{100-999}で、売買高は{1000-9999}万株、売買代金は{1000-9999}億円だった。円相場は一ドル{90-160}円、原油は一バレル{40-140}ドル、金は一グラム{5000-19000}円で取引された。市場関係者は、来週発表される企業の決算を見極めたいとする投資家が多く、様子見の展開が続くとみている。',
  },
  {
    name: 'อากาศ th',
    text: 'กรมอุตุนิยมวิทยารายงานว่าวันนี้อุณหภูมิต่ำสุด {15-25} องศา สูงสุด {26-42} องศา ลมความเร็ว {5-80} กิโลเมตรต่อชั่วโมง มีโอกาสฝนตกร้อยละ {1-99} ของพื้นที่ ปริมาณฝนสูงสุด {1-150} มิลลิเมตร ความชื้นสัมพัทธ์ร้อยละ {20-99} คลื่นในทะเลสูง {10-400} เซนติเมตร ขอให้ชาวเรือเดินเรือด้วยความระมัดระวัง และขอให้เกษตรกรเตรียมระบายน้ำออกจากพื้นที่เพาะปลูกเพื่อป้องกันความเสียหายของผลผลิต',
  },
];
