/**
 * Watches by looking again and again, where the system gives no notices: network shares,
 * folders of the host in a container, or more folders than the system allows to watch.
 */
import { watch } from 'chokidar';
import type { FolderWatch, WatchRequest } from './watch-folders.ts';

const INTERVAL_MS = 300;

/** Begins to watch; what changes in the first moments, while it looks around, may be missed. */
export function watchByPolling({ paths, isIgnored, tell }: WatchRequest): FolderWatch {
  const watcher = watch([...paths], {
    usePolling: true,
    interval: INTERVAL_MS,
    binaryInterval: 4 * INTERVAL_MS,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path) => isIgnored(path),
  });
  watcher.on('all', (_event, path) => tell(path));
  watcher.on('error', () => {});
  return { close: () => void watcher.close() };
}
