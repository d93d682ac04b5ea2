// The languages that the CLDR tables are built for: every language with articles in the news that Node's ICU knows.
export const LANGUAGES =
  'af am ar as az be bg bn bs ca ceb cs cy da de el en es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mi mk ml mn mr ms mt my nb ne nl nn om or pa pl ps pt ro ru rw sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr tt ug uk ur uz vi wo xh yo zh zh-Hant zu'.split(
    ' ',
  );
