/**
 * Translations by hand: a post that names another one as its original
 * (`translation: 勾股定理`, `lang: zh-CN`).
 *
 * If there is an edition in its language, it is published there, in the place of what a
 * conversion would make of the original, and nowhere else. If there is none, it is a post
 * like any other.
 */
import { type Diagnostic, startOf } from '../base/diagnostic.ts';
import { withoutExtension } from '../base/path.ts';
import { matchLanguage } from '../chinese/language.ts';
import { type Config, siteLanguage } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Post, PostId } from '../model/post.ts';

export interface Translation {
  readonly post: Post;
  readonly original: PostId;
  /** The place of its edition in `editions`; -1 for a post of the site itself. */
  readonly edition: number;
}

export interface Translations {
  /** The posts of the site itself. */
  readonly posts: readonly Post[];
  readonly translations: readonly Translation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the translations among the posts, and takes out those that belong to an edition. */
export function findTranslations(posts: readonly Post[], config: Config): Translations {
  const written = posts.filter(({ translation }) => translation !== undefined);
  if (written.length === 0) return { posts, translations: [], diagnostics: [] };
  const names = nameOriginals(posts.filter(({ translation }) => translation === undefined));
  const diagnostics: Diagnostic[] = [];
  const found = written.flatMap((post) => readTranslation(post, { names, config }, diagnostics));
  const translations = found.filter((one) => isFirst(one, found, diagnostics));
  const moved = new Set(found.filter(({ edition }) => edition >= 0).map(({ post }) => post.id));
  return { posts: posts.filter(({ id }) => !moved.has(id)), translations, diagnostics };
}

/** Posts by the names a writer may call them; the strongest name comes first. */
function nameOriginals(posts: readonly Post[]): Map<string, PostId> {
  const names = new Map<string, PostId>();
  const kinds: ((post: Post) => string)[] = [
    ({ id }) => id,
    ({ slug }) => slug,
    ({ source }) => source,
    ({ source }) => withoutExtension(source.replace(/^_(posts|drafts)\//, '')),
    ({ title }) => title,
    ({ route }) => route,
  ];
  for (const nameOf of kinds) {
    for (const post of posts) {
      const name = nameOf(post).normalize('NFC');
      if (name !== '' && !names.has(name)) names.set(name, post.id);
    }
  }
  return names;
}

interface Search {
  readonly names: ReadonlyMap<string, PostId>;
  readonly config: Config;
}

function readTranslation(post: Post, { names, config }: Search, diagnostics: Diagnostic[]): Translation[] {
  const target = (post.translation ?? '').trim().normalize('NFC').replace(/^\/+/, '');
  const languages = [siteLanguage(config), ...config.editions.map(({ lang }) => lang)];
  if (post.lang === undefined) {
    diagnostics.push(diagnose('edition/translation-language', { lang: languages[1] ?? 'en' }, startOf(post.id)));
    return [];
  }
  const original = names.get(target) ?? names.get(withoutExtension(target)) ?? names.get(`${target}/`);
  if (original === undefined) {
    diagnostics.push(diagnose('edition/translation-missing', { target }, startOf(post.id)));
    return [];
  }
  return [{ post, original, edition: Math.max(-1, matchLanguage(post.lang, languages) - 1) }];
}

/** The first of two that want one place has it, and the second is told. */
function isFirst(one: Translation, all: readonly Translation[], diagnostics: Diagnostic[]): boolean {
  const first = all.find(({ original, edition }) => original === one.original && edition === one.edition);
  if (first === one || first === undefined || one.edition < 0) return true;
  diagnostics.push(diagnose('edition/translation-twice', { other: first.post.id }, startOf(one.post.id)));
  return false;
}
