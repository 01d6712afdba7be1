import { expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { createAdditions, createVerbs } from '../../../src/disk/script-verbs.ts';
import type { Script } from '../../../src/model/extension.ts';
import { graph, posts } from '../layout/support.ts';

/** What one of the examples in `scripts/` adds. */
async function run(name: string) {
  const module: { default: Script } = await import(`../../../scripts/${name}.js`);
  const added = createAdditions();
  await module.default(createVerbs(toSourcePath(`scripts/${name}.js`), added));
  return added;
}

test('kbd is a tag', async () => {
  const tag = (await run('kbd')).tags.get('kbd')?.value;
  expect(tag?.render({ args: ['Ctrl', 'S'], body: '', post: posts.jerry })).toBe('<kbd>Ctrl</kbd>+<kbd>S</kbd>');
});

test('since is a helper', async () => {
  const since = (await run('since')).helpers.get('since')?.value;
  expect([since?.(2024, 2026), since?.(2026, 2026), since?.(2024)]).toEqual(['2024–2026', '2026', '2024']);
});

test('arrows is a filter which passes over code, formulas and tags', async () => {
  const [filter] = (await run('arrows')).filters.html;
  expect(
    filter?.value('a --&gt; b <code>--&gt;</code><math>==&gt;</math><i title="--&gt;">==&gt;</i>', posts.jerry),
  ).toBe('a → b <code>--&gt;</code><math>==&gt;</math><i title="--&gt;">⇒</i>');
});

test('numbers is a generator', async () => {
  const generate = (await run('numbers')).generators.get('numbers')?.value;
  expect(generate && [...generate(graph)]).toEqual([{ path: 'posts.json', text: '{"2023":1,"2024":2}\n' }]);
});

test('author is an injection', async () => {
  expect((await run('author')).injections.head_end.map(({ value }) => value)).toEqual([
    '<link rel="author" href="https://ctext.org/mozi/zh">',
  ]);
});
