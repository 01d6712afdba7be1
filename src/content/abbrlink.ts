/**
 * The `abbrlink` of a post: what stands for its title in its address on blogs that used
 * hexo-abbrlink. Posts keep theirs; only one that begins is given one.
 */
import { crc32 } from '../base/fingerprint.ts';
import type { Config } from '../model/config.ts';
import { isMap } from '../model/post.ts';
import { toData } from './read-yaml.ts';

/**
 * An `abbrlink` for a new post, if the addresses of the site are made of them: its title
 * and date in 32 bits, decimal, or hexadecimal with `abbrlink: {rep: hex}` (hexo-abbrlink).
 *
 * @param date - as it is written down
 */
export function createAbbrlink(title: string, date: string, config: Config): string | undefined {
  if (!readsAbbrlink(config)) return undefined;
  const settings = toData(config.written.abbrlink);
  return crc32(`${title}${date}`).toString(isMap(settings) && settings.rep === 'hex' ? 16 : 10);
}

/** Whether the addresses of posts are made of their `abbrlink`. */
export function readsAbbrlink({ permalink }: Config): boolean {
  return /:abbrlink(?!\w)/.test(permalink);
}
