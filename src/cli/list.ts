/**
 * `mojing list <what>`: what the site holds, as a table; wide characters count as two
 * columns. With `--json` one object a line.
 */
import { formatDate } from '../base/date.ts';
import { Memo } from '../base/memo.ts';
import { toOutputPath } from '../base/path.ts';
import { displayWidth } from '../base/text.ts';
import { type Plan, plan } from '../build/plan.ts';
import { flattenTerms } from '../model/graph.ts';
import type { Post } from '../model/post.ts';
import { type Call, UsageError } from './arguments.ts';
import { createInput, findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';

type Row = Readonly<Record<string, string | number>>;

const listers: Readonly<Record<string, (planned: Plan) => Row[]>> = {
  posts: ({ graph, config }) =>
    graph.posts.map((post) => ({
      date: dateOf(post, config.timezone),
      title: post.title,
      path: post.id,
      route: post.route,
      tags: post.tags.join(', '),
    })),
  pages: ({ graph }) => graph.pages.map(({ title, id, route }) => ({ title, path: id, route: toOutputPath(route) })),
  drafts: ({ graph, config }) =>
    [...graph.posts, ...graph.pages]
      .filter(({ draft }) => draft)
      .map((post) => ({ date: dateOf(post, config.timezone), title: post.title, path: post.id })),
  tags: ({ graph }) => graph.tags.map(({ name, posts, route }) => ({ tag: name, posts: posts.length, route })),
  categories: ({ graph }) =>
    flattenTerms(graph.categories).map(({ path, posts, route }) => ({
      category: path.join(' / '),
      posts: posts.length,
      route,
    })),
  routes: ({ pages }) => pages.map(({ route, owner }) => ({ route: toOutputPath(route), from: owner })),
  assets: ({ pages }) =>
    pages.flatMap((page) => (page.type === 'copy' ? [{ route: page.route, from: page.from }] : [])),
};

/** Runs the command; returns its exit code. */
export async function runList(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const wanted = call.operands[0] ?? 'posts';
  const name = Object.keys(listers).find(
    (known) => known === wanted || known === `${wanted}s` || (wanted.length > 1 && known.startsWith(wanted)),
  );
  const list = name === undefined ? undefined : listers[name];
  if (!list) throw new UsageError(`\`mojing list\` knows ${Object.keys(listers).join(', ')}, not \`${wanted}\`.`);
  const site = openSite(findRoot(call), call);
  const input = await createInput(site, Date.now(), call);
  // Drafts are listed whether or not they would be published.
  const config = name === 'drafts' ? { ...input.config, render_drafts: true } : input.config;
  const rows = list(plan({ ...input, config }, new Memo()));
  if (reporter.json) for (const row of rows) reporter.answer(JSON.stringify({ type: wanted, ...row }));
  else if (rows.length === 0) reporter.say('There are none.');
  else for (const line of drawTable(rows)) reporter.answer(line);
  return 0;
}

function dateOf(post: Post, zone: string): string {
  return formatDate(post.date, zone, 'YYYY-MM-DD', 'en');
}

function* drawTable(rows: readonly Row[]): Generator<string> {
  const keys = Object.keys(rows[0] ?? {});
  const widths = keys.map((key) =>
    Math.max(displayWidth(key), ...rows.map((row) => displayWidth(String(row[key] ?? '')))),
  );
  const draw = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd();
  yield draw(keys);
  yield draw(widths.map((width) => '─'.repeat(width)));
  for (const row of rows) yield draw(keys.map((key) => String(row[key] ?? '')));
}
