/**
 * The documents in `docs/tags` and `docs/helpers` are those which the tables give;
 * `npm run docs` writes them.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { helperDocs } from '../src/layout/helpers/docs/index.ts';
import { tagDocs } from '../src/render/tags/table.ts';
import { writeHelperPage, writeIndex, writeTagPage } from './support/document.ts';

const tagRows = tagDocs.map((docs) => ({ ...docs, name: docs.names[0] }));

test.each(tagRows.map((docs) => [docs.name, docs] as const))(
  'docs/tags/%s.md is what its row says',
  async (name, docs) => {
    await expect(writeTagPage(docs)).toMatchFileSnapshot(`../docs/tags/${name}.md`);
  },
);

test.each(helperDocs.map((docs) => [docs.name, docs] as const))(
  'docs/helpers/%s.md is what its row says',
  async (name, docs) => {
    await expect(writeHelperPage(docs)).toMatchFileSnapshot(`../docs/helpers/${name}.md`);
  },
);

test('the tables of contents are up to date, and no page is left of what is gone', async () => {
  const tagIntro = {
    en: 'Tags in posts: `{% name arguments %}`, or a pair around Markdown. Nothing in code or formulas is a tag; an unknown tag stays as it is written and is told. A tag of your own is a function in `scripts/`.',
    zh: '文章裡的標籤：`{% 名稱 參數 %}`，或成對地包住 Markdown。程式碼與公式裡的都不算；不認得的標籤原樣保留並提出警告。自己的標籤是 `scripts/` 裡的一個函式。',
  };
  const helperIntro = {
    en: 'Helpers in templates: `{{ name(arguments) }}`. Options stand last, as an object or as keywords. Names and arguments are Hexo’s.',
    zh: '模板裡的輔助函式：`{{ 名稱(參數) }}`。選項寫在最後，可用物件或關鍵字。名稱與參數同 Hexo。',
  };
  await expect(writeIndex('Tags 標籤', tagIntro, { folder: 'tags', rows: tagRows })).toMatchFileSnapshot(
    '../docs/tags.md',
  );
  await expect(
    writeIndex('Helpers 輔助函式', helperIntro, { folder: 'helpers', rows: helperDocs }),
  ).toMatchFileSnapshot('../docs/helpers.md');
  const strays = (folder: string, known: readonly string[]): string[] =>
    readdirSync(new URL(`../docs/${folder}/`, import.meta.url)).filter((file) => !known.includes(file.slice(0, -3)));
  expect(
    strays(
      'tags',
      tagRows.map(({ name }) => name),
    ),
  ).toEqual([]);
  expect(
    strays(
      'helpers',
      helperDocs.map(({ name }) => name),
    ),
  ).toEqual([]);
});
