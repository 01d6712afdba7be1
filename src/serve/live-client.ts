/**
 * What a page under `serve` runs: it listens for changes, reloads or takes the new
 * stylesheet, stays where the reader was, and shows what is wrong over the last good page.
 */

/** Where the script and its channel live; no site has a route that begins so. */
export const LIVE_PATH = '/_mojing/live';

/** The tag that brings the script into a page; `since` is the state of the site the page shows. */
export function drawLiveTag(since: string): string {
  return `<script src="${LIVE_PATH}.js?since=${since}" async></script>`;
}

/**
 * The script. It hangs up while its tab is hidden: a browser opens six connections to a
 * host, and a writer has more tabs than that. The place in the text is kept by the heading
 * above it, since what stands before it may have grown.
 */
export const liveClient = `(() => {
  let since = new URL(document.currentScript.src).searchParams.get('since');
  let source, overlay;
  const key = 'mojing:' + location.pathname;
  const top = (element) => element.getBoundingClientRect().top;
  const reload = () => {
    const above = [...document.querySelectorAll('h1[id],h2[id],h3[id],h4[id]')].filter((h) => top(h) < 99).pop();
    try { sessionStorage.setItem(key, JSON.stringify([scrollY, above?.id, above && top(above)])); } catch {}
    location.reload();
  };
  const restore = () => {
    const saved = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (!saved) return;
    sessionStorage.removeItem(key);
    const heading = saved[1] && document.getElementById(saved[1]);
    scrollTo(scrollX, heading ? scrollY + top(heading) - saved[2] : saved[0]);
  };
  const restyle = (paths) => {
    for (const link of document.querySelectorAll('link[rel~=stylesheet]')) {
      const url = new URL(link.href);
      if (!paths.includes(decodeURI(url.pathname))) continue;
      url.searchParams.set('mojing', since);
      const next = link.cloneNode();
      next.href = url;
      next.onload = () => link.remove();
      link.after(next);
    }
  };
  const show = (html) => {
    overlay?.remove();
    overlay = undefined;
    if (!html) return;
    overlay = document.createElement('mojing-overlay');
    overlay.attachShadow({ mode: 'open' }).innerHTML = html;
    document.body.append(overlay);
  };
  const open = () => {
    source = new EventSource('${LIVE_PATH}?since=' + since + '&page=' + encodeURIComponent(location.pathname));
    source.onmessage = ({ data }) => {
      const told = JSON.parse(data);
      since = told.since;
      if (told.reload) return reload();
      if (told.styles) restyle(told.styles);
      show(told.problem);
    };
  };
  addEventListener('keydown', (event) => event.key === 'Escape' && show());
  addEventListener('visibilitychange', () => { source?.close(); if (!document.hidden) open(); });
  if (!document.hidden) open();
  document.readyState === 'complete' ? restore() : addEventListener('load', restore);
})();
`.replaceAll(/\n +/g, '\n');
