/**
 * Links to other hosts, opened beside the page they stand on.
 */

/** Which links lead elsewhere. */
export interface Elsewhere {
  /** The site's own address. */
  readonly url: string;
  /** Hosts that count as the site's own. */
  readonly exclude: readonly string[];
}

const LINK = /<(?:script|style|textarea)\b[\s\S]*?<\/(?:script|style|textarea)\s*>|<a\s(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Whether an address leads to another host than the site's own and those left out. */
export function leadsElsewhere(address: string, { url, exclude }: Elsewhere): boolean {
  const host = readHost(address);
  return host !== undefined && host !== readHost(url) && !exclude.some((own) => own.toLowerCase() === host);
}

function readHost(address: string): string | undefined {
  return /^(?:https?:)?\/\/([^/?#:]+)/i.exec(address.trim())?.[1]?.toLowerCase();
}

/** The HTML with `target="_blank"` and `rel="noopener"` on links that lead elsewhere and say no target themselves. */
export function openElsewhere(html: string, elsewhere: Elsewhere): string {
  let opened = '';
  let done = 0;
  // Most links stay on the site: what is not changed is not copied either.
  for (const { 0: tag, index } of html.matchAll(LINK)) {
    if (!isToBeOpened(tag, elsewhere)) continue;
    opened += `${html.slice(done, index)}${addRel(tag).slice(0, -1).trimEnd()} target="_blank">`;
    done = index + tag.length;
  }
  return done === 0 ? html : opened + html.slice(done);
}

function isToBeOpened(tag: string, elsewhere: Elsewhere): boolean {
  const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
  const address = href?.[1] ?? href?.[2] ?? href?.[3] ?? '';
  return /^<a/i.test(tag) && leadsElsewhere(address, elsewhere) && !/\starget\s*=/i.test(tag);
}

function addRel(tag: string): string {
  const rel = /\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
  if (!rel) return `${tag.slice(0, -1).trimEnd()} rel="noopener">`;
  const words = (rel[1] ?? rel[2] ?? rel[3] ?? '').split(/\s+/).filter((word) => word !== '');
  return words.includes('noopener') ? tag : tag.replace(rel[0], ` rel="${[...words, 'noopener'].join(' ')}"`);
}
