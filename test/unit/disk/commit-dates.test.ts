import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { CommitDates } from '../../../src/disk/commit-dates.ts';
import { makeFolder, writeFile } from './site-folder.ts';

const NAMELESS = { created: 0, modified: 0 };

function git(folder: string, args: readonly string[], date = '2020-01-01T00:00:00Z'): void {
  const { status, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
  });
  if (status !== 0) throw new Error(stderr);
}

function commit(folder: string, date: string): void {
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '-m', 'x'], date);
}

const timesOf = (dates: CommitDates, path: string): (number | undefined)[] => {
  const { committed, recommitted } = dates.complete(toSourcePath(path), NAMELESS);
  return [committed, recommitted];
};

describe('the dates of commits', () => {
  const first = Date.UTC(2020, 0, 1);
  const last = Date.UTC(2021, 5, 2);

  test('are the first and the last of each file, whatever its name', () => {
    const folder = makeFolder({ 'source/_posts/甲 "乙".md': 'a', 'source/_posts/b.md': 'b', 'other.md': 'c' });
    git(folder, ['init', '-q']);
    commit(folder, '2020-01-01T00:00:00Z');
    writeFile(folder, 'source/_posts/甲 "乙".md', 'aa');
    commit(folder, '2021-06-02T08:00:00+08:00');
    const dates = new CommitDates(folder, 'source');
    expect(dates.marks).toEqual([]);
    expect(timesOf(dates, 'source/_posts/甲 "乙".md')).toEqual([first, last]);
    expect(timesOf(dates, 'source/_posts/b.md')).toEqual([first, first]);
    expect(timesOf(dates, 'other.md')).toEqual([undefined, undefined]);
    expect(dates.state).toBe('whole');
    expect(dates.marks).toHaveLength(2);
  });

  test('are found in a folder below the repository’s top', () => {
    const folder = makeFolder({ 'blog/source/a.md': 'a' });
    git(folder, ['init', '-q']);
    commit(folder, '2020-01-01T00:00:00Z');
    expect(timesOf(new CommitDates(`${folder}/blog`, 'source'), 'source/a.md')).toEqual([first, first]);
  });

  test('of a clone without history are told to be so', () => {
    const folder = makeFolder({ 'source/a.md': 'a' });
    git(folder, ['init', '-q']);
    commit(folder, '2020-01-01T00:00:00Z');
    writeFile(folder, 'source/a.md', 'b');
    commit(folder, '2021-06-02T00:00:00Z');
    const clone = makeFolder();
    git(clone, ['clone', '-q', '--depth=1', `file://${folder}`, 'site']);
    const dates = new CommitDates(`${clone}/site`, 'source');
    expect([dates.state, timesOf(dates, 'source/a.md')]).toEqual(['shallow', [last, last]]);
  });

  test('are none where there is no repository', () => {
    const dates = new CommitDates(makeFolder({ 'source/a.md': 'a' }), 'source');
    expect([dates.state, timesOf(dates, 'source/a.md')]).toEqual(['none', [undefined, undefined]]);
  });
});
