/**
 * V8 as a build wants it: one that lasts seconds, runs much code a little, and holds little.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * By default V8 11 (Node 20) optimises a function after so few runs, and inlines so much,
 * that a quarter of a first build's processor time is the compiler's. Optimising later
 * and inlining less saves a tenth of the whole. Later versions have a compiler in between.
 */
const OPTIMISING = ['--interrupt-budget=264000', '--max-inlined-bytecode-size-cumulative=300'];

/** By default V8 forgets the bytecode of what has not run for a while: it would be missing where compiled code is kept. */
const KEEPING = '--no-flush-bytecode';

/**
 * By default the heap may grow to four times of what is in use before V8 looks for garbage.
 * A third more takes a third off the memory of a large first build, and is hardly
 * slower; but reading a large memory would be, and setting many formulas (by a tenth).
 */
const SPARING = '--heap-growing-percent=35';
const BALANCED = '--heap-growing-percent=100';
const GENEROUS = '--heap-growing-percent=0';

const isMeasured = process.versions.v8.startsWith('11.');

/** Must run before any code is compiled that is to be kept; threads started later have the same settings. */
export function tuneEngine(): void {
  if (isMeasured) for (const flag of [...OPTIMISING, KEEPING, GENEROUS]) setFlagsFromString(flag);
}

/**
 * Posts in bytes from which on memory is worth more than time. A first build of fewer may
 * take what it likes, which is some 300 MiB, or 500 where all are full of formulas: it is
 * a tenth faster so.
 */
const MUCH = 16_000_000;

/** Whether a build that renders so many bytes of posts would hold much. */
export function mustSpare(bytes: number): boolean {
  return bytes >= MUCH;
}

/** For work that makes much garbage. Compiled code is kept under other settings: `tuneEngine` must run before that. */
export function spareMemory(): void {
  if (isMeasured) setFlagsFromString(SPARING);
}

/** What a thread may hold of what is young, in MiB: less garbage lies about, but more of what is not garbage is moved. */
export function limitYoung(isSparing: boolean): { maxYoungGenerationSizeMb: number } {
  return { maxYoungGenerationSizeMb: isSparing ? 24 : 48 };
}

/** For work that makes much more garbage than it leaves. */
export function grantMemory(): void {
  if (isMeasured) setFlagsFromString(BALANCED);
}
