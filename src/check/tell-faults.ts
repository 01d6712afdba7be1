/**
 * Faults → diagnostics: each at the place in the sources where its address was written.
 * What a layout writes on every page is told once, with the number of pages.
 */
import { type Diagnostic, type Location, locate, wholeOf } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { BrokenFault, Fault, Remedy } from './find-faults.ts';
import type { Home } from './resolve-address.ts';
import type { Holder, PlacedUse, SiteFile } from './survey.ts';
import { decodeAddress, type UseKind } from './use.ts';

export interface Telling {
  readonly home: Home;
  /** In bytes. */
  readonly pageBytes: number;
  /** The text of a source file, if it is one. */
  readonly textOf: (path: SourcePath) => string | undefined;
  /** Files that write on many pages: settings, data, layouts. */
  readonly shared: readonly SourcePath[];
  /** What the build has told of already. */
  readonly told: readonly Diagnostic[];
}

/** The diagnostics of all faults; none for what the build has told of. */
export function tellFaults(faults: readonly Fault[], telling: Telling): Diagnostic[] {
  const known = new Set(telling.told.flatMap(({ at, values }) => (at ? [`${at.file}\n${values.target}`] : [])));
  return faults.flatMap((fault) => tellFault(fault, telling, known));
}

function tellFault(fault: Fault, telling: Telling, known: ReadonlySet<string>): Diagnostic[] {
  switch (fault.kind) {
    case 'unused':
      return [diagnose('check/unused-asset', { target: `${telling.home.top}${fault.route}` }, wholeOf(fault.source))];
    case 'heavy':
      return [tellHeavy(fault.page, fault.bytes, telling)];
    case 'host':
      return [tellHost(fault.host, fault.uses, telling)];
    default:
      return tellBroken(fault, telling, known);
  }
}

function tellHeavy(page: SiteFile, bytes: number, { home, pageBytes }: Telling): Diagnostic {
  const values = {
    page: home.top + page.route,
    kilobytes: toKilobytes(bytes),
    html: toKilobytes(page.bytes),
    limit: toKilobytes(pageBytes),
  };
  return diagnose('check/heavy-page', values, page.source && wholeOf(page.source));
}

function toKilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}

const NAMES: Readonly<Record<UseKind, string>> = {
  link: 'The page',
  picture: 'The picture',
  'picture-for-others': 'The picture for previews',
  script: 'The script',
  style: 'The stylesheet',
  frame: 'The page in a frame',
  font: 'The font',
  media: 'The film or sound',
  other: 'The file',
};
const PLURALS: Readonly<Record<UseKind, string>> = {
  link: 'pages',
  picture: 'pictures',
  'picture-for-others': 'pictures',
  script: 'scripts',
  style: 'stylesheets',
  frame: 'pages in frames',
  font: 'fonts',
  media: 'films or sounds',
  other: 'files',
};

function tellHost(host: string, uses: readonly PlacedUse[], telling: Telling): Diagnostic {
  const { places } = findPlaces(uses, telling);
  const [kind = 'other'] = uses.map((use) => use.kind);
  const values = { host, what: PLURALS[kind], where: describeHolders(listHolders(uses), telling) };
  return diagnose('check/foreign-host', values, places[0] ?? findShared(uses, telling));
}

function tellBroken(fault: BrokenFault, telling: Telling, known: ReadonlySet<string>): Diagnostic[] {
  const { uses, target, anchor } = fault;
  const spellings = listAllSpellings(uses, telling.home);
  const isTold = (file: SourcePath | undefined): boolean =>
    file !== undefined && spellings.some((spelling) => known.has(`${file}\n${spelling}`));
  const values = {
    target,
    ...(anchor !== undefined && { anchor }),
    what: NAMES[uses[0].kind],
    suggestion: describeRemedy(fault.remedy),
  };
  const { places, rest } = findPlaces(uses, telling);
  const told = places
    .filter(({ file }) => !isTold(file))
    .map((at) => diagnose(CODES[fault.kind], { ...values, where: '' }, at));
  const others = rest.filter(({ source, posts }) => !isTold(source) && !posts.some(isTold));
  const [first] = others;
  if (!first) return told;
  const own = others.length === 1 || first.source?.endsWith('.html') ? first.source : undefined;
  const at = findShared(uses, telling) ?? (own && (findSpelling(own, spellings, telling) ?? wholeOf(own)));
  return [...told, diagnose(CODES[fault.kind], { ...values, where: describeHolders(others, telling) }, at)];
}

const CODES = { link: 'check/broken-link', file: 'check/missing-file', anchor: 'check/broken-anchor' } as const;

function describeRemedy({ meant, decomposed }: Remedy): string {
  if (meant === undefined) return 'Check its spelling.';
  return decomposed ? `Write its letters composed (NFC): \`${meant}\`.` : `Did you mean \`${meant}\`?`;
}

function describeHolders(holders: readonly Holder[], { home }: Telling): string {
  const [first] = holders;
  if (!first) return '';
  const page = home.top + first.route;
  return holders.length === 1 ? ` (on ${page})` : ` (on ${holders.length} pages, such as ${page})`;
}

function listHolders(uses: readonly PlacedUse[]): Holder[] {
  return [...new Set(uses.flatMap(({ holders }) => holders))];
}

/** Where the sources of its pages hold the address, and the pages which none of these explains. */
function findPlaces(uses: readonly PlacedUse[], telling: Telling): { places: Location[]; rest: Holder[] } {
  const places = new Map<SourcePath, Location>();
  for (const use of uses) {
    const spellings = listSpellings(use, telling.home);
    for (const { source } of use.holders) {
      // Pages that another program drew repeat its layout.
      if (!source || places.has(source) || /\.html?$/i.test(source)) continue;
      const at = findSpelling(source, spellings, telling);
      if (at) places.set(source, at);
    }
  }
  const isExplained = ({ source, posts }: Holder): boolean =>
    (source !== undefined && places.has(source)) || posts.some((post) => places.has(post));
  return { places: [...places.values()], rest: listHolders(uses).filter((holder) => !isExplained(holder)) };
}

function findShared(uses: readonly PlacedUse[], telling: Telling): Location | undefined {
  const spellings = listAllSpellings(uses, telling.home).filter((spelling) => spelling.length > 3);
  for (const path of telling.shared) {
    const at = findSpelling(path, spellings, telling);
    if (at) return at;
  }
  return undefined;
}

function findSpelling(path: SourcePath, spellings: readonly string[], { textOf }: Telling): Location | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  for (const spelling of spellings)
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1))
      if (ENDS.test(text.charAt(at + spelling.length)) && !isRemark(path, text, at))
        return locate(path, text, at, spelling.length);
  return undefined;
}

/** Whether a line of settings is switched off. */
function isRemark(path: SourcePath, text: string, at: number): boolean {
  return /\.ya?ml$/.test(path) && /^\s*#/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

/** What may follow an address: `/a` is not written in `/about/`. */
const ENDS = /^$|[\s"'`()<>[\]{}?#,;|\\，。；、（）「」]/;

function listAllSpellings(uses: readonly PlacedUse[], home: Home): string[] {
  return [...new Set(uses.flatMap((use) => listSpellings(use, home)))];
}

/** The ways in which a writer may have written an address, the longest first. */
function listSpellings({ address }: PlacedUse, { url, top }: Home): string[] {
  const spellings = new Set<string>();
  const add = (text: string): void => {
    if (text.length > 1)
      for (const form of [text, decodeAddress(text), decodeAddress(text).normalize('NFD')]) spellings.add(form);
  };
  const origin = new URL(url).origin;
  const path = address.startsWith(origin) ? address.slice(origin.length) : address;
  const below = path.startsWith(top) ? path.slice(top.length - 1) : path;
  for (const whole of [address, path, below]) {
    add(whole);
    add(whole.replace(/[?#].*$/s, ''));
  }
  const fragment = /#(.+)$/s.exec(address)?.[1];
  if (fragment !== undefined) add(`#${fragment}`);
  return [...spellings];
}
