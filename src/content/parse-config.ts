/**
 * `_config.yml` → `Config`, with what is wrong in it at its line and column.
 */
import { type Diagnostic, startOf } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { suggest } from '../base/text.ts';
import { type Circumstances, type Config, completeConfig, configSchema, listKeys } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { decodeText, type Sources } from '../model/sources.ts';
import { explainEncoding } from './explain-encoding.ts';
import { findKey, isMap, readYaml } from './read-yaml.ts';

const CONFIG_FILE = toSourcePath('_config.yml');

/** Keys of Hexo's common plugins and of its deployers: known, and none of our business. */
const FOREIGN_KEYS = new Set(
  `deploy marked mathjax katex symbols_count_time wordcount algolia baidusitemap baidu_url_submit nofollow neat_enable neat_html neat_css neat_js
  index2_generator index2_include_index archive category tag server kramed pandoc prismjs live2d disqus_shortname gitalk gitment valine
  minify autonofollow lazyload encrypt abbrlink leancloud_counter_security jsonContent plugins kroki plantuml mermaid stylus
  asciidoctor admin keywords rss duoshuo_shortname toc word_count leancloud_visitors google_analytics baidu_analytics local_search
  backend_lang titlecase simple_summary excerpt auto_excerpt feed_path service_worker offline pwa deploy_dir cname githubEmojis emoji livere_uid
  sass node_sass less browsersync theme_inject url_submission hexo_indexnow markdown_it_plus image_captions render_image copyright nav`.split(
    /\s+/,
  ),
);

export interface ParsedConfig {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands in the file. */
interface Written {
  readonly file: SourcePath;
  readonly text: string;
  readonly data: Readonly<Record<string, Data>>;
}

const NOTHING: Written = { file: CONFIG_FILE, text: '', data: {} };

/** The settings of a site. A key with a value that cannot be used gets its default and is told as an error. */
export function parseConfig(sources: Sources, circumstances: Circumstances): ParsedConfig {
  const file = sources.get(CONFIG_FILE) ?? sources.get(toSourcePath('_config.yaml'));
  if (!file) return withFault(diagnose('config/missing'), circumstances);
  const start = startOf(file.path);
  const bytes = file.read();
  const text = decodeText(bytes);
  if (text === undefined) return withFault(explainEncoding(bytes, file.path), circumstances);
  const read = readYaml(text.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length)));
  if (read.fault) {
    const { detail, line, column } = read.fault;
    return withFault(diagnose('config/syntax', { detail }, { ...start, line, column }), circumstances);
  }
  if (read.data !== null && !isMap(read.data)) return withFault(diagnose('config/not-a-map', {}, start), circumstances);
  return checkKeys({ file: file.path, text, data: read.data ?? {} }, circumstances);
}

/** The defaults, because of a fault that leaves nothing else. */
function withFault(diagnostic: Diagnostic, circumstances: Circumstances): ParsedConfig {
  return { config: checkKeys(NOTHING, circumstances).config, diagnostics: [diagnostic] };
}

function checkKeys(written: Written, circumstances: Circumstances): ParsedConfig {
  const asked = { ...written.data, ...circumstances.overrides };
  const diagnostics = findUnknownKeys(written);
  let checked = configSchema.safeParse(asked);
  // Take away what cannot be used, so that all faults are told in one run.
  for (let round = 0; !checked.success && round < 3; round++) {
    for (const issue of checked.error.issues) {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      diagnostics.push(explainIssue(path, issue.message, written));
      removeKey(asked, path);
    }
    checked = configSchema.safeParse(asked);
  }
  const accepted = checked.success ? checked.data : configSchema.parse({});
  const all = { ...written.data, ...circumstances.overrides };
  return { config: completeConfig(accepted, all, circumstances), diagnostics };
}

function findUnknownKeys({ file, text, data }: Written): Diagnostic[] {
  const known = listKeys();
  const unknown = Object.keys(data).filter((key) => !known.includes(key) && !FOREIGN_KEYS.has(key));
  const misspelt = Object.entries(data).flatMap(([group, value]) => findMisspeltKeys(group, value));
  return [
    ...unknown.map((key) => {
      const at = { file, ...findKey(text, [key]) };
      const suggestion = suggest(key, known);
      return suggestion
        ? diagnose('config/misspelt-key', { key, suggestion }, at)
        : diagnose('config/unknown-key', { key }, at);
    }),
    ...misspelt.map(({ group, key, suggestion }) =>
      diagnose(
        'config/misspelt-key',
        { key: `${group}.${key}`, suggestion: `${group}.${suggestion}` },
        { file, ...findKey(text, [group, key]) },
      ),
    ),
  ];
}

interface Misspelling {
  readonly group: string;
  readonly key: string;
  readonly suggestion: string;
}

/** Keys of a group that are nearly one of ours. Others may be a plugin's: Hexo's groups are open. */
function findMisspeltKeys(group: string, value: Data): Misspelling[] {
  const known = listKeys(group);
  if (!isMap(value) || known.length === 0) return [];
  return Object.keys(value).flatMap((key) => {
    const suggestion = known.includes(key) ? undefined : suggest(key, known);
    return suggestion ? [{ group, key, suggestion }] : [];
  });
}

function explainIssue(path: readonly (string | number)[], detail: string, { file, text }: Written): Diagnostic {
  const doc = configSchema.shape[path[0] as keyof typeof configSchema.shape]?.description ?? '';
  return diagnose(
    'config/wrong-value',
    { key: path.join('.'), detail: detail.replace(/^Invalid input: /, ''), doc },
    { file, ...findKey(text, path) },
  );
}

function removeKey(data: Record<string, Data>, path: readonly (string | number)[]): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  const inner = data[first];
  if (rest.length === 0 || !isMap(inner)) delete data[first];
  else {
    const copy: Record<string, Data> = { ...inner };
    removeKey(copy, rest);
    data[first] = copy;
  }
}
