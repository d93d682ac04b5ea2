/**
 * Consent banners in many languages: heading, then text. Written for this test from general knowledge of such
 * banners; none of them stands in the lists of the cleaner, which holds words and no sentences.
 */
export const BANNERS: Readonly<Record<string, readonly [heading: string, text: string]>> = {
  en: [
    'We value your privacy',
    'We use cookies to improve your experience and to analyse our traffic. Find out more in our privacy policy.',
  ],
  de: [
    'Diese Website verwendet Cookies',
    'Wir verwenden Cookies, um unsere Website zu analysieren und zu verbessern. Mehr dazu in der Datenschutzerklärung.',
  ],
  fr: [
    'Ce site utilise des cookies',
    "Nous utilisons des cookies pour mesurer l'audience et améliorer votre visite. Consultez notre politique de confidentialité.",
  ],
  es: [
    'Este sitio utiliza cookies',
    'Utilizamos cookies para analizar el tráfico y mejorar su visita. Lea nuestra política de privacidad para saber más.',
  ],
  pt: [
    'Este site utiliza cookies',
    'Utilizamos cookies para analisar o tráfego e melhorar a sua visita. Consulte a nossa política de privacidade.',
  ],
  it: [
    'Questo sito utilizza i cookie',
    "Utilizziamo i cookie per analizzare il traffico e migliorare la visita. Leggi l'informativa sulla privacy.",
  ],
  nl: [
    'Deze website gebruikt cookies',
    'Wij gebruiken cookies om het bezoek te meten en onze site te verbeteren. Lees meer in ons privacybeleid.',
  ],
  sv: [
    'Den här webbplatsen använder kakor',
    'Vi använder kakor för att mäta trafiken och förbättra webbplatsen. Läs mer i vår integritetspolicy.',
  ],
  da: [
    'Denne hjemmeside bruger cookies',
    'Vi bruger cookies til at måle trafikken og forbedre siden. Læs mere i vores privatlivspolitik.',
  ],
  nb: [
    'Dette nettstedet bruker informasjonskapsler',
    'Vi bruker informasjonskapsler for å måle trafikken og forbedre nettstedet. Les mer i personvernerklæringen.',
  ],
  fi: [
    'Tämä sivusto käyttää evästeitä',
    'Käytämme evästeitä kävijämäärien mittaamiseen ja sivuston parantamiseen. Lue lisää tietosuojaselosteesta.',
  ],
  is: [
    'Þessi vefur notar vafrakökur',
    'Við notum vafrakökur til að mæla umferð og bæta vefinn. Nánar í persónuverndarstefnu okkar.',
  ],
  pl: [
    'Ta strona używa plików cookie',
    'Używamy plików cookie do pomiaru ruchu i ulepszania strony. Więcej w naszej polityce prywatności.',
  ],
  cs: [
    'Tento web používá soubory cookie',
    'Soubory cookie používáme k měření návštěvnosti a ke zlepšování webu. Více v zásadách ochrany osobních údajů.',
  ],
  sk: [
    'Táto stránka používa súbory cookie',
    'Súbory cookie používame na meranie návštevnosti a zlepšovanie stránky. Viac v zásadách ochrany osobných údajov.',
  ],
  sl: [
    'Ta stran uporablja piškotke',
    'Piškotke uporabljamo za merjenje obiska in izboljšanje strani. Več v politiki zasebnosti.',
  ],
  hr: [
    'Ova stranica koristi kolačiće',
    'Kolačiće koristimo za mjerenje posjeta i poboljšanje stranice. Više u pravilima privatnosti.',
  ],
  sr: [
    'Овај сајт користи колачиће',
    'Колачиће користимо за мерење посета и побољшање сајта. Више у политици приватности.',
  ],
  bg: [
    'Този сайт използва бисквитки',
    'Използваме бисквитки, за да измерваме посещенията и да подобряваме сайта. Вижте политиката за поверителност.',
  ],
  mk: [
    'Оваа страница користи колачиња',
    'Користиме колачиња за мерење на посетите и подобрување на страницата. Повеќе во политиката за приватност.',
  ],
  ru: [
    'Этот сайт использует файлы cookie',
    'Мы используем файлы cookie для анализа посещаемости и улучшения сайта. Подробнее в политике конфиденциальности.',
  ],
  uk: [
    'Цей сайт використовує файли cookie',
    'Ми використовуємо файли cookie для аналізу відвідувань і покращення сайту. Докладніше в політиці конфіденційності.',
  ],
  be: [
    'Гэты сайт выкарыстоўвае файлы cookie',
    'Мы выкарыстоўваем файлы cookie для аналізу наведванняў і паляпшэння сайта. Падрабязней у палітыцы прыватнасці.',
  ],
  lt: [
    'Ši svetainė naudoja slapukus',
    'Slapukus naudojame lankomumui matuoti ir svetainei tobulinti. Daugiau privatumo politikoje.',
  ],
  lv: [
    'Šī vietne izmanto sīkdatnes',
    'Mēs izmantojam sīkdatnes, lai mērītu apmeklējumu un uzlabotu vietni. Vairāk privātuma politikā.',
  ],
  et: [
    'See veebileht kasutab küpsiseid',
    'Kasutame küpsiseid külastuste mõõtmiseks ja lehe parandamiseks. Loe lähemalt privaatsuspoliitikast.',
  ],
  hu: [
    'Ez a weboldal sütiket használ',
    'Sütiket használunk a látogatottság mérésére és az oldal javítására. Részletek az adatvédelmi tájékoztatóban.',
  ],
  ro: [
    'Acest site folosește cookie-uri',
    'Folosim cookie-uri pentru a măsura traficul și a îmbunătăți site-ul. Detalii în politica de confidențialitate.',
  ],
  el: [
    'Αυτός ο ιστότοπος χρησιμοποιεί cookies',
    'Χρησιμοποιούμε cookies για να μετράμε τις επισκέψεις και να βελτιώνουμε τον ιστότοπο. Δείτε την πολιτική απορρήτου.',
  ],
  tr: [
    'Bu site çerez kullanıyor',
    'Ziyaretleri ölçmek ve sitemizi geliştirmek için çerezler kullanıyoruz. Ayrıntılar gizlilik politikamızda.',
  ],
  az: [
    'Bu sayt kuki fayllarından istifadə edir',
    'Saytımızı təkmilləşdirmək və ziyarətləri ölçmək üçün kukilərdən istifadə edirik. Ətraflı məxfilik siyasətində.',
  ],
  kk: [
    'Бұл сайт cookie файлдарын пайдаланады',
    'Біз сайтты жақсарту және қаралымды өлшеу үшін cookie файлдарын қолданамыз. Толығырақ құпиялылық саясатында.',
  ],
  ka: [
    'ეს საიტი იყენებს ქუქი-ფაილებს',
    'ჩვენ ვიყენებთ ქუქი-ფაილებს ვიზიტების გასაზომად და საიტის გასაუმჯობესებლად. იხილეთ კონფიდენციალურობის პოლიტიკა.',
  ],
  hy: [
    'Այս կայքը օգտագործում է քուքիներ',
    'Մենք օգտագործում ենք քուքիներ այցելությունները չափելու և կայքը բարելավելու համար։ Կարդացեք գաղտնիության քաղաքականությունը։',
  ],
  ca: [
    'Aquest lloc web utilitza galetes',
    'Utilitzem galetes per mesurar el trànsit i millorar el lloc. Més informació a la política de privacitat.',
  ],
  eu: [
    'Webgune honek cookieak erabiltzen ditu',
    'Cookieak erabiltzen ditugu bisitak neurtzeko eta webgunea hobetzeko. Irakurri gure pribatutasun politika.',
  ],
  he: [
    'אתר זה משתמש בעוגיות',
    'אנו משתמשים בעוגיות כדי למדוד את התנועה ולשפר את האתר. פרטים במדיניות הפרטיות שלנו.',
  ],
  ar: [
    'يستخدم هذا الموقع ملفات تعريف الارتباط',
    'نستخدم ملفات تعريف الارتباط لقياس الزيارات وتحسين الموقع. اقرأ سياسة الخصوصية لمعرفة المزيد.',
  ],
  fa: [
    'این سایت از کوکی استفاده می‌کند',
    'ما برای سنجش بازدید و بهبود سایت از کوکی استفاده می‌کنیم. برای اطلاعات بیشتر سیاست حریم خصوصی را بخوانید.',
  ],
  ur: [
    'یہ ویب سائٹ کوکیز استعمال کرتی ہے',
    'ہم سائٹ کو بہتر بنانے کے لیے کوکیز استعمال کرتے ہیں۔ مزید معلومات رازداری کی پالیسی میں پڑھیں۔',
  ],
  hi: [
    'यह वेबसाइट कुकीज़ का उपयोग करती है',
    'हम साइट को बेहतर बनाने के लिए कुकीज़ का उपयोग करते हैं। अधिक जानकारी हमारी गोपनीयता नीति में पढ़ें।',
  ],
  mr: ['ही वेबसाइट कुकीज वापरते', 'आम्ही साइट सुधारण्यासाठी कुकीज वापरतो. अधिक माहिती आमच्या गोपनीयता धोरणात वाचा.'],
  bn: ['এই ওয়েবসাইট কুকি ব্যবহার করে', 'সাইট উন্নত করতে আমরা কুকি ব্যবহার করি। আরও তথ্য আমাদের গোপনীয়তা নীতিতে পড়ুন।'],
  ta: [
    'இந்த இணையதளம் குக்கீகளைப் பயன்படுத்துகிறது',
    'தளத்தை மேம்படுத்த குக்கீகளைப் பயன்படுத்துகிறோம். மேலும் தகவலுக்கு எங்கள் தனியுரிமைக் கொள்கையைப் படிக்கவும்.',
  ],
  th: ['เว็บไซต์นี้ใช้คุกกี้', 'เราใช้คุกกี้เพื่อวิเคราะห์การเข้าชมและปรับปรุงเว็บไซต์ อ่านเพิ่มเติมในนโยบายความเป็นส่วนตัว'],
  vi: [
    'Trang web này sử dụng cookie',
    'Chúng tôi sử dụng cookie để đo lượng truy cập và cải thiện trang web. Xem thêm trong chính sách bảo mật.',
  ],
  id: [
    'Situs ini menggunakan cookie',
    'Kami menggunakan cookie untuk mengukur kunjungan dan memperbaiki situs. Baca kebijakan privasi kami.',
  ],
  ms: [
    'Laman web ini menggunakan kuki',
    'Kami menggunakan kuki untuk mengukur lawatan dan menambah baik laman ini. Baca dasar privasi kami.',
  ],
  zh: ['本网站使用 Cookie', '我们使用 Cookie 来分析流量并改进网站。详情请阅读我们的隐私政策。'],
  ja: [
    'このサイトはクッキーを使用しています',
    '当サイトでは、アクセスの分析とサイトの改善のためにクッキーを使用しています。詳しくはプライバシーポリシーをご覧ください。',
  ],
  ko: [
    '이 웹사이트는 쿠키를 사용합니다',
    '당사는 방문을 분석하고 사이트를 개선하기 위해 쿠키를 사용합니다. 자세한 내용은 개인정보 처리방침을 확인하세요.',
  ],
  sw: [
    'Tovuti hii inatumia vidakuzi',
    'Tunatumia vidakuzi kupima wageni na kuboresha tovuti. Soma zaidi katika sera yetu ya faragha.',
  ],
  af: [
    'Hierdie webwerf gebruik koekies',
    'Ons gebruik koekies om besoeke te meet en die webwerf te verbeter. Lees meer in ons privaatheidsbeleid.',
  ],
};
