/**
 * Pages without a text, which themes for Hexo fill from `_data`: links to friends
 * (Butterfly, Redefine, Matery, Volantis) and photographs (Redefine).
 */
import { joinPath } from '../base/path.ts';
import type { Data } from './post.ts';

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

/** The friends that a page of friends shows, group by group; none for another page. */
export function listFriends(page: ShownPage, data: DataFiles): FriendGroup[] {
  const rows = findRows(page, data, FRIENDS);
  const groups = rows.flatMap((row) => {
    const friends = listRows(row.link_list ?? row.list ?? row.items ?? row.links).flatMap(readFriend);
    const name = readText(row, ['class_name', 'links_category', 'group_name', 'group', 'name', 'title']);
    return friends.length > 0 ? [{ name, about: readText(row, ['class_desc', 'description']), friends }] : [];
  });
  const single = groups.length > 0 ? [] : rows.flatMap(readFriend);
  return single.length > 0 ? [{ name: '', about: '', friends: single }] : groups;
}

function readFriend(row: Row): Friend[] {
  const [name, url] = [readText(row, ['name', 'title']), readText(row, ['link', 'url'])];
  if (name === '' || url === '') return [];
  const about = readText(row, ['descr', 'description', 'desc', 'introduction']);
  const [initial = ''] = name;
  return [{ name, initial, url, about, picture: readText(row, ['avatar', 'image', 'img']) }];
}

/** The pictures that a page of photographs shows; none for another page. */
export function listPhotos(page: ShownPage, data: DataFiles): Photo[] {
  const rows = findRows(page, data, PHOTOS);
  const folder = page.path.replace(/[^/]*$/, '');
  const all = rows.flatMap((row) => [row, ...listRows(row.list ?? row.items ?? row.images ?? row.photos)]);
  return all.flatMap((row) => {
    const url = readText(row, ['image', 'img', 'url', 'src']);
    const title = readText(row, ['title', 'name', 'description']);
    return url === '' ? [] : [{ url: url.startsWith('../') ? `/${joinPath(folder, url) ?? ''}` : url, title }];
  });
}

function findRows({ type, path }: ShownPage, data: DataFiles, { page, files }: typeof FRIENDS): Row[] {
  const name = typeof type === 'string' && type !== '' ? type : path.replace(/\/(index\.html)?$/, '');
  const found = page.test(name) ? files.map((file) => data[file]).find((one) => one !== undefined) : undefined;
  return listRows(found);
}

/** The maps of a list, or those under the keys of a map (`1: {name: …}`). */
function listRows(data: Data | undefined): Row[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).filter(
    (one): one is Row => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
}

function readText(row: Row, keys: readonly string[]): string {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return '';
}
