/**
 * Pages without a text, which themes for Hexo fill from `_data`: links to friends
 * (Butterfly, Redefine, Matery, Volantis) and photographs (Redefine); or from their
 * settings (Fluid).
 */
import { joinPath } from '../base/path.ts';
import { type Data, isMap } from './post.ts';

export interface Friend {
  readonly name: string;
  /** The first letter of the name, to stand in for a picture. */
  readonly initial: string;
  readonly url: string;
  readonly about: string;
  readonly picture: string;
}

export interface FriendGroup {
  /** `''` for friends in no group. */
  readonly name: string;
  readonly about: string;
  readonly friends: readonly Friend[];
}

export interface Photo {
  readonly url: string;
  readonly title: string;
}

/** What tells which kind a page is of: `type` of its front matter, and where it lies (`links/`). */
export interface ShownPage {
  readonly type: unknown;
  readonly path: string;
}

type DataFiles = Readonly<Record<string, Data>>;
type Row = Readonly<Record<string, Data>>;

const FRIENDS = { page: /^(friends?|links?|flink|友[链鏈])$/i, files: ['link', 'links', 'friends', 'friend', 'flink'] };
const PHOTOS = {
  page: /^(photos?|gallery|masonry|albums?)$/i,
  files: ['masonry', 'photos', 'gallery', 'album', 'albums'],
};

/**
 * The friends that a page of friends shows, group by group, those in none first; no group for another page.
 *
 * @param settings - what the theme is told of friends, for a site whose `_data` says nothing
 */
export function listFriends(page: ShownPage, data: DataFiles, settings?: Data): FriendGroup[] {
  const rows = findRows(page, data, FRIENDS, settings);
  const single = rows.flatMap(readFriend);
  const groups = rows.flatMap((row) => {
    const friends = listRows(row.link_list ?? row.list ?? row.items ?? row.links).flatMap(readFriend);
    const name = readText(row, ['class_name', 'links_category', 'group_name', 'group', 'name', 'title']);
    return friends.length > 0 ? [{ name, about: readText(row, ['class_desc', 'description']), friends }] : [];
  });
  return single.length > 0 ? [{ name: '', about: '', friends: single }, ...groups] : groups;
}

function readFriend(row: Row): Friend[] {
  const [name, url] = [readText(row, ['name', 'title']), readText(row, ['link', 'url'])];
  if (name === '' || !isAddress(url)) return [];
  const about = readText(row, ['descr', 'description', 'desc', 'introduction', 'intro']);
  const [initial = ''] = name;
  return [{ name, initial, url, about, picture: readText(row, ['avatar', 'image', 'img']) }];
}

/** The pictures that a page of photographs shows; none for another page. */
export function listPhotos(page: ShownPage, data: DataFiles): Photo[] {
  const rows = findRows(page, data, PHOTOS);
  const folder = page.path.replace(/[^/]*$/, '');
  const all = rows.flatMap((row) => {
    const inner = row.list ?? row.items ?? row.images ?? row.photos;
    return inner === undefined ? [row] : listRows(inner);
  });
  return all.flatMap((row) => {
    const url = readText(row, ['image', 'img', 'src', 'cover', 'url']);
    const title = readText(row, ['title', 'name', 'description']);
    const path = url.startsWith('../') ? joinPath(folder, url) : undefined;
    if (!isAddress(url) || (url.startsWith('../') && path === undefined)) return [];
    return [{ url: path === undefined ? url : `/${path}`, title }];
  });
}

/** Whether a browser goes there and runs nothing: lists of friends are often written by others. */
function isAddress(url: string): boolean {
  return url !== '' && (/^https?:/i.test(url) || !/^[a-z][a-z\d+.-]*:/i.test(url));
}

function findRows({ type, path }: ShownPage, data: DataFiles, { page, files }: typeof FRIENDS, settings?: Data): Row[] {
  const name = typeof type === 'string' && type !== '' ? type : path.replace(/\/(index\.html)?$/, '');
  if (!page.test(name)) return [];
  const places = [...files.map((file) => data[file]), settings];
  return places.map(listRows).find((rows) => rows.length > 0) ?? [];
}

/** The maps of a list, or those under the keys of a map (`1: {name: …}`); a list under a key is a group of that name, a word an address. */
function listRows(data: Data | undefined): Row[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, one]): Row[] => {
    if (typeof one === 'string') return Array.isArray(data) ? [{ image: one }] : [];
    if (Array.isArray(one)) return Array.isArray(data) ? [] : [{ group: key, list: one }];
    return isMap(one) ? [one] : [];
  });
}

function readText(row: Row, keys: readonly string[]): string {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return '';
}
