/**
 * A time limit on synchronous work, so that one post cannot hold up a build for ever.
 *
 * V8 stops a script that overruns the `timeout` of `node:vm`, whatever it is doing, an
 * unlucky regular expression included. A call starts a thread and costs half a millisecond, so
 * many small pieces of work share one.
 */
import { Script } from 'node:vm';
import type { Guard } from '../build/rendered-posts.ts';

const HOOK = Symbol.for('mojing.guarded-work');
const script = new Script("globalThis[Symbol.for('mojing.guarded-work')]()");

/** Runs `work`; `undefined` if it was stopped after `seconds`. What it throws by itself comes through. */
export const guardTime: Guard = (work, seconds) => {
  const outer: unknown = Reflect.get(globalThis, HOOK);
  let done: { result: ReturnType<typeof work> } | undefined;
  Reflect.set(globalThis, HOOK, () => {
    done = { result: work() };
  });
  try {
    script.runInThisContext({ timeout: Math.ceil(seconds * 1000) });
    return done;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    Reflect.set(globalThis, HOOK, outer);
  }
};
