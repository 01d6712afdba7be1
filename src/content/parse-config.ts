/**
 * `_config.yml` → `Config`, with what is wrong in it at its line and column.
 */
import { type Diagnostic, startOf } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { suggest } from '../base/text.ts';
import { type Circumstances, type Config, completeConfig, configSchema, listKeys } from '../model/config.ts';
import { isForeign } from '../model/hexo-keys.ts';
import { diagnose } from '../model/messages.ts';
import { type Data, isMap } from '../model/post.ts';
import { decodeText, type SourceFile, type Sources } from '../model/sources.ts';
import { explainEncoding } from './explain-encoding.ts';
import { explainFault, NEAR } from './explain-front-matter.ts';
import { mapHexoKeys } from './map-hexo-keys.ts';
import { findKey, mergeMaps, readYaml } from './read-yaml.ts';

/** Where the settings stand if nobody says; the first that is there is read. */
const CONFIG_FILES = ['_config.yml', '_config.yaml', '_config.json'].map(toSourcePath);

export interface ParsedConfig {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

type Settings = Readonly<Record<string, Data>>;

/** What stands in one file. */
interface Written {
  readonly file: SourcePath;
  readonly text: string;
  readonly data: Settings;
}

/**
 * The settings of a site, of several files the stronger last. A key with a value that
 * cannot be used gets its default and is told as an error.
 */
export function parseConfig(sources: Sources, circumstances: Circumstances): ParsedConfig {
  const asked = circumstances.files ?? CONFIG_FILES.filter((path) => sources.has(path)).slice(0, 1);
  const files = asked.flatMap((path) => sources.get(path) ?? []);
  const diagnostics: Diagnostic[] = files.length === 0 ? [diagnose('config/missing')] : [];
  const written = files.flatMap((file) => readFile(file, diagnostics) ?? []);
  const { config, diagnostics: told } = checkKeys(written, circumstances);
  return { config, diagnostics: [...diagnostics, ...told] };
}

/** A file that cannot be read is told, and says nothing. */
function readFile(file: SourceFile, diagnostics: Diagnostic[]): Written | undefined {
  const start = startOf(file.path);
  const bytes = file.read();
  const text = decodeText(bytes);
  if (text === undefined) {
    diagnostics.push(explainEncoding(bytes, file.path));
    return undefined;
  }
  const yaml = text.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
  const read = readYaml(yaml);
  if (read.fault) {
    const { values, at } = explainFault(read.fault, { file: file.path, written: yaml, writtenLine: 1 }, NEAR);
    diagnostics.push(diagnose('config/syntax', values, at));
  } else if (read.data === null || isMap(read.data)) return { file: file.path, text, data: read.data ?? {} };
  else diagnostics.push(diagnose('config/not-a-map', {}, start));
  return undefined;
}

function checkKeys(written: readonly Written[], circumstances: Circumstances): ParsedConfig {
  const all: Settings = { ...written.map(({ data }) => data).reduce(mergeMaps, {}), ...circumstances.overrides };
  const asked: Record<string, Data> = { ...mapHexoKeys(all, circumstances) };
  const diagnostics = written.flatMap(findUnknownKeys);
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
  return { config: completeConfig(accepted, all, circumstances), diagnostics };
}

function findUnknownKeys({ file, text, data }: Written): Diagnostic[] {
  const known = listKeys();
  const unknown = Object.keys(data).filter((key) => !known.includes(key) && !isForeign(key));
  const misspelt = Object.entries(data).flatMap(([group, value]) => findMisspeltKeys(group, value));
  return [
    ...unknown.map((key) => {
      const at = { file, ...findKey(text, [key]) };
      const suggestion = findGroupAbove(key, data) ?? suggest(key, known);
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

/** `search:` with nothing in it, and below it `path:` at the edge of the line: the group has lost its indentation. */
function findGroupAbove(key: string, data: Settings): string | undefined {
  const keys = Object.keys(data);
  const above = keys.slice(0, keys.indexOf(key)).findLast((other) => listKeys().includes(other));
  return above !== undefined && data[above] === null && listKeys(above).length > 0 ? `${above}.${key}` : undefined;
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

function explainIssue(path: readonly (string | number)[], detail: string, written: readonly Written[]): Diagnostic {
  const doc = configSchema.shape[path[0] as keyof typeof configSchema.shape]?.description ?? '';
  const { file, text } = written.findLast(({ data }) => holdsKey(data, path)) ?? NOTHING;
  return diagnose(
    'config/wrong-value',
    { key: path.join('.'), detail: detail.replace(/^Invalid input: /, ''), doc },
    { file, ...findKey(text, path) },
  );
}

const NOTHING: Written = { file: toSourcePath('_config.yml'), text: '', data: {} };

function holdsKey(data: Data | undefined, [first, ...rest]: readonly (string | number)[]): boolean {
  if (first === undefined || !isMap(data)) return true;
  return Object.hasOwn(data, first) && holdsKey(data[first], rest);
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
