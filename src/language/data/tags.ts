/**
 * Names of languages: ISO 639-3 codes, shortest BCP 47 tags, and what the libraries and the learned tables call them.
 * Written by hand from ISO 639. Must not judge.
 */
import type { Language } from '../../model/article.ts';

const entries = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('=');
    return [from, to];
  });

/** Two-letter tags of languages; all others are tagged by their three letters. Macrolanguages where people say so. */
const SHORT_TAGS = new Map(
  entries(
    'af=afr am=amh an=arg ar=ara as=asm av=ava az=aze ba=bak be=bel bg=bul bn=ben bo=bod br=bre bs=bos ca=cat ce=che co=cos cs=ces cv=chv cy=cym da=dan de=deu dv=div dz=dzo ee=ewe el=ell en=eng eo=epo es=spa et=est eu=eus fa=fas ff=ful fi=fin fj=fij fo=fao fr=fra fy=fry ga=gle gd=gla gl=glg gn=grn gu=guj gv=glv ha=hau he=heb hi=hin hr=hrv ht=hat hu=hun hy=hye id=ind ig=ibo ii=iii is=isl it=ita iu=iku ja=jpn jv=jav ka=kat kk=kaz km=khm kn=kan ko=kor kr=kau ku=kmr kw=cor ky=kir la=lat lb=ltz lg=lug li=lim ln=lin lo=lao lt=lit lv=lav mg=mlg mi=mri mk=mkd ml=mal mn=mon mr=mar ms=msa mt=mlt my=mya nb=nob nd=nde ne=nep nl=nld nn=nno ny=nya oc=oci om=orm or=ori os=oss pa=pan pl=pol ps=pus pt=por qu=que rm=roh rn=run ro=ron ru=rus rw=kin sa=san sc=srd sd=snd se=sme si=sin sk=slk sl=slv sm=smo sn=sna so=som sq=sqi sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam te=tel tg=tgk th=tha ti=tir tk=tuk tn=tsn to=ton tr=tur ts=tso tt=tat ty=tah ug=uig uk=ukr ur=urd uz=uzb ve=ven vi=vie wa=wln wo=wol xh=xho yi=yid yo=yor zh=zho zu=zul',
  ),
);
const TAG_OF = new Map([...SHORT_TAGS].map(([tag, code]) => [code, tag]));
/** Written in a script that is not the one that the bare tag stands for. */
const SCRIPT_TAGS = new Map(entries('srp/Latn=sr-Latn mon/Mong=mn-Mong uzb/Cyrl=uz-Cyrl aze/Cyrl=az-Cyrl'));

/** Names that the tables, fastText (names of Wikipedias), CLD3 and franc (single languages) use for languages of ours. */
const OTHER_NAMES = new Map(
  entries(
    'fuc=ful fuv=ful fuf=ful mey=ara arq=ara arz=ara prs=fas als=gsw iw=heb no=nob tl=fil diq=zza eml=egl bh=bho arb=ara azj=aze ekk=est gaz=orm hms=hmn hnj=hmn khk=mon lvs=lav npi=nep ory=ori pbu=pus pes=fas plt=mlg quy=que quz=que swh=swa tgl=fil uzn=uzb ydd=yid zlm=msa cmn=zho koi=kom',
  ),
);

/** Our code of a language by any name that a voter has for it. */
export function codeOf(name: string): string {
  return OTHER_NAMES.get(name) ?? SHORT_TAGS.get(name) ?? name;
}

/** The language of a code in a script, as it is told. */
export function languageOf(code: string, script: string, confidence: number): Language {
  const bcp47 = SCRIPT_TAGS.get(`${code}/${script}`) ?? TAG_OF.get(code) ?? code;
  return { code, bcp47, script, confidence };
}

const codes = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(codeOf));

/** What fastText's lid.176 was taught; the invented languages are no answer for an article. */
export const FASTTEXT_KNOWS = codes(
  'af als am an ar arz as ast av az azb ba bar bcl be bg bh bn bo bpy br bs bxr ca ce ceb ckb co cs cv cy da de diq dsb dty dv el eml en eo es et eu fa fi fr frr fy ga gd gl gn gom gu gv he hi hif hr hsb ht hu hy id ilo is it ja jv ka kk km kn ko krc ku kv ky la lb lez li lmo lo lrc lt lv mai mg mhr min mk ml mn mr mrj ms mt mwl my myv mzn nah nap nds ne new nl nn no oc or os pa pam pfl pl pms pnb ps pt qu rm ro ru rue sa sah sc scn sco sd si sk sl so sq sr su sv sw ta te tg th tk tl tr tt tyv ug uk ur uz vec vep vi vls wa war wuu xal xmf yi yo yue zh',
);
/** What CLD3 was taught, in the scripts that a language is written in. */
export const CLD3_KNOWS = codes(
  'af am ar az be bg bn bs ca ceb co cs cy da de el en eo es et eu fa fi fil fr fy ga gd gl gu ha haw hi hmn hr ht hu hy id ig is it iw ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my ne nl no ny pa pl ps pt ro ru sd si sk sl sm sn so sq sr st su sv sw ta te tg th tr uk ur uz vi xh yi yo zh zu',
);
