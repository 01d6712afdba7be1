/**
 * Tags that set pictures or links beside one another.
 */
import { load } from 'js-yaml';
import { escapeHtml } from '../../base/text.ts';
import { tell } from '../context.ts';
import { fileUrl, linkTo } from './addresses.ts';
import { drawClasses } from './arguments.ts';
import type { TagRow, TagUse } from './definition.ts';
import { drawImg } from './pictures.ts';

/** A picture in rendered HTML, with the link around it. */
const PICTURE = /<a\b[^>]*>(?:(?!<\/a>)[\s\S])*?<img\b[^>]*>(?:(?!<\/a>)[\s\S])*?<\/a>|<img\b[^>]*>/g;

/** How many pictures stand in each row, by their number and by the layout's (theme-next.js.org/docs/tag-plugins/group-pictures). */
const LAYOUTS: Readonly<Record<number, string>> = {
  2: '11 2',
  3: '12 21 3',
  4: '121 13 22 31',
  5: '122 212 23 32',
  6: '123 132 213 222 33',
  7: '1222 133 223 232 322',
  8: '1223 1232 1322 2222 233 323 332',
  9: '1233 1323 2223 2232 2322 3222 333',
  10: '1333 2233 2323 2332 3223 3232 3322',
};

/** NexT: `number-layout`; other numbers stand in rows of three. */
function drawGroup({ args, body }: TagUse): string {
  const [count = '', layout = ''] = (args[0] ?? '').split('-');
  const rows = LAYOUTS[Number(count)]?.split(' ')[Number(layout) - 1];
  return drawRows(body, [...(rows ?? '')].map(Number));
}

/** Fluid: `total n1-n2-…`. */
function drawFluidGroup({ args, body }: TagUse): string {
  return drawRows(body, (args[1] ?? '').split('-').map(Number).filter(Boolean));
}

/** The last number holds for all rows behind it that have none. */
function drawRows(body: string, counts: readonly number[]): string {
  const pictures = body.match(PICTURE) ?? [];
  const rows: string[] = [];
  for (let at = 0; at < pictures.length; ) {
    const count = counts[rows.length] ?? 3;
    const row = pictures.slice(at, at + count).map((picture) => `<div class="group-picture-column">${picture}</div>`);
    rows.push(`<div class="group-picture-row">${row.join('')}</div>\n`);
    at += count;
  }
  return `<div class="group-picture">\n${rows.join('')}</div>\n`;
}

function drawGallery({ body }: TagUse): string {
  return `<div class="gallery">\n${(body.match(PICTURE) ?? []).join('\n')}\n</div>\n`;
}

interface Card {
  readonly name: string;
  readonly url: string;
  readonly about: string;
  readonly picture: string;
}

function drawCards(use: TagUse, cards: readonly Card[]): string {
  const items = cards.map(({ name, url, about, picture }) => {
    const image = picture
      ? drawImg({ src: fileUrl(use, picture), alt: '' }, use)
      : `<span class="link-initial" aria-hidden="true">${escapeHtml([...name][0] ?? '')}</span>`;
    const description = about && ` <span class="link-about">${escapeHtml(about)}</span>`;
    return `<li><a href="${escapeHtml(linkTo(use, url))}">${image}<strong>${escapeHtml(name)}</strong>${description}</a></li>\n`;
  });
  return `<ul class="link-grid">\n${items.join('')}</ul>\n`;
}

/** NexT: a line `name | url | about | picture` each; the three arguments are picture, delimiter, comment. */
function drawLinkGrid(use: TagUse): string {
  const [picture = '', delimiter = '|', comment = '%'] = use.args;
  const lines = use.body.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith(comment));
  const cards = lines.map((line) => {
    const [name = '', url = '', about = '', own = ''] = line.split(delimiter).map((part) => part.trim());
    return { name, url, about: about || url, picture: own || picture };
  });
  return drawCards(use, cards);
}

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;
const textOf = (group: Group, key: string): string => {
  const value = group[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const listOf = (value: unknown): Group[] => (Array.isArray(value) ? value.filter(isGroup) : []);

/** Butterfly: groups of friends, written in YAML. What cannot be read is told and shown as written. */
function drawFriends(use: TagUse): string {
  try {
    return listOf(load(use.body))
      .map((group) => drawFriendGroup(use, group))
      .join('');
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const usage =
      'Write its body as YAML: `- class_name: …`, below it `link_list:` with `name`, `link`, `avatar`, `descr`.';
    const place = { map: use.map, snippet: `{% ${use.name}` };
    tell(use.context, 'tag/bad-arguments', { name: use.name, detail, usage }, place);
    return `<pre><code>${escapeHtml(use.body)}</code></pre>\n`;
  }
}

function drawFriendGroup(use: TagUse, group: Group): string {
  const cards = listOf(group.link_list).map((friend) => ({
    name: textOf(friend, 'name'),
    url: textOf(friend, 'link'),
    about: textOf(friend, 'descr'),
    picture: textOf(friend, 'avatar'),
  }));
  const [name, about] = [textOf(group, 'class_name'), textOf(group, 'class_desc')];
  const title =
    name &&
    `<p class="${drawClasses('link-group')}"><strong>${escapeHtml(name)}</strong>${about && ` ${escapeHtml(about)}`}</p>\n`;
  return title + drawCards(use, cards);
}

export const groupTags: readonly TagRow[] = [
  {
    names: ['grouppicture', 'gp'],
    origin: 'NexT',
    syntax: '{% grouppicture [number-layout] %}pictures{% endgrouppicture %}',
    about: {
      en: 'Pictures in rows, by NexT’s layouts; else three in a row.',
      zh: '依 NexT 的排法把圖片排成列；不然三張一列。',
    },
    example: {
      source:
        '{% gp 3-1 %}\n![](https://example.org/1.png)\n![](https://example.org/2.png)\n![](https://example.org/3.png)\n{% endgp %}',
      html: `<div class="group-picture">
<div class="group-picture-row"><div class="group-picture-column"><img src="https://example.org/1.png" alt="" decoding="async"></div></div>
<div class="group-picture-row"><div class="group-picture-column"><img src="https://example.org/2.png" alt="" loading="lazy" decoding="async"></div><div class="group-picture-column"><img src="https://example.org/3.png" alt="" loading="lazy" decoding="async"></div></div>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawGroup,
  },
  {
    names: ['gi'],
    origin: 'Fluid',
    syntax: '{% gi total n1-n2-… %}pictures{% endgi %}',
    about: { en: 'Pictures in rows of so many.', zh: '指定每列幾張圖片。' },
    example: {
      source: '{% gi 2 1-1 %}\n![甲](https://example.org/1.png)\n![乙](https://example.org/2.png)\n{% endgi %}',
      html: `<div class="group-picture">
<div class="group-picture-row"><div class="group-picture-column"><img src="https://example.org/1.png" alt="甲" decoding="async"></div></div>
<div class="group-picture-row"><div class="group-picture-column"><img src="https://example.org/2.png" alt="乙" loading="lazy" decoding="async"></div></div>
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawFluidGroup,
  },
  {
    names: ['gallery'],
    origin: 'Butterfly',
    syntax: '{% gallery %}pictures{% endgallery %}',
    about: { en: 'Pictures side by side.', zh: '並排的圖片。' },
    example: {
      source: '{% gallery %}\n![甲](https://example.org/1.png)\n![乙](https://example.org/2.png)\n{% endgallery %}',
      html: `<div class="gallery">
<img src="https://example.org/1.png" alt="甲" decoding="async">
<img src="https://example.org/2.png" alt="乙" loading="lazy" decoding="async">
</div>`,
    },
    body: 'markdown',
    isBlock: true,
    render: drawGallery,
  },
  {
    names: ['linkgrid', 'lg'],
    origin: 'NexT',
    syntax: '{% linkgrid [picture] [delimiter] [comment] %}\nname | url | about | picture\n{% endlinkgrid %}',
    about: { en: 'A card for each link, a line each.', zh: '一行一個連結，排成卡片。' },
    example: {
      source: '{% lg %}\n% 友站\n墨子 | https://ctext.org/mozi/zh | 中國哲學書\n{% endlg %}',
      html: `<ul class="link-grid">
<li><a href="https://ctext.org/mozi/zh"><span class="link-initial" aria-hidden="true">墨</span><strong>墨子</strong> <span class="link-about">中國哲學書</span></a></li>
</ul>`,
    },
    body: 'text',
    isBlock: true,
    render: drawLinkGrid,
  },
  {
    names: ['flink'],
    origin: 'Butterfly',
    syntax: '{% flink %}\n- class_name: …\n  link_list:\n    - name: …\n      link: …\n{% endflink %}',
    about: { en: 'Groups of links, written in YAML.', zh: '以 YAML 寫的友情連結。' },
    example: {
      source:
        '{% flink %}\n- class_name: 友站\n  link_list:\n    - name: 墨子\n      link: https://ctext.org/mozi/zh\n      descr: 經上\n{% endflink %}',
      html: `<p class="link-group"><strong>友站</strong></p>
<ul class="link-grid">
<li><a href="https://ctext.org/mozi/zh"><span class="link-initial" aria-hidden="true">墨</span><strong>墨子</strong> <span class="link-about">經上</span></a></li>
</ul>`,
    },
    body: 'text',
    isBlock: true,
    render: drawFriends,
  },
];
