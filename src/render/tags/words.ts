/**
 * What tags say of their own accord, in the language of the post.
 */
import { toBcp47 } from '../../base/language.ts';
import { fillIn } from '../../base/text.ts';
import { siteLanguage } from '../../model/config.ts';
import type { TagUse } from './definition.ts';

const ENGLISH = {
  open: 'Show',
  embed: '{what} on {host}',
  video: 'Video',
  audio: 'Sound',
  viewRaw: 'view raw',
};

type Words = Readonly<Record<keyof typeof ENGLISH, string>>;

const TRADITIONAL: Words = {
  open: '展開',
  embed: '{what}（{host}）',
  video: '影片',
  audio: '聲音',
  viewRaw: '檢視原始檔',
};
const SIMPLIFIED: Words = {
  open: '展开',
  embed: '{what}（{host}）',
  video: '视频',
  audio: '音频',
  viewRaw: '查看原始文件',
};
const JAPANESE: Words = {
  open: '開く',
  embed: '{what}（{host}）',
  video: '動画',
  audio: '音声',
  viewRaw: '元のファイル',
};

/** A word in the language of the post, else of the site; in English, if we do not know the language. */
export function say(
  { context, config }: Pick<TagUse, 'context' | 'config'>,
  word: keyof typeof ENGLISH,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillIn(chooseWords(toBcp47(context.post.lang ?? siteLanguage(config)))[word], values);
}

function chooseWords(language: string): Words {
  if (/^ja\b/i.test(language)) return JAPANESE;
  if (!/^zh\b/i.test(language)) return ENGLISH;
  return /-(?:Hant|TW|HK|MO)\b/i.test(language) ? TRADITIONAL : SIMPLIFIED;
}
