/**
 * The content of a post on its own page is set in when the page is whole, if it is printed
 * as it is; see `base/slots.ts`.
 */
import type { Slot, Slots } from '../../base/slots.ts';

/** Under this key an object tells templates that its `content` may be set in, or that it may not. */
export const CONTENT = Symbol('content');

/** What stands for the content of `object` until the page is whole; `undefined` if it cannot be set in. */
export function markContent(object: unknown, slots: Slots): string | undefined {
  if (typeof object !== 'object' || object === null || !(CONTENT in object)) return undefined;
  const slot = object[CONTENT];
  return isSlot(slot) ? slots.mark(slot) : undefined;
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'text' in value;
}
