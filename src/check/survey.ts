/**
 * A site as its readers' browsers see it: all files, what stands on each page, and which
 * addresses stand where. Texts are not kept.
 */
import { extensionOf, type Route, type SourcePath } from '../base/path.ts';
import { listQuoted, readHtml } from './read-html.ts';
import { readStyles } from './read-styles.ts';
import { type Home, resolveAddress, type Target } from './resolve-address.ts';
import { decodeAddress, type Use, type UseKind } from './use.ts';

/** A published file. */
export interface SiteFile {
  readonly route: Route;
  readonly bytes: number;
  /** The post, page or file it was made from; none for lists. */
  readonly source: SourcePath | undefined;
  /** The posts a list shows. */
  readonly posts: readonly SourcePath[];
}

/** A page or a stylesheet: a file that uses others. */
export interface Holder extends SiteFile {
  /** `undefined` for a stylesheet. */
  readonly anchors: ReadonlySet<string> | undefined;
  readonly uses: ReadonlySet<PlacedUse>;
}

/** An address, what it is used as, and all files in which it stands. */
export interface PlacedUse {
  readonly kind: UseKind;
  readonly address: string;
  readonly target: Target;
  readonly isOneOfMany: boolean;
  readonly holders: Holder[];
}

export class SiteSurvey {
  readonly home: Home;
  readonly files = new Map<Route, SiteFile>();
  readonly holders = new Map<Route, Holder>();
  /** Names of files, the last part of their address, which some text or attribute holds. */
  readonly mentioned = new Set<string>();
  readonly #uses = new Map<string, PlacedUse>();

  constructor(home: Home) {
    this.home = home;
  }

  get uses(): Iterable<PlacedUse> {
    return this.#uses.values();
  }

  /** A place of the site whose file may still come. */
  expect(route: Route): void {
    this.files.set(route, { route, bytes: 0, source: undefined, posts: [] });
  }

  /** Adds a file. Only the text of pages, styles and scripts is asked for. */
  add(file: SiteFile, text: () => string): void {
    this.files.set(file.route, file);
    const name = file.route === '' || file.route.endsWith('/') ? 'html' : extensionOf(file.route);
    if (name === 'html' || name === 'htm') this.#addPage(file, text());
    else if (name === 'css') this.#addHolder(file, readStyles(text()), {});
    else if (/^(m?js|json|webmanifest|xml|svg)$/.test(name)) this.#mention(listQuoted(text()));
  }

  /** Files that a text of the writer names are wanted, even if no page shows them: a cover, the pictures of a draft. */
  mention(text: string): void {
    this.#mention([text]);
  }

  #addPage(file: SiteFile, html: string): void {
    const { anchors, uses, mentions, base } = readHtml(html);
    this.#addHolder(file, uses, { anchors: new Set([...anchors].map(copyText)), base });
    this.#mention(mentions);
  }

  #addHolder(
    file: SiteFile,
    found: readonly Use[],
    { anchors, base }: { anchors?: ReadonlySet<string>; base?: string | undefined },
  ): void {
    const uses = new Set<PlacedUse>();
    const holder: Holder = { ...file, anchors, uses };
    for (const use of found) {
      const placed = this.#place(use, file.route, base);
      if (uses.has(placed)) continue;
      uses.add(placed);
      placed.holders.push(holder);
    }
    this.holders.set(file.route, holder);
  }

  /** A site has few addresses, each many times. */
  #place({ kind, address, isOneOfMany = false }: Use, from: Route, base: string | undefined): PlacedUse {
    const isFixed = base === undefined && /^(\/|[a-z][a-z0-9+.-]*:)/i.test(address);
    const key = [kind, isOneOfMany, address, isFixed ? '' : from, base ?? ''].join('\n');
    const known = this.#uses.get(key);
    if (known) return known;
    const target = resolveAddress(address, from, this.home, base);
    const placed = { kind, address: copyText(address), target, isOneOfMany, holders: [] };
    this.#uses.set(copyText(key), placed);
    return placed;
  }

  #mention(texts: readonly string[]): void {
    for (const text of texts)
      for (const [name] of text.matchAll(/[^/\\\s,;:?#"'()<>[\]{}]+\.\w{1,8}(?=$|[\s,;?#"')<>\]}])/g))
        this.mentioned.add(copyText(decodeAddress(name).normalize('NFC')));
  }
}

/** V8 keeps the whole text alive of which a piece was cut. */
function copyText(text: string): string {
  return Buffer.from(text).toString();
}
