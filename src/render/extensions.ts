/**
 * What Markdown has not, but markdown-it's plugins have, for blogs that ask for it
 * (`markdown.extensions`): H~2~O, x^2^, ==mark==, ++ins++, abbreviations, definition
 * lists, :smile:, captions of pictures, and what the theme Shoka has.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import abbreviation from 'markdown-it-abbr';
import definitionList from 'markdown-it-deflist';
import emojis from 'markdown-it-emoji/lib/data/full.mjs';
import insertion from 'markdown-it-ins';
import mark from 'markdown-it-mark';
import subscript from 'markdown-it-sub';
import superscript from 'markdown-it-sup';
import { decodePath } from '../base/path.ts';
import type { Config, Extension } from '../model/config.ts';
import { installAttributes } from './attribute-rule.ts';
import { installShokaBlocks } from './shoka-blocks.ts';
import { installFurigana, installSpoilers } from './shoka-marks.ts';

const INSTALL: Readonly<Partial<Record<Extension, (md: MarkdownIt, config: Config) => void>>> = {
  abbr: (md) => md.use(abbreviation),
  attrs: installAttributes,
  deflist: (md) => md.use(definitionList),
  emoji: installEmojis,
  figure: installCaptions,
  furigana: installFurigana,
  ins: (md) => md.use(insertion),
  mark: (md) => md.use(mark),
  shoka: installShokaBlocks,
  spoiler: installSpoilers,
  sub: (md) => md.use(subscript),
  sup: (md) => md.use(superscript),
};

/** Adds the rules of the extensions that are asked for; `toc` is of the headings (`heading-rule.ts`). */
export function installExtensions(md: MarkdownIt, config: Config): void {
  const wanted = new Set(config.markdown.extensions);
  for (const extension of wanted) INSTALL[extension]?.(md, config);
  const readers = READERS.filter(({ extension }) => wanted.has(extension)).map(({ read }) => read);
  if (readers.length > 0) installPlainSigns(md, readers);
}

/** The signs that `from` begins with, if a plugin would take them for a mark and the writer means what stands there. */
type ReadPlain = (from: string, before: string) => string | undefined;

const READERS: readonly { readonly extension: Extension; readonly read: ReadPlain }[] = [
  { extension: 'sub', read: (from, before) => (isRange(from, before) ? '~' : undefined) },
  { extension: 'sub', read: (from) => (isLongScript(from, '~') ? '~' : undefined) },
  // ^_^
  {
    extension: 'sup',
    read: (from, before) => (/[\w)\]]$/.test(before) ? undefined : /^\^[-_.oOvw]+\^/.exec(from)?.[0]),
  },
  { extension: 'sup', read: (from) => (isLongScript(from, '^') ? '^' : undefined) },
  // a==b
  { extension: 'mark', read: (from, before) => (/^==\w/.test(from) && /\w$/.test(before) ? '==' : undefined) },
  // C++
  {
    extension: 'ins',
    read: (from, before) => (/^\+\+/.test(from) && /(?:^|[^\w+])[A-Za-z]$/.test(before) ? '++' : undefined),
  },
];

/** 「3~5,6~8」「大家好~我是誰~」: behind a digit a subscript is a word, behind a 漢字 it is none of 漢字. */
function isRange(from: string, before: string): boolean {
  const [, inner = ''] = /^~([^~\s]+)~/.exec(from) ?? [];
  if (/\p{Script=Han}$/u.test(before)) return /^\p{Script=Han}/u.test(inner);
  return /\d$/.test(before) && /^\d.*[^\w+\-=()]/.test(inner);
}

/** 「1~i-1 是…，2~n」「2^深度，再乘 2^」「'^$|^#'」: what goes over a stop, from letters to 漢字 or into TeX is no script. */
function isLongScript(from: string, sign: '~' | '^'): boolean {
  const [, opener, inner = ''] = /^([~^])(?!\1)(\S+?)\1/.exec(from) ?? [];
  if (opener !== sign) return false;
  return /[\u3001-\u303f\uff01-\uff0f\uff1a-\uff1f\\$|]|^[\w+-].*\p{Script=Han}/u.test(inner);
}

/**
 * `:smile:`. An inline rule of our own with the plugin's names: the plugin would make faces of
 * `http:/` and tables' `:|` as well, and of `root:x:0` a ❌.
 */
function installEmojis(md: MarkdownIt): void {
  md.inline.ruler.before('linkify', 'emoji', (state, silent) => {
    NAME.lastIndex = state.pos;
    const [text = '', name = ''] = NAME.exec(state.src) ?? [];
    const emoji = Object.hasOwn(emojis, name) ? emojis[name] : undefined;
    const end = state.pos + text.length;
    if (emoji === undefined || end > state.posMax) return false;
    if (/\w/.test(state.src[state.pos - 1] ?? '') && /\w/.test(state.src[end] ?? '')) return false;
    if (!silent) state.pending += emoji;
    state.pos = end;
    return true;
  });
}

const NAME = /:([\w+-]+):/y;

/**
 * The words of a picture alone in its paragraph as its title, which becomes its caption
 * (pandoc's `implicit_figures`). Not those that a program put there.
 */
function installCaptions(md: MarkdownIt): void {
  md.core.ruler.push('captions', ({ tokens }) => {
    for (const [index, { type, children }] of tokens.entries()) {
      const [image, ...others] = children ?? [];
      if (type !== 'inline' || image?.type !== 'image' || others.length > 0) continue;
      if (tokens[index - 1]?.type !== 'paragraph_open' || image.attrGet('title')) continue;
      const words = readWords(image.children ?? []);
      if (!isMadeUp(words, String(image.attrGet('src') ?? ''))) image.attrSet('title', words);
    }
  });
}

function readWords(tokens: readonly Token[]): string {
  return tokens
    .map(({ content }) => content)
    .join('')
    .trim();
}

/** `image-20230303212728760`, the name of the file, 「在这里插入图片描述」: words that no writer chose. */
function isMadeUp(words: string, src: string): boolean {
  const stem = /([^/]*?)(\.\w+)?([?#].*)?$/.exec(decodePath(src))?.[1];
  const name = words.replace(/\.(?:png|jpe?g|gif|svg|webp|bmp)$/i, '');
  return name === '' || name === stem || name !== words || /^[\w-]*\d{6}[\w-]*$/.test(name) || PLACEHOLDER.test(name);
}

const PLACEHOLDER =
  /^(?:image|img|pic|picture|photo|alt(?: text)?|[图圖]片|截[图圖]|(?:在[这這][里裡]插入)?[图圖]片(?:描述|說明|说明))$/i;

function installPlainSigns(md: MarkdownIt, readers: readonly ReadPlain[]): void {
  md.inline.ruler.before('strikethrough', 'plain_signs', (state, silent) => {
    if (!'~^=+'.includes(state.src[state.pos] ?? '')) return false;
    const before = state.src.slice(Math.max(0, state.pos - 2), state.pos);
    const from = state.src.slice(state.pos, state.pos + LONGEST);
    for (const read of readers) {
      const text = read(from, before);
      if (text === undefined) continue;
      if (!silent) state.pending += text;
      state.pos += text.length;
      return true;
    }
    return false;
  });
}

/** No script is longer. */
const LONGEST = 200;
