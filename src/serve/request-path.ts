/**
 * From a request's target to a route, decided once. What follows works on the route
 * alone, and a route only ever names something the build produced: no form of `..`
 * reaches the disk.
 */
import { findRouteFault, type Route, toRoute } from '../base/path.ts';

/** What a request asks for. */
export interface Wanted {
  readonly route: Route;
  /** With its `?`, or `''`. */
  readonly search: string;
}

/**
 * Reads a target such as `/blog/%E5%8B%BE/?q=1` below the site's `root` (`/` or `/blog/`).
 *
 * @returns `malformed` for what is no path, `outside` for a path that is not below `root`
 *   or tries to leave it
 */
export function readTarget(target: string, root: string): Wanted | 'malformed' | 'outside' {
  const end = target.search(/[?#]/);
  const path = decodePath(end < 0 ? target : target.slice(0, end));
  if (path === undefined || !path.startsWith('/')) return 'malformed';
  if (!path.startsWith(root)) return 'outside';
  const route = toRoute(path.slice(root.length));
  const fault = findRouteFault(route);
  if (fault === 'nul') return 'malformed';
  if (fault !== undefined) return 'outside';
  const search = end < 0 ? '' : (/^\?[^#]*/.exec(target.slice(end))?.[0] ?? '');
  return { route, search };
}

/** Percent-decodes once; `undefined` for what is not UTF-8. (Bytes that are not encoded Node refuses itself.) */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
