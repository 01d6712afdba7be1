/**
 * Settings added to a `_config.yml` by hand, as it were: comments, order and line ends of
 * all that stands there stay as they are. And settings that begin a file.
 */
import { dump } from 'js-yaml';
import { type Data, isMap } from '../model/post.ts';
import { readYaml } from './read-yaml.ts';

/** A file of settings, its first line a remark. */
export function writeSettings(settings: Readonly<Record<string, Data>>, remark: string): string {
  return `# ${remark}\n${dump(settings, { lineWidth: -1 })}`;
}

/**
 * The text with `group: {key: value}` added: below the group's line if it is there, else at
 * the end. `undefined` if the group is written in a way that nothing can be added to.
 *
 * @param value - in YAML
 */
export function addSetting(text: string, group: string, key: string, value: string): string | undefined {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(ending);
  const at = lines.findIndex((line) => new RegExp(`^\\ufeff?["']?${group}["']?[ \\t]*:`).test(line));
  const added = at < 0 ? appendGroup(text, ending, `${group}:${ending}  ${key}: ${value}`) : undefined;
  const edited = added ?? insertBelow(lines, at, `${key}: ${value}`)?.join(ending);
  return edited !== undefined && holds(edited, group, key, value) ? edited : undefined;
}

function appendGroup(text: string, ending: string, group: string): string {
  const separator = text === '' || text.endsWith(ending) ? '' : ending;
  return `${text}${separator}${group}${ending}`;
}

/** With the indentation of the group's first key. */
function insertBelow(lines: readonly string[], at: number, setting: string): string[] | undefined {
  if (!/:[ \t]*(#.*)?$/.test(lines[at] ?? '')) return undefined;
  const first = lines.slice(at + 1).find((line) => !/^\s*(#.*)?$/.test(line));
  const indent = /^[ \t]+(?=\S)/.exec(first ?? '')?.[0] ?? '  ';
  return [...lines.slice(0, at + 1), `${indent}${setting}`, ...lines.slice(at + 1)];
}

/** Whether the edit says what it was meant to: odd YAML is left to its writer. */
function holds(text: string, group: string, key: string, value: string): boolean {
  const read = readYaml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const meant = readYaml(value);
  if (read.fault || meant.fault || !isMap(read.data)) return false;
  const found = read.data[group];
  return isMap(found) && JSON.stringify(found[key]) === JSON.stringify(meant.data);
}
