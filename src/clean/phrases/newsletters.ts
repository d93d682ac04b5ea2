/**
 * Prompts to sign up for a newsletter, an account or a subscription: `*` marks a phrase the line may go on after.
 */
import { OWN, type PhraseList } from './phrase-list.ts';

export const NEWSLETTERS: PhraseList = {
  ...OWN,
  phrases: {
    en: 'newsletter|newsletters|our newsletter|sign up for our newsletter*|subscribe to our newsletter*|sign up to our newsletter*|sign up for the newsletter*|get our newsletter*|join our newsletter*|subscribe to the newsletter*|sign up for our free newsletter*|sign up for our daily newsletter*|sign up for our weekly newsletter*|get the latest news delivered*|get the best of*|get our free*|get breaking news*|email address|your email|your email address|enter your email|enter your email address|subscribe to our*|already a subscriber*|become a member|become a subscriber|by signing up, you agree*|by signing up you agree*|by subscribing, you agree*|by submitting your email*|thank you for subscribing*|thanks for signing up*|stay up to date|stay informed|stay in the know|get email alerts|daily newsletter|weekly newsletter|free newsletter|morning newsletter',
    de: 'jetzt newsletter abonnieren|newsletter abonnieren|zum newsletter anmelden|melden sie sich für unseren newsletter an*|abonnieren sie unseren newsletter*|unser newsletter|e-mail-adresse|ihre e-mail-adresse|deine e-mail-adresse|jetzt abonnieren|jetzt registrieren|jetzt anmelden|bereits abonnent*|kostenlos registrieren',
    fr: "s'inscrire à la newsletter|inscrivez-vous à la newsletter*|inscrivez-vous à notre newsletter*|abonnez-vous à notre newsletter*|recevez notre newsletter*|notre newsletter|nos newsletters|votre adresse e-mail|votre adresse email|votre email|adresse e-mail|je m'inscris|déjà abonné*|recevez chaque*",
    es: 'suscríbete a nuestro boletín*|suscríbete a la newsletter*|suscríbete a nuestra newsletter*|suscríbase a nuestro boletín*|recibe nuestro boletín*|boletín|boletines|tu correo electrónico|correo electrónico|tu email|ya soy suscriptor|ya eres suscriptor*',
    pt: 'assine nossa newsletter*|assine a newsletter*|subscreva a nossa newsletter*|receba nossa newsletter*|inscreva-se na nossa newsletter*|seu e-mail|seu email|o seu email|digite seu e-mail|já é assinante*|inscreva-se',
    it: 'iscriviti alla newsletter*|iscriviti alla nostra newsletter*|ricevi la newsletter*|la tua email|il tuo indirizzo email|inserisci la tua email|sei già abbonato*|iscriviti',
    nl: 'schrijf je in voor onze nieuwsbrief*|meld je aan voor de nieuwsbrief*|meld je aan voor onze nieuwsbrief*|nieuwsbrief|nieuwsbrieven|uw e-mailadres|je e-mailadres|e-mailadres|al abonnee*',
    sv: 'nyhetsbrev|prenumerera på vårt nyhetsbrev*|anmäl dig till vårt nyhetsbrev*|din e-postadress|redan prenumerant*',
    da: 'nyhedsbrev|nyhedsbreve|tilmeld dig vores nyhedsbrev*|tilmeld nyhedsbrev|din e-mail|allerede abonnent*',
    nb: 'nyhetsbrev|meld deg på vårt nyhetsbrev*|meld deg på nyhetsbrevet*|din e-post|allerede abonnent*',
    fi: 'uutiskirje|uutiskirjeet|tilaa uutiskirje*|tilaa uutiskirjeemme*|sähköpostiosoite',
    pl: 'zapisz się do newslettera*|zapisz się na newsletter*|zapisz się na nasz newsletter*|twój e-mail|twój adres e-mail|adres e-mail|zapisz się',
    cs: 'přihlaste se k odběru*|odebírat newsletter|přihlásit k odběru|váš e-mail|odebírejte náš newsletter*',
    sk: 'prihláste sa na odber*|odoberať newsletter|váš e-mail',
    hr: 'prijavite se na newsletter*|prijavi se na newsletter*|vaš e-mail|vaša e-mail adresa',
    bg: 'абонирайте се за нашия бюлетин*|абонирай се за бюлетина*|бюлетин|вашият имейл',
    ru: 'подпишитесь на рассылку*|подписаться на рассылку*|подпишитесь на нашу рассылку*|рассылка|ваш e-mail|ваш email|введите e-mail|подпишитесь на наш*|подписывайтесь на наш*|подписывайтесь на канал*',
    uk: 'підпишіться на розсилку*|підписатися на розсилку*|підписуйтесь на наш*|підписуйтеся на наш*|розсилка|ваш e-mail|ваш email',
    hu: 'iratkozzon fel hírlevelünkre*|iratkozz fel hírlevelünkre*|hírlevél|hírlevél feliratkozás|feliratkozás|feliratkozom|e-mail cím',
    ro: 'abonează-te la newsletter*|abonați-vă la newsletter*|adresa ta de email|adresa de email|mă abonez',
    el: 'εγγραφείτε στο newsletter*|εγγραφή στο newsletter*|ενημερωτικό δελτίο|το email σας',
    tr: 'bültenimize abone olun*|e-bültene abone ol*|bülten|e-bülten|e-posta adresiniz|bültene kayıt ol*',
    he: 'הירשמו לניוזלטר*|הרשמה לניוזלטר*|ניוזלטר|כתובת אימייל|כתובת דוא"ל',
    ar: 'اشترك في نشرتنا*|اشترك في النشرة البريدية*|النشرة البريدية|النشرة الإخبارية|بريدك الإلكتروني|البريد الإلكتروني',
    fa: 'عضویت در خبرنامه*|خبرنامه|ایمیل شما|پست الکترونیک',
    hi: 'न्यूज़लेटर*|न्यूजलेटर*|हमारे न्यूज़लेटर की सदस्यता लें*|ईमेल|आपका ईमेल',
    bn: 'নিউজলেটার|আমাদের নিউজলেটার*|ইমেইল',
    zh: '订阅我们的*|订阅邮件|邮件订阅|电子邮件|邮箱|輸入您的電子郵件|訂閱電子報*|電子報|订阅电子报*|立即订阅|立即訂閱',
    ja: 'メールマガジン*|メルマガ*|メルマガ登録|ニュースレター*|メールアドレス',
    ko: '뉴스레터|뉴스레터 구독|뉴스레터 구독하기|뉴스레터 신청|이메일 주소|구독 신청',
    vi: 'đăng ký nhận tin*|đăng ký nhận bản tin*|email của bạn',
    th: 'สมัครรับจดหมายข่าว*|จดหมายข่าว|สมัครรับข่าวสาร*|อีเมล|อีเมลของคุณ',
    id: 'daftar newsletter*|berlangganan newsletter*|dapatkan update berita*|alamat email|email anda',
    sw: 'jiandikishe*|barua pepe',
  },
};
