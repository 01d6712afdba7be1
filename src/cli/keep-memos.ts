/**
 * What a build remembers, taken up from the disk and kept there.
 */
import { Memo } from '../base/memo.ts';
import { followsFromPlan } from '../build/cells.ts';
import type { Plan } from '../build/plan.ts';
import { createMemos, forgetGone, type Memos } from '../build/site-work.ts';
import type { SiteMemory } from '../disk/site-memory.ts';

/** What the last build remembered. Its checksum has been checked, and results of another version are never good. */
export function restoreMemos(memory: SiteMemory | undefined): Memos {
  if (!memory) return createMemos();
  const restore = <Value>(name: string): Memo<Value> => (memory.memos.get(name) ?? new Memo<unknown>()) as Memo<Value>;
  return {
    parsed: restore('parsed'),
    rendered: restore('rendered'),
    laidOut: restore('laidOut'),
    search: restore('search'),
    bodies: memory.bodies,
    trusted: memory,
  };
}

/** Keeps what a build of this plan remembers, but for what the site no longer has. */
export function keepMemos(memory: SiteMemory, memos: Memos, plan: Plan): void {
  forgetGone(memos, plan);
  const { parsed, rendered, laidOut, search, known } = memos;
  if (!known) return;
  const named = new Map<string, Memo<unknown>>(Object.entries({ parsed, rendered, laidOut, search }));
  memory.save(named, { plan: known.plan, follows: (fact) => followsFromPlan(known, fact) });
}
