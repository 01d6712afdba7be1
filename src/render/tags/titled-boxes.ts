/**
 * Boxes of Volantis, Stellar and Icarus: their looks and their title stand in fields and
 * options, and one without an end tag has all its text in its arguments.
 */
import { drawClasses } from './arguments.ts';
import type { LoneTag, TagRow, TagUse } from './definition.ts';
import { dropIcons, isLook, readLooks, takeOptions } from './fields.ts';

interface Box {
  readonly looks: readonly string[];
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

function drawBox({ looks, title, body }: Box, { context }: TagUse): string {
  const head = title && `<p class="note-title">${context.renderInline(title)}</p>`;
  return `<div class="${drawClasses('note', ...(looks.length > 0 ? looks : ['default']))}">${head}${body}</div>\n`;
}

/** Volantis: `looks, title` and `looks::title`; Icarus: `color:x title:y`; words of a look alone are no title. */
function drawTitledBox(use: TagUse): string {
  const { options, rest } = takeOptions(use.args, ['color', 'title', 'icon', 'size', 'child']);
  if (options.size > 0) {
    const looks = [options.get('color') ?? ''].filter(Boolean);
    return drawBox({ looks, title: options.get('title') ?? rest.join(' '), body: use.body }, use);
  }
  const fields = readLooks(use.text);
  if (fields) return drawBox({ looks: fields.looks, title: fields.rest, body: use.body }, use);
  const end = use.args.findIndex((word) => !isLook(word));
  const words = end < 0 ? use.args.length : end;
  const title = use.args.slice(words).join(' ');
  return drawBox({ looks: dropIcons(use.args.slice(0, words)), title, body: use.body }, use);
}

interface LoneNote extends Omit<Box, 'body'> {
  readonly text: string;
}

/**
 * Volantis: `looks, text` and `looks::text`; Stellar: `[color:x] [title] text`. NexT's and Butterfly's
 * begin with a look and have an end; one of theirs that misses it is none of these.
 */
function readLoneNote({ text, args }: Pick<TagUse, 'text' | 'args'>): LoneNote | undefined {
  const { options, rest } = takeOptions(args, ['color', 'child']);
  const [first = '', ...others] = rest;
  const looks = [options.get('color') ?? ''].filter(Boolean);
  const fields = options.size > 0 ? undefined : readLooks(text);
  if (fields) return { looks: fields.looks, title: '', text: fields.rest };
  if (options.size === 0 && isLook(first)) return undefined;
  return others.length > 0 ? { looks, title: first, text: others.join(' ') } : { looks, title: '', text: first };
}

/** A note that has no end tag, for its text stands in its arguments. */
export const loneNote: LoneTag = {
  readText: (mark) => readLoneNote(mark)?.text ?? '',
  isBlock: true,
  render: (use) => {
    const { looks = [], title = '', text = use.text } = readLoneNote(use) ?? {};
    return drawBox({ looks, title, body: use.body || `<p>${use.context.renderInline(text)}</p>\n` }, use);
  },
};

export const titledBoxTags: readonly TagRow[] = [
  {
    names: ['noteblock'],
    origin: 'Volantis',
    syntax: '{% noteblock [looks,] [title] %}…{% endnoteblock %}',
    about: {
      en: 'A box with a title; `looks::title` is understood too.',
      zh: '有標題的方框；也可寫作 `樣式::標題`。',
    },
    example: {
      source: '{% noteblock info, 提示 %}\n先畫圖。\n{% endnoteblock %}',
      html: `<div class="note info"><p class="note-title">提示</p><p>先畫圖。</p>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawTitledBox,
  },
  {
    names: ['message'],
    origin: 'Icarus',
    syntax: '{% message [color:x] [title:x] %}…{% endmessage %}',
    about: {
      en: 'The same in Icarus; its icon is dropped.',
      zh: 'Icarus 的同類方框；圖示略去。',
    },
    example: {
      source: '{% message color:warning "title:留 意" %}\n分母不為零。\n{% endmessage %}',
      html: `<div class="note warning"><p class="note-title">留 意</p><p>分母不為零。</p>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawTitledBox,
  },
];
