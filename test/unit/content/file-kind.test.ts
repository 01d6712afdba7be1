import { describe, expect, test } from 'vitest';
import { createClassifier, type FileKind } from '../../../src/content/file-kind.ts';
import { readConfig } from './reading.ts';

const kindOf = (path: string, config = ''): FileKind => createClassifier(readConfig(config))(path);

describe('what a file below source/ is', () => {
  test.each<[string, FileKind]>([
    ['_posts/a.md', 'post'],
    ['_posts/數學/a.markdown', 'post'],
    ['_posts/A.MD', 'post'],
    ['_posts/a.html', 'post'],
    ['_posts/a.png', 'post-asset'],
    ['_posts/_a.md', 'ignored'],
    ['_posts/.a.md', 'ignored'],
    ['_posts/_old/a.md', 'ignored'],
    ['_posts/.git/a.md', 'ignored'],
    ['_posts/a.md~', 'ignored'],
    ['_posts/a.md%', 'ignored'],
    ['_drafts/a.md', 'draft'],
    ['_drafts/_a.md', 'ignored'],
    ['_data/links.yml', 'data'],
    ['_data/a/b.json', 'data'],
    ['_data/c.YAML', 'data'],
    ['_data/c.njk', 'ignored'],
    ['_data/notes.md', 'ignored'],
    ['about/index.md', 'page'],
    ['about.html', 'page'],
    ['作品/子頁/頁面.md', 'page'],
    ['images/a.png', 'asset'],
    ['robots.txt', 'asset'],
    ['data.json', 'asset'],
    ['CNAME', 'asset'],
    ['_hidden/x.txt', 'ignored'],
    ['_x.md', 'ignored'],
    ['.nojekyll', 'ignored'],
    ['a/.b/c.md', 'ignored'],
    ['a/_b/c.md', 'ignored'],
    ['a.md~', 'ignored'],
    ['__posts/a.md', 'ignored'],
    ['_posts.md', 'ignored'],
    ['posts/_posts/a.md', 'ignored'],
  ])('%s is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });
});

describe('the globs of the config', () => {
  test.each<[string, string, FileKind]>([
    ['include: [.nojekyll, "_redirects", ".well-known/**"]', '.nojekyll', 'asset'],
    ['include: [.nojekyll, "_redirects", ".well-known/**"]', '.well-known/a/b.txt', 'asset'],
    ['include: .nojekyll', '.other', 'ignored'],
    ['include: ["_pages/*"]', '_pages/a.md', 'page'],
    ['include: ["_posts/_x.md"]', '_posts/_x.md', 'ignored'],
    ['exclude: ["drafts/**", "*.txt"]', 'drafts/a/b.md', 'ignored'],
    ['exclude: ["*.txt"]', 'robots.txt', 'ignored'],
    ['exclude: ["*.txt"]', 'a/robots.txt', 'asset'],
    ['exclude: ["**/*.md"]', '_posts/a.md', 'post'],
    ['include: .a\nexclude: .a', '.a', 'ignored'],
    ['skip_render: ["raw/**"]', 'raw/a/readme.md', 'asset'],
    ['skip_render: ["raw/**"]', 'raw.md', 'page'],
    ['skip_render: "*.html"', 'a.html', 'asset'],
    ['skip_render: "*.html"', 'b/a.html', 'page'],
    ['skip_render: ["raw/**"]', 'raw/.hidden', 'ignored'],
    ['skip_render: ["_posts/a.md"]', '_posts/a.md', 'post-asset'],
    ['skip_render: "**/*.html"\npost_asset_folder: true', '_posts/a/b.html', 'post-asset'],
    ['skip_render: "**/*.html"', '_posts/_a.html', 'ignored'],
    ['post_asset_folder: true', '_posts/a/b.html', 'post-asset'],
    ['post_asset_folder: true', '_posts/a/b.md', 'post'],
    ['post_asset_folder: true', '_posts/a/_b.png', 'ignored'],
  ])('%s: %s is %s', (config, path, kind) => {
    expect(kindOf(path, config)).toBe(kind);
  });
});
