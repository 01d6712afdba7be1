/** A markdown-it with formulas, and what one text comes to in it. */
import Parser, { type Env, type MarkdownIt } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { toSourcePath } from '../../../src/base/path.ts';
import { getMathResult, type MathInput, type MathResult, setMathInput } from '../../../src/math/env.ts';
import { installMath, type MathOptions } from '../../../src/math/markdown.ts';

export const defaults: MathOptions = {
  number: 'ams',
  delimiters: {},
  double_dollar: 'display' as const,
  code_dollar: false,
  macros: {},
  preamble: '',
  unescape: 'auto',
  output: 'htmlAndMathml',
};

export function createMarkdown(options: Partial<MathOptions> = {}, breaks = false): MarkdownIt {
  const md = new Parser({ html: true, linkify: true, breaks });
  installMath(md, { ...defaults, ...options });
  md.use(footnote);
  return md;
}

const FILE = toSourcePath('source/_posts/a.md');

export interface Rendered extends MathResult {
  readonly html: string;
}

export function renderMarkdown(
  source: string,
  options: Partial<MathOptions> = {},
  input: Partial<MathInput> = {},
): Rendered {
  const env: Env = {};
  setMathInput(env, { file: FILE, bodyLine: 1, idPrefix: '', macros: {}, ...input });
  const html = createMarkdown(options).render(source, env);
  return { html, ...getMathResult(env) };
}

/** The TeX of each formula that was typeset, as its annotation tells. */
export function texOf(html: string): string[] {
  const annotations = html.matchAll(/<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>/g);
  return [...annotations].map((match) => decode(match[1] ?? ''));
}

/** The numbers a reader sees, in order. */
export function numbersOf(html: string): string[] {
  const shown = html.replace(/<span class="katex-mathml">[\s\S]*?<\/math><\/span>/g, '');
  return shown
    .split('<span class="tag">')
    .slice(1)
    .flatMap((part) => [
      ...decode(part.split(/<(?:div|p)\b/)[0]?.replace(/<[^>]*>/g, '') ?? '').matchAll(/\(([^()]*)\)/g),
    ])
    .map((match) => (match[1] ?? '').replace(/[\u200b\s]/g, ''));
}

/** Codes with the text they point at: `math/syntax 3:14 \foo`. */
export function placesOf(source: string, diagnostics: readonly Diagnostic[]): string[] {
  const lines = source.split('\n');
  return diagnostics.map(({ code, at }) => {
    const line = lines[(at?.line ?? 1) - 1] ?? '';
    const column = (at?.column ?? 1) - 1;
    return `${code} ${at?.line}:${at?.column} ${line.slice(column, column + (at?.length ?? 1))}`;
  });
}

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
