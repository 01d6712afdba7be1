/** What tests of translations look at. */
import type { Language } from '../../src/base/language.ts';

/** The `{names}` of a text, in order of their letters. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

/** English words that are left in a translation; names and what stands between backticks are no such words. */
export function findEnglish(text: string): string[] {
  const plain = text.replace(
    /`[^`]*`|mojing [\w<]+|zh-TW|zh-CN|utf-\d+\w*|--[\w-]+|\{\w+\}|"[^"]*"|<[^>]*>|\$?[\w-]*[._/\\$][\w./-]*/g,
    ' ',
  );
  const names = /^(?:front|matter|permalink|slug|id|mist|key|value|url|en)$/;
  return [...plain.matchAll(/\b[a-z]{2,}\b/g)].map(([word]) => word).filter((word) => !names.test(word));
}

const TRADITIONAL_ONLY = /[檔請讀這個頁設連標題網發啟專樣錯誤說執據資圖內碼邊還沒給]/g;
const SIMPLIFIED_ONLY = /[档请读这个页设连标题网发启专样错误说执据资图内码边还没给]/g;

/** Characters of the other script. */
export function findWrongScript(text: string, language: Exclude<Language, 'en'>): string[] {
  const both = new Set([...TRADITIONAL_ONLY.source].filter((char) => SIMPLIFIED_ONLY.source.includes(char)));
  const wrong = language === 'zh-TW' ? SIMPLIFIED_ONLY : TRADITIONAL_ONLY;
  return (text.match(wrong) ?? []).filter((char) => !both.has(char));
}
