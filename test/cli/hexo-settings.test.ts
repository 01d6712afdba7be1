/**
 * Settings of Hexo that concern commands and the disk, tried with the command itself.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openWorkplace, plainSettings, type Workplace } from '../support/cli.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const POST = '---\ntitle: 甲\ndate: 2024-05-01\n---\n';

const openBlog = (settings: string, files: Readonly<Record<string, string>> = {}): Workplace =>
  openWorkplace({ '_config.yml': plainSettings + settings, ...files });

describe('a setting', () => {
  test('source_dir and public_dir', () => {
    const place = openBlog('source_dir: src\npublic_dir: out\n', { 'src/_posts/a.md': POST });
    expect(place.run('build').code).toBe(0);
    expect(place.has('out/2024/05/01/a/index.html')).toBe(true);
    expect(place.run('new', '乙').out).toBe('src/_posts/乙.md\n');
  });

  test('marked.breaks: what is said of a Hexo folder is true', () => {
    const files = { 'source/_posts/a.md': POST, 'package.json': '{"hexo": {"version": "7.0.0"}}' };
    expect(openBlog('', files).run('build').err).toContain('line feeds become <br>');
    expect(openBlog('marked: {breaks: false}\n', files).run('build').err).not.toContain('<br>');
  });

  test('theme: of one for Hexo the pictures that posts show are published, and nothing else', () => {
    const place = openWorkplace({
      '_config.yml': 'title: 站\nurl: https://example.com/blog\ntheme: matery\n',
      'package.json': '{"dependencies": {"hexo": "^5.0.0"}}',
      'themes/matery/layout/layout.ejs': '',
      'themes/matery/source/medias/a.png': 'a',
      'themes/matery/source/js/matery.js': 'x',
      'node_modules/hexo-theme-matery/source/medias/b.png': 'b',
      'source/_posts/a.md': `${POST}![](/medias/a.png) <img src="/blog/medias/b.png"> ![](/medias/c.png)\n`,
    });
    const { code, err } = place.run('build');
    expect([code, err.match(/image\/missing/g)?.length]).toEqual([0, 1]);
    expect(place.list('public').filter((path) => /medias|matery/.test(path))).toEqual(['medias/a.png', 'medias/b.png']);
    const page = place.read('public/2024/05/01/a/index.html');
    expect(page).toContain('src="/blog/medias/a.png"');
    expect(page).toContain('src="/blog/medias/b.png"');
  });

  test('default_layout', () => {
    const place = openBlog('default_layout: 課\n', { 'scaffolds/課.md': '---\ntitle: {{ title }}\nkind: 課\n---\n' });
    place.write('source/_posts/a.md', POST);
    place.run('new', '乙');
    expect(place.read('source/_posts/乙.md')).toContain('kind: 課');
  });

  test('ignore', () => {
    const files = {
      'source/_posts/a.md': POST,
      'source/_posts/skip/b.md': POST,
      'source/skip/c.txt': 'x',
      'source/d.txt': 'x',
    };
    const place = openBlog("ignore: '**/skip/**'\n", files);
    place.run('build');
    expect(place.list('public').filter((path) => /(b\/index\.html|[cd]\.txt)$/.test(path))).toEqual(['d.txt']);
  });

  test('pretty_urls: a page says the address that links to it have', () => {
    const place = openBlog('pretty_urls: {trailing_html: false}\npermalink: :title.html\n', {
      'source/_posts/a.md': POST,
      'source/_posts/b-index.md': POST,
    });
    place.run('build');
    for (const name of ['a', 'b-index'])
      expect(place.read(`public/${name}.html`)).toMatch(new RegExp(`rel="canonical" href="https://[^"]*/${name}">`));
    expect(place.read('public/index.html')).toMatch(/rel="canonical" href="https:\/\/[^"/]+\/">/);
  });

  test('server.port', async () => {
    const place = openBlog('server: {port: 4391}\n', { 'source/_posts/a.md': POST });
    const server = spawn('node', [CLI, 'serve', '--json', '--no-watch'], { cwd: place.folder });
    const line = await new Promise<string>((done) => server.stdout.once('data', (data) => done(String(data))));
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    expect(line).toContain('http://127.0.0.1:4391/');
  });

  test('updated_option: git is the date of the last commit, and a new commit is noticed', () => {
    const place = openBlog('updated_option: git\n', { 'source/_posts/a.md': POST, '.gitignore': 'public\n.mojing\n' });
    expect(place.run('build').err).toContain('git/none');
    git(place, ['init', '-q']);
    commit(place, '2025-01-02T00:00:00Z');
    expect(place.run('build', '--strict')).toMatchObject({ code: 0 });
    expect(place.read('public/sitemap.xml')).toContain('2025-01-02T08:00:00+08:00');
    place.write('source/_posts/a.md', `${POST}x\n`);
    commit(place, '2025-03-04T00:00:00Z');
    place.run('build');
    expect(place.read('public/sitemap.xml')).toContain('2025-03-04T08:00:00+08:00');
    git(place, ['commit', '-q', '--amend', '-C', 'HEAD', '--date', '2025-05-06T00:00:00Z']);
    place.run('build');
    expect(place.read('public/sitemap.xml')).toContain('2025-05-06T08:00:00+08:00');
  });

  test('a post without a date has that of its first commit', () => {
    const place = openBlog('', { 'source/_posts/a.md': '---\ntitle: 甲\n---\n' });
    git(place, ['init', '-q']);
    commit(place, '2019-01-02T00:00:00Z');
    const { err } = place.run('build');
    expect(err).toContain('its first commit is used: 2019-01-02 08:00:00');
    expect(place.has('public/2019/01/02/a/index.html')).toBe(true);
  });
});

describe('deploy', () => {
  const openDeployable = (deploy: string): Workplace => {
    const place = openBlog(deploy, { 'source/_posts/a.md': POST });
    spawnSync('git', ['init', '-q', '--bare', join(place.folder, 'remote.git')]);
    return place;
  };
  const show = (place: Workplace, branch: string, path: string): string =>
    spawnSync('git', ['--git-dir', join(place.folder, 'remote.git'), 'show', `${branch}:${path}`], { encoding: 'utf8' })
      .stdout;
  const countCommits = (place: Workplace, branch: string): number =>
    spawnSync('git', ['--git-dir', join(place.folder, 'remote.git'), 'rev-list', branch], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n').length;

  test('pushes what was built to a branch, and only what is new', () => {
    const place = openDeployable(
      'deploy:\n  type: git\n  repo: ./remote.git\n  branch: pages\n  name: a\n  email: a@example.com\n',
    );
    place.write('_config.yml', place.read('_config.yml').replace('./remote.git', join(place.folder, 'remote.git')));
    expect(place.run('deploy')).toMatchObject({ code: 2, err: expect.stringContaining('mojing deploy --build') });
    expect(place.run('deploy', '--build').code).toBe(0);
    expect(show(place, 'pages', '2024/05/01/a/index.html')).toContain('甲');
    expect(show(place, 'pages', '.mojing-manifest.json')).toBe('');
    expect(place.run('deploy').err).toContain('nothing has changed');
    place.write('source/_posts/a.md', POST.replace('甲', '乙'));
    place.write('public/CNAME', 'example.com\n');
    place.run('build');
    expect(place.run('deploy', '--json').out).toContain('"changed":true');
    expect(show(place, 'pages', 'index.html')).toContain('乙');
    expect(show(place, 'pages', 'CNAME')).toBe('example.com\n');
    expect(countCommits(place, 'pages')).toBe(2);
    // Another machine, or `.mojing` gone: the history goes on.
    place.run('clean');
    expect(place.run('deploy', '--build').err).toContain('nothing has changed');
  });

  test.each([
    ['', 'does not say where to'],
    ['deploy: {type: heroku}', 'git and rsync'],
    ['deploy: {type: git}', 'no repository'],
    ['deploy: {type: git, repo: --upload-pack=x}', 'cannot be one'],
    ['deploy: {type: rsync, host: a}', '`root`'],
    ['deploy: {type: git, repo: /nowhere/at/all.git}', '/nowhere/at/all.git'],
  ])('%j is told in one line', (settings, message) => {
    const place = openBlog(`${settings}\n`, { 'source/_posts/a.md': POST });
    const { code, err } = place.run('deploy', '--build');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

function git(place: Workplace, args: readonly string[], date = '2025-01-01T00:00:00Z'): void {
  const who = { NAME: 'a', EMAIL: 'a@example.com', DATE: date };
  const env = Object.entries(who).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const { status, stderr } = spawnSync('git', args, {
    cwd: place.folder,
    encoding: 'utf8',
    env: { ...process.env, ...Object.fromEntries(env), GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (status !== 0) throw new Error(stderr);
}

function commit(place: Workplace, date: string): void {
  git(place, ['add', '-A']);
  git(place, ['commit', '-q', '-m', 'x'], date);
}

test('pages that a theme filled from `_data` show friends and photographs, and a text of their own instead', () => {
  const page = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n`;
  const place = openBlog('', {
    'source/_posts/a.md': POST,
    'source/links/index.md': page('友'),
    'source/masonry/index.md': page('圖'),
    'source/_data/links.yml': '- {name: 甲<, link: https://a.example/, descr: 乙&}\n',
    'source/_data/masonry.yml': '- {image: ../images/a.png, title: 丙}\n',
    'source/images/a.png': 'x',
  });
  expect(place.run('build', '--strict').code).toBe(0);
  const friends = place.read('public/links/index.html');
  expect(friends).toContain('<strong>甲&lt;</strong> <span class="link-about">乙&amp;</span></a></li>');
  expect(friends).toContain('<span class="link-initial" aria-hidden="true">甲</span>');
  expect(place.read('public/masonry/index.html')).toMatch(
    /<div class="gallery">\n<img src="\/images\/a\.png" alt="丙"/,
  );
  place.write('source/_data/links.yml', '- {name: 丁, link: https://a.example/}\n');
  place.write('source/masonry/index.md', `${page('圖')}自己的`);
  place.run('build');
  expect(place.read('public/links/index.html')).toContain('<strong>丁</strong>');
  expect(place.read('public/masonry/index.html')).not.toContain('gallery');
});

test('settings of a replaced theme that come, change and go are seen by the next build, as by a clean one', () => {
  const first = { 'source/_posts/a.md': POST, 'package.json': '{"hexo": {"version": "5.0.0"}}' };
  const place = openBlog('theme: next\n', first);
  const files: Record<string, string> = { ...first };
  const pages = (site: Workplace): string[] =>
    site.list('public').map((path) => `${path}: ${site.read(`public/${path}`)}`);
  const settings = 'menu: {home: / || fa, 甲: /a/}\navatar: /me.png\n';
  for (const [path, text] of [
    ['_config.next.yml', settings],
    ['source/me.png', 'x'],
    ['themes/next/_config.yml', 'menu: {乙: /b/}\nfooter: {since: 2015}\n'],
    ['_config.next.yml', settings.replace('甲', '丙')],
    ['_config.mist.yml', 'menu: {丁: /d/}\n'],
    ['source/me.png', undefined],
    ['_config.mist.yml', undefined],
    ['_config.next.yml', undefined],
  ] as const) {
    if (text === undefined) {
      place.remove(path);
      delete files[path];
    } else {
      place.write(path, text);
      files[path] = text;
    }
    expect(place.run('build').code).toBe(0);
    const clean = openBlog('theme: next\n', files);
    clean.run('build');
    expect(pages(place)).toEqual(pages(clean));
  }
  expect(place.read('public/index.html')).toContain('>乙</a>');
});

describe('friends in the settings of a theme for Hexo', () => {
  const hexo = { 'package.json': '{"hexo": {"version": "7.0.0"}}', 'source/_posts/a.md': POST };
  const fluid = 'links:\n  enable: true\n  items: [{title: 甲, intro: 乙, link: "https://a.example/"}]\n';

  test('NexT: stand in the card', () => {
    const place = openBlog('theme: next\n', { ...hexo, '_config.next.yml': 'links:\n  友一: https://a.example/\n' });
    expect(place.run('build').code).toBe(0);
    expect(place.read('public/index.html')).toMatch(
      /card-friends"[\s\S]*<a href="https:\/\/a\.example\/"[^>]*>友一<\/a>/,
    );
    expect(place.has('public/links/index.html')).toBe(false);
  });

  test('Fluid: have the page that it makes', () => {
    const place = openBlog('theme: fluid\n', { ...hexo, '_config.fluid.yml': fluid });
    expect(place.run('build').code).toBe(0);
    expect(place.read('public/links/index.html')).toMatch(/<strong>甲<\/strong> <span class="link-about">乙</);
    expect(place.read('public/index.html')).not.toContain('a.example');
    place.write('source/links/index.md', '---\ntitle: 我的朋友\n---\n');
    place.run('build');
    expect(place.read('public/links/index.html')).toMatch(/<h1>我的朋友<\/h1>[\s\S]*<strong>甲<\/strong>/);
    place.write('_config.fluid.yml', fluid.replace('true', 'false'));
    place.run('build');
    expect(place.read('public/links/index.html')).not.toContain('甲');
    place.remove('source/links/index.md');
    place.run('build');
    expect(place.has('public/links/index.html')).toBe(false);
  });
});
