/**
 * The generators that are compared: how each is called, and where its site keeps what.
 *
 * - `layers`: folders and files of bench/ and where they go in the site's folder, one over the other
 * - `flavour`: which front matter its posts have (corpus/front-matter.mjs)
 * - `content`, `pictures`, `stylesheet`, `layout`, `output`: places in the site's folder
 * - `caches`: what else must be gone for a cold build
 * - `mostPosts`: it would take too long with more; `hasMath`: whether it can set formulas
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = fileURLToPath(new URL('.', import.meta.url));
const ROOMY = { NODE_OPTIONS: '--max-old-space-size=12000' };

/** All generators by name, ours first. `cli` is our compiled command, `theme` is bench or mist. */
export function listGenerators({ work, cli, theme }) {
  const table = {
    mojing: describeMojing(cli, theme),
    ...describeHexo(work),
    ...describeOthers(work),
    ...describeHugo(work),
  };
  return new Map(
    Object.entries(table).map(([name, generator]) => [
      name,
      { name, folder: join(work, name), hasMath: true, mostPosts: Number.POSITIVE_INFINITY, env: {}, ...generator },
    ]),
  );
}

/** Whether `setup.mjs` has made it ready. */
export function isReady({ name, needs }) {
  return name === 'mojing' || existsSync(needs);
}

function describeMojing(cli, theme) {
  return {
    label: theme === 'mist' ? 'Mojing, theme mist' : 'Mojing',
    layers: [
      ['site', '.'],
      [theme === 'mist' ? '../themes/mist' : 'theme', `themes/${theme}`],
    ],
    settings: { file: '_config.yml', from: /^theme: .*/m, to: `theme: ${theme}` },
    flavour: 'hexo',
    content: 'source/_posts',
    pictures: 'source/images',
    layout: `themes/${theme}/layout/layout.njk`,
    output: 'public',
    caches: ['.mojing'],
    build: [process.execPath, cli, 'build', '--json'],
    serve: (port) => [process.execPath, cli, 'serve', '--watch', '--port', port],
    version: [process.execPath, cli, '--version'],
  };
}

function describeHexo(work) {
  const hexo = (name) => join(work, name, 'node_modules/hexo/bin/hexo');
  const site = (name) => ({
    needs: hexo(name),
    flavour: 'hexo',
    content: 'source/_posts',
    pictures: 'source/images',
    output: 'public',
    caches: ['db.json'],
    build: [process.execPath, hexo(name), 'generate', '--silent'],
    serve: (port) => [process.execPath, hexo(name), 'server', '-p', port],
    version: ['node', '-p', `require(${JSON.stringify(join(work, name, 'node_modules/hexo/package.json'))}).version`],
  });
  return {
    hexo: {
      ...site('hexo'),
      label: 'Hexo + markdown-it',
      layers: [['peers/hexo', '.']],
      stylesheet: 'themes/mini/source/css/style.css',
      layout: 'themes/mini/layout/layout.njk',
    },
    'hexo-next': {
      ...site('hexo-next'),
      label: 'Hexo + NexT',
      layers: [
        ['peers/hexo', '.'],
        ['peers/hexo-next', '.'],
      ],
      layout: 'node_modules/hexo-theme-next/layout/_layout.njk',
      mostPosts: 1000,
    },
  };
}

function describeOthers(work) {
  const eleventy = join(work, 'eleventy/node_modules/@11ty/eleventy/cmd.cjs');
  const astro = join(work, 'astro/node_modules/astro/astro.js');
  return {
    eleventy: {
      label: 'Eleventy',
      needs: eleventy,
      layers: [['peers/eleventy', '.']],
      flavour: 'eleventy',
      content: 'posts',
      pictures: 'images',
      stylesheet: 'css/style.css',
      layout: '_includes/layout.njk',
      output: 'public',
      caches: ['.cache'],
      env: ROOMY,
      build: [process.execPath, eleventy, '--quiet'],
      serve: (port) => [process.execPath, eleventy, '--serve', '--quiet', `--port=${port}`],
      version: [process.execPath, eleventy, '--version'],
    },
    astro: {
      label: 'Astro',
      needs: astro,
      layers: [['peers/astro', '.']],
      flavour: 'astro',
      content: 'posts',
      pictures: 'public/images',
      stylesheet: 'public/css/style.css',
      layout: 'src/layouts/Layout.astro',
      output: 'public-out',
      caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
      env: { ...ROOMY, ASTRO_TELEMETRY_DISABLED: '1' },
      build: [process.execPath, astro, 'build', '--silent'],
      version: [process.execPath, astro, '--version'],
      mostPosts: 1000,
    },
  };
}

function describeHugo(work) {
  const site = (name) => {
    const hugo = join(work, 'bin', name);
    return {
      needs: hugo,
      flavour: 'hugo',
      content: 'content/posts',
      pictures: 'static/images',
      stylesheet: 'static/css/style.css',
      layout: 'layouts/_default/baseof.html',
      output: 'public',
      caches: ['resources', '.hugo_build.lock', 'cache'],
      build: [hugo, '--quiet', '--cacheDir', join(work, name, 'cache')],
      serve: (port) => [hugo, 'server', '-p', port, '--baseURL', `http://127.0.0.1:${port}/`],
      version: [hugo, 'version'],
    };
  };
  return {
    hugo: { ...site('hugo'), label: 'Hugo of Debian', layers: [['peers/hugo', '.']], hasMath: false },
    'hugo-math': {
      ...site('hugo-math'),
      label: 'Hugo + ToMath',
      // The same templates by their new names: since 0.146 the old ones are found, but not all used.
      layers: [
        ['peers/hugo/content', 'content'],
        ['peers/hugo/layouts/_default', 'layouts'],
        ['peers/hugo/layouts/partials', 'layouts/_partials'],
        ['peers/hugo/layouts/index.html', 'layouts/home.html'],
        ['peers/hugo-math', '.'],
      ],
      layout: 'layouts/baseof.html',
    },
  };
}
