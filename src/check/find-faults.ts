/**
 * What is wrong with a surveyed site: addresses that lead nowhere, files nobody uses,
 * pages that are too heavy, hosts that nobody allowed.
 */
import { type Route, type SourcePath, toRoute } from '../base/path.ts';
import type { PlacedUse, SiteFile, SiteSurvey } from './survey.ts';

/** An address that leads nowhere, and everything that stands for it. */
export interface BrokenFault {
  readonly kind: 'link' | 'file' | 'anchor';
  /** Of one kind each; written in different ways on different pages. */
  readonly uses: readonly [PlacedUse, ...PlacedUse[]];
  /** As people read it: from the top of the host, decoded. */
  readonly target: string;
  /** The name that the page lacks. */
  readonly anchor?: string;
  readonly remedy: Remedy;
}

export type Fault =
  | BrokenFault
  | { readonly kind: 'unused'; readonly route: Route; readonly source: SourcePath }
  | { readonly kind: 'heavy'; readonly page: SiteFile; readonly bytes: number }
  | { readonly kind: 'host'; readonly host: string; readonly uses: readonly PlacedUse[] };

/** What was probably meant, if there is something. */
export interface Remedy {
  readonly meant?: string;
  /** The letters are the same, but not composed. */
  readonly decomposed?: boolean;
}

export interface Limits {
  /** The weight of a page in bytes. */
  readonly pageBytes: number;
  /** Hosts that pages may load from; `*.example.com` means all below it. */
  readonly allowedHosts: readonly string[];
  /** Files of the writer which should be used, by their address. */
  readonly assets: ReadonlyMap<Route, SourcePath>;
}

/** All faults of a site whose last file was added. */
export function findFaults(survey: SiteSurvey, limits: Limits): Fault[] {
  return [
    ...mergeFaults(findBroken(survey)),
    ...findUnused(survey, limits.assets),
    ...findHeavy(survey, limits.pageBytes),
    ...findForeign(survey, limits.allowedHosts),
  ];
}

/** One place is written in many ways, `../x` and `/x`; what a layout writes is one fault on all pages. */
function mergeFaults(faults: Iterable<BrokenFault>): BrokenFault[] {
  const merged = new Map<string, BrokenFault>();
  for (const fault of faults) {
    const [use] = fault.uses;
    const isOwnPage = use.address.startsWith('#');
    const key = [fault.kind, use.kind, isOwnPage ? use.address : fault.target, fault.anchor].join('\n');
    const same = merged.get(key);
    merged.set(key, same ? { ...same, uses: [...same.uses, use] } : fault);
  }
  const shown = new Set(
    [...merged.values()].flatMap(({ uses: [{ kind }], target }) => (kind === 'picture' ? target : [])),
  );
  // A picture of the page that is missing need not be told of again as the picture of its preview.
  return [...merged.values()].filter(
    ({ uses: [{ kind }], target }) => kind !== 'picture-for-others' || !shown.has(target),
  );
}

function* findBroken(survey: SiteSurvey): Generator<BrokenFault> {
  const lookup = createLookup(survey);
  for (const use of survey.uses) {
    const { target, address } = use;
    const kind = use.kind === 'link' || use.kind === 'frame' ? 'link' : 'file';
    const tell = (shown: string, remedy: Remedy): BrokenFault => ({ kind, uses: [use], target: shown, remedy });
    if (target.where === 'nowhere') yield tell(address, {});
    if (target.where === 'above') {
      const meant = lookup.find(toRoute(target.path));
      // Another site may live beside this one: only what this site has was meant.
      if (meant !== undefined && meant !== '') yield tell(target.path, { meant: lookup.show(meant) });
    }
    if (target.where !== 'site') continue;
    const route = lookup.find(target.route);
    if (route === undefined) yield tell(lookup.show(target.route), lookup.guess(target.route));
    else if (target.path !== target.path.normalize('NFC'))
      yield tell(lookup.show(route), { meant: lookup.show(route), decomposed: true });
    else yield* findBrokenAnchor(use, target.fragment, route, survey);
  }
}

function* findBrokenAnchor(
  use: PlacedUse,
  fragment: string,
  route: Route,
  { home, holders }: SiteSurvey,
): Generator<BrokenFault> {
  const anchors = holders.get(route)?.anchors;
  const anchor = fragment.replace(/:~:.*$/s, '');
  // `#top` is the top of any page (HTML § 7.4.6.4); a script may read what begins with `/` or `!`.
  if (!anchors || use.kind !== 'link' || anchor === '' || /^(top$|[/!])/i.test(anchor) || anchors.has(anchor)) return;
  const wanted = foldName(anchor);
  const meant = [...anchors].find((name) => foldName(name) === wanted);
  const remedy = meant === undefined ? {} : { meant: `#${meant}` };
  yield { kind: 'anchor', uses: [use], target: home.top + route, anchor, remedy };
}

/** Names that differ in case, in hyphens and in composition only are those of one thing, made by two programs. */
function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-–—.。、，,:：;；!！?？()（）「」“”'"‘’`*$\\]+/g, '');
}

interface Lookup {
  /** What a server finds for an address. */
  find(route: Route): Route | undefined;
  guess(route: Route): Remedy;
  show(route: Route): string;
}

function createLookup({ files, home }: SiteSurvey): Lookup {
  const byName = new Map<string, Route[]>();
  for (const route of files.keys()) {
    const name = lastPart(route);
    const same = byName.get(name);
    if (same) same.push(route);
    else byName.set(name, [route]);
  }
  const show = (route: Route): string => home.top + route;
  return {
    show,
    find: (route) => [route, `${route}/`, `${route}.html`].map(toRoute).find((candidate) => files.has(candidate)),
    guess(route) {
      const same = byName.get(lastPart(route)) ?? [];
      const meant =
        same.find((other) => other.toLowerCase() === route.toLowerCase()) ?? (same.length === 1 ? same[0] : undefined);
      return meant === undefined ? {} : { meant: show(meant) };
    },
  };
}

function lastPart(route: Route): string {
  return (route.replace(/\/$/, '').split('/').at(-1) ?? '').replace(/\.html$/, '').toLowerCase();
}

/** Files which browsers, hosts and search engines ask for by their name. */
const ASKED_FOR =
  /^(favicon\.\w+|apple-touch-icon[^/]*|cname|robots\.txt|ads\.txt|humans\.txt|security\.txt|llms\.txt|license(\.\w+)?|readme(\.\w+)?|_headers|_redirects|[^/]*\.(xml|txt|toml|ya?ml|webmanifest|json)|sw\.js|service-worker\.js)$|(^|\/)\.|\.html?$/i;

function* findUnused(survey: SiteSurvey, assets: Limits['assets']): Generator<Fault> {
  const used = new Set<Route>();
  for (const { target } of survey.uses) if (target.where === 'site') used.add(target.route);
  for (const [route, source] of assets) {
    const isNamed = survey.mentioned.has(route.split('/').at(-1) ?? '');
    if (!used.has(route) && !isNamed && !ASKED_FOR.test(route)) yield { kind: 'unused', route, source };
  }
}

function* findHeavy({ holders, files }: SiteSurvey, limit: number): Generator<Fault> {
  for (const page of holders.values()) {
    if (!page.anchors) continue;
    const loaded = new Set<Route>([page.route]);
    for (const use of page.uses)
      if (!use.isOneOfMany && LOADED.has(use.kind) && use.target.where === 'site') loaded.add(use.target.route);
    let bytes = 0;
    for (const route of loaded) bytes += files.get(route)?.bytes ?? 0;
    if (bytes > limit) yield { kind: 'heavy', page, bytes };
  }
}

/** What a browser fetches to show a page; films and frames wait for the reader. */
const LOADED = new Set(['picture', 'script', 'style', 'font']);

function* findForeign({ uses }: SiteSurvey, allowed: readonly string[]): Generator<Fault> {
  const byHost = new Map<string, PlacedUse[]>();
  for (const use of uses) {
    if (use.target.where !== 'foreign' || use.kind === 'link' || use.kind === 'picture-for-others') continue;
    const { host } = use.target;
    byHost.set(host, [...(byHost.get(host) ?? []), use]);
  }
  for (const [host, those] of byHost)
    if (!allowed.some((name) => isHost(host, name))) yield { kind: 'host', host, uses: those };
}

function isHost(host: string, allowed: string): boolean {
  const name = allowed.toLowerCase();
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) || host === name.slice(2) : host === name;
}
