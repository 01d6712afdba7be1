/**
 * What the commands say: every sentence that stands in their code is in the tables, the
 * tables hold nothing else, and all languages say the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands, commonOptions } from '../../../src/cli/arguments.ts';
import { translate } from '../../../src/cli/talk.ts';
import { helpWords } from '../../../src/cli/words/help.ts';
import { sentences } from '../../../src/cli/words/sentences.ts';
import { findEnglish, findWrongScript, placeholdersOf } from '../../support/words.ts';

const FOLDER = new URL('../../../src/cli/', import.meta.url);
const code = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
  .join('\n');

const LITERAL = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`;
const CALL = new RegExp(String.raw`(?:\bsay\(|\btranslate\(|new UsageError\(|\bsentence =)\s*${LITERAL}`, 'g');
const spoken = [...code.matchAll(CALL)].map(([, literal = '']) => literal.slice(1, -1).replace(/\\(.)/g, '$1'));
const docs = [
  ...commands,
  ...Object.values(commonOptions),
  ...commands.flatMap(({ options }) => Object.values(options)),
].map(({ doc }) => doc);

test('every sentence in the code is in a table', () => {
  expect(spoken.length).toBeGreaterThan(30);
  const known = { ...sentences, ...helpWords };
  expect([...new Set(spoken)].filter((english) => !Object.hasOwn(known, english))).toEqual([]);
});

test('a sentence is never built where nobody can translate it', () => {
  expect(code.match(/(?:\bsay\(|\btranslate\(|new UsageError\()\s*`.*/g) ?? []).toEqual([]);
});

test('every command and option is described in every language', () => {
  expect(docs.filter((doc) => !Object.hasOwn(helpWords, doc))).toEqual([]);
});

test('the tables hold nothing that is not said', () => {
  const said = Object.keys({ ...sentences, ...helpWords }).filter(
    (english) => !docs.includes(english) && !code.includes(english.replaceAll("'", "\\'")) && !code.includes(english),
  );
  expect(said).toEqual([]);
});

describe.each(Object.entries({ ...sentences, ...helpWords }))('%j', (english, words) => {
  test('says the same in each language', () => {
    for (const [at, language] of (['zh-TW', 'zh-CN'] as const).entries()) {
      const text = words[at] ?? '';
      expect(text).not.toBe('');
      expect(placeholdersOf(text)).toEqual(placeholdersOf(english));
      expect(findEnglish(text)).toEqual([]);
      expect(findWrongScript(text, language)).toEqual([]);
    }
  });
});

test('a sentence that is in no table is said in English', () => {
  expect(translate('zh-TW', 'Something {new}.', { new: 'else' })).toBe('Something else.');
});
