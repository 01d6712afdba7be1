/**
 * Scaffolds: the beginning of a new post, its `{{ title }}`, `{{ date }}` and the like
 * filled in. A value is quoted where YAML would read it as something else.
 */
import { isMap, readYaml } from './read-yaml.ts';

/** What stands in for a scaffold that the blog does not have. */
export const DEFAULT_SCAFFOLDS: Readonly<Record<string, string>> = {
  post: '---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n',
  page: '---\ntitle: {{ title }}\ndate: {{ date }}\n---\n',
  draft: '---\ntitle: {{ title }}\ntags:\n---\n',
};

/**
 * The text of a new post.
 *
 * @param values - what `{{ name }}` stands for; an unknown name becomes empty
 * @param settings - further lines of the front matter; one that stands there already is replaced
 */
export function fillScaffold(
  scaffold: string,
  values: Readonly<Record<string, string>>,
  settings: ReadonlyMap<string, string>,
): string {
  const filled = scaffold
    .replace(/\r\n?/g, '\n')
    .replace(/^(\s*[^\n:]+:[ \t]*)\{\{\s*(\w+)\s*\}\}[ \t]*$/gm, (_whole, key: string, name: string) =>
      `${key}${quoteScalar(values[name] ?? '')}`.trimEnd(),
    );
  const loose = filled.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => values[name] ?? '');
  const [, head = '', rest = ''] =
    /^(---\n)([\s\S]*)$/.exec(
      loose.startsWith('---\n') ? loose : `---\n${loose.includes('\n---') ? loose : `---\n${loose}`}`,
    ) ?? [];
  const end = /^---[ \t]*$/m.exec(rest)?.index ?? 0;
  let lines = rest.slice(0, end);
  for (const [key, value] of settings) lines = setLine(lines, key, quoteScalar(value));
  return `${head}${lines}${rest.slice(end)}`;
}

function setLine(lines: string, key: string, value: string): string {
  const line = `${key}: ${value}`.trimEnd();
  const pattern = new RegExp(`^${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:.*$`, 'm');
  return pattern.test(lines) ? lines.replace(pattern, () => line) : `${lines}${line}\n`;
}

/** A word as YAML reads it back: bare if that is safe, else in double quotes. Lists in brackets stay as they are. */
export function quoteScalar(value: string): string {
  if (/^\[.*\]$/.test(value) && !readYaml(value).fault) return value;
  const read = readYaml(`key: ${value}\n`);
  const back = read.fault || !isMap(read.data) ? undefined : read.data.key;
  const isSafe =
    typeof back === 'string'
      ? back === value
      : /^\d{4}-\d\d-\d\d/.test(value) || value === '' || String(back) === value;
  const isText = typeof back === 'string' || value === '' || /^(true|false|\d+)$/.test(value);
  return isSafe && isText ? value : JSON.stringify(value);
}
