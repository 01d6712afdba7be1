/**
 * Who may talk to the local server. The pages in the author's browser are not all
 * friends: one may ask by way of a name that it has bound to this machine (DNS
 * rebinding), another may try to listen to the live channel.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Whether the server listens to the whole network, because it was told to. */
function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '';
}

/**
 * Whether the `Host` of a request is one this server goes by: a loopback name, or the
 * host it was started with. On the whole network any address will do, since an address
 * cannot be bound to another machine, and this machine's own name.
 */
export function isOwnHost(header: string | undefined, host: string): boolean {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+))(?::\d{1,5})?$/i.exec(header ?? '');
  const name = (match?.[1] ?? match?.[2])?.toLowerCase().replace(/\.$/, '');
  if (name === undefined) return false;
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  if (name === host.toLowerCase() || (isIP(name) === 4 && name.startsWith('127.'))) return true;
  const own = hostname().toLowerCase();
  return isWildcard(host) && (isIP(name) !== 0 || name === own || name === `${own}.local`);
}

/** Whether a request comes from a page of this server, as far as the browser tells. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
