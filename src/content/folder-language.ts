/**
 * `i18n_dir`: a page in a folder named after a language (`en/about/`) is in that language.
 */
import type { Route } from '../base/path.ts';

/**
 * The language of a page that does not say, by the folder it is published in.
 *
 * @param pattern - `:lang`, or with folders around it: `docs/:lang`
 * @param languages - those the site has; any other name is a folder like others
 */
export function findFolderLanguage(route: Route, pattern: string, languages: readonly string[]): string | undefined {
  const parts = pattern.split('/').filter((part) => part !== '');
  const at = parts.indexOf(':lang');
  const folders = route.split('/').slice(0, -1);
  const fits = at >= 0 && parts.every((part, index) => part.startsWith(':') || part === folders[index]);
  const name = fits ? folders[at]?.toLowerCase() : undefined;
  return languages.find((language) => language !== 'default' && language.toLowerCase() === name);
}
