/**
 * Looks at a folder for `doctor`.
 */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { type PostSurvey, surveyPosts } from '../../build/survey-posts.ts';
import { findDifferences } from './differences.ts';
import type { Examination, Findings } from './findings.ts';
import { listFrontMatter, sortSettings } from './key-fates.ts';
import { listTaken } from './old-theme.ts';
import { listDeadEntries, proposeMenu } from './own-pages.ts';
import { fateOfPlugin } from './plugins.ts';
import { findUnescaped, listHomeRules, propose } from './proposals.ts';
import { guessRenderer, nameRenderers } from './renderer.ts';
import { listNew } from './services.ts';

/** Told elsewhere on the page, so that they are no work for the writer. */
const TOLD_ELSEWHERE = new Set([
  'config/unknown-key',
  'config/misspelt-key',
  'config/missing',
  'theme/hexo',
  'math/unescaped',
  'math/escape',
  'route/term-clash',
  'script/hexo',
  'post/password',
  'tag/unknown',
  'tag/unknown-pair',
]);

/** Reads and renders the whole site, and says what it found. */
export function examine(examination: Examination): Findings {
  const { site, package: blog, build } = examination;
  const survey = surveyPosts(build);
  const { graph, drafts } = build.plan;
  const escaped = listFiles(survey.diagnostics, 'math/unescaped');
  const unescaped = blog.hexo ? findUnescaped(examination, { survey, escaped }) : undefined;
  const { diagnostics } = unescaped ?? survey;
  return {
    blog: {
      title: site.config.title,
      hexo: blog.hexo,
      version: blog.version,
      theme: String(site.config.theme),
      drawnBy: site.theme.name,
      renderer: nameRenderers(blog.plugins) ?? guessRenderer(site.config),
      posts: graph.posts.length,
      pages: graph.pages.length,
      drafts,
      plugins: blog.plugins.map((name) => ({ name, fate: fateOfPlugin(name) })),
    },
    math: {
      ...survey.formulas,
      delimiters: [...survey.delimiters]
        .map(([sign, { count }]) => [sign, count] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
      escaped,
    },
    tags: listTags(survey),
    settings: sortSettings(site, survey.diagnostics),
    frontMatter: listFrontMatter(survey, site.config),
    differences: findDifferences(examination, survey),
    passwords: listFiles(survey.diagnostics, 'post/password'),
    homeRules: listHomeRules(site.config).map(({ value }) => value),
    strayPosts: examination.strayPosts && graph.posts.length === 0,
    deadEntries: listDeadEntries(build),
    taken: listTaken(build),
    fresh: blog.hexo ? listNew(blog.plugins) : [],
    menu: proposeMenu(build),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    warnings: diagnostics.filter(({ severity, code }) => severity === 'warning' && !TOLD_ELSEWHERE.has(code)),
    asProposed: unescaped !== undefined,
    proposals: blog.hexo ? [...propose(examination, unescaped !== undefined), ...listHomeRules(site.config)] : [],
  };
}

function listFiles(found: readonly Diagnostic[], code: string): string[] {
  const files = found.filter((one) => one.code === code).flatMap(({ at }) => at?.file ?? []);
  return [...new Set(files)].sort();
}

function listTags({ tags, diagnostics }: PostSurvey): Findings['tags'] {
  const unknown = new Set(
    diagnostics.filter(({ code }) => code.startsWith('tag/unknown')).map(({ values }) => String(values.name)),
  );
  return [...tags]
    .map(([name, use]) => ({ name, ...use, known: !unknown.has(name) }))
    .sort((a, b) => Number(a.known) - Number(b.known) || b.count - a.count || (a.name < b.name ? -1 : 1));
}
