/** Names of header fields, as newsrooms and databases write them in many languages. Data and look-up only. */

export type Label = 'title' | 'date' | 'source' | 'author' | 'url' | 'language' | 'id' | 'other';

const NAMES: Readonly<Record<Label, string>> = {
  title:
    'title|headline|subject|article title|titel|überschrift|schlagzeile|titre|título|titular|titulo|titolo|tytuł|titul|nadpis|titulek|cím|titlu|otsikko|rubrik|overskrift|kop|başlık|заголовок|название|заглавие|наслов|наслоў|τίτλος|標題|标题|題名|タイトル|見出し|제목|العنوان|عنوان|כותרת|शीर्षक|tiêu đề|judul|หัวข้อ|หัวเรื่อง',
  date: 'date|published|publication date|pub date|pubdate|date published|published on|published at|posted|datum|veröffentlicht|erschienen|erscheinungsdatum|date de publication|publié le|publié|fecha|fecha de publicación|publicado|data|data de publicação|data di pubblicazione|pubblicato|data publikacji|opublikowano|dátum|dato|päivämäärä|päiväys|tarih|дата|дата публикации|опубликовано|ημερομηνία|日期|発行日|日付|掲載日|发布日期|发布时间|날짜|일자|التاريخ|تاریخ|תאריך|दिनांक|तारीख|ngày|tanggal|วันที่',
  source:
    'source|publication|publication title|newspaper|journal|publisher|site|website|outlet|medium|quelle|zeitung|publikation|éditeur|journal|fuente|medio|periódico|fonte|testata|jornal|źródło|zdroj|forrás|sursa|sursă|lähde|källa|kilde|bron|krant|kaynak|источник|издание|джерело|видання|извор|πηγή|来源|來源|出典|媒体|新聞|출처|매체|المصدر|منبع|מקור|स्रोत|nguồn|sumber|แหล่งที่มา',
  author:
    'author|authors|by|byline|writer|autor|autorin|verfasser|von|auteur|auteurs|par|autora|por|autore|di|da|szerző|kirjoittaja|författare|forfatter|yazar|автор|авторы|συγγραφέας|作者|著者|記者|记者|기자|저자|الكاتب|المؤلف|نویسنده|מחבר|लेखक|tác giả|penulis|ผู้เขียน',
  url: 'url|link|web|uri|permalink|web address|address|document url|canonical|adresse|lien|enlace|indirizzo|odkaz|ссылка|链接|連結|リンク|링크|الرابط|लिंक|liên kết|tautan',
  language:
    'language|lang|language of publication|sprache|langue|idioma|lingua|język|jazyk|nyelv|limba|kieli|språk|sprog|taal|dil|язык|мова|език|γλώσσα|语言|語言|言語|언어|اللغة|زبان|שפה|भाषा|ngôn ngữ|bahasa|ภาษา',
  id: 'id|docid|doc id|document id|article id|proquest document id|identifier',
  other:
    'section|category|categories|rubric|ressort|kategorie|rubrique|catégorie|sección|categoría|sezione|categoria|seção|kategoria|rubryka|раздел|рубрика|категория|类别|カテゴリ|분류|القسم|length|words|word count|länge|longueur|longitud|lunghezza|page|pages|seite|seiten|pagina|página|страница|keywords|tags|schlagwörter|mots-clés|etiquetas|edition|ausgabe|édition|edición|edizione|place|location|ort|lieu|country|land|pays|país|dateline|copyright|credit|description|summary|type|format|status|slug|priority|updated|modified|last updated|stand',
};

const BY_NAME: ReadonlyMap<string, Label> = new Map(
  Object.entries(NAMES).flatMap(([label, names]) => names.split('|').map((name) => [name, label as Label])),
);

/** Names of a date that say how its numbers are read; "datum" is of several languages, all of which write the day first. */
const DATE_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['datum', 'de'],
  ['veröffentlicht', 'de'],
  ['erschienen', 'de'],
  ['erscheinungsdatum', 'de'],
  ['data di pubblicazione', 'it'],
  ['pubblicato', 'it'],
  ['data publikacji', 'pl'],
  ['opublikowano', 'pl'],
  ['дата публикации', 'ru'],
  ['опубликовано', 'ru'],
]);

/** BCP 47 of the language that a date of this name is written in, where the name tells. */
export function dateLanguageOf(name: string): string | undefined {
  return DATE_LANGUAGES.get(name);
}

export interface Field {
  /** Lower-case, as written. */
  readonly name: string;
  readonly value: string;
}

/** A line "Name: value"; undefined for any other. */
export function fieldOfLine(line: string): Field | undefined {
  const colon = line.search(/[:：]/);
  if (colon < 1 || colon > 40) return undefined;
  const name = line.slice(0, colon).trim();
  if (!/^[\p{L}][\p{L}\p{M}\d _'’/-]{0,38}$/u.test(name)) return undefined;
  return { name: name.toLowerCase(), value: line.slice(colon + 1).trim() };
}

/** What a field of this name is about; undefined for an unknown one. */
export function labelOf(name: string): Label | undefined {
  return BY_NAME.get(name);
}
