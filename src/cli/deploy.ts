/**
 * `mojing deploy`: brings what was built to where the settings say (`deploy`, as Hexo's
 * deployers for git and rsync read it). `--build` builds first.
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatDate } from '../base/date.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import { isRecord } from '../base/record.ts';
import { readManifest } from '../disk/manifest.ts';
import { noMarks } from '../disk/marks.ts';
import { type GitTarget, pushFolder, type RsyncTarget, syncFolder, ToolError } from '../disk/push-folder.ts';
import type { Config } from '../model/config.ts';
import { type Call, UsageError } from './arguments.ts';
import { runBuild } from './build.ts';
import { findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';

type Target =
  | { readonly type: 'git'; readonly git: GitTarget }
  | { readonly type: 'rsync'; readonly rsync: RsyncTarget };
type Settings = Readonly<Record<string, unknown>>;

/** Runs the command; returns its exit code. */
export async function runDeploy(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const { config } = openSite(root, call);
  const targets = readTargets(config);
  if (call.has('build')) {
    const code = await runBuild(call);
    if (code !== 0) return code;
  }
  const folder = resolve(root, config.public_dir);
  if (!existsSync(folder) || readManifest(folder, noMarks) === undefined)
    throw new UsageError('Nothing was built into {folder}/ yet: run `mojing build`, or `mojing deploy --build`.', {
      folder: config.public_dir,
    });
  for (const target of targets) {
    const [where, changed] = [describeTarget(target), bring(folder, target, root)];
    if (reporter.json) reporter.answer(JSON.stringify({ type: 'deployed', to: where, changed }));
    else if (changed) reporter.say('{where}: done.', { where });
    else reporter.say('{where}: nothing has changed.', { where });
  }
  return 0;
}

function bring(folder: string, target: Target, root: string): boolean {
  try {
    if (target.type === 'rsync') {
      syncFolder(folder, target.rsync);
      return true;
    }
    const store = join(
      root,
      '.mojing',
      `deploy-${fingerprintBytes(`${target.git.repo} ${target.git.branch}`).replaceAll(/\W/g, '0')}`,
    );
    return pushFolder(folder, store, target.git);
  } catch (error) {
    if (error instanceof ToolError)
      throw new UsageError('{where}: {detail}', { where: describeTarget(target), detail: error.message });
    throw error;
  }
}

function describeTarget(target: Target): string {
  return target.type === 'git'
    ? `${target.git.repo} (${target.git.branch})`
    : `${target.rsync.host}:${target.rsync.root}`;
}

const EXAMPLE = 'deploy: {type: git, repo: git@github.com:name/name.github.io.git, branch: main}';

/** What `deploy` names: one target or several. Throws a `UsageError` for none, or one that cannot be used. */
function readTargets(config: Config): Target[] {
  const written = [config.written.deploy].flat().filter(isRecord);
  const targets = written.flatMap((one) => readTarget(one, config));
  if (targets.length === 0)
    throw new UsageError('_config.yml does not say where to: write `{example}`.', { example: EXAMPLE });
  return targets;
}

function readTarget(written: Settings, config: Config): Target[] {
  const type = readText(written.type);
  if (type === 'git')
    return readRepos(written).map(({ repo, branch }) => ({
      type,
      git: { repo, branch, ...readCommit(written, config) },
    }));
  if (type !== 'rsync')
    throw new UsageError('`mojing deploy` knows the types git and rsync, not `{type}`.', { type: type ?? '' });
  const [host, root, user] = [readText(written.host), readText(written.root), readText(written.user)];
  if (!host || !root) throw new UsageError('`deploy` with `type: rsync` needs `host` and `root`.');
  const port = Number(written.port ?? 22);
  if (!Number.isInteger(port)) throw new UsageError('`deploy.port` is no port.');
  return [{ type, rsync: { host, root, port, delete: written.delete !== false, ...(user && { user }) } }];
}

/** `repo` in each of its forms: an address, `address,branch`, a map of names to either, or to `{url, branch}`. */
function readRepos(written: Settings): { repo: string; branch: string }[] {
  const value = written.repo ?? written.repository ?? written.url;
  const all = isRecord(value) && value.url === undefined ? Object.values(value) : [value];
  const repos = all.flatMap((one) => {
    const group = isRecord(one) ? one : {};
    const [repo, own] = (readText(one) ?? readText(group.url) ?? '').split(',');
    const branch = own?.trim() || readText(group.branch) || readText(written.branch) || guessBranch(repo ?? '');
    return repo ? [{ repo: repo.trim(), branch }] : [];
  });
  if (repos.length === 0)
    throw new UsageError('`deploy` names no repository: write `{example}`.', { example: EXAMPLE });
  const bad = repos.find(({ repo, branch }) => /^-|[\s\u0000]/.test(repo) || !/^[\w][\w./-]*$/.test(branch));
  if (bad) throw new UsageError('`deploy` names a repository or branch that cannot be one: {repo} {branch}', bad);
  return repos;
}

/** As hexo-deployer-git: a user's page at GitHub stands on its main branch, a project's on `gh-pages`. */
function guessBranch(repo: string): string {
  return /^(git@github\.com:|https:\/\/github\.com\/)([^/]+)\/\2\.github\.io(\.git)?$/i.test(repo)
    ? 'master'
    : 'gh-pages';
}

function readCommit(written: Settings, { timezone }: Config): Pick<GitTarget, 'message' | 'name' | 'email'> {
  const [name, email] = [readText(written.name), readText(written.email)];
  const pattern = readText(written.message) || "Site updated: {{ now('YYYY-MM-DD HH:mm:ss') }}";
  const now = (format: string): string => formatDate(Date.now(), timezone, format, 'en');
  const message = pattern.replace(/\{\{\s*now\((?:'([^']*)'|"([^"]*)")\)\s*\}\}/g, (_whole, a?: string, b?: string) =>
    now(a ?? b ?? ''),
  );
  return { message, ...(name && { name }), ...(email && { email }) };
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
