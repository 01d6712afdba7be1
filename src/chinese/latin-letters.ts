/**
 * Latin letters without their diacritics, the way Hexo's slugs have them.
 *
 * Most letters are a plain one plus marks in Unicode (NFD) and need no table. Those that
 * are not (ø, ß, đ, ligatures) stand here. Full-width and circled letters are folded,
 * full-width digits are not; kana, Devanagari and all other scripts keep their marks.
 */

/** Letters that Unicode does not take apart, by what they are folded to. */
const FOLDED: Readonly<Record<string, string>> = {
  A: 'ȺⱯ',
  B: 'ƁƂɃ',
  C: 'ƇȻꜾ',
  D: 'ĐƉƊƋꝹ',
  E: 'ƎƐ',
  F: 'ƑꝻ',
  G: 'ƓǤꝽꝾꞠ',
  H: 'ĦⱧⱵꞍ',
  I: 'Ɨ',
  J: 'Ɉ',
  K: 'ƘⱩꝀꝂꝄꞢ',
  L: 'ĿŁȽⱠⱢꝆꝈꞀ',
  M: 'ƜⱮ',
  N: 'ƝȠꞐꞤ',
  O: 'ØƆƟꝊꝌ',
  P: 'ƤⱣꝐꝒꝔ',
  Q: 'ɊꝖꝘ',
  R: 'ɌⱤꝚꞂꞦ',
  S: 'ẞⱾꞄꞨ',
  T: 'ŦƬƮȾꞆ',
  U: 'Ʉ',
  V: 'ƲɅꝞ',
  W: 'Ⱳ',
  Y: 'ƳɎỾ',
  Z: 'ƵȤⱫⱿꝢ',
  a: 'ɐẚⱥ',
  b: 'ƀƃɓ',
  c: 'ƈȼↄꜿ',
  d: 'đƌɖɗꝺ',
  e: 'ǝɇɛ',
  f: 'ƒꝼ',
  g: 'ǥɠᵹꝿꞡ',
  h: 'ħɥⱨⱶ',
  i: 'ıɨ',
  j: 'ɉ',
  k: 'ƙⱪꝁꝃꝅꞣ',
  l: 'ŀłſƚɫⱡꝇꝉꞁ',
  m: 'ɯɱ',
  n: 'ŉƞɲꞑꞥ',
  o: 'øɔɵꝋꝍ',
  p: 'ƥᵽꝑꝓꝕ',
  q: 'ɋꝗꝙ',
  r: 'ɍɽꝛꞃꞧ',
  s: 'ßȿẛꞅꞩ',
  t: 'ŧƭʈⱦꞇ',
  u: 'ʉ',
  v: 'ʋʌꝟ',
  w: 'ⱳ',
  y: 'ƴɏỿ',
  z: 'ƶȥɀⱬꝣ',
  AA: 'Ꜳ',
  AE: 'Æ',
  AO: 'Ꜵ',
  AU: 'Ꜷ',
  AV: 'ꜸꜺ',
  AY: 'Ꜽ',
  DZ: 'ǄǱ',
  Dz: 'ǅǲ',
  LJ: 'Ǉ',
  Lj: 'ǈ',
  NJ: 'Ǌ',
  Nj: 'ǋ',
  OE: 'Œ',
  OI: 'Ƣ',
  OO: 'Ꝏ',
  OU: 'Ȣ',
  TZ: 'Ꜩ',
  VY: 'Ꝡ',
  aa: 'ꜳ',
  ae: 'æ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  dz: 'ǆǳ',
  hv: 'ƕ',
  lj: 'ǉ',
  nj: 'ǌ',
  oe: 'œ',
  oi: 'ƣ',
  oo: 'ꝏ',
  ou: 'ȣ',
  tz: 'ꜩ',
  vy: 'ꝡ',
};

const plain = new Map(
  Object.entries(FOLDED).flatMap(([to, letters]) => [...letters].map((from) => [from, to] as const)),
);
const MARKS = '\\p{M}';
const LETTERS =
  '[\\u008c\\u009c\\u00c0-\\u02af\\u1d79\\u1d7d\\u1e00-\\u1eff\\u2184\\u24b6-\\u24e9\\u2c60-\\u2c7f\\ua720-\\ua7bf\\uff21-\\uff3a\\uff41-\\uff5a]';
const foldable = new RegExp(`(${LETTERS})(${MARKS}*)|([A-Za-z])(${MARKS}+)`, 'gu');

/** The text, in NFC, with its Latin letters folded to plain ones: `Café Ø１` → `Cafe O１`. */
export function foldLatin(text: string): string {
  const composed = text.normalize('NFC');
  return /[^\x00-\x7f]/.test(composed) ? composed.replace(foldable, foldLetter) : composed;
}

function foldLetter(_whole: string, letter = '', marks = '', plainLetter = '', itsMarks = ''): string {
  const folded = plainLetter || foldOne(letter);
  return folded + dropMelting(folded, marks || itsMarks);
}

function foldOne(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  const isShape = /[\u24b6-\u24e9\uff21-\uff5a]/.test(letter);
  return (
    plain.get(letter) ?? plain.get(base) ?? (isShape ? letter.normalize('NFKC') : /[a-z]/i.test(base) ? base : letter)
  );
}

/** Leaves out the marks that would melt into the letter (NFC), since that would have to be folded again. */
function dropMelting(letter: string, marks: string): string {
  return [...marks].filter((mark) => (letter + mark).normalize('NFC').length > letter.length).join('');
}
