/**
 * `serve` lives for days: what it holds must not grow with the number of edits. It is
 * counted after a collection, in a process of its own.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileRooms, runScript } from '../unit/disk/child.ts';

const ROOMS = 'base model chinese math search content generate render layout build'.split(' ');

let rooms: ReturnType<typeof compileRooms>;
beforeAll(() => {
  rooms = compileRooms(ROOMS);
});
afterAll(() => rooms.remove());

/** Builds a site of twenty posts and edits it a thousand times; prints how many bytes are held after some of the edits. */
const script = `
  import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  import { build } from './build/build.js';
  import { unguarded } from './build/rendered-posts.js';
  import { createMemos } from './build/site-work.js';
  import { parseConfig } from './content/parse-config.js';
  import { noExtensions } from './model/extension.js';
  import { createSourceFile } from './model/sources.js';

  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  const files = new Map();
  const put = (path, text) => files.set(path, createSourceFile(path, text));
  put('_config.yml', 'title: t\\nurl: https://example.com\\ntheme: plain\\n');
  put('themes/plain/layout/index.njk', '{% for post in page.posts %}{{ post.title }}{{ post.content }}{% endfor %}');
  put('themes/plain/layout/post.njk', '{{ page.title }}{{ page.content }}');
  const save = (n, title, mark) =>
    put('source/_posts/' + n + '.md', '---\\ntitle: ' + title + '\\ndate: 2024-01-01\\n---\\n' + ('字 $x_{' + mark + '}$ ').repeat(60) + '\\n\\n    code ' + mark + '\\n');
  for (let n = 0; n < 20; n++) save(n, 'p' + n, n);
  const sources = new Map(files);
  const { config, diagnostics } = parseConfig(sources, { hexo: false });
  const memos = createMemos();
  const held = [];
  /** Like a reader: what is as it was is not asked for again. */
  const shown = new Map();
  for (let edit = 0; edit <= 1000; edit++) {
    if (edit > 0) save(edit % 20, edit % 10 === 0 ? 'p' + edit : 'p' + (edit % 20), edit);
    const input = { sources: new Map(files), config, theme: 'plain', extensions: noExtensions, diagnostics, now: 0, version: 'test' };
    const running = build(input, memos, { guard: unguarded });
    for (const file of running.files) {
      if (file.type === 'text' && shown.get(file.path) !== file.print) file.bytes();
      shown.set(file.path, file.print);
    }
    running.outcome();
    if (edit % 300 === 100) {
      gc();
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      held.push(heapUsed + arrayBuffers);
    }
  }
  console.log(JSON.stringify(held));
`;

test('a thousand edits leave as much in memory as a hundred', () => {
  const { stdout, stderr } = runScript(rooms.folder, script);
  if (stderr !== '') throw new Error(stderr);
  const held: number[] = JSON.parse(stdout);
  const [early = 0, late = 0] = [held[0], held.at(-1)];
  expect(held).toHaveLength(4);
  // Nine hundred edits of posts with ten KB of HTML each: what is kept of a few would show.
  expect(late - early).toBeLessThan(3e6);
});
