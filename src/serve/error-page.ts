/**
 * What is wrong with the site, drawn for the browser: over the last good page, or as a
 * page of its own while there is none.
 */
import { escapeHtml } from '../base/text.ts';

/** One problem, in words. */
export interface Problem {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The lines around the place (`drawCodeFrame`). */
  readonly frame?: string | undefined;
}

interface Words {
  readonly title: (count: number) => string;
  readonly close: string;
  readonly more: (count: number) => string;
}

const WORDS: Readonly<Record<'en' | 'zh-Hant' | 'zh-Hans', Words>> = {
  en: {
    title: (count) => (count === 1 ? 'One problem' : `${count} problems`),
    close: 'Esc closes this; it goes by itself when all is mended.',
    more: (count) => `… and ${count} more`,
  },
  'zh-Hant': {
    title: (count) => `${count} 個問題`,
    close: '按 Esc 關閉；改好之後會自行消失。',
    more: (count) => `……還有 ${count} 個`,
  },
  'zh-Hans': {
    title: (count) => `${count} 个问题`,
    close: '按 Esc 关闭；改好之后会自行消失。',
    more: (count) => `……还有 ${count} 个`,
  },
};

const MOST_SHOWN = 50;

const STYLE = `
.mojing-problems { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box;
  padding: 2rem max(1rem, calc(50% - 26rem)); background: #f7f5f0; color: #1f1f1f; color-scheme: light dark;
  font: 1rem/1.6 system-ui, "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
.mojing-problems * { font: inherit; color: inherit; margin: 0; padding: 0; }
.mojing-problems h1 { font-size: 1.4rem; font-weight: 600; }
.mojing-problems ol { list-style: none; }
.mojing-problems li { margin-top: 1.5rem; padding-left: 1rem; border-left: 3px solid #b3261e; }
.mojing-problems code, .mojing-problems pre { font-family: ui-monospace, "Noto Sans Mono CJK TC", monospace; font-size: .9rem; }
.mojing-problems pre { margin: .5rem 0; padding: .75rem; overflow-x: auto; background: #fffdf8; line-height: 1.5; }
.mojing-problems code, .mojing-problems .aside { color: #5a5a5a; }
@media (prefers-color-scheme: dark) {
  .mojing-problems { background: #1b1b1a; color: #e6e3dc; }
  .mojing-problems li { border-color: #f2877f; }
  .mojing-problems pre { background: #252523; }
  .mojing-problems code, .mojing-problems .aside { color: #b0aca3; }
}`;

/**
 * Problems as a piece of HTML that brings its own style: it may stand alone in a body or
 * in a shadow root. Nothing of a problem is taken for HTML.
 *
 * @param language - of the words around the problems (BCP 47)
 */
export function drawErrorPage(problems: readonly Problem[], language: string): string {
  const words = WORDS[chooseWords(language)];
  const items = problems.slice(0, MOST_SHOWN).map(drawProblem).join('\n');
  const hidden = problems.length - MOST_SHOWN;
  const more = hidden > 0 ? `\n<p class="aside">${words.more(hidden)}</p>` : '';
  return `<style>${STYLE}</style>
<section class="mojing-problems" role="alert" lang="${chooseWords(language)}">
<h1>${words.title(problems.length)}</h1>
<p class="aside">${words.close}</p>
<ol>
${items}
</ol>${more}
</section>`;
}

function drawProblem({ message, hint, file, line, column, frame }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [
    '<li>',
    place && `<code>${escapeHtml(place)}</code>`,
    `<p>${escapeHtml(message)}</p>`,
    frame && `<pre>${escapeHtml(frame)}</pre>`,
    hint && `<p class="aside">${escapeHtml(hint)}</p>`,
    '</li>',
  ]
    .filter(Boolean)
    .join('\n');
}

function chooseWords(language: string): keyof typeof WORDS {
  if (!/^zh\b/i.test(language)) return 'en';
  return /^zh-(hans|cn|sg|my)\b/i.test(language) ? 'zh-Hans' : 'zh-Hant';
}
