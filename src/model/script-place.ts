/**
 * Where in a script something went wrong.
 */
import type { Location } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';

/** The place in the script which the error's stack names first; its beginning, if it names none. */
export function placeInScript(script: SourcePath, error: unknown): Location {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, url = '', line, column] of stack.matchAll(/(file:\/\/[^\s)]+?)(?:\?[^\s):]*)?:(\d+):(\d+)/g)) {
    if (decode(url).endsWith(`/${script}`))
      return { file: script, line: Number(line), column: Number(column), length: 1 };
  }
  return { file: script, line: 1, column: 1, length: 1 };
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
