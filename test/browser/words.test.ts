/**
 * The words of the theme: each language has each of them, and each is used.
 */
import { readdir, readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const theme = new URL('../../themes/mist/', import.meta.url);
const LANGUAGES = ['zh-TW', 'zh-CN', 'zh-HK', 'en', 'ja'];

function listKeys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, below]) => listKeys(below, path ? `${path}.${key}` : key));
}

async function readWords(language: string): Promise<string[]> {
  return listKeys(load(await readFile(new URL(`languages/${language}.yml`, theme), 'utf8'))).sort();
}

async function readTemplates(): Promise<string> {
  const names = await readdir(new URL('layout/', theme), { recursive: true });
  const texts = names
    .filter((name) => name.endsWith('.njk'))
    .map((name) => readFile(new URL(`layout/${name}`, theme), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test.each(LANGUAGES)('%s has the words of zh-TW', async (language) => {
  expect(await readWords(language)).toEqual(await readWords('zh-TW'));
});

test('each word that a template asks for is there, and none is idle', async () => {
  const templates = await readTemplates();
  const asked = [...templates.matchAll(/_[_p]\('([\w.]+)'\s*(~?)/g)].map(([, key = '', joined]) =>
    joined ? `${key}*` : key,
  );
  const words = await readWords('zh-TW');
  const isAsked = (word: string): boolean =>
    asked.some((key) =>
      key.endsWith('*') ? word.startsWith(key.slice(0, -1)) : word === key || word.startsWith(`${key}.`),
    );
  expect(words.filter((word) => !isAsked(word))).toEqual([]);
  expect(asked.filter((key) => !words.some((word) => word === key || word.startsWith(key.replace(/\*$/, ''))))).toEqual(
    [],
  );
});
