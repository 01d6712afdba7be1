/**
 * A folder brought elsewhere: as a commit on a branch of a git repository, or by rsync.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { MANIFEST } from './manifest.ts';

export interface GitTarget {
  readonly repo: string;
  readonly branch: string;
  readonly message: string;
  /** Who commits; git's own settings if nothing is said. */
  readonly name?: string;
  readonly email?: string;
}

export interface RsyncTarget {
  readonly host: string;
  readonly user?: string;
  /** The folder on the host. */
  readonly root: string;
  readonly port: number;
  /** Whether files that are not in the folder are removed there. */
  readonly delete: boolean;
}

/** A tool that failed; the message is what it said. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** What the branch holds at the other end. */
const THERE = 'refs/mojing/there';

/**
 * Commits a folder upon what the branch holds, and pushes it. Nothing is forced: a branch
 * that somebody else pushed to meanwhile is refused by git.
 *
 * @param store - a folder of ours for git's objects
 * @returns whether there was anything new. Throws a `ToolError` if git fails.
 */
export function pushFolder(folder: string, store: string, target: GitTarget): boolean {
  const { repo, branch, message, name, email } = target;
  mkdirSync(store, { recursive: true });
  const identity = [...(name ? ['-c', `user.name=${name}`] : []), ...(email ? ['-c', `user.email=${email}`] : [])];
  const git = (...args: string[]): string =>
    runTool(
      'git',
      ['--git-dir', store, '--work-tree', folder, '-c', 'core.autocrlf=false', ...identity, ...args],
      folder,
    );
  if (!existsSync(`${store}/HEAD`)) git('init', '-q');
  git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  const known = git('ls-remote', '--heads', '--', repo, `refs/heads/${branch}`);
  if (known.trim() === '') git('update-ref', '-d', `refs/heads/${branch}`);
  else {
    git('fetch', '-q', '--depth=1', '--no-tags', '--', repo, `+refs/heads/${branch}:${THERE}`);
    git('update-ref', `refs/heads/${branch}`, THERE);
  }
  git('read-tree', '--empty');
  git('add', '-A', '-f', '--', '.', `:(exclude)${MANIFEST}`);
  const tree = git('write-tree').trim();
  if (known.trim() !== '' && git('rev-parse', `refs/heads/${branch}^{tree}`).trim() === tree) return false;
  git('commit', '-q', '--no-verify', '--no-gpg-sign', '-m', message);
  git('push', '-q', '--', repo, `refs/heads/${branch}:refs/heads/${branch}`);
  return true;
}

/** Copies a folder to another host. Throws a `ToolError` if rsync fails. */
export function syncFolder(folder: string, target: RsyncTarget): void {
  const { host, user, root, port } = target;
  const where = `${user ? `${user}@` : ''}${host}:${root}`;
  const remove = target.delete ? ['--delete'] : [];
  runTool(
    'rsync',
    ['-az', ...remove, `--exclude=/${MANIFEST}`, '-e', `ssh -p ${port}`, '--', `${folder}/`, where],
    folder,
  );
}

function runTool(tool: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  if (error) throw new ToolError(`${tool} cannot be started: ${error.message}`);
  if (status !== 0) throw new ToolError(stderr.trim() || `${tool} ended with ${status}`);
  return stdout;
}
