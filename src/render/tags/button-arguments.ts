/**
 * What a button says, in the orders of the themes.
 */
import { isAddress } from './addresses.ts';
import { splitCommas } from './arguments.ts';
import type { TagUse } from './definition.ts';
import { isLook, splitColons, takeOptions } from './fields.ts';

export interface Button {
  readonly url: string;
  readonly text: string;
  readonly icon: string;
  readonly title: string;
  readonly looks: string;
}

const LOOKS =
  /^(?:outline|larger|block|center|right|blue|pink|red|purple|orange|green|primary|success|info|warning|danger|default|large|small|logo|regular|rounded|yellow|cyan|gray|grey|black)$/;
const ICON = /^(?:fa[bdlrs]?[ -]|icon)[\w -]*$|^[a-z][\w-]*(?: fa-\w+)*$/;

/** Reads address, text, icon and title or looks, in whichever order a theme has them. */
export function readButton(use: Pick<TagUse, 'text' | 'args'>): Button {
  const [url = '', text = '', third = '', fourth = ''] =
    orderColons(splitColons(use.text)) ?? orderCommas(splitCommas(use.text)) ?? orderWords(use.args);
  const icon = ICON.test(third) ? third : '';
  const looks = fourth.split(/\s+/).every((word) => LOOKS.test(word)) ? fourth : '';
  const title = icon === '' && third !== '' ? third : looks === '' ? fourth : '';
  return { url, text, icon, title, looks };
}

/** Volantis and Redefine: `looks::text::url::icon`, `text::url`. */
function orderColons([first = '', second = '', third, fourth = '']: readonly string[]): string[] | undefined {
  if (third === undefined) return isAddress(second) ? [second, first] : undefined;
  if (isAddress(second) && !isAddress(third)) return [second, first, third];
  return [third, second, fourth, first];
}

/** NexT and Butterfly: `url, text, icon, title|looks`, Fluid without an icon; Volantis 4: `looks, text, url, icon`. */
function orderCommas(parts: readonly string[]): readonly string[] | undefined {
  const [first = '', second = '', third = '', fourth = ''] = parts;
  const hasLooks = first.split(/\s+/).every((word) => word === '' || isLook(word));
  if (hasLooks && parts.length > 2 && (first === '' || isAddress(third))) return [third, second, fourth, first];
  // `about/, #1` leads to a page beside this one.
  const isText = !isAddress(first) && !/\/|\.html?$/.test(first);
  if (parts.length === 2 && isText && isAddress(second)) return [second, first];
  return parts.length > 1 || isAddress(first) ? parts : undefined;
}

/** Stellar: `text url`, with options; other words are an address, as it was written. */
function orderWords(args: readonly string[]): string[] {
  const { options, rest } = takeOptions(args, ['icon', 'color', 'size']);
  const at = rest.findIndex(isAddress);
  if (at < 0) return [args.join(' ')];
  // Stellar's own icons are of no icon font.
  const icon = options.get('icon') ?? '';
  return [rest[at] ?? '', rest.filter((_arg, index) => index !== at).join(' '), ICON.test(icon) ? icon : ''];
}
