/**
 * When files were committed, by git: the first and the last time. All files are asked for
 * at once, when the first is asked for; a folder that is no repository knows nothing.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import type { FileTimes } from '../model/sources.ts';

/** In milliseconds since 1970. */
export interface Commits {
  readonly first: number;
  readonly last: number;
}

/** What was read of a repository. */
interface History {
  readonly commits: ReadonlyMap<SourcePath, Commits>;
  readonly state: 'whole' | 'shallow' | 'none';
  /** Files that change with every commit; absolute. */
  readonly marks: readonly string[];
}

export class CommitDates {
  readonly #root: string;
  readonly #folder: string;
  #history: History | undefined;

  /** @param folder - the only one whose files are asked for, from `root` */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** The times of a file, those of its commits found when somebody looks at them. */
  complete(path: SourcePath, times: FileTimes): FileTimes {
    const find = (): Commits | undefined => this.#read().commits.get(path);
    return {
      ...times,
      get committed() {
        return find()?.first;
      },
      get recommitted() {
        return find()?.last;
      },
    };
  }

  /** Whether there is a history, and whether it goes back to its beginning. */
  get state(): History['state'] {
    return this.#read().state;
  }

  /** The files that tell of new commits; none as long as nobody has asked for one. */
  get marks(): readonly string[] {
    return this.#history?.marks ?? [];
  }

  #read(): History {
    this.#history ??= readHistory(this.#root, this.#folder);
    return this.#history;
  }
}

function readHistory(root: string, folder: string): History {
  const about = runGit(root, ['rev-parse', '--is-shallow-repository', '--git-path', 'logs/HEAD', '--git-path', 'HEAD']);
  if (about === undefined) return { commits: new Map(), state: 'none', marks: [join(root, '.git')] };
  const [shallow, ...marks] = about.trim().split('\n');
  const log = runGit(root, [
    'log',
    '--format=%x01%at',
    '--name-only',
    '-z',
    '--no-renames',
    '--relative',
    '--',
    folder,
  ]);
  return {
    commits: readLog(log ?? ''),
    state: shallow === 'true' ? 'shallow' : 'whole',
    marks: marks.map((mark) => resolve(root, mark)),
  };
}

/** `\x01SECONDS`, then the names of the files of that commit, all ended by NUL. */
function readLog(log: string): ReadonlyMap<SourcePath, Commits> {
  const found = new Map<SourcePath, Commits>();
  let date = 0;
  for (const part of log.split('\0').map((text) => text.replace(/^\n+/, ''))) {
    if (part.startsWith('\u0001')) date = Number(part.slice(1)) * 1000;
    else if (part !== '') {
      const path = toSourcePath(part);
      const known = found.get(path) ?? { first: date, last: date };
      found.set(path, { first: Math.min(known.first, date), last: Math.max(known.last, date) });
    }
  }
  return found;
}

/** What git prints; `undefined` without git, without a repository, or without a commit. */
function runGit(root: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(
    'git',
    ['-c', 'core.quotePath=false', '-c', 'log.showSignature=false', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    },
  );
  return status === 0 ? stdout : undefined;
}
