/**
 * Settings of Hexo and its renderers that mean one of ours: they are read as if ours had
 * been written. What is written in our own words is stronger.
 */
import type { Circumstances } from '../model/config.ts';
import type { Data } from '../model/post.ts';
import { isMap } from './read-yaml.ts';

type Settings = Readonly<Record<string, Data>>;

/** The settings with Hexo's older and foreign keys put into ours. */
export function mapHexoKeys(written: Settings, { hexo, plugins = [] }: Circumstances): Settings {
  const mapped: Record<string, Data> = { ...written };
  // hexo-renderer-markdown-it may be given the name of a preset.
  if (typeof written.markdown === 'string') mapped.markdown = {};
  for (const name of ['archive', 'category', 'tag']) mapPaging(mapped, name);
  const overview = readGroup(mapped.tag_generator).enable_index_page;
  if (typeof overview === 'boolean') setDefault(mapped, 'tag_generator', { overview });
  if (hexo && joinsLines(written, plugins)) setDefault(mapped, 'markdown', { soft_break: 'join' });
  return mapped;
}

/** `archive: 1` is a list without pages, 0 is no list (hexo-generator-archive before 1.0). */
function mapPaging(mapped: Record<string, Data>, name: string): void {
  const value = mapped[name];
  if (value === 1) setDefault(mapped, `${name}_generator`, { per_page: 0 });
  if (value === 0 && name === 'archive') setDefault(mapped, 'archive_generator', { enabled: false });
}

/** Whether the folder's Markdown renderer was told to make no `<br>` of line feeds, or never does. */
function joinsLines(written: Settings, plugins: readonly string[]): boolean {
  const { marked, kramed, markdown, markdown_it_plus: plus } = written;
  const groups = [marked, kramed, plus, markdown, readGroup(markdown).render];
  if (groups.some((group) => readGroup(group).breaks === false)) return true;
  const presets = [markdown, readGroup(markdown).preset];
  return plugins.includes('hexo-renderer-pandoc') || presets.includes('commonmark');
}

function setDefault(mapped: Record<string, Data>, group: string, values: Settings): void {
  const own = mapped[group];
  if (isMap(own) || own === undefined || own === null) mapped[group] = { ...values, ...readGroup(own) };
}

function readGroup(value: Data | undefined): Settings {
  return isMap(value) ? value : {};
}
