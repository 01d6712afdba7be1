/**
 * Code: fences are highlighted when the site is built, with classes, so that colours
 * are the theme's. A language is never guessed unless the writer asks for it.
 */
import type { LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/common';
import cmake from 'highlight.js/lib/languages/cmake';
import dart from 'highlight.js/lib/languages/dart';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import haskell from 'highlight.js/lib/languages/haskell';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import lisp from 'highlight.js/lib/languages/lisp';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import scala from 'highlight.js/lib/languages/scala';
import verilog from 'highlight.js/lib/languages/verilog';
import vim from 'highlight.js/lib/languages/vim';
import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import { CodeEmitter } from './code-emitter.ts';

const MORE: Readonly<Record<string, LanguageFn>> = {
  cmake,
  dart,
  dockerfile,
  haskell,
  julia,
  latex,
  lisp,
  matlab,
  nginx,
  powershell,
  scala,
  verilog,
  vim,
};
for (const [name, language] of Object.entries(MORE)) hljs.registerLanguage(name, language);
hljs.configure({ __emitter: CodeEmitter });

/** Names that people write and highlight.js does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c/c++': 'cpp',
  'objective-c': 'objectivec',
  node: 'javascript',
  vue: 'xml',
  svg: 'xml',
  golang: 'go',
  'c#': 'csharp',
  py3: 'python',
  python3: 'python',
  shellscript: 'bash',
  plain: 'plaintext',
  none: 'plaintext',
};
/** Fences that are drawn by a script of the theme, not shown as code. */
const DIAGRAMS = new Set(['mermaid', 'flow', 'sequence', 'wavedrom', 'echarts', 'plantuml']);
/** Beyond this a block is data rather than code: colours would cost seconds. */
const MAX_LENGTH = 200_000;

export interface CodeBlock {
  readonly code: string;
  readonly language: string;
  /** Shown above the block. */
  readonly title?: string;
  readonly url?: string;
  /** What the link to `url` is called; `link` if it is missing, as in Hexo. */
  readonly linkText?: string;
  /** Lines to be marked, as they are numbered. */
  readonly marks?: ReadonlySet<number>;
  readonly lineNumbers: boolean;
  readonly firstLine?: number;
}

/** Replaces markdown-it's rendering of fences and of indented code. */
export function installCode(md: MarkdownIt, config: Config): void {
  md.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    return drawCode(
      { ...readInfo(md.utils.unescapeAll(token?.info ?? ''), config), code: (token?.content ?? '').replace(/\n$/, '') },
      config,
    );
  };
  md.renderer.rules.code_block = (tokens, index) =>
    drawCode({ code: (tokens[index]?.content ?? '').replace(/\n$/, ''), language: '', lineNumbers: false }, config);
}

/** A title, an address, what the link is called. A path is an address only behind a title: alone it is the title. */
const FENCE_CAPTION = /^(?:(.+)\s+(?=\/|https?:\/\/)|(?=https?:\/\/))(\S+)\s*(.*)$/s;
/** In Hexo's tag a path is always a part of the title. */
export const TAG_CAPTION = /^(?:(.+)\s+)?(https?:\/\/\S+)\s*(.*)$/s;

/**
 * Hexo's info string: `lang [title] [url [link text]] [mark:1,4-7] [first_line:N] [line_number:false]`, and `{1,3-5}`.
 *
 * @param pattern - what is a title with a link
 */
export function readInfo(info: string, config: Config, pattern = FENCE_CAPTION): Omit<CodeBlock, 'code'> {
  const options = new Map<string, string>();
  const rest = info
    .replace(
      /\s(line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):(\S+)/g,
      (_whole, key: string, value: string) => {
        options.set(key, value);
        return '';
      },
    )
    .replace(/\{([\d,\s-]+)\}/, (_whole, lines: string) => {
      options.set('mark', lines);
      return ' ';
    });
  const [, word = '', title = ''] = /^\s*([^\s{]*)\s*(?:\{[^}]*\})?\s*(.*?)\s*$/s.exec(rest) ?? [];
  // HackMD: `python=` numbers the lines, `python=12` from 12 on.
  const [, language = '', numbered, from] = /^([^=]*)(=(\d*)\+?)?/.exec(word) ?? [];
  const firstLine = Number(options.get('first_line') ?? from);
  const link = pattern.exec(title);
  const caption = link ? link[1] : title;
  return {
    language: language.toLowerCase(),
    lineNumbers: options.has('line_number')
      ? options.get('line_number') !== 'false'
      : numbered !== undefined || config.highlight.line_number,
    ...(caption && { title: caption }),
    ...(link?.[2] && { url: link[2] }),
    ...(link?.[3] && { linkText: link[3] }),
    ...(options.has('mark') && { marks: readLineList(options.get('mark') ?? '') }),
    ...(firstLine > 0 && { firstLine }),
  };
}

/** `1,4-7` → {1, 4, 5, 6, 7}. */
export function readLineList(text: string): Set<number> {
  const lines = new Set<number>();
  for (const [, from, to] of text.matchAll(/(\d+)(?:-(\d+))?/g)) {
    for (let line = Number(from); line <= Math.min(Number(to ?? from), Number(from) + 10_000); line++) lines.add(line);
  }
  return lines;
}

/** A block of code as HTML. */
export function drawCode(block: CodeBlock, config: Config): string {
  const language = ALIASES[block.language] ?? block.language;
  if (DIAGRAMS.has(language)) return `<pre class="${language}">${escapeHtml(block.code)}</pre>\n`;
  const name = escapeHtml(block.language || 'plaintext');
  const title = block.title ? `<span>${escapeHtml(block.title)}</span>` : '';
  const caption = block.url
    ? `${title}<a href="${escapeHtml(block.url)}">${escapeHtml(block.linkText ?? 'link')}</a>`
    : title;
  const code = replaceTabs(block.code, config.highlight.tab_replace);
  const isShort = code.split('\n').length <= config.highlight.line_threshold;
  const numbered = { ...block, lineNumbers: block.lineNumbers && !isShort };
  const coloured = colour(code, language, config);
  const lines = numbered.lineNumbers || block.marks ? numberLines(coloured, numbered) : coloured;
  return `<figure class="highlight ${name}" data-lang="${name}">${caption && `<figcaption>${caption}</figcaption>`}<pre><code class="hljs language-${name}">${lines}</code></pre></figure>\n`;
}

/** Tabs at the start of a line as the settings want them; the others stand between words, and stay. `true` says nothing. */
function replaceTabs(code: string, replacement: string): string {
  return /^(?:true|false|\d*)$/.test(replacement)
    ? code
    : code.replace(/^\t+/gm, (tabs) => replacement.repeat(tabs.length));
}

const remembered = new Map<string, string>();
let rememberedLength = 0;

/** The code with `<span class="hljs-…">`, remembered by its text within 4 million characters. */
function colour(code: string, language: string, config: Config): string {
  const enabled = config.highlight.enable && config.syntax_highlighter !== false && code.length <= MAX_LENGTH;
  const isExcluded = config.highlight.exclude_languages.includes(language);
  const known = language !== '' && !isExcluded && hljs.getLanguage(language) !== undefined;
  if (!enabled || (!known && !(config.highlight.auto_detect && language === ''))) return escapeHtml(code);
  const key = `${language}\u0000${code}`;
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const html = known
    ? hljs.highlight(code, { language, ignoreIllegals: true }).value
    : hljs.highlightAuto(code.slice(0, 20_000)).value;
  if (rememberedLength > 4e6) {
    remembered.clear();
    rememberedLength = 0;
  }
  remembered.set(key, html);
  rememberedLength += key.length + html.length;
  return html;
}

/** Each line in a span of its own; spans that run over a line's end are closed and opened again. */
function numberLines(html: string, { marks, lineNumbers, firstLine = 1 }: CodeBlock): string {
  const open: string[] = [];
  return html
    .split('\n')
    .map((line, index) => {
      const before = open.join('');
      for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
        if (tag === '</span>') open.pop();
        else open.push(tag);
      }
      const number = firstLine + index;
      const data = lineNumbers ? ` data-line="${number}"` : '';
      return `<span class="line${marks?.has(number) ? ' marked' : ''}"${data}>${before}${line}${'</span>'.repeat(open.length)}</span>`;
    })
    .join('\n');
}
