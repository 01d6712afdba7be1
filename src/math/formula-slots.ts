/**
 * While the HTML of a post is drawn, its formulas may be left out, to be set in as bytes:
 * they are most of it, and nobody looks into them; see `base/slots.ts`.
 */
import type { Slots } from '../base/slots.ts';

const slotsOf = new WeakMap<object, Slots>();

/** Draws with formulas left out and taken by `slots`. */
export function leaveFormulas<Result>(env: object, slots: Slots, draw: () => Result): Result {
  slotsOf.set(env, slots);
  try {
    return draw();
  } finally {
    slotsOf.delete(env);
  }
}

/** Draws something within that which is looked into: formulas and all. */
export function drawWhole<Result>(env: object | undefined, draw: () => Result): Result {
  const slots = env && slotsOf.get(env);
  if (!slots) return draw();
  slotsOf.delete(env);
  try {
    return draw();
  } finally {
    slotsOf.set(env, slots);
  }
}

/** Takes the formulas of what is drawn now, if they are left out. */
export function findSlots(env: object | undefined): Slots | undefined {
  return env && slotsOf.get(env);
}
