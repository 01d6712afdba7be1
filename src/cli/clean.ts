/** `mojing clean`: removes what the manifest lists, and `.mojing`; nothing else, ever. */
import { cleanOutputs } from '../disk/clean-outputs.ts';
import { lockSite } from '../disk/site-lock.ts';
import type { Call } from './arguments.ts';
import { describeTarget } from './build.ts';
import { findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';

/** Runs the command; returns its exit code. */
export async function runClean(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const site = openSite(root, call);
  const lock = await lockSite(root);
  if ('refused' in lock) {
    reporter.diagnostics([lock.refused], site.sources.sources);
    return 1;
  }
  try {
    const cleaned = cleanOutputs(describeTarget(site, call), lock);
    if ('refused' in cleaned) {
      reporter.diagnostics([cleaned.refused], site.sources.sources);
      return 1;
    }
    reporter.summary({ removed: cleaned.removed });
    if (cleaned.removed === 0) reporter.say('There was nothing to remove.');
    else reporter.say('{count} files removed.', { count: cleaned.removed });
    return 0;
  } finally {
    lock.release();
  }
}
