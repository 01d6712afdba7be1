/**
 * Tags that put Markdown into a box, or fold it away.
 */
import { drawAttributes, drawClasses, splitAt, splitCommas, takeWords, unquote } from './arguments.ts';
import type { LoneTag, TagRow, TagUse } from './definition.ts';
import { takeOptions } from './fields.ts';
import { loneNote } from './titled-boxes.ts';
import { say } from './words.ts';

const KINDS = ['default', 'primary', 'success', 'info', 'warning', 'danger', 'tip', 'secondary', 'light'];
const COLOURS = ['blue', 'pink', 'red', 'purple', 'orange', 'green', 'yellow', 'cyan', 'gray', 'grey', 'black'];
const LOOKS = ['simple', 'modern', 'flat', 'disabled'];

const isIcon = (word: string): boolean => word === 'no-icon' || /^fa[bdlrs]?[ -]/.test(word);
const isTone = (word: string): boolean => KINDS.includes(word) || COLOURS.includes(word);
/** An icon is dropped: there is no icon font. */
const withoutIcons = (words: readonly string[]): string[] =>
  words.filter((word) => !isIcon(word) || word === 'no-icon');

/** NexT: kind, `no-icon`, summary. Butterfly: kind or colour, icon or `no-icon`, look. */
function drawNote({ args, body, context }: TagUse): string {
  const { taken, rest } = takeWords(args, (word) => isTone(word) || isIcon(word));
  const isLook = rest.length === 1 && LOOKS.includes(rest[0] ?? '');
  const tones = withoutIcons(taken);
  const classes = drawClasses('note', ...(tones.some(isTone) ? tones : ['default', ...tones]), isLook ? rest[0] : '');
  if (rest.length === 0 || isLook) return `<div class="${classes}">${body}</div>\n`;
  return drawFold({ classes, summary: context.renderInline(rest.join(' ')), body });
}

/** Redefine: colour, icon, title. */
function drawTitledNote({ args, body, context }: TagUse): string {
  const { taken, rest } = takeWords(args, (word) => isTone(word) || isIcon(word));
  const classes = drawClasses('note', ...withoutIcons(taken));
  const title = rest.length > 0 ? `<p class="note-title">${context.renderInline(rest.join(' '))}</p>` : '';
  return `<div class="${classes}">${title}${body}</div>\n`;
}

interface Fold {
  readonly classes: string;
  /** HTML. */
  readonly summary: string;
  readonly body: string;
  readonly isOpen?: boolean;
  readonly style?: string;
}

function drawFold({ classes, summary, body, isOpen, style }: Fold): string {
  const attributes = drawAttributes({
    class: classes || undefined,
    style: style || undefined,
    open: isOpen,
  });
  return `<details${attributes}><summary>${summary}</summary>${body}</details>\n`;
}

function drawDetails(use: TagUse): string {
  const title = unquote(use.text) || say(use, 'open');
  return drawFold({ classes: '', summary: use.context.renderInline(title), body: use.body });
}

/** hexo-spoiler, and Stellar with a `style:x`: words that are hidden until touched, within a line. */
const readSpoiler = ({ text, args }: Pick<TagUse, 'text' | 'args'>): string => {
  const { options, rest } = takeOptions(args, ['style']);
  return options.size > 0 ? rest.join(' ') : unquote(text);
};
const loneSpoiler: LoneTag = {
  readText: (mark) => (mark.name === 'spoiler' ? readSpoiler(mark) : ''),
  render: (use) => `<span class="psw" tabindex="0">${use.context.renderInline(readSpoiler(use))}</span>`,
};

/** Fluid: `info @title`. A title alone is taken as well. */
function drawFluidFold(use: TagUse): string {
  const { before, title } = splitAt(use.text);
  const isKind = before === '' && isTone(title);
  const summary = use.context.renderInline((isKind ? '' : title) || say(use, 'open'));
  return drawFold({ classes: drawClasses('fold', isKind ? title : before), summary, body: use.body });
}

/** Volantis: `green open, title`; Redefine: `green::title`; Stellar: `color:green open:true title`. */
function readFolding({ text, args }: TagUse): { readonly words: readonly string[]; readonly title: string } {
  const { options, rest } = takeOptions(args, ['color', 'open', 'child']);
  const own = [options.get('color') ?? '', options.get('open') === 'true' ? 'open' : ''];
  if (options.size > 0) return { words: own.filter(Boolean), title: rest.join(' ') };
  const [, marks = '', title = text] = /^([\w\s]*?)(?:::|,)(.*)$/s.exec(text) ?? [];
  return { words: marks.split(/\s+/).filter(Boolean), title };
}

function drawFolding(use: TagUse): string {
  const { words, title } = readFolding(use);
  return drawFold({
    classes: drawClasses('folding', ...words.filter((word) => word !== 'open')),
    summary: use.context.renderInline(unquote(title) || say(use, 'open')),
    body: use.body,
    isOpen: words.includes('open'),
  });
}

const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s,.%/]+\))$/i;

/** Colours of the writer's own. A background alone is taken for the border: which text it goes with nobody knows. */
export function drawColours(background: string | undefined, text: string | undefined): string {
  const [under = '', over = ''] = [background, text].map((colour) => (COLOUR.test(colour ?? '') ? colour : ''));
  if (!over) return under && `border-color:${under}`;
  return [under && `background:${under}`, `color:${over}`].filter(Boolean).join(';');
}

/** Butterfly: `title, background, colour`. */
function drawHidden(use: TagUse): string {
  const [title = '', background, colour] = splitCommas(use.text);
  return drawFold({
    classes: use.name === 'hideBlock' ? 'hide-block' : 'hide-toggle',
    summary: use.context.renderInline(title || say(use, 'open')),
    body: use.body,
    style: drawColours(background, colour),
  });
}

export const boxTags: readonly TagRow[] = [
  {
    names: ['note', 'subnote'],
    origin: 'NexT',
    syntax: '{% note [kind] [no-icon] [summary…] %}…{% endnote %}',
    about: {
      en: 'A box: `default`, `primary`, `success`, `info`, `warning`, `danger`, `tip`, or one of Butterfly’s colours. A summary makes it a box that opens. Butterfly’s icon is dropped, its look becomes a class. Volantis’ `{% note looks, text %}`, with `::` too, and Stellar’s `{% note [color:x] [title] text %}` have no end.',
      zh: '方框：`default`、`primary`、`success`、`info`、`warning`、`danger`、`tip`，或 Butterfly 的顏色。寫了摘要就成為可展開的方框。Butterfly 的圖示略去，樣式成為類名。Volantis 的 `{% note 樣式, 內文 %}`（或以 `::` 分開）與 Stellar 的 `{% note [color:x] [標題] 內文 %}` 沒有結尾標籤。',
    },
    example: {
      source: '{% note info 為什麼 $e^{i\\pi}=-1$ %}\n看**單位圓**。\n{% endnote %}',
      html: `<details class="note info"><summary>為什麼 <span class="katex">…</span></summary><p>看<strong>單位圓</strong>。</p>
</details>`,
    },
    body: 'markdown',
    isBlock: true,
    lone: loneNote,
    render: drawNote,
  },
  {
    names: ['notel', 'noteL'],
    origin: 'Redefine',
    syntax: '{% notel [color] [icon] title… %}…{% endnotel %}',
    about: { en: 'A box with a title.', zh: '有標題的方框。' },
    example: {
      source: '{% notel blue 提示 %}\n先畫圖。\n{% endnotel %}',
      html: `<div class="note blue"><p class="note-title">提示</p><p>先畫圖。</p>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawTitledNote,
  },
  {
    names: ['details', 'spoiler'],
    origin: 'NexT',
    syntax: '{% details [title…] %}…{% enddetails %}',
    about: {
      en: 'Folded away below its title. hexo-spoiler’s `{% spoiler words %}` without an end hides words in a line.',
      zh: '收在標題之下。hexo-spoiler 的 `{% spoiler 文字 %}` 沒有結尾，藏起行內的文字。',
    },
    example: {
      source: '{% details $O(n\\log n)$ 解法 %}\n先排序。\n{% enddetails %}',
      html: `<details><summary><span class="katex">…</span> 解法</summary><p>先排序。</p>
</details>`,
    },
    body: 'markdown',
    isBlock: true,
    lone: loneSpoiler,
    render: drawDetails,
  },
  {
    names: ['fold'],
    origin: 'Fluid',
    syntax: '{% fold [kind] @title %}…{% endfold %}',
    about: { en: 'The same with a kind; a title alone is taken as well.', zh: '同上，可加類別；只寫標題也可以。' },
    example: {
      source: '{% fold info @解答 %}\n$x=2$\n{% endfold %}',
      html: `<details class="fold info"><summary>解答</summary><p><span class="katex">…</span></p>
</details>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawFluidFold,
  },
  {
    names: ['folding'],
    origin: 'Volantis',
    syntax: '{% folding [color] [open], title %}…{% endfolding %}',
    about: {
      en: 'The same; Redefine writes `color::title`, Stellar `color:x open:true title`.',
      zh: '同上；Redefine 寫作 `color::title`，Stellar 寫作 `color:x open:true title`。',
    },
    example: {
      source: '{% folding green open, 提示 %}\n畫圖。\n{% endfolding %}',
      html: `<details class="folding green" open><summary>提示</summary><p>畫圖。</p>
</details>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawFolding,
  },
  {
    names: ['hideToggle', 'hideBlock'],
    origin: 'Butterfly',
    syntax: '{% hideToggle title[, background[, color]] %}…{% endhideToggle %}',
    about: { en: 'Folded away, in colours of your own.', zh: '收起的內容，可自訂顏色。' },
    example: {
      source: '{% hideToggle 答案,#eef,navy %}\n42\n{% endhideToggle %}',
      html: `<details class="hide-toggle" style="background:#eef;color:navy"><summary>答案</summary><p>42</p>
</details>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawHidden,
  },
  {
    names: ['checklist'],
    origin: 'Volantis',
    syntax: '{% checklist %}…{% endchecklist %}',
    about: { en: 'A list of tasks, in Markdown.', zh: '以 Markdown 寫的待辦清單。' },
    example: {
      source: '{% checklist %}\n- [x] 讀題\n- [ ] 畫圖\n{% endchecklist %}',
      html: `<div class="checklist"><ul>
<li class="task-list-item"><input type="checkbox" disabled checked aria-label="讀題"> 讀題</li>
<li class="task-list-item"><input type="checkbox" disabled aria-label="畫圖"> 畫圖</li>
</ul>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: ({ body }) => `<div class="checklist">${body}</div>\n`,
  },
];
