import { expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { listOffered } from '../../../src/build/plan.ts';

type Theme = Parameters<typeof listOffered>[0];

const themeWith = (layouts: readonly string[], friends: Theme['config'][string]): Theme => ({
  name: 't',
  layouts: new Map(layouts.map((name) => [name, { name, file: toSourcePath(`${name}.njk`), text: '' }])),
  assets: [],
  words: new Map(),
  config: { friends },
  taken: {},
  print: '',
});

test('a theme offers what it has a layout for, and friends only if there are any', () => {
  const some = [{ name: '甲', url: 'https://a.example/' }];
  expect([...listOffered(themeWith(['search', 'friends'], some))]).toEqual(['search', 'friends']);
  expect([...listOffered(themeWith(['friends'], []))]).toEqual([]);
  expect([...listOffered(themeWith(['index'], some))]).toEqual([]);
});
