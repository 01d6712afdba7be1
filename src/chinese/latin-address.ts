/**
 * Addresses in Latin letters as hexo-permalink-pinyin made them: `數學/第1章.html` is
 * `shu-xue/di-1-zhang.html`. Blogs that had it live at such addresses, so that each sign
 * is spelled by itself, as its package `transliteration` 1.6 did, polyphones and all.
 */

/** What a sign sounds like; `undefined` for one that nobody spells. */
export type SpellSign = (sign: string) => string | undefined;

/** Writes a whole address, slashes and dots kept. */
export type ToLatin = (address: string) => string;

export interface LatinSettings {
  readonly separator: string;
  readonly lowercase: boolean;
}

const HAN = /[\u4e00-\u9fff\uf900-\ufaff]/;
/** Version 2 of the package reads these otherwise. */
const OLD_READINGS = new Map([
  ['叶', 'Xie'],
  ['术', 'Zhu'],
  ['癌', 'Yan'],
  ['种', 'Chong'],
  ['触', 'Hong'],
]);
/** Marks, signs without a shape, and symbols that were spelled as nothing; other unknown ones part words. */
const SILENT = /[\p{M}\p{Cc}\p{Cf}\u2100-\u214f\u2460-\u27bf\u309b\u309c\u30fb\u30fc]/u;

/** The addresses of a site with these settings. */
export function createLatinWriter({ separator, lowercase }: LatinSettings, spell: SpellSign): ToLatin {
  const spellSign = (sign: string): string => {
    if (sign < '\u0080') return sign;
    const sound = OLD_READINGS.get(sign) ?? spell(sign);
    if (sound === undefined) return SILENT.test(sign) ? '' : ' ';
    return HAN.test(sign) ? `${sound} ` : sound;
  };
  const writePart = (part: string): string => {
    // Its rule for words before 漢字; what stands behind one is parted anyway.
    const spaced = part.replace(/([^\u4e00-\u9fa5\W])([\u4e00-\u9fa5])/g, '$1 $2');
    const words =
      Array.from(spaced, spellSign)
        .join('')
        .match(/[a-z0-9]+/gi) ?? [];
    return words.join(separator);
  };
  return (address) => {
    const written = address.replace(/[^/.]+/g, writePart);
    return lowercase ? written.toLowerCase() : written;
  };
}
