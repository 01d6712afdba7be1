/**
 * The settings of a theme made for Hexo → those of `mist` that say the same: menu, picture,
 * icon, accounts, links to friends, licence, year, registration. Themes write them in many ways; the forms
 * here are those of NexT 5–8, Butterfly, Fluid, Redefine, Icarus, Matery, Volantis, Stellar,
 * ShokaX, Keep, Kratos, Solitude, Yilia, Ayer, Cactus, Maupassant and Landscape, each known
 * by its shape, not by the theme's name.
 */
import { type Data, isMap } from '../model/post.ts';

export type Settings = Readonly<Record<string, Data>>;

const MENU = ['menu', 'menubar.items', 'navbar.menu', 'navbar.links', 'header.menu', 'nav'];
const AVATAR = [
  ...['avatar', 'defaults.avatar', 'profile.avatar', 'about.avatar', 'sidebar.avatar', 'author.avatar', 'info.avatar'],
  ...[
    'base_info.avatar',
    'image.avatar',
    'logo.avatar',
    'aside.my_card.author',
    'sidebar.widget_library.blogger.avatar',
  ],
];
const FAVICON = [
  'favicon',
  'defaults.favicon',
  'head.favicon',
  'icon.favicon',
  'site.icon',
  'base_info.favicon',
  'image.favicon',
];
const SOCIAL = [
  ...['social', 'social_links', 'profile.social_links', 'home_banner.social_links.links', 'subnav', 'socialLink'],
  ...['social_contact.links', 'footer.social', 'site_footer.social', 'sidebar.widget_library.blogger.social'],
  ...['about.icons', 'aside.my_card.information', 'info.outlinkitem', 'footer.links'],
];
/** Friends' sites in a sidebar: NexT's and Maupassant's, Yilia's, Icarus'. */
const LINKS = ['links', 'friends', 'widgets'];
const LICENCE = [
  'creative_commons',
  'post_copyright',
  'articles.copyright',
  'post.copyright',
  'post.default.copyright',
  'reprint',
  'article.license',
];
/** A link for each part of a licence: Icarus'. */
const LICENCE_LINKS = ['article.licenses', 'footer.links'];
const SINCE = [
  'footer.since',
  'footer.owner.since',
  'footer.start',
  'since',
  'copyright.start_year',
  'uptime.since',
  'time.year',
];

/**
 * What `mist` can show of the settings; keys without anything to show are left out.
 *
 * @param isPublished - whether the site has a file at this address, `/images/a.png`
 * @param root - of the site; addresses may be written with it or without
 */
export function mapThemeSettings(written: Settings, isPublished: (address: string) => boolean, root = '/'): Settings {
  const settings: Settings = { profile: findProfile(written), ...written };
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
    if (address === undefined || isElsewhere(address)) return address;
    const own = dropRoot(address, root);
    return isPublished(own.replace(/[?#].*$/, '')) ? own : undefined;
  };
  const footer = dropEmpty({ since: first(SINCE, readYear), icp: findRegistration(settings) });
  return dropEmpty({
    menu: first(MENU, (value) => readEntries(value, root)),
    avatar: first(AVATAR, readPicture),
    favicon: first(FAVICON, readPicture),
    social: first(SOCIAL, (value) => readAccounts(value, root)),
    links: first(LINKS, (value) => readLinks(value, root)),
    friends: readFriends(settings.links ?? null),
    licence: first(LICENCE, readLicence) ?? first(LICENCE_LINKS, joinLicences),
    footer: Object.keys(footer).length > 0 ? footer : undefined,
  });
}

/** The widget of Icarus that has the picture and the accounts. */
function findProfile({ widgets = null }: Settings): Data {
  const list = Array.isArray(widgets) ? widgets : [];
  return list.find((one) => isMap(one) && one.type === 'profile') ?? null;
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
const NAME_KEYS = ['name', 'title', 'label', 'text', 'tip', 'key', 'page'];
const INNER_KEYS = ['submenus', 'submenu', 'children', 'child', 'items'];
/** Keys beside entries, or within one, whose value looks like an address and is a picture's. */
const PICTURES = new Set(['icon', 'logo', 'img', 'image']);
/** NexT goes three deep. */
const DEEPEST = 3;

/**
 * The entries of a menu or a list of accounts, name by name; those within groups stand in
 * a row with the others. `undefined` if there is none.
 */
function readEntries(value: Data, root: string): Record<string, string> | undefined {
  const inner = isMap(value) ? INNER_KEYS.map((key) => value[key]).find(Array.isArray) : undefined;
  const entries = listEntries(inner ?? value, DEEPEST).map(
    ([name, address]) => [name, dropRoot(address, root)] as const,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Accounts; Icarus has the licence among them. */
function readAccounts(value: Data, root: string): Record<string, string> | undefined {
  const accounts = Object.entries(readEntries(value, root) ?? {}).filter(
    ([, address]) => !address.includes('//creativecommons.org/'),
  );
  return accounts.length > 0 ? Object.fromEntries(accounts) : undefined;
}

/** Friends' sites that stand in a sidebar; those that have a page of their own are not among them. */
function readLinks(value: Data, root: string): Record<string, string> | undefined {
  if (readFriends(value) || (isMap(value) && value.enable === false)) return undefined;
  if (!Array.isArray(value) || !value.some((one) => isMap(one) && one.type !== undefined))
    return readEntries(value, root);
  const widget = value.find((one) => isMap(one) && one.type === 'links');
  return isMap(widget) ? readEntries(widget.links ?? null, root) : undefined;
}

/** Fluid's friends, with their pictures and what they write about: it makes a page of them, at `/links/`. */
function readFriends(value: Data): Data[] | undefined {
  if (!isMap(value) || value.enable === false || !Array.isArray(value.items)) return undefined;
  return value.items.some(isMap) ? [...value.items] : undefined;
}

/** `/blog/about/` → `/about/` on a site that lies at `/blog/`: themes put it before again. */
function dropRoot(address: string, root: string): string {
  return root !== '/' && address.startsWith(root) ? address.slice(root.length - 1) : address;
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

/** `{name: 首頁, url: /}` and Butterfly's `首頁 || / || icon` → `{首頁: …}`; an account may be named by its icon alone. */
function nameItem(item: Data): Data {
  if (typeof item === 'string') {
    const [name = '', address] = splitParts(item);
    return isTarget(address) && name !== '' ? { [name]: address ?? '' } : item;
  }
  if (!isMap(item)) return item;
  const name = [...NAME_KEYS, 'icon', 'class', 'img']
    .map((key) => item[key])
    .find((found) => typeof found === 'string' && found !== '');
  return typeof name === 'string' ? { [name]: item } : item;
}

function listGroup(key: string, item: Settings, depth: number): Entry[] {
  const address = ADDRESS_KEYS.map((name) => readAddress(item[name])).find((found) => found !== undefined);
  const own: Entry[] = address === undefined ? [] : [[nameEntry(key, undefined), address]];
  // NexT writes addresses below a `default` from there; ShokaX, with `/` for it, from the top.
  if (item.default !== undefined) return address === '/' ? listEntries(withoutDefault(item), depth - 1) : own;
  const inner = INNER_KEYS.map((name) => item[name]).find((found) => found !== undefined && found !== null);
  if (inner !== undefined) return [...own, ...listEntries(inner, depth - 1)];
  return address === undefined ? listEntries(item, depth - 1) : own;
}

function withoutDefault(item: Settings): Settings {
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'default'));
}

/** `home`, and of `fab fa-github: https://… || GitHub` the name behind the address; of an icon alone its own: `github`. */
function nameEntry(key: string, value: Data | undefined): string {
  const [name = ''] = splitParts(key);
  const picture = /([^/\\]+)\.(?:svg|png|jpe?g|webp|ico)$/i.exec(name)?.[1];
  const icon = /(?:^|\s)(?:fa[brs]?|icon\w*|fa-\w+)[\s-]/.test(name)
    ? (/(?:fa|icon)-(?!fw\b|brands\b|solid\b|regular\b)([\w-]+)/.exec(name)?.[1] ?? name)
    : undefined;
  if (picture === undefined && icon === undefined) return USUAL.get(name) ?? name;
  const [, label] = typeof value === 'string' ? splitParts(value) : [];
  return label || (picture ?? icon ?? name);
}

/** Keys that other themes have words for, as `mist` has them. */
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({ archive: 'archives', category: 'categories', tag: 'tags', link: 'links' }),
);

function splitParts(text: string): string[] {
  return text.split('||').map((part) => part.trim());
}

/** Of a row without a key for its address: `/about/`, `archives/`, `https://…`, but no other word. */
function isTarget(value: Data | undefined): boolean {
  const [address = ''] = typeof value === 'string' ? splitParts(value) : [];
  return /^(\/|\.{1,2}\/)|^[a-z]+:|\/$|@|^\.$|\.html?$/i.test(address) && !/\.(css|js|woff2?)$/i.test(address);
}

/** What an entry may lead to: nothing that a browser would run. */
const SCHEMES = /^(https?|mailto|tel|tencent|weixin|skype|xmpp):/i;

/** `/about || fa fa-user` → `/about`; `undefined` for what leads nowhere. */
function readAddress(value: Data | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [address = ''] = splitParts(value);
  if (address === '' || address.startsWith('#')) return undefined;
  if (isElsewhere(address)) return address.startsWith('//') || SCHEMES.test(address) ? address : undefined;
  if (address.startsWith('/')) return address;
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^\.?$/.test(address) ? '/' : `/${address.replace(/^\.\//, '')}`;
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

/** `/a.png`, `[/a.png](/about/)`, `{url: /a.png}`, `{medium: …, small: …}`, `{desktop: {url: …}}`. */
function listPictures(value: Data): string[] {
  if (typeof value === 'string') return [/^\[([^\]]+)\]\(/.exec(value)?.[1] ?? value];
  if (!isMap(value) || value.enable === false) return [];
  return ['url', 'img', 'src', 'medium', 'small', 'desktop'].flatMap((key) => listPictures(value[key] ?? null));
}

/** The licence that stands below posts: `by-nc-sa`; NexT names one also where it shows none. Ours are of version 4. */
function readLicence(value: Data): string | undefined {
  if (isMap(value) && (value.post === false || value.enable === false)) return undefined;
  const name = isMap(value) ? (value.license ?? value.default) : value;
  if (typeof name !== 'string') return undefined;
  const text = name.replaceAll('_', '-').toLowerCase();
  const [, code, version = '4.0'] =
    /^(?:cc[- ])?(by(?:-nc)?(?:-nd|-sa)?|zero|cc0)(?:[- ](\d\.\d).*)?$/.exec(text) ??
    /(?:creativecommons\.org\/(?:licenses|publicdomain)\/|\bcc[- ])(by(?:-nc)?(?:-nd|-sa)?|zero)(?![a-z])(?:[/ -](\d\.\d))?/.exec(
      text,
    ) ??
    [];
  if (code === undefined) return undefined;
  if (code === 'zero' || code === 'cc0') return 'zero';
  return version === '4.0' ? code : undefined;
}

/** The licence of which each link names a part: `by`, `by-nc` → `by-nc`. */
function joinLicences(value: Data): string | undefined {
  const found = listEntries(value, DEEPEST).flatMap(([, address]) => readLicence(address) ?? []);
  const parts = new Set(found.flatMap((licence) => licence.split('-')));
  const order = ['by', 'nc', 'nd', 'sa', 'zero'].filter((part) => parts.has(part));
  return order.length > 0 ? order.join('-') : undefined;
}

/** `2015`, `2015/8/1`. */
function readYear(value: Data): number | undefined {
  const year = Number(/^(\d{4})(?!\d)/.exec(String(value))?.[1]);
  return year > 1990 && year < 2100 ? year : undefined;
}

/** The number with which a site is registered in China (備案), wherever the theme has it, unless it is switched off. */
function findRegistration(value: Data): string | undefined {
  if (typeof value === 'string') return REGISTRATION.exec(value)?.[0];
  if (typeof value !== 'object' || value === null || (isMap(value) && value.enable === false)) return undefined;
  for (const inner of Object.values(value)) {
    const found = findRegistration(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const REGISTRATION =
  /[京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊]ICP[备備]\s*\d+[号號](?:-\d+)?/;
