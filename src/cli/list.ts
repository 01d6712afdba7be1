/**
 * `mojing list <what>`: what the site holds, as a table; wide characters count as two
 * columns. With `--json` one object a line.
 */
import { formatDate } from '../base/date.ts';
import type { Language } from '../base/language.ts';
import { Memo } from '../base/memo.ts';
import { toOutputPath } from '../base/path.ts';
import { displayWidth, dropControls } from '../base/text.ts';
import { type Plan, plan } from '../build/plan.ts';
import { planEditions } from '../build/plan-editions.ts';
import { translateWords } from '../model/describe.ts';
import { flattenTerms } from '../model/graph.ts';
import type { Post } from '../model/post.ts';
import { type Call, UsageError } from './arguments.ts';
import { createInput, findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';
import { translate } from './talk.ts';

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
  routes: (site) =>
    [site, ...site.editions].flatMap(({ pages, place }) =>
      pages.map(({ route, owner }) => ({ route: `${place}${toOutputPath(route)}`, from: owner })),
    ),
  assets: ({ pages, config }) =>
    pages.flatMap((page) =>
      page.type === 'copy' && page.from.startsWith(`${config.source_dir}/`)
        ? [{ route: page.route, from: page.from }]
        : [],
    ),
};

/** Runs the command; returns its exit code. */
export async function runList(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const wanted = call.operands[0] ?? 'posts';
  const name = Object.keys(listers).find(
    (known) => known === wanted || known === `${wanted}s` || (wanted.length > 1 && known.startsWith(wanted)),
  );
  const list = name === undefined ? undefined : listers[name];
  if (!list)
    throw new UsageError('`mojing list` knows {known}, not `{wanted}`.', {
      known: Object.keys(listers).join(', '),
      wanted,
    });
  const input = await createInput(openSite(findRoot(call), call), Date.now(), call);
  // Drafts are listed whether or not they would be published.
  const config = name === 'drafts' ? { ...input.config, render_drafts: true } : input.config;
  const site = plan({ ...input, config }, new Memo());
  const planned = name === 'routes' ? planEditions(site) : site;
  const errors = planned.diagnostics.filter(({ severity }) => severity === 'error');
  reporter.diagnostics(errors, input.sources);
  const rows = list(planned);
  if (reporter.json) for (const row of rows) reporter.answer(JSON.stringify({ type: name, ...row }));
  else if (rows.length === 0) reporter.say('There are none.');
  else for (const line of drawTable(rows, call.speech.people)) reporter.answer(line);
  // A list without the posts that cannot be read is not complete.
  return errors.length > 0 ? 1 : 0;
}

function dateOf(post: Post, zone: string): string {
  return formatDate(post.date, zone, 'YYYY-MM-DD', 'en');
}

/** On one line: a title may hold a line end, and what steers a terminal. */
function toCell(value: string | number | undefined): string {
  return dropControls(String(value ?? '')).replace(/\s+/g, ' ');
}

/** A column's name and the owner of an address are words of ours; the rest is the writer's. */
function* drawTable(rows: readonly Row[], language: Language): Generator<string> {
  const keys = Object.keys(rows[0] ?? {});
  const heads = keys.map((key) => translate(language, key));
  const lines = rows.map((row) =>
    keys.map((key) => (key === 'from' ? translateWords(language, String(row[key])) : toCell(row[key]))),
  );
  const widths = heads.map((head, at) =>
    Math.max(displayWidth(head), ...lines.map((cells) => displayWidth(cells[at] ?? ''))),
  );
  const draw = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd();
  yield draw(heads);
  yield draw(widths.map((width) => '─'.repeat(width)));
  for (const cells of lines) yield draw(cells);
}
