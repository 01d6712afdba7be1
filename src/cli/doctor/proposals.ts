/**
 * Settings that keep the reading of a blog as it is, to be written down.
 */
import { isRecord } from '../../base/record.ts';
import type { Plan } from '../../build/plan.ts';
import type { PostSurvey } from '../../build/survey-posts.ts';
import { quoteScalar } from '../../content/fill-scaffold.ts';
import { parseConfig } from '../../content/parse-config.ts';
import { toData } from '../../content/read-yaml.ts';
import { type Config, HOME_RULE } from '../../model/config.ts';
import type { Examination, Proposal } from './findings.ts';

interface Evidence {
  readonly survey: PostSurvey;
  readonly escaped: readonly string[];
}

interface Assumption {
  readonly group: Proposal['group'];
  readonly key: string;
  readonly read: (config: Config) => string;
  /** Whether it matters to the blog; it does if nothing is said. */
  readonly matters?: (plan: Plan) => boolean;
}

/** Settings that Hexo's package.json decides, where _config.yml is silent. */
const ASSUMPTIONS: readonly Assumption[] = [
  { group: 'markdown', key: 'soft_break', read: ({ markdown }) => markdown.soft_break },
  { group: 'markdown', key: 'heading_ids', read: ({ markdown }) => markdown.heading_ids },
  { group: 'markdown', key: 'flavor', read: ({ markdown }) => markdown.flavor },
  { group: 'markdown', key: 'extensions', read: ({ markdown }) => `[${markdown.extensions.join(', ')}]` },
  {
    group: 'front_matter',
    key: 'permalink',
    read: ({ front_matter }) => front_matter.permalink,
    matters: ({ graph }) => graph.posts.some(({ frontMatter }) => 'permalink' in frontMatter),
  },
  {
    group: 'auto_dir_categorize',
    key: 'enable',
    read: ({ auto_dir_categorize }) => String(auto_dir_categorize.enable),
  },
  { group: 'math', key: 'number', read: ({ math }) => math.number },
  { group: 'math', key: 'double_dollar', read: ({ math }) => math.double_dollar },
  { group: 'math', key: 'code_dollar', read: ({ math }) => String(math.code_dollar) },
];

/** The settings that say what was assumed, if _config.yml does not say it itself. */
export function propose({ site: { config }, build: { plan } }: Examination, unescapes: boolean): Proposal[] {
  const plain = parseConfig(new Map(), { hexo: false }).config;
  const assumed: Proposal[] = ASSUMPTIONS.filter(
    ({ group, key, read, matters }) =>
      !says(config, group, key) && read(plan.config) !== read(plain) && (matters?.(plan) ?? true),
  ).map(({ group, key, read }) => ({ group, key, value: read(plan.config) }));
  return unescapes ? [...assumed, { group: 'math', key: 'unescape', value: 'marked' }] : assumed;
}

/** The site as it is read once `math.unescape` is written down: proposed where most posts are written so, and nothing breaks by it. */
export function findUnescaped(
  { site: { config }, surveyUnescaped }: Examination,
  { survey, escaped }: Evidence,
): PostSurvey | undefined {
  const { posts, failed } = survey.formulas;
  if (says(config, 'math', 'unescape') || escaped.length === 0 || escaped.length * 2 < posts) return undefined;
  const after = surveyUnescaped();
  return after.formulas.failed <= failed ? after : undefined;
}

/** What `index2_generator` says of which posts are on the home page, as `index_generator` says it. */
export function listHomeRules(config: Config): Proposal[] {
  const { index2_generator: rules } = config.written;
  return (['include', 'exclude'] as const).flatMap((key): Proposal[] => {
    const data = isRecord(rules) ? toData(rules[key]) : null;
    const list = (Array.isArray(data) ? data : [data]).filter(
      (one): one is string => typeof one === 'string' && HOME_RULE.test(one),
    );
    if (list.length === 0 || says(config, 'index_generator', key)) return [];
    return [{ group: 'index_generator', key, value: `[${list.map(quoteScalar).join(', ')}]` }];
  });
}

function says({ written }: Config, group: string, key: string): boolean {
  const value = written[group];
  return isRecord(value) && (value[key] ?? '') !== '';
}
