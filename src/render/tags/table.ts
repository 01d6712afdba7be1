/**
 * The tags that posts may use, in one table: how each is written, what it is for, an
 * example, and the function which draws it. Hexo's own keep their arguments and their
 * markup (hexo.io/docs/tag-plugins); those of themes get markup of our own.
 */
import { boxTags } from './boxes.ts';
import { codeTags } from './code.ts';
import type { TagDefinition, TagDocs, TagRow } from './definition.ts';
import { embedTags } from './embeds.ts';
import { groupTags } from './groups.ts';
import { linkTags } from './links.ts';
import { partedTags } from './parted.ts';
import { pictureTags } from './pictures.ts';
import { postLinkTags } from './post-links.ts';
import { quoteTags } from './quotes.ts';
import { textTags } from './texts.ts';
import { titledBoxTags } from './titled-boxes.ts';

const tagRows: readonly TagRow[] = [
  ...quoteTags,
  ...codeTags,
  ...postLinkTags,
  ...pictureTags,
  ...linkTags,
  ...embedTags,
  ...boxTags,
  ...titledBoxTags,
  ...partedTags,
  ...groupTags,
  ...textTags,
];

/** Formulas as tags; they are read by the rules of `math/`. */
const mathDocs: TagDocs = {
  names: ['math', 'mathjax', 'katex', 'math_block', 'math-block'],
  origin: 'hexo-math',
  syntax: '{% math %}…{% endmath %}',
  about: {
    en: 'A formula, displayed. Everything between the tags is TeX.',
    zh: '獨立成行的公式。標籤之間全是 TeX。',
  },
  example: {
    source: '{% math %}\nx^2 \\tag{甲}\n{% endmath %}',
    html: '<div class="math-display" id="eq-甲" role="group" aria-label="(甲)"><span class="katex-display"><span class="katex">…</span></span></div>',
  },
};

/** What the documents tell of all tags. */
export const tagDocs: readonly TagDocs[] = [...tagRows, mathDocs];

/** All tags by each of their names. */
export function createTagTable(): Map<string, TagDefinition> {
  return new Map(tagRows.flatMap((row) => row.names.map((name) => [name, row] as const)));
}
