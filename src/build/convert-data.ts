/**
 * Conversion of plain data: front matter, `_data`, the settings of a theme. Words are
 * converted; keys, addresses and names of files are not.
 */
import { type Converter, convertTitle } from '../chinese/conversion.ts';
import { HtmlConverter } from '../chinese/convert-html.ts';
import type { Data } from '../model/post.ts';

type DataMap = Readonly<Record<string, Data>>;

/** The keys of front matter whose values are read by people. All others may be names that something is looked up by. */
const WORDS = ['title', 'subtitle', 'description', 'summary', 'keywords'];
/** Groups of a theme's settings whose keys are shown. */
const SHOWN_KEYS = ['menu', 'social'];

/** Front matter as templates see it. */
export function convertFrontMatter(frontMatter: DataMap, converter: Converter): DataMap {
  const words = WORDS.filter((key) => frontMatter[key] !== undefined);
  return { ...frontMatter, ...mapValues(words, (key) => convertData(frontMatter[key] ?? null, converter)) };
}

/** A map of any depth. */
export function convertMap(data: DataMap, converter: Converter): DataMap {
  return mapValues(Object.keys(data), (key) => convertData(data[key] ?? null, converter));
}

/** A theme's settings: in its menu the keys are words, too. */
export function convertThemeConfig(config: DataMap, converter: Converter): DataMap {
  const converted = convertMap(config, converter);
  const shown = SHOWN_KEYS.filter((key) => isMap(converted[key]));
  return {
    ...converted,
    ...mapValues(shown, (key) => {
      const entries = Object.entries(isMap(converted[key]) ? converted[key] : {});
      return Object.fromEntries(entries.map(([name, value]) => [converter.convert(name), value]));
    }),
  };
}

function convertData(data: Data, converter: Converter): Data {
  if (typeof data === 'string') return convertText(data, converter);
  if (isList(data)) return data.map((item) => convertData(item, converter));
  return isMap(data) ? convertMap(data, converter) : data;
}

const ADDRESS = /^\s*(?:[./#]|[a-z][a-z0-9+.-]*:(?!\s))|\.[a-z0-9]{1,5}\s*$/i;

function convertText(text: string, converter: Converter): string {
  if (ADDRESS.test(text)) return text;
  return text.includes('<') ? new HtmlConverter(converter).html(text) : convertTitle(text, converter.convert);
}

function mapValues(keys: readonly string[], give: (key: string) => Data): DataMap {
  return Object.fromEntries(keys.map((key) => [key, give(key)]));
}

function isMap(data: Data | undefined): data is DataMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
