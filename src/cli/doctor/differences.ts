/**
 * What will look or read otherwise than with Hexo.
 */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { findReplacedTheme } from '../../build/plan.ts';
import type { PostSurvey, Use } from '../../build/survey-posts.ts';
import { findRenderer } from '../../content/map-hexo-keys.ts';
import type { Difference, Examination } from './findings.ts';
import { listLostPictures, listTaken, listThemeFiles, readOldTheme } from './old-theme.ts';
import { listEmptyPages } from './own-pages.ts';
import { guessRenderer, makesOtherIds, usesCurlyQuotes } from './renderer.ts';
import { hasService, listSearchIndexes, namesService } from './services.ts';

export function findDifferences({ site, package: blog, build }: Examination, survey: PostSurvey): Difference[] {
  const { config, theme } = site;
  const found: Difference[] = [];
  const add = (what: Difference['what'], values: Difference['values'] = {}): void => void found.push({ what, values });
  const tell = (code: string): Diagnostic[] => survey.diagnostics.filter((one) => one.code === code);
  const wanted = String(config.theme);
  if (wanted !== theme.name) add('theme', { theme: wanted, own: theme.name });
  const taken = listTaken(build);
  if (taken.files.length > 0) add('taken', { files: taken.files });
  const old = readOldTheme(build);
  const lost = listLostPictures(build, old);
  if (lost.length > 0) add('lost-pictures', { pictures: lost });
  if (findReplacedTheme(build.plan.input) && blog.hexo && Object.keys(old).length === 0)
    add('no-settings', { theme: wanted, file: `_config.${wanted}.yml` });
  const empty = listEmptyPages(build);
  if (empty.length > 0 && blog.hexo) add('empty-pages', { pages: empty });
  const parts = listThemeFiles(build);
  if (parts.length > 0 && blog.hexo) add('theme-files', { files: parts });
  const { unmarked } = survey;
  if (unmarked && blog.hexo && unmarked.posts * 2 > build.plan.graph.posts.length)
    add('excerpts', { posts: unmarked.posts });
  if (config.markdown.soft_break === 'join' && blog.hexo && survey.lineFeeds)
    add('line-feeds', { posts: survey.lineFeeds.posts });
  const renderer = findRenderer(blog.plugins) ?? guessRenderer(config) ?? '';
  const version = blog.versions[renderer] ?? '';
  if (blog.hexo && makesOtherIds(renderer, version)) add('heading-ids', { renderer });
  if (blog.hexo && usesCurlyQuotes(config, renderer, version) && config.typography.quotes === 'keep') add('quotes');
  if (survey.braces) add('braces', place(survey.braces));
  const hidden = build.plan.hiddenDrafts;
  if (hidden.length > 0 && blog.hexo) add('drafts', { posts: hidden.length, file: hidden[0] ?? '' });
  const scripts = tell('script/hexo');
  if (scripts.length > 0) add('scripts', { scripts: scripts.length, file: scripts[0]?.at?.file ?? '' });
  for (const { values } of tell('route/term-clash'))
    add('tag-pages', { name: String(values.name), other: String(values.rival), given: String(values.given) });
  if (survey.diagrams) add('diagrams', place(survey.diagrams));
  if (namesService(blog.plugins) || hasService(config.written) || hasService(old)) add('comments');
  const indexes = listSearchIndexes(config, blog.plugins);
  if (indexes.length > 0) add('lost-index', { files: indexes });
  return found;
}

function place({ posts, count, at }: Use): Readonly<Record<string, string | number>> {
  return { posts, count, file: at.file, line: at.line };
}
