/**
 * What templates give to helpers: values in order, and at the end options, written as an
 * object (`paginator({ mid_size: 1 })`) or as keywords (`paginator(mid_size=1)`).
 */
import nunjucks from 'nunjucks';
import { escapeHtml, stripTags } from '../../base/text.ts';
import { isOptions, toText } from '../helper.ts';

export type Options = Readonly<Record<string, unknown>>;

export interface Arguments {
  readonly values: readonly unknown[];
  /** Those of all objects that end the arguments; the later wins. */
  readonly options: Options;
}

/** Parts the arguments of a helper into values and options. */
export function splitArguments(args: readonly unknown[]): Arguments {
  let end = args.length;
  let options: Options = {};
  for (let last = args[end - 1]; end > 0 && isOptions(last); last = args[end - 1]) {
    options = end === args.length ? last : { ...last, ...options };
    end--;
  }
  return { values: args.slice(0, end), options: dropMark(options) };
}

/** Nunjucks marks keyword arguments with a key of its own. */
function dropMark(options: Options): Options {
  if (!('__keywords' in options)) return options;
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== '__keywords'));
}

/** Whether a value was given at all: `key:` without a value in YAML counts as not given. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** An option as text. */
export function readText(options: Options, name: string, byDefault = ''): string {
  const value = options[name];
  return isGiven(value) ? toText(value) : byDefault;
}

/** An option as a number; what is none counts as not given. */
export function readNumber(options: Options, name: string, byDefault: number): number {
  const value = options[name];
  const number = isGiven(value) && value !== '' ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? byDefault : number;
}

/** An option as yes or no. */
export function readFlag(options: Options, name: string, byDefault: boolean): boolean {
  const value = options[name];
  return isGiven(value) ? Boolean(value) : byDefault;
}

/** The value a template's `transform` makes of a name, or the name itself, as HTML. */
export function applyTransform(options: Options, name: unknown): string {
  const { transform } = options;
  return toHtml(typeof transform === 'function' ? Reflect.apply(transform, undefined, [name]) : name);
}

/** HTML that is marked as safe as it is; all else escaped. */
export function toHtml(value: unknown): string {
  return value instanceof nunjucks.runtime.SafeString ? String(value) : escapeHtml(toText(value));
}

/** HTML that is marked as safe as the text it shows; all else as it is written. */
export function toReadable(value: unknown): string {
  return value instanceof nunjucks.runtime.SafeString ? stripTags(String(value)) : toText(value);
}

/** A property of whatever `page` is, or `undefined`. */
export function readField(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined;
}
