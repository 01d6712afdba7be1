/**
 * Whether a post was encrypted by a plugin of Hexo. Nothing is encrypted here, so whoever
 * moves must know before everyone can read it.
 */
import { type Data, isMap } from '../model/post.ts';
import { readFlag, readText } from './fields.ts';

type Settings = Readonly<Record<string, Data>>;

/** What says that a post is locked: a key of its front matter, and what stands there or in the settings. */
export interface Lock {
  readonly key: string;
  readonly setting: string;
}

/**
 * The lock of a post: hexo-blog-encrypt's `password`, and its `encrypt.tags` and `encrypt.blogs`
 * in the settings, which an empty `password` of the post undoes; hexo-encrypt's `encrypt: true`.
 *
 * @param encrypt - what the settings say under this key
 */
export function findLock(
  frontMatter: Settings,
  { tags, title }: { readonly tags: readonly string[]; readonly title: string },
  encrypt: Data,
): Lock | undefined {
  const password = readText(frontMatter.password);
  if (password !== undefined) return password === '' ? undefined : { key: 'password', setting: 'password' };
  if (readFlag(frontMatter.encrypt, false)) return { key: 'encrypt', setting: 'encrypt' };
  const settings = isMap(encrypt) ? encrypt : {};
  if (listLocked(settings.tags, 'name').some((tag) => tags.includes(tag)))
    return { key: 'tags', setting: 'encrypt.tags' };
  return listLocked(settings.blogs, 'title').includes(title) ? { key: 'title', setting: 'encrypt.blogs' } : undefined;
}

function listLocked(value: Data | undefined, key: string): string[] {
  const rows = Array.isArray(value) ? value : [];
  return rows.flatMap((row) => (isMap(row) ? (readText(row[key]) ?? []) : []));
}
