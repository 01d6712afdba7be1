/**
 * The `abbrlink` of a post: what stands for its title in its address on blogs that used
 * hexo-abbrlink. Posts keep theirs; one that begins is given one, and one that was never
 * given any lives where the plugin would have put it.
 */
import { crc16, crc32 } from '../base/fingerprint.ts';
import type { Config } from '../model/config.ts';
import { type Data, isMap } from '../model/post.ts';
import { toData } from './read-yaml.ts';

/**
 * An `abbrlink` for a new post, if the addresses of the site are made of them: its title
 * and date in 32 bits, decimal, or hexadecimal with `abbrlink: {rep: hex}` (hexo-abbrlink).
 *
 * @param date - as it is written down
 */
export function createAbbrlink(title: string, date: string, config: Config): string | undefined {
  if (!readsAbbrlink(config)) return undefined;
  return write(crc32(`${title}${date}`), readSettings(config));
}

/**
 * The `abbrlink` that hexo-abbrlink gives a post without one, at each build if nobody keeps
 * what it writes down: of the title alone. `undefined` for sites without the plugin's settings.
 */
export function guessAbbrlink(title: string, config: Config): string | undefined {
  const settings = readSettings(config);
  return settings && title !== '' ? write((settings.alg === 'crc32' ? crc32 : crc16)(title), settings) : undefined;
}

type Settings = Readonly<Record<string, Data>>;

function readSettings({ written }: Config): Settings | undefined {
  const settings = toData(written.abbrlink ?? null);
  return isMap(settings) ? settings : undefined;
}

function write(code: number, settings: Settings | undefined): string {
  return code.toString(settings?.rep === 'hex' ? 16 : 10);
}

/** Whether the addresses of posts are made of their `abbrlink`. */
export function readsAbbrlink({ permalink }: Config): boolean {
  return /:abbrlink(?!\w)/.test(permalink);
}
