/**
 * The kinds of settings: what may stand in `_config.yml`, and what is said of anything
 * else. An empty value (`subtitle:`) means the default, as in Hexo.
 */
import { z } from 'zod';
import { isZone } from '../base/date.ts';

const orDefault = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema);

/** A word or more; numbers and flags are read as words. */
export const text = (byDefault = '') =>
  orDefault(z.union([z.string(), z.number(), z.boolean()], 'it must be text').transform(String).default(byDefault));

/** A folder of the site, without slashes around it. */
export const siteFolder = (byDefault: string) => text(byDefault).transform((path) => path.replace(/^\/+|\/+$/g, ''));

export const optionalText = () => orDefault(z.string('it must be text').optional());

/** A folder must be named: an empty name would mean the site itself. */
export const folder = (byDefault: string) =>
  z.preprocess(
    (value) => value ?? undefined,
    z.string('it must name a folder').trim().min(1, 'it must name a folder').default(byDefault),
  );

/** `yes` and `no`, which were flags in YAML 1.1, are still meant so. */
const FLAGS = ['true', 'false', 'yes', 'no', 'on', 'off'] as const;

export const flag = (byDefault: boolean) =>
  orDefault(
    z
      .union(
        [z.boolean(), z.enum(FLAGS).transform((word) => ['true', 'yes', 'on'].includes(word))],
        'it must be `true` or `false`',
      )
      .default(byDefault),
  );

/** A name, or `false` for nothing. */
export const textOrFlag = (byDefault: string) =>
  orDefault(z.union([z.string(), z.boolean()], 'it must be a name, or `false`').default(byDefault));

const WHOLE = 'it must be a whole number, 0 or more';
const POSITIVE = 'it must be a number greater than 0';
/** A number may stand between quotes; `false` is none. */
const readNumber = (value: unknown): unknown => {
  if (value === false) return 0;
  return typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
};
const whole = z.number(WHOLE).int(WHOLE).nonnegative(WHOLE);

export const wholeNumber = (byDefault: number) => orDefault(z.preprocess(readNumber, whole.default(byDefault)));
export const optionalWholeNumber = () => orDefault(z.preprocess(readNumber, whole.optional()));
export const positiveNumber = (byDefault: number) =>
  orDefault(z.preprocess(readNumber, z.number(POSITIVE).positive(POSITIVE).default(byDefault)));

/** A whole number, or `auto`. */
export const wholeNumberOrAuto = () =>
  orDefault(
    z
      .union([z.literal('auto'), z.preprocess(readNumber, whole)], 'it must be `auto` or a whole number')
      .default('auto'),
  );

/** One word or a list of words. */
export const texts = () =>
  orDefault(
    z
      .union(
        [z.string(), z.number(), z.array(z.union([z.string(), z.number(), z.null()]))],
        'it must be a word or a list of words',
      )
      .default([])
      .transform(toTexts),
  );

/** A list of words each of which has a form; `wanted` says which. */
export const rules = (form: RegExp, wanted: string) =>
  orDefault(
    z
      .union([z.string(), z.array(z.union([z.string(), z.null()]))], wanted)
      .default([])
      .transform(toTexts)
      .refine((list) => list.every((one) => form.test(one)), wanted),
  );

function toTexts(value: string | number | (string | number | null)[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => (item === null || item === '' ? [] : [String(item)]));
}

export const record = () => orDefault(z.record(z.string(), z.unknown(), 'it must be a map of keys').default({}));

const listChoices = (words: readonly string[]): string => `it must be one of ${words.join(', ')}`;

export const choice = <const Words extends readonly [string, ...string[]]>(words: Words, byDefault: Words[number]) =>
  orDefault(z.enum(words, listChoices(words)).default(byDefault as never));

/** One of these words or a list of them; none by default. */
export const choices = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  orDefault(
    z
      .preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(z.enum(words, listChoices(words))).optional(),
      )
      .transform((list) => list ?? []),
  );

export const optionalChoice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  orDefault(z.enum(words, listChoices(words)).optional());

/** A group of keys; a bare `true` or `false` in its place sets its `enable` (in Hexo's own groups `enabled`), if it has one. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const enable = ['enable', 'enabled'].find((key) => key in shape);
  return z.preprocess(
    (value) => (typeof value === 'boolean' && enable ? { [enable]: value } : (value ?? '') === '' ? {} : value),
    z.object(shape, 'it must be a map of keys'),
  );
};

export const webAddress = () =>
  orDefault(
    z
      .string('it must be a web address such as https://example.com')
      .refine(
        (address) => /^https?:\/\/[^/\s]/i.test(address) && URL.canParse(address),
        'it must be a web address such as https://example.com',
      )
      .default('http://example.com'),
  );

export const zone = () =>
  orDefault(
    z
      .string('it must be a time zone such as Asia/Taipei')
      .refine(isZone, 'it must be a time zone such as Asia/Taipei')
      .default('UTC'),
  );

/** One group or a list of groups; none by default. */
export const groups = <Shape extends z.ZodRawShape>(shape: Shape) =>
  orDefault(
    z
      .preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(z.strictObject(shape, { error: (issue) => describeGroup(issue, Object.keys(shape)) })).optional(),
      )
      .transform((list) => list ?? []),
  );

function describeGroup(issue: { readonly code: string | undefined; readonly keys?: unknown }, known: string[]): string {
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return 'it must be a map of keys';
  return `there is no key ${issue.keys.join(', ')}; there are ${known.join(', ')}`;
}

const PLACE = 'it must be a folder of the site, such as `/zh-hans/`';

/** A folder below the site's own, `zh-hans/` however it is written; `''` if none is given. */
export const place = () =>
  orDefault(
    z
      .string(PLACE)
      .transform((path) => path.replace(/^[/\s]+|[/\s]+$/g, '').replace(/\/{2,}/g, '/'))
      .refine((path) => path !== '' && !/(^|\/)\.{1,2}(\/|$)|[\\?#%:*"<>|\u0000-\u001f]/.test(path), PLACE)
      .transform((path) => `${path.normalize('NFC')}/`)
      .optional(),
  );

/** Words and what they become. */
export const wordPairs = () =>
  orDefault(
    z
      .record(z.string(), z.union([z.string(), z.number()]).transform(String), 'it must be a map of words to words')
      .default({}),
  );

export const requiredText = (detail: string) => z.string(detail).trim().min(1, detail);
