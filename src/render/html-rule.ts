/**
 * Raw HTML in posts. An element that HTML does not know (`vector<int>` in prose) would
 * swallow the rest of the page, so it is shown as text; custom elements have a hyphen.
 */
import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import { contextOf } from './context.ts';
import { resolveHtml } from './link-rule.ts';

const ELEMENTS = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data
  datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6
  head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript
  object ol optgroup option output p param picture pre progress q rp rt rtc ruby s samp script search section select slot small source
  span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  g path rect circle ellipse line polyline polygon text tspan defs use symbol marker mask pattern clippath lineargradient radialgradient
  stop filter image foreignobject animate desc math mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup munder mover munderover
  mtable mtr mtd mspace mstyle semantics annotation fancybox`.split(/\s+/),
);

/** Escapes unknown elements and resolves the pictures in raw HTML. */
export function installHtml(md: MarkdownIt, config: Config): void {
  md.renderer.rules.html_inline = (tokens, index) => showHtml(tokens[index]?.content ?? '');
  md.renderer.rules.html_block = (tokens, index, _options, env) => {
    const token = tokens[index];
    return resolveHtml(token?.content ?? '', { context: contextOf(env), config, map: token?.map ?? null });
  };
}

function showHtml(html: string): string {
  const name = /^<\/?([A-Za-z][\w.:-]*)/.exec(html)?.[1];
  if (name === undefined || name.includes('-') || ELEMENTS.has(name.toLowerCase())) return html;
  return escapeHtml(html);
}
