/**
 * Which definition a use of a tag has: one without its end may stand for itself, and a
 * pair that nobody knows loses nothing of what was written.
 */
import { drawCode } from '../code-rule.ts';
import { trimCode } from './code.ts';
import type { TagDefinition, TagTable, TagUse } from './definition.ts';
import { takeOptions } from './fields.ts';
import type { TagMark } from './syntax.ts';

/** Names of tags that hold data or the source of a drawing, not Markdown. */
const DATA =
  /^(?:[\w-]*(?:charts?|chartjs|uml|diagrams?)|flow|sequence|graphviz|viz|dot|vega(?:-?lite)?|plotly|nomnoml|pintora|d2|kroki|tikz|geogebra|aplayer(?:list|lrc|lyric)|ya?ml|json5?|csv)$/i;
/** Options that say how a thing looks, and no text. */
const LOOK_KEYS = 'type color icon size width height align open active style class id child bg'.split(' ');
/** What an element of a paragraph cannot stand beside. */
const BLOCK =
  /^\s*(?:$|<(?:address|article|blockquote|center|details|div|dl|figure|h[1-6r]|ol|p|pre|section|table|ul|video|audio|iframe)\b|<!--)/i;

/** The tags vanish; the words of the first one stand in front of what the pair holds. */
function drawUnknown({ args, body, context }: TagUse): string {
  const { options, rest } = takeOptions(args, [...LOOK_KEYS, 'title']);
  const text = [options.get('title'), ...rest].filter(Boolean).join(' ');
  if (text === '') return body;
  const words = context.renderInline(text);
  return BLOCK.test(body)
    ? `<p class="tag-words">${words}</p>\n${body}`
    : `<span class="tag-words">${words}</span> ${body}`;
}

function drawUnknownData({ name, text, body, config }: TagUse): string {
  const title = `${name} ${text}`.trim();
  return drawCode({ code: trimCode(body), language: 'plaintext', title, lineNumbers: false }, config);
}

const UNKNOWN: TagDefinition = { body: 'markdown', isBlock: true, render: drawUnknown };
const UNKNOWN_DATA: TagDefinition = { body: 'text', isFinal: true, isBlock: true, render: drawUnknownData };

/** The definition of a use; of one whose name nobody knows, that of a pair. */
export function chooseDefinition(table: TagTable, { name, isLone }: Pick<TagMark, 'name' | 'isLone'>): TagDefinition {
  const known = table.get(name);
  const lone = isLone === true ? known?.lone : undefined;
  if (lone) return { body: 'none', lone, isBlock: lone.isBlock === true, render: lone.render };
  return known ?? (DATA.test(name) ? UNKNOWN_DATA : UNKNOWN);
}

/** A use whose end tag is missing, if it may stand for itself. */
export function readLone(table: TagTable, mark: TagMark): TagMark | undefined {
  return (table.get(mark.name)?.lone?.readText(mark) ?? '') === '' ? undefined : { ...mark, isLone: true };
}
