/**
 * Scripts shared by a few languages: Devanagari, Ethiopic, Hebrew, Tibetan, Bengali, Myanmar. Letters that tell them
 * apart and function words in about the order of frequency. Written by hand from general knowledge.
 */
import { type LanguageProfile, type ProfileRow, readProfiles } from '../profile.ts';

const DEVANAGARI_ROWS: readonly ProfileRow[] = [
  [
    'hin',
    'hi',
    'hin',
    '',
    'के में की है और का से को कि पर ने एक हैं भी यह इस नहीं कर लिए था तो साथ अपने जो वह हो किया गया थे बाद कहा गई ही थी उन उस रहा अब करने दिया दो तक रहे हुए सकता जा उनके लेकिन अधिक कुछ हम मैं द्वारा इसके हुई जब या अगर कोई बहुत साल',
  ],
  [
    'mar',
    'mr',
    'mar',
    'ळ',
    'आणि आहे या व तो ही हे एक ते केले होते नाही आहेत होती असे करण्यात हा आता त्यांनी आपल्या त्या मात्र तर पण होता झाले साठी काही केली म्हणून असून करून येथे झाली की त्याच्या मध्ये त्यांच्या दोन म्हणाले अधिक जे असलेल्या वर्षे मला आम्ही किंवा खूप कारण मी त्याला नंतर',
  ],
  [
    'nep',
    'ne',
    'npi',
    '',
    'र छ यो पनि भएको गरेको लागि मा हो एक गर्न थियो उनले उनी गरेका तर भने दुई छन् सबै भन्ने अनि नेपाल तथा वा यस गरी गर्ने हुने त्यो भएका थिए को साथ भएर पछि अब नै केही भन्दा जुन वर्ष भए म हामी अन्य उनको बीच धेरै के जब थिएन',
  ],
  [
    'bho',
    'bho',
    'bho',
    '',
    'के में बा आ से का पर एगो इ भी रहे कि ओकर नइखे बाटे कइल होला आपन हवे खातिर लोग भइल गइल जा सकेला',
  ],
  ['mai', 'mai', 'mai', '', 'अछि के में आ सँ एहि छल जे ओ कऽ पर नहि भी लेल एक अपन ओकर होइत छथि अथवा सभ कें'],
  ['san', 'sa', '', 'ळ', 'च न इति अस्ति एव तु अपि तत् सः भवति किम् अत्र यथा तस्य वा अस्य'],
];

const ETHIOPIC_ROWS: readonly ProfileRow[] = [
  [
    'amh',
    'am',
    '',
    'አ',
    'ነው ላይ ውስጥ እና ነበር ጋር ይህ እንደ ወደ ግን ደግሞ ምክንያት መሆኑን አንድ ነገር በኋላ ሰዎች ያለው እስከ ነበረ ዓመት ናቸው በጣም ብለዋል አለ ነገር ግን ሁሉም ይህን እንዲሁም ሌላ ነበሩ እኔ ወይም የነበረው ያሉ ጊዜ ስለ ሆኖ ሲሆን አልነበረም የሚል ከ በ የ ብሏል ብቻ',
  ],
  [
    'tir',
    'ti',
    '',
    'ቐቑቒቓቔቕኣ',
    'እዩ ኣብ ናይ ናብ እቲ ካብ ኣብቲ ነቲ ድማ እዚ ከም ግን ምስ እቶም ኣለዎ ዝነበረ እውን ነበረ ኢሉ ድሕሪ ዘሎ ሰባት ዓመት ኮይኑ ስለ ከምኡውን ወይ ሓደ ኣሎ ነዚ ብምባል እታ ብዙሕ እዮም ክሳብ ኩሉ ነይሩ ዝብል ንሱ ኣነ ብዛዕባ ከኣ እንተ',
  ],
];

const HEBREW_ROWS: readonly ProfileRow[] = [
  [
    'heb',
    'he',
    'heb',
    '',
    'של את על לא עם הוא כי זה גם אני היא או אבל יותר היה כל אל אם רק כך אשר בין אחרי יש הם לאחר אמר אין עד זו כבר מה היו ידי מי אך הזה שלו לפני שנים אחד אותו',
  ],
  [
    'yid',
    'yi',
    'ydd',
    'ײױװ',
    'איז די און פון אין צו דער האט דאס אז ער זיך נישט מיט ניט א אויף זיי וואס געווען האבן מען אויך צום זענען ווי אַ איר מיר דעם נאך די דאָס האָט וואָס פֿון אויס',
  ],
];

const TIBETAN_ROWS: readonly ProfileRow[] = [
  ['bod', 'bo', '', '', 'གི ཀྱི ལ དང ནས རེད བྱས ཡོད ཚོ ཡིན བས ཏེ ཞིག ནི འདུག ཁོང རྣམས མི ལོ ཀྱིས གིས བརྗོད བྱུང ཡང དེར ཁྱི'],
  [
    'dzo',
    'dz',
    '',
    '',
    'གི གིས ཨིན པས འབད ལུ ནུག འདི ཅིག མས དང ཨིནམ ཡོདཔ ལས ཚུ དེ འབདཝ ཁོ ནིའི ཡོད ནི སྦེ འབདན མི ནང ཟེར ཡི འབདཝད སླབ',
  ],
];

const BENGALI_ROWS: readonly ProfileRow[] = [
  [
    'ben',
    'bn',
    '',
    'র',
    'এবং ও এই করে না থেকে তার হয়ে একটি জন্য এ যে তিনি করা হয় কিন্তু করতে তাদের মধ্যে সঙ্গে পর আর সালে ছিল হবে',
  ],
  ['asm', 'as', '', 'ৰৱ', 'আৰু এই কৰা হয় পৰা এটা নহয় তেওঁ কৰি বাবে হৈছে লগত মাজত'],
];

const MYANMAR_ROWS: readonly ProfileRow[] = [
  ['mya', 'my', '', 'ကခစနဖညဉ', ''],
  ['shn', 'shn', '', 'ႁၼၽၶၵၸၢႇႈႉႃ', ''],
];

export const DEVANAGARI: readonly LanguageProfile[] = readProfiles(DEVANAGARI_ROWS);
export const ETHIOPIC: readonly LanguageProfile[] = readProfiles(ETHIOPIC_ROWS);
export const HEBREW: readonly LanguageProfile[] = readProfiles(HEBREW_ROWS);
export const TIBETAN: readonly LanguageProfile[] = readProfiles(TIBETAN_ROWS);
export const BENGALI: readonly LanguageProfile[] = readProfiles(BENGALI_ROWS);
export const MYANMAR: readonly LanguageProfile[] = readProfiles(MYANMAR_ROWS);
