/**
 * One build at a time: a file, `.mojing/lock`, that says which process has the site.
 *
 * It is taken before the sources are read and released when the site is published, so
 * that of two builds the one that began later also publishes later. A process that died
 * leaves its lock behind; the next one takes it over.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic } from '../base/diagnostic.ts';
import { diagnose } from '../model/messages.ts';
import { removeIfEmpty } from './remove-listed.ts';
import { codeOf } from './walk-folder.ts';

export interface SiteLock {
  /** The site's `.mojing`; `undefined` if the site cannot be written and so nobody can hold it. */
  readonly folder: string | undefined;
  release(): void;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's ticks, where that is known: pids are used again. */
  readonly began: string;
  readonly token: string;
}

const WAIT_SECONDS = 300;
const LOOK_AGAIN = 50;
/** A lock that cannot be read is being written, or broken; in seconds. */
const BROKEN_AFTER = 2;
/** A lock of another machine (a container, a share) cannot be asked whether it lives; in seconds. */
const FOREIGN_AFTER = 300;
/** Tokens of the locks this process holds: two builds may run in one process. */
const held = new Set<string>();

/**
 * Takes the lock of the site at `root`, waiting while another build has it.
 *
 * @param waitSeconds - how long to wait before giving up with a diagnostic
 */
export async function lockSite(root: string, waitSeconds = WAIT_SECONDS): Promise<SiteLock | { refused: Diagnostic }> {
  const folder = join(root, '.mojing');
  const file = join(folder, 'lock');
  const me: Owner = { pid: process.pid, host: hostname(), began: readBegin(process.pid), token: randomUUID() };
  const end = Date.now() + waitSeconds * 1000;
  for (;;) {
    const got = tryLock(folder, me);
    if (got) return got;
    const owner = readOwner(file);
    if (isStale(file, owner)) takeOver(file, owner);
    else if (Date.now() >= end) return { refused: describeOwner(owner, waitSeconds) };
    else await sleep(LOOK_AGAIN);
  }
}

/** The lock, or `undefined` if another has it. A site that cannot be written needs none. */
function tryLock(folder: string, me: Owner): SiteLock | undefined {
  const file = join(folder, 'lock');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (isReadOnly(error)) return { folder: undefined, release: () => {} };
    throw error;
  }
  try {
    writeLock(file, JSON.stringify(me));
  } catch (error) {
    if (isReadOnly(error)) return { folder: undefined, release: () => {} };
    // ENOENT: a `clean` took the folder away between the two calls.
    if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
  held.add(me.token);
  return { folder, release: () => releaseLock(file, me) };
}

/** Makes the lock; if it cannot be filled, it is not left behind empty. */
function writeLock(file: string, text: string): void {
  const opened = openSync(file, 'wx');
  try {
    writeFileSync(opened, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(opened);
  }
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '');
}

function releaseLock(file: string, me: Owner): void {
  held.delete(me.token);
  if (readOwner(file)?.token === me.token) rmSync(file, { force: true });
  removeIfEmpty(dirname(file));
}

function describeOwner(owner: Owner | undefined, seconds: number): Diagnostic {
  const values = { pid: owner?.pid ?? '?', host: owner?.host ?? '?', seconds, file: '.mojing/lock' };
  return diagnose('output/locked', values);
}

function readOwner(file: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, began, token } = value as Readonly<Record<string, unknown>>;
  return typeof pid === 'number' && [host, began, token].every((one) => typeof one === 'string');
}

function isStale(file: string, owner: Owner | undefined): boolean {
  const age = ageOf(file);
  if (age === undefined) return false;
  if (!owner) return age > BROKEN_AFTER;
  if (owner.host !== hostname()) return age > FOREIGN_AFTER;
  if (owner.pid === process.pid) return !held.has(owner.token);
  return !isAlive(owner);
}

/** In seconds, whichever way the clock was set since; `undefined` if the file is gone. */
function ageOf(file: string): number | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && Math.abs(Date.now() - stat.mtimeMs) / 1000;
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const began = readBegin(owner.pid);
  return began === '' || owner.began === '' || began === owner.began;
}

/** When a process began, as Linux tells in the 22nd field of its `stat`; `''` elsewhere. A zombie began never. */
function readBegin(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'never' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/**
 * Removes the lock of a dead process. Of several that see it dead only one may: who
 * wins the second file looks once more whether the lock is still the dead one's.
 */
function takeOver(file: string, dead: Owner | undefined): void {
  const claim = `${file}-takeover`;
  try {
    writeFileSync(claim, '', { flag: 'wx' });
  } catch {
    if ((ageOf(claim) ?? 0) > BROKEN_AFTER) rmSync(claim, { force: true, recursive: true });
    return;
  }
  try {
    const owner = readOwner(file);
    if (owner?.token === dead?.token && isStale(file, owner)) rmSync(file, { force: true, recursive: true });
  } finally {
    unlinkSync(claim);
  }
}
