/**
 * Tags that show pictures.
 */
import { escapeHtml } from '../../base/text.ts';
import type { Config } from '../../model/config.ts';
import { findAsset } from '../link-rule.ts';
import type { TagUse } from './definition.ts';
import { findTagAsset } from './post-links.ts';

/** `{% asset_img [class …] name [width] [height] ["title" ["alt"]] %}` */
export function drawAssetPicture(use: TagUse, config: Config): string {
  const at = use.args.findIndex(
    (arg) => /\.\w{2,5}$/.test(arg) || findAsset(arg, { context: use.context, config }) !== undefined,
  );
  const [classes, rest] = [use.args.slice(0, Math.max(at, 0)), use.args.slice(Math.max(at, 0))];
  const asset = findTagAsset(use, rest[0] ?? '', config);
  return drawImg({
    src: asset?.url ?? rest[0] ?? '',
    classes,
    rest: rest.slice(1),
    use,
    size: asset && use.context.site.measurePicture(asset.path),
  });
}

/** `{% img [class …] /path [width] [height] ["title" ["alt"]] %}` */
export function drawPicture(use: TagUse, config: Config): string {
  const at = use.args.findIndex((arg) => /^(https?:)?\/\/|^\.{0,2}\/|\.\w{2,5}$/.test(arg));
  const rest = use.args.slice(Math.max(at, 0));
  const src = rest[0] ?? '';
  const asset = /^(https?:)?\/\//.test(src) ? undefined : findAsset(src, { context: use.context, config });
  return drawImg({
    src: asset?.url ?? src,
    classes: use.args.slice(0, Math.max(at, 0)),
    rest: rest.slice(1),
    use,
    size: asset && use.context.site.measurePicture(asset.path),
  });
}

interface Img {
  readonly src: string;
  readonly classes: readonly string[];
  readonly rest: readonly string[];
  readonly use: TagUse;
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

function drawImg({ src, classes, rest, use, size }: Img): string {
  const numbers = rest.slice(0, 2).filter((arg) => /^\d+(px|%)?$/.test(arg));
  const [title = '', alt = title] = rest.slice(numbers.length);
  const [width, height] = numbers.length > 0 ? numbers : [size?.width, size?.height];
  use.context.images.push(src);
  const attributes = { class: classes.join(' '), src, width, height, alt, title };
  const drawn = Object.entries(attributes).filter(([name, value]) => name === 'alt' || (value ?? '') !== '');
  return `<img ${drawn.map(([name, value]) => `${name}="${escapeHtml(String(value ?? ''))}"`).join(' ')} loading="lazy" decoding="async">`;
}
