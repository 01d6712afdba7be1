/** The keys of front matter, as writers of Chinese write them, and lists as YAML writes them. */
import { suggest } from '../base/text.ts';

/** Keys whose value is a word or a list of words. */
export const KEYS_OF_LISTS: ReadonlySet<string> = new Set(['tags', 'tag', 'categories', 'category']);

const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    title: '標題 标题 題目 题目',
    date: '日期 時間 时间',
    updated: '更新',
    tags: '標籤 标签 標簽',
    categories: '分類 分类 類別 类别',
    author: '作者',
    description: '摘要 描述 簡介 简介',
    draft: '草稿',
  }).flatMap(([key, names]) => names.split(' ').map((name): [string, string] => [name, key])),
);
const KNOWN = new Set(
  'title date updated tags categories author description draft layout permalink published comments lang excerpt'.split(
    ' ',
  ),
);

/** Long and strange enough that another word is hardly near by chance: `publisher` is near `published`. */
const LONG = ['categories', 'category', 'description', 'permalink'];

/** The key that is read, for one that is not: `標題` and `Title` mean `title`, `catagories` means `categories`. Others come back as they are. */
export function translateKey(key: string): string {
  const lower = key.toLowerCase();
  return MEANT.get(key) ?? (KNOWN.has(lower) ? lower : undefined) ?? suggest(key, LONG, 2) ?? key;
}

/** The names in Chinese that stand for a key, as a part of a regular expression. */
export const CHINESE_KEYS = [...MEANT.keys()].join('|');

const MARKS = /[,，、；;]/u;

/** Whether a text is several words with marks between them. */
export function isSeveral(text: string): boolean {
  return MARKS.test(text);
}

/** Words with Chinese or full-width marks between and around them, as a list of YAML: `［甲，乙］` → `[甲, 乙]`. */
export function writeList(text: string): string {
  const words = text
    .replace(/^[[［【{｛]|[\]］】}｝]$/gu, '')
    .split(MARKS)
    .map((word) => word.trim().replace(/^[“”"'「]+|[“”"'」]+$/gu, ''))
    .filter((word) => word !== '');
  return `[${words.map(writeWord).join(', ')}]`;
}

function writeWord(word: string): string {
  return /^[-?:&*!|>%@`#{}[\]'"]|: |:$| #/.test(word) ? `"${word.replace(/["\\]/g, '\\$&')}"` : word;
}
