/**
 * Where a post or page lives on the site.
 */
import { startOf } from '../base/diagnostic.ts';
import type { Route } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { Post } from '../model/post.ts';
import { fillPermalink, toPageRoute, toPostRoute } from './permalink.ts';
import { type Reading, readField, tell } from './reading.ts';
import { slugifyTerm } from './term-slug.ts';

/** Its own `permalink`, else what the site's pattern gives. */
export function chooseRoute(reading: Reading, facts: Pick<Post, 'title' | 'date' | 'categories'>): Route {
  const permalink = readField(reading, 'permalink')?.trim() ?? '';
  if (reading.kind === 'page') return toPageRoute(reading.source, permalink);
  if (permalink === '') return followPattern(reading, facts);
  const isBare = !/(\/|\.[^./]+)$/.test(permalink);
  if (isBare && reading.config.post_asset_folder) return toPostRoute(`${permalink}/`);
  if (isBare) tell(reading, 'post/legacy-permalink', { key: 'permalink', permalink });
  return toPostRoute(permalink);
}

function followPattern(
  reading: Reading,
  { title, date, categories }: Pick<Post, 'title' | 'date' | 'categories'>,
): Route {
  const { config, name, frontMatter, toPinyin } = reading;
  const category = categories
    .at(-1)
    ?.map((part) => slugifyTerm(part, 'category', config, toPinyin))
    .join('/');
  const { route, missing } = fillPermalink({ slug: name.slug, title, date, category, frontMatter, toPinyin }, config);
  for (const variable of missing) {
    const values = { variable: `:${variable}`, name: variable, route };
    reading.diagnostics.push(diagnose('post/unknown-permalink-variable', values, startOf(reading.file.path)));
  }
  return route;
}
