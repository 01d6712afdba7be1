/**
 * What compiled templates call: Nunjucks' runtime, with the pieces that each page calls
 * a hundred times done with less work. What they give is the same.
 */
import nunjucks from 'nunjucks';
import type { Slots } from '../../base/slots.ts';
import { markContent } from './content-slot.ts';
import { Frame } from './frame.ts';

const { SafeString } = nunjucks.runtime;
const UNSAFE = /[&"'<>\\]/;

/** What `{{ value }}` prints. Most texts have nothing to be escaped. */
function suppressValue(value: unknown, autoescape: boolean): unknown {
  if (typeof value === 'string' && !UNSAFE.test(value)) return value;
  return value instanceof SafeString ? value.toString() : nunjucks.runtime.suppressValue(value, autoescape);
}

/** `object.key`. A getter is called once; a method stays bound to its object. */
function memberLookup(object: Readonly<Record<string, unknown>> | null | undefined, key: string): unknown {
  if (object === undefined || object === null) return undefined;
  const value = object[key];
  return typeof value === 'function' ? (...args: unknown[]) => Reflect.apply(value, object, args) : value;
}

function contextOrFrameLookup(context: Lookup, frame: Lookup, name: string): unknown {
  const value = frame.lookup(name);
  return value !== undefined ? value : context.lookup(name);
}

interface Lookup {
  lookup(name: string): unknown;
}

export type Runtime = ReturnType<typeof createRuntime>;

/** What the templates of one engine call. */
export function createRuntime(slots: Slots) {
  /** What a macro returns. It may be sent through a filter, so nothing is left to be set in. */
  function MacroText(text: string): object {
    return new SafeString(slots.settle(text));
  }
  const mark = (object: unknown): string | undefined => markContent(object, slots);
  const settle = (text: string): string => slots.settle(text);
  const own = { Frame, SafeString: MacroText, suppressValue, memberLookup, contextOrFrameLookup, mark, settle };
  return { ...nunjucks.runtime, ...own };
}
