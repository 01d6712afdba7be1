/**
 * Dictionaries that a site asks for by its settings: they are large, so that whoever may
 * touch the disk lends them, and a site that needs none loads none.
 */

/** A way of writing Chinese, as OpenCC names it; with a `p` its words are those of the place, too. */
export type Writing = 'cn' | 't' | 'tw' | 'twp' | 'hk' | 'hkp';

export interface LanguageData {
  /** What turns text of one writing into another. To open one takes up to a second, to use it next to nothing. */
  openConversion(from: Writing, to: Writing): (text: string) => string;
  /** A Simplified text with each 字 in pinyin without tones (`lü` as `lv`), syllables parted by spaces; all else as it was. */
  spellPinyin(text: string): string;
  /** One sign in Latin letters, whatever word it stands in; `undefined` if nobody spells it. */
  spellSign(sign: string): string | undefined;
  /** Changes with the dictionaries. */
  readonly print: string;
}

/** For sites and tests that ask for none. Throws a `TypeError` if one is asked for after all: a fault of the caller. */
export const noLanguageData: LanguageData = {
  openConversion: () => refuse(),
  spellPinyin: () => refuse(),
  spellSign: () => refuse(),
  print: '',
};

function refuse(): never {
  throw new TypeError('the settings ask for dictionaries, and none were lent');
}
