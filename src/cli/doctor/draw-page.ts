/**
 * The findings as one page for whoever owns the blog.
 */

import type { Diagnostic, Location } from '../../base/diagnostic.ts';
import type { Language } from '../../base/language.ts';
import { fillIn } from '../../base/text.ts';
import { quoteScalar } from '../../content/fill-scaffold.ts';
import { describeIn } from '../../model/describe.ts';
import { isMap } from '../../model/post.ts';
import type { Findings } from './findings.ts';
import type { PluginFate } from './plugins.ts';
import type { DoctorWords } from './words/form.ts';

/** So many places of one kind are named; the rest are counted. */
const SHOWN_ERRORS = 20;
const SHOWN_OF_A_KIND = 2;

export interface Drawing {
  readonly words: DoctorWords;
  readonly language: Language;
  /** Draws a heading. */
  readonly bold: (text: string) => string;
  readonly publicDir: string;
  /** Where the document about moving lies. */
  readonly guide: string;
}

/** The lines of the page, without what `--write` does or proposes. */
export function* drawPage(findings: Findings, { words, language, bold, publicDir, guide }: Drawing): Generator<string> {
  const section = function* (name: keyof DoctorWords['sections'], lines: Iterable<string>): Generator<string> {
    const drawn = [...lines];
    if (drawn.length === 0) return;
    yield '';
    yield bold(words.sections[name]);
    for (const line of drawn) yield `  ${line}`;
  };
  yield bold(fillIn(words.title, { title: findings.blog.title }));
  yield* section('found', drawFound(findings, words));
  yield* section('differs', findings.blog.hexo ? drawDifferences(findings, words, guide) : []);
  yield* section('settings', drawSettings(findings, words));
  yield* section('hand', drawHand(findings, { words, language }));
  const next = findings.errors.length > 0 ? words.buildAfter : words.build;
  yield* section('next', [fillIn(next, { folder: publicDir }), words.check]);
}

function* drawFound({ blog, math, tags }: Findings, words: DoctorWords): Generator<string> {
  const { posts, pages, drafts, version = '', theme, renderer = words.unnamedRenderer } = blog;
  yield fillIn(words.counts, { posts, pages, drafts });
  if (blog.hexo) yield fillIn(words.hexo, { version: version.replace(/^[\^~]/, ''), theme, renderer });
  else yield words.notHexo;
  for (const fate of Object.keys(words.plugins).filter(isPluginFate)) {
    const names = blog.plugins.filter((plugin) => plugin.fate === fate).map(({ name }) => name.replace(/^hexo-/, ''));
    if (names.length > 0) yield fillIn(words.plugins[fate], { names: names.join(words.separator) });
  }
  const ways = math.delimiters.map(([sign]) => closeSign(sign)).join(words.separator);
  const outcome = math.failed === 0 ? words.noFailures : words.failures;
  yield math.total === 0 ? words.noFormulas : fillIn(words.formulas + outcome, { ...pickNumbers(math), ways });
  if (math.escaped.length > 0) yield fillIn(words.escaped, { posts: math.escaped.length, file: math.escaped[0] ?? '' });
  const known = tags.filter((tag) => tag.known).map(({ name, count }) => `${name} ×${count}`);
  if (known.length > 0) yield fillIn(words.tags, { names: known.join(words.separator) });
}

function isPluginFate(name: string): name is PluginFate {
  return ['built-in', 'abbrlink', 'deploy', 'diagrams', 'encrypt', 'foreign', 'left'].includes(name);
}

/** `\(` → `\(…\)`. */
function closeSign(sign: string): string {
  const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
  const last = sign.at(-1) ?? '';
  if (sign === '\\begin') return '\\begin{…}';
  return `${sign}…${closing[last] ? sign.slice(0, -1) + closing[last] : sign}`;
}

function pickNumbers({ total, failed, posts }: Findings['math']): Record<string, number> {
  return { total, failed, posts };
}

function* drawDifferences(findings: Findings, words: DoctorWords, guide: string): Generator<string> {
  const { differences, fresh } = findings;
  for (const { what, values } of differences) {
    const known = { ...values, ...(what === 'taken' && { keys: nameParts(findings, words) }) };
    const shown = Object.entries(known).map(([name, value]) => [name, listed(value, words)] as const);
    yield `• ${fillIn(words.differences[what], { ...Object.fromEntries(shown), guide })}`;
  }
  const things = fresh.map((thing) => words.newThings[thing]).join(words.separator);
  if (things !== '') yield `• ${fillIn(words.fresh, { things })}`;
}

function* drawSettings({ settings, frontMatter }: Findings, words: DoctorWords): Generator<string> {
  if (settings.same > 0) yield fillIn(words.sameSettings, { same: settings.same });
  const mapped = settings.mapped.map((row) => fillIn(words.mapped, row));
  if (mapped.length > 0) yield mapped.join(words.separator);
  for (const [why, keys] of groupByWhy(settings.left))
    yield fillIn(words.left, { why: words.reasons[why], keys: keys.join(words.separator) });
  const posts = frontMatter.map(({ key, why, posts: count }) => ({ key: `${key} ×${count}`, why }));
  for (const [why, keys] of groupByWhy(posts))
    yield fillIn(words.frontMatter, { why: words.reasons[why], keys: keys.join(words.separator) });
  for (const { key, suggestion, at } of settings.unknown)
    yield fillIn(chooseAdvice(key, suggestion, words), {
      key,
      suggestion: suggestion ?? '',
      place: at ? showPlace(at) : '',
    }).trim();
}

function chooseAdvice(key: string, suggestion: string | undefined, words: DoctorWords): string {
  if (suggestion === undefined) return words.unknownKey;
  return suggestion.endsWith(`.${key}`) ? words.unindented : words.misspelt;
}

function groupByWhy<Why>(rows: readonly { readonly key: string; readonly why: Why }[]): Map<Why, string[]> {
  const groups = new Map<Why, string[]>();
  for (const { key, why } of rows) groups.set(why, [...(groups.get(why) ?? []), key]);
  return groups;
}

type Telling = Pick<Drawing, 'words' | 'language'>;

function* drawHand(findings: Findings, { words, language }: Telling): Generator<string> {
  const { errors, warnings, tags, passwords, menu, homeRules, deadEntries } = findings;
  const unknown = tags.filter((tag) => !tag.known);
  const work = [errors, warnings, unknown, passwords, menu, homeRules, deadEntries];
  if (!findings.strayPosts && work.every((found) => found.length === 0)) yield words.noWork;
  if (findings.strayPosts) yield words.strayPosts;
  if (passwords.length > 0) yield fillIn(words.passwords, { posts: passwords.length, file: passwords[0] ?? '' });
  if (errors.length > 0) {
    yield fillIn(words.errors, { count: errors.length });
    for (const one of errors.slice(0, SHOWN_ERRORS)) yield `  ${drawProblem(one, language)}`;
    if (errors.length > SHOWN_ERRORS) yield `  ${countRest(errors.slice(SHOWN_ERRORS), words)}`;
  }
  for (const { name, count, at } of unknown) yield fillIn(words.unknownTag, { name, count, place: showPlace(at) });
  if (homeRules.length > 0) yield fillIn(words.homeRules, { rules: homeRules.join(words.separator) });
  if (deadEntries.length > 0) yield fillIn(words.deadEntries, { entries: deadEntries.join(words.separator) });
  if (menu.length > 0) yield* drawMenu(menu, words);
  if (warnings.length === 0) return;
  const count = fillIn(words.warnings, { count: warnings.length });
  yield `${count}${findings.asProposed ? words.asProposed : ''}${words.colon}`;
  for (const kind of groupByCode(warnings)) {
    // Two on one line of a post read the same.
    const distinct = [...new Map(kind.map((one) => [drawProblem(one, language), one])).entries()];
    for (const [text] of distinct.slice(0, SHOWN_OF_A_KIND)) yield `  ${text}`;
    const rest = distinct.slice(SHOWN_OF_A_KIND).map(([, one]) => one);
    if (rest.length > 0) yield `    ${countRest(rest, words)}`;
  }
}

/** What was taken over from a theme, in words. */
export function nameParts({ taken }: Findings, { takenParts }: DoctorWords): string[] {
  const { footer } = taken.settings;
  return Object.keys(taken.settings).map((key) => {
    // Of a footer most often only one of the two is there.
    const only = key === 'footer' && isMap(footer) && Object.keys(footer).length === 1 ? Object.keys(footer)[0] : key;
    return takenParts[only ?? key] ?? key;
  });
}

function listed(value: string | number | readonly string[], { separator }: DoctorWords): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : value.join(separator);
}

/** Lines to be copied. */
function* drawMenu(menu: Findings['menu'], words: DoctorWords): Generator<string> {
  yield words.menu;
  yield '  theme_config:';
  yield '    menu:';
  for (const { name, address } of menu) yield `      ${quoteScalar(name)}: ${quoteScalar(address)}`;
}

/** The commonest kind first. */
function groupByCode(found: readonly Diagnostic[]): Diagnostic[][] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const one of found) kinds.set(one.code, [...(kinds.get(one.code) ?? []), one]);
  return [...kinds.values()].sort((a, b) => b.length - a.length);
}

function drawProblem(diagnostic: Diagnostic, language: Language): string {
  const { message } = describeIn(language, diagnostic);
  return diagnostic.at ? `${showPlace(diagnostic.at)}  ${message}` : message;
}

function countRest(rest: readonly Diagnostic[], words: DoctorWords): string {
  return fillIn(words.more, { count: rest.length, files: new Set(rest.map(({ at }) => at?.file)).size });
}

function showPlace({ file, line }: Location): string {
  return `${file}:${line}`;
}
