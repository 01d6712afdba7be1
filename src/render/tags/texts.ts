/**
 * Tags within a line: labels, marked words, boxes to tick.
 */
import { escapeHtml } from '../../base/text.ts';
import { drawAttributes, drawClasses, splitAt, splitCommas } from './arguments.ts';
import { drawColours } from './boxes.ts';
import type { TagRow, TagUse } from './definition.ts';
import { readLooks, takeOptions } from './fields.ts';
import { say } from './words.ts';

const LABEL_COLOUR = /^(?:default|blue|pink|red|purple|orange|green)$/;

/** NexT and Fluid: `class@text`; Butterfly: `text color`. */
function drawLabel({ text, args, context }: TagUse): string {
  const { before, title } = splitAt(text);
  const isButterfly = before === '' && !text.includes('@') && args.length > 1 && LABEL_COLOUR.test(args.at(-1) ?? '');
  const [kind, shown] = isButterfly ? [args.at(-1) ?? '', args.slice(0, -1).join(' ')] : [before || 'default', title];
  return `<mark class="${drawClasses('label', kind)}">${context.renderInline(shown)}</mark>`;
}

/** A box to tick shows what it hides: no script is needed, and it stands within a line. */
function drawHiddenText(use: TagUse): string {
  const [content = '', title = '', background, colour] = splitCommas(use.text);
  const { context } = use;
  const style = drawColours(background, colour) || undefined;
  return `<label class="hide-inline"><input type="checkbox"><span class="hide-button"${drawAttributes({ style })}>${context.renderInline(title || say(use, 'open'))}</span><span class="hide-content">${context.renderInline(content)}</span></label>`;
}

interface Tick {
  readonly shown: string;
  readonly isChecked: boolean;
}

/** Fluid: `text, checked, incline`; Volantis: `color checked, text` and `color checked::text`; Stellar: `checked:true text`. */
function readTick({ text, name, args }: TagUse): Tick {
  const parts = splitCommas(text);
  const [first = '', second = ''] = parts;
  if (name === 'cb') return { shown: first, isChecked: /^(?:true|checked)$/.test(second) };
  const { looks, rest } = readLooks(text, /::/) ?? {};
  if (looks && rest !== undefined) return { shown: rest, isChecked: looks.includes('checked') };
  const stellar = takeOptions(args, ['checked', 'color', 'symbol']);
  if (stellar.options.size > 0)
    return { shown: stellar.rest.join(' '), isChecked: stellar.options.get('checked') === 'true' };
  // Words of a look are in Latin letters; what else stands before a comma is a part of the text.
  const hasLooks = parts.length > 1 && /^[\w\s-]*$/.test(first);
  return { shown: parts.slice(hasLooks ? 1 : 0).join(', '), isChecked: hasLooks && /\bchecked\b/.test(first) };
}

function drawTick(use: TagUse): string {
  const { shown, isChecked } = readTick(use);
  const attributes = { type: use.name === 'radio' ? 'radio' : 'checkbox', disabled: true, checked: isChecked };
  return `<label class="tick"><input${drawAttributes(attributes)}> ${use.context.renderInline(shown)}</label>`;
}

/** `color words, text`, and in newer Volantis `color words::text`. */
function drawSpan({ text, name, context }: TagUse): string {
  const parted = readLooks(text, /::/);
  const [first = '', ...rest] = parted ? [parted.looks.join(' '), parted.rest] : text.split(/,\s*/);
  const [classes, shown] = rest.length > 0 ? [first, rest.join(', ')] : ['', first];
  return `<${name}${drawAttributes({ class: classes || undefined })}>${context.renderInline(shown)}</${name}>`;
}

const ELEMENTS: Readonly<Record<string, string>> = {
  u: 'u',
  del: 'del',
  kbd: 'kbd',
  emp: 'em',
  wavy: 'u',
  psw: 'span',
};

function drawMarked({ text, name, context }: TagUse): string {
  const element = ELEMENTS[name] ?? 'span';
  const attributes = {
    class: element === name ? undefined : escapeHtml(name),
    ...(name === 'psw' && { tabindex: '0' }),
  };
  return `<${element}${drawAttributes(attributes)}>${context.renderInline(text)}</${element}>`;
}

export const textTags: readonly TagRow[] = [
  {
    names: ['label'],
    origin: 'NexT',
    syntax: '{% label class@text %}',
    about: { en: 'Marked words; Butterfly writes `text color`.', zh: '標記的文字；Butterfly 寫作 `text color`。' },
    example: {
      source: '{% label success@通過 %}與{% label 待辦 orange %}',
      html: '<p><mark class="label success">通過</mark>與<mark class="label orange">待辦</mark></p>',
    },
    body: 'none',
    render: drawLabel,
  },
  {
    names: ['hideInline'],
    origin: 'Butterfly',
    syntax: '{% hideInline text, title[, background[, color]] %}',
    about: { en: 'Words that show when asked for.', zh: '點了才看得見的文字。' },
    example: {
      source: '答案是 {% hideInline 四十二,看答案 %}。',
      html: '<p>答案是 <label class="hide-inline"><input type="checkbox"><span class="hide-button">看答案</span><span class="hide-content">四十二</span></label>。</p>',
    },
    body: 'none',
    render: drawHiddenText,
  },
  {
    names: ['cb', 'checkbox', 'radio'],
    origin: 'Fluid',
    syntax: '{% cb text[, checked] %}',
    about: {
      en: 'A box to tick; Volantis writes `{% checkbox color checked, text %}` or `color checked::text`, Stellar `checked:true text`.',
      zh: '勾選框；Volantis 寫作 `{% checkbox color checked, text %}` 或 `color checked::text`，Stellar 寫作 `checked:true text`。',
    },
    example: {
      source: '{% cb 讀題, true %}',
      html: '<p><label class="tick"><input type="checkbox" disabled checked> 讀題</label></p>',
    },
    body: 'none',
    render: drawTick,
  },
  {
    names: ['span', 'p'],
    origin: 'Volantis',
    syntax: '{% span classes, text %}',
    about: {
      en: 'Words with classes; with looks of Volantis’, `classes::text` is understood.',
      zh: '帶類名的文字；Volantis 的樣式也可寫作 `classes::text`。',
    },
    example: { source: '{% span red, 注意 %}', html: '<p><span class="red">注意</span></p>' },
    body: 'none',
    render: drawSpan,
  },
  {
    names: ['u', 'emp', 'wavy', 'del', 'kbd', 'psw'],
    origin: 'Volantis',
    syntax: '{% u text %}',
    about: {
      en: 'Underlined, dotted, wavy, struck out, a key, hidden until touched.',
      zh: '底線、著重號、波浪線、刪除線、按鍵、碰到才顯示。',
    },
    example: {
      source: '{% u 底線 %}{% emp 著重 %}{% psw 密碼 %}',
      html: '<p><u>底線</u><em class="emp">著重</em><span class="psw" tabindex="0">密碼</span></p>',
    },
    body: 'none',
    render: drawMarked,
  },
];
