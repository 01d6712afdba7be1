/**
 * Web addresses in running text. Chinese puts no space after them, so where one ends
 * must be told from its characters:
 *
 * - at Chinese punctuation (linkify-it 6 does this) and at ～, full-width forms, arrows and
 *   what is invisible;
 * - at Markdown's own signs: code, a note, and emphasis or a quote that ends before 漢字
 *   (`**https://a.com/b**了解更多`);
 * - after the host's last part, if that part goes on in 漢字: there is `公司` and `com`,
 *   but no top-level domain is written in two scripts (`https://a.com了解更多`).
 *
 * A middle dot between letters of a path belongs to it (`…/wiki/卡尔·马克思`).
 */
import type { MarkdownIt } from 'markdown-it';

type Linkify = MarkdownIt['linkify'];

/** What stands between the slashes and the path, port included. */
const HOST = /\/\/([^\s/?#<>"'\p{Ps}\p{Pe}\p{Pi}\p{Pf}，。、；！？：…]+)/uy;
const HOST_RUNS_ON = /^(?:[^:]*\.[a-z]{2,63}|localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?(?=[^\x00-\x7f])/iu;
const FULL_STOP = /[\u200b-\u200d\u2028\u2029\u2060\ufeff～＀-／：-＠［-｀｛-｠￠-￦←-⇿〒〓]/u;
const MARKUP = /`|\[\^|\^\[|(?:\*|~~|['"])+(?=[^\x00-\x7f])/u;
/** 漢字 where a host should be: `http://網址`. */
const UNDOTTED = /^\/\/\p{Script=Han}[^./]*(?:\/|$)/u;
/** A name and a password before the host: linkify-it would end at the colon. */
const CREDENTIALS = /:[^\s/@]*@/y;
const DOTTED_PATH = /(?:[·・][\p{L}\p{N}\p{M}_%-]+)+/uy;

/** What nobody sees, or what turns the direction of letters round: as `%00` and `%E2%80%AE` it may stand in an address. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Switches autolinks on: addresses with a scheme or `www.`, ended as above; the text is shown decoded. Of `README.md` nobody wants a link. */
export function installAutolinks(md: MarkdownIt): void {
  md.set({ linkify: true });
  const decode = md.normalizeLinkText.bind(md);
  md.normalizeLinkText = (url) => decode(url).replace(HIDDEN, encodeURIComponent);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const test = md.linkify.test.bind(md.linkify);
  // Few texts hold either.
  md.linkify.test = (text) => /:|www\./i.test(text) && test(text);
  md.linkify.add('//', null);
  for (const scheme of ['http:', 'https:', 'ftp:']) md.linkify.add(scheme, { validate: measureAddress });
  md.linkify.add(WWW, {
    validate: measureWww,
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}

const WWW = 'www.';

/** How long the address is that goes on at `start` behind `www.`; 0 if no whole host stands there. */
function measureWww(text: string, start: number, linkify: Linkify): number {
  const address = `//${text.slice(start - WWW.length, start + 2_000)}`;
  const length = measureAddress(address, 0, linkify);
  const isWhole = /^\/\/www\.[\w-]+(?:\.[\w-]+)+/i.test(address.slice(0, length));
  return isWhole && !/[\w@/.-]/.test(text[start - WWW.length - 1] ?? '') ? length - WWW.length - 2 : 0;
}

/** How long the address is that goes on at `start` with two slashes; 0 if it is none. */
function measureAddress(text: string, start: number, linkify: Linkify): number {
  const host = measureHost(text, start);
  if (host > 0) return host;
  const whole = matchAt(linkify.re.get_http_validator(), text, start);
  if (whole === '') return 0;
  const stops = [FULL_STOP, MARKUP].map((sign) => whole.search(sign)).filter((at) => at >= 0);
  if (stops.length > 0) {
    const stop = Math.min(...stops);
    return stop > 2 ? stop : 0;
  }
  const end = start + whole.length;
  if (matchAt(CREDENTIALS, text, end) !== '' || UNDOTTED.test(whole)) return 0;
  const inPath = whole.indexOf('/', 2) > 0 && /[\p{L}\p{N}]$/u.test(whole);
  return whole.length + (inPath ? matchAt(DOTTED_PATH, text, end).length : 0);
}

/** The length of an address whose host 漢字 follow at once; 0 if that is not so. */
function measureHost(text: string, start: number): number {
  const host = matchAt(HOST, text, start).slice(2);
  const lastDot = host.lastIndexOf('.');
  const ending = HOST_RUNS_ON.exec(host)?.[0];
  return ending !== undefined && ending.length > lastDot ? ending.length + 2 : 0;
}

function matchAt(sticky: RegExp, text: string, start: number): string {
  sticky.lastIndex = start;
  return sticky.exec(text)?.[0] ?? '';
}
