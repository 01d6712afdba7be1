/**
 * The settings of a theme made for Hexo → those of `mist` that say the same: menu, picture,
 * icon, accounts, licence, year, registration. Themes write them in many ways; the forms
 * here are those of NexT 5–8, Butterfly, Fluid, Redefine, Icarus, Matery, Volantis,
 * Yilia, Maupassant and Landscape, each known by its shape, not by the theme's name.
 */
import type { Data } from '../model/post.ts';
import { isMap } from './read-yaml.ts';

export type Settings = Readonly<Record<string, Data>>;

const MENU = ['menu', 'navbar.menu', 'navbar.links', 'header.menu', 'nav'];
const AVATAR = ['avatar', 'defaults.avatar', 'profile.avatar', 'about.avatar', 'sidebar.avatar', 'author.avatar'];
const FAVICON = ['favicon', 'defaults.favicon', 'head.favicon'];
const SOCIAL = ['social', 'social_links', 'profile.social_links', 'home_banner.social_links.links', 'subnav'];
const LICENCE = ['creative_commons', 'post_copyright'];
const SINCE = ['footer.since', 'footer.owner.since', 'since'];
const REGISTRATION = ['footer.beian', 'beian'];

/**
 * What `mist` can show of the settings; keys without anything to show are left out.
 *
 * @param isPublished - whether the site has a file at this address, `/images/a.png`
 */
export function mapThemeSettings(settings: Settings, isPublished: (address: string) => boolean): Settings {
  const first = <Found>(paths: readonly string[], read: (value: Data) => Found | undefined): Found | undefined => {
    for (const path of paths) {
      const value = findValue(settings, path);
      const found = value === undefined ? undefined : read(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const readPicture = (value: Data): string | undefined => {
    const address = readAddress(listPictures(value).find((one) => one !== ''));
    return address !== undefined && (isElsewhere(address) || isPublished(address)) ? address : undefined;
  };
  const footer = dropEmpty({ since: first(SINCE, readYear), icp: first(REGISTRATION, readRegistration) });
  return dropEmpty({
    menu: first(MENU, readEntries),
    avatar: first(AVATAR, readPicture),
    favicon: first(FAVICON, readPicture),
    social: first(SOCIAL, readEntries),
    licence: first(LICENCE, readLicence),
    footer: Object.keys(footer).length > 0 ? footer : undefined,
  });
}

function dropEmpty(found: Readonly<Record<string, Data | undefined>>): Record<string, Data> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** `navbar.menu` → what stands there. */
function findValue(settings: Settings, path: string): Data | undefined {
  let value: Data | undefined = settings;
  for (const key of path.split('.')) value = isMap(value) ? value[key] : undefined;
  return value;
}

const ADDRESS_KEYS = ['url', 'path', 'link', 'href', 'directory', 'default'];
const NAME_KEYS = ['name', 'title', 'label', 'text', 'key', 'page'];
const INNER_KEYS = ['submenus', 'submenu', 'children', 'items'];
/** Keys beside entries, or within one, whose value looks like an address and is a picture's. */
const PICTURES = new Set(['icon', 'logo', 'img', 'image']);
/** NexT goes three deep. */
const DEEPEST = 3;

/**
 * The entries of a menu or a list of accounts, name by name; those within groups stand in
 * a row with the others. `undefined` if there is none.
 */
function readEntries(value: Data): Record<string, string> | undefined {
  const entries = listEntries(value, DEEPEST);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

type Entry = readonly [name: string, address: string];

function listEntries(value: Data, depth: number): Entry[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item: Data) => listEntries(nameItem(item), depth));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (PICTURES.has(key)) return [];
    if (isMap(item)) return listGroup(key, item, depth);
    if (Array.isArray(item)) return listEntries(item, depth - 1);
    const address = typeof item === 'string' ? readAddress(item) : undefined;
    return address === undefined || !isTarget(item) ? [] : [[nameEntry(key, item), address] as const];
  });
}

/** `{name: 首頁, url: /}` → `{首頁: {url: /}}`. */
function nameItem(item: Data): Data {
  if (!isMap(item)) return item;
  const name = NAME_KEYS.map((key) => item[key]).find((found) => typeof found === 'string' && found !== '');
  return typeof name === 'string' ? { [name]: item } : item;
}

function listGroup(key: string, item: Settings, depth: number): Entry[] {
  const address = ADDRESS_KEYS.map((name) => readAddress(item[name])).find((found) => found !== undefined);
  const own: Entry[] = address === undefined ? [] : [[nameEntry(key, undefined), address]];
  // Addresses within a `default` are written from there (NexT), which no other theme has.
  if (item.default !== undefined) return own;
  const inner = INNER_KEYS.map((name) => item[name]).find((found) => found !== undefined && found !== null);
  if (inner !== undefined) return [...own, ...listEntries(inner, depth - 1)];
  return address === undefined ? listEntries(item, depth - 1) : own;
}

/** `home`, and of `fab fa-github: https://… || GitHub` the name behind the address. */
function nameEntry(key: string, value: Data | undefined): string {
  const [name = ''] = splitParts(key);
  if (!/(^|\s)(fa[brs]?|icon|iconfont)[\s-]/.test(name)) return name;
  const [, label] = typeof value === 'string' ? splitParts(value) : [];
  return label || (/fa-(?!fw\b)([\w-]+)/.exec(name)?.[1] ?? name);
}

function splitParts(text: string): string[] {
  return text.split('||').map((part) => part.trim());
}

/** Of a row without a key for its address: `/about/`, `archives/`, `https://…`, but no other word. */
function isTarget(value: Data | undefined): boolean {
  const [address = ''] = typeof value === 'string' ? splitParts(value) : [];
  return /[/@]|^\.$/.test(address);
}

/** `/about || fa fa-user` → `/about`; `undefined` for what leads nowhere. */
function readAddress(value: Data | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [address = ''] = splitParts(value);
  if (address === '' || /^(#|javascript:)/i.test(address)) return undefined;
  if (isElsewhere(address) || address.startsWith('/')) return address;
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^\.?$/.test(address) ? '/' : `/${address.replace(/^\.\//, '')}`;
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

/** `/a.png`, `{url: /a.png}`, `{medium: …, small: …}`. */
function listPictures(value: Data): string[] {
  if (typeof value === 'string') return [value];
  if (!isMap(value)) return [];
  return ['url', 'img', 'src', 'medium', 'small'].flatMap((key) => {
    const found = value[key];
    return typeof found === 'string' ? [found] : [];
  });
}

/** The licence that stands below posts: `by-nc-sa`; NexT names one also where it shows none. */
function readLicence(value: Data): string | undefined {
  if (isMap(value) && value.post !== true && value.enable !== true) return undefined;
  const name = isMap(value) ? value.license : value;
  return typeof name === 'string' ? /\b(by(-nc)?(-nd|-sa)?|zero)\b/i.exec(name)?.[0].toLowerCase() : undefined;
}

function readYear(value: Data): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year > 1990 && year < 3000 ? year : undefined;
}

function readRegistration(value: Data): string | undefined {
  if (!isMap(value) || value.enable === false) return undefined;
  const number = value.icp ?? value.icp_text;
  return typeof number === 'string' && number !== '' ? number : undefined;
}
