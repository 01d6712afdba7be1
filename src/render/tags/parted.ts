/**
 * Tags whose body has parts: tabs and time lines.
 */
import { drawAttributes, drawClasses, splitCommas } from './arguments.ts';
import type { TagPart, TagRow, TagUse } from './definition.ts';
import { takeOptions } from './fields.ts';
import { drawIcon } from './links.ts';
import { splitArguments } from './syntax.ts';

/**
 * Each tab is a `<details>` of one group: without a script, by keyboard and by the search
 * of the browser it can be opened, and a style sheet sets the titles side by side.
 */
function drawTabs(use: TagUse): string {
  const { context, parts, body } = use;
  const { name, open } = readTabs(use);
  const id = context.slugger.slug(name.toLowerCase() || 'tabs');
  const tabs = parts.map((part, index) => {
    const attributes = drawAttributes({ class: 'tab', name: `tabs-${id}`, open: open === index + 1 });
    const pane = drawAttributes({ class: 'tab-pane', id: context.slugger.slug(`${id}-${index + 1}`) });
    return `<details${attributes}><summary>${drawCaption(part, use, `${name} ${index + 1}`)}</summary><div${pane}>${part.body}</div></details>\n`;
  });
  return `<div class="tabs" id="${drawClasses(id)}">\n${body}${tabs.join('')}</div>\n`;
}

/** NexT: `name, active`; Stellar: `active:2`; in Icarus a tab says itself that it is the open one. */
function readTabs({ text, args, parts }: TagUse): { readonly name: string; readonly open: number } {
  const { options, rest } = takeOptions(args, ['active', 'align', 'size', 'behavior', 'style']);
  const [name = '', active = ''] = splitCommas(options.size > 0 ? rest.join(' ') : text);
  const own = parts.findIndex((part) => readIcarusTab(part)?.isActive === true) + 1;
  return { name, open: Number(options.get('active') ?? active) || own || 1 };
}

interface IcarusTab {
  readonly title: string;
  readonly icon: string;
  readonly isActive: boolean;
}

/** Icarus: `active id:x title:y icon:z`; `undefined` for another theme's label. */
function readIcarusTab({ label }: TagPart): IcarusTab | undefined {
  const { options, rest } = takeOptions(splitArguments(label), ['id', 'title', 'icon']);
  const title = options.get('title');
  if (title === undefined) return undefined;
  return { title, icon: options.get('icon') ?? '', isActive: rest.includes('active') };
}

/** `caption@icon`; a tab without a caption is called by its number, for its icon may not be shown. */
function drawCaption(part: TagPart, { context }: TagUse, byDefault: string): string {
  const { label } = part;
  const icarus = readIcarusTab(part);
  if (icarus) return (icarus.icon && drawIcon(icarus.icon)) + context.renderInline(icarus.title);
  const at = label.lastIndexOf('@');
  const [caption, icon] = at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 1).trim()];
  return (icon && drawIcon(icon)) + context.renderInline(caption.trim() || byDefault);
}

/** In Stellar a list of posts or friends may stand in place of a title; it is nothing to show. */
function drawTimeline({ text, args, context, parts, body }: TagUse): string {
  const { options, rest } = takeOptions(args, ['api', 'type', 'user', 'limit', 'hide']);
  const [title = '', colour] = splitCommas(options.size > 0 ? rest.join(' ') : text);
  const head = title && `<p class="timeline-title">${context.renderInline(title)}</p>\n`;
  const items = parts.map((part) => drawMoment(context.renderInline(part.label), part.body));
  return `<div class="${drawClasses('timeline', colour)}">\n${head}${body}${items.join('')}</div>\n`;
}

function drawFolders({ args, context, parts, body }: TagUse): string {
  const { options, rest } = takeOptions(args, ['color']);
  const classes = drawClasses('folding', options.get('color'));
  const head = rest.length > 0 ? `<p class="folders-title">${context.renderInline(rest.join(' '))}</p>\n` : '';
  const folders = parts.map(
    (part) =>
      `<details class="${classes}"><summary>${context.renderInline(part.label)}</summary>${part.body}</details>\n`,
  );
  return `<div class="folders">\n${head}${body}${folders.join('')}</div>\n`;
}

function drawMoment(label: string, body: string): string {
  return `<section class="timeline-item"><p class="timeline-label">${label}</p>${body}</section>\n`;
}

export const partedTags: readonly TagRow[] = [
  {
    names: ['tabs', 'subtabs', 'subsubtabs'],
    origin: 'NexT',
    syntax: '{% tabs name[, active] %}\n<!-- tab caption[@icon] -->\n…\n<!-- endtab -->\n{% endtabs %}',
    about: {
      en: 'Panels of which one is seen at a time; the first, unless `active` names another or is -1. They work without JavaScript. Stellar’s `active:2` and Icarus’ `<!-- tab active id:x title:y -->` are understood.',
      zh: '一次只看一面的面板；預設第一面，`active` 可指定另一面，-1 則都不開。不需要 JavaScript。Stellar 的 `active:2` 與 Icarus 的 `<!-- tab active id:x title:y -->` 也認得。',
    },
    example: {
      source:
        '{% tabs 語言, 2 %}\n<!-- tab Python -->\n```python\nprint("<!-- tab 不是 -->")\n```\n<!-- endtab -->\n<!-- tab 數學 -->\n$1+1$\n<!-- endtab -->\n{% endtabs %}',
      html: `<div class="tabs" id="語言">
<details class="tab" name="tabs-語言"><summary>Python</summary><div class="tab-pane" id="語言-1"><figure class="highlight python" data-lang="python"><pre><code class="hljs language-python"><span class="hljs-built_in">print</span>(<span class="hljs-string">&quot;&lt;!-- tab 不是 --&gt;&quot;</span>)</code></pre></figure>
</div></details>
<details class="tab" name="tabs-語言" open><summary>數學</summary><div class="tab-pane" id="語言-2"><p><span class="katex">…</span></p>
</div></details>
</div>`,
    },
    body: 'markdown',
    part: 'tab',
    isBlock: true,
    render: drawTabs,
  },
  {
    names: ['timeline'],
    origin: 'Butterfly',
    syntax: '{% timeline [title[, color]] %}\n<!-- timeline when -->\n…\n<!-- endtimeline -->\n{% endtimeline %}',
    about: {
      en: 'Events one below the other; in Stellar each begins with `<!-- node when -->`.',
      zh: '一件接一件的時間線；Stellar 以 `<!-- node 時間 -->` 開頭。',
    },
    example: {
      source:
        '{% timeline 2026,blue %}\n<!-- timeline 01-02 -->\n動筆\n<!-- endtimeline -->\n<!-- timeline 03-14 -->\n**完稿**\n<!-- endtimeline -->\n{% endtimeline %}',
      html: `<div class="timeline blue">
<p class="timeline-title">2026</p>
<section class="timeline-item"><p class="timeline-label">01-02</p><p>動筆</p>
</section>
<section class="timeline-item"><p class="timeline-label">03-14</p><p><strong>完稿</strong></p>
</section>
</div>`,
    },
    body: 'markdown',
    part: 'timeline|node',
    isBlock: true,
    render: drawTimeline,
  },
  {
    names: ['folders'],
    origin: 'Stellar',
    syntax: '{% folders [color:x] %}\n<!-- folder title -->\n…\n{% endfolders %}',
    about: { en: 'Several folded away, one below the other.', zh: '一個接一個收起的內容。' },
    example: {
      source: '{% folders %}\n<!-- folder 題一 -->\n$x=1$\n<!-- folder 題二 -->\n**略**\n{% endfolders %}',
      html: `<div class="folders">
<details class="folding"><summary>題一</summary><p><span class="katex">…</span></p>
</details>
<details class="folding"><summary>題二</summary><p><strong>略</strong></p>
</details>
</div>`,
    },
    body: 'markdown',
    part: 'folder',
    isBlock: true,
    render: drawFolders,
  },
  {
    names: ['timenode'],
    origin: 'Volantis',
    syntax: '{% timenode when %}…{% endtimenode %}',
    about: { en: 'One event of a time line.', zh: '時間線上的一件事。' },
    example: {
      source: '{% timenode 2026-03-14 %}\n完稿\n{% endtimenode %}',
      html: `<section class="timeline-item"><p class="timeline-label">2026-03-14</p><p>完稿</p>
</section>`,
    },
    body: 'markdown',
    isBlock: true,
    render: ({ text, context, body }) => drawMoment(context.renderInline(text), body),
  },
];
