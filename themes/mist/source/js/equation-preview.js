/**
 * Shows the formula a reference leads to, beside the reference, while it is pointed at or
 * has the focus. `mist.js` loads this when the first reference is.
 *
 * The formula is taken from the page it stands on. Nothing of that page is run: it is
 * parsed as a document of its own, and only KaTeX's elements are taken over from it.
 */

const ELEMENTS = new Set(
  (
    'span svg path line math semantics annotation mrow mi mn mo ms mtext mspace msup msub msubsup mover munder ' +
    'munderover mmultiscripts mprescripts none mfrac msqrt mroot mtable mtr mlabeledtr mtd mstyle mpadded mphantom ' +
    'menclose merror mglyph'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'class style aria-hidden d viewbox width height preserveaspectratio xmlns x1 x2 y1 y2 stroke-width encoding ' +
    'mathvariant mathcolor mathbackground mathsize display displaystyle scriptlevel stretchy fence separator lspace ' +
    'rspace minsize maxsize accent accentunder linethickness columnalign columnspacing columnlines rowspacing rowlines ' +
    'frame framespacing rowalign columnspan notation depth voffset movablelimits largeop symmetric form'
  ).split(' '),
);
const DELAY = 250;

/** Pages that were asked for, by address. */
const pages = new Map();
const box = document.createElement('div');
box.className = 'equation-preview';
box.id = 'equation-preview';
box.setAttribute('role', 'tooltip');
box.hidden = true;
let shown;
let timer;

/** The page at an address of this site; nothing if it cannot be had. */
async function readPage({ origin, pathname, search }) {
  if (origin !== location.origin) return undefined;
  if (pathname === location.pathname && search === location.search) return document;
  const address = pathname + search;
  if (!pages.has(address)) pages.set(address, fetchPage(address));
  return pages.get(address);
}

async function fetchPage(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** The formula whose number has the address's id. */
function findFormula(page, { hash }) {
  const place = page.getElementById(decodeURIComponent(hash.slice(1)));
  return place?.closest('.math-display')?.querySelector('.katex-display, .katex');
}

/** A copy of KaTeX's elements, without anything that could act or be led to. */
function copyFormula(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
  const isLink = node.localName === 'a';
  if (!isLink && !ELEMENTS.has(node.localName)) return undefined;
  const copy = document.createElementNS(node.namespaceURI, isLink ? 'span' : node.localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name.toLowerCase())) copy.setAttribute(name, value);
  copy.append(...[...node.childNodes].map(copyFormula).filter(Boolean));
  return copy;
}

/** A page that has only references has no style sheet for formulas yet. */
function takeStyles(page) {
  const isMath = (link) => new URL(link.href, location.href).pathname.endsWith('/katex.css');
  const find = (from) => [...from.querySelectorAll('link[rel="stylesheet"]')].find(isMath);
  const wanted = find(page);
  if (!wanted || find(document)) return;
  const { origin, href } = new URL(wanted.getAttribute('href'), location.href);
  if (origin !== location.origin) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

/** Below the reference, or above it where there is no room below; never beyond the window's sides. */
function place(link) {
  const at = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - 8;
  const above = at.bottom + height + 8 > innerHeight && at.top > height + 8;
  box.style.left = `${scrollX + Math.max(8, Math.min(at.left, room))}px`;
  box.style.top = `${scrollY + (above ? at.top - height - 6 : at.bottom + 6)}px`;
}

/** Shows the formula of a reference, once it is there, if the reference is still looked at. */
export async function show(link) {
  clearTimeout(timer);
  if (shown === link) return;
  hide();
  shown = link;
  const address = new URL(link.href);
  const page = await readPage(address);
  const formula = page && findFormula(page, address);
  if (!formula || shown !== link) return;
  takeStyles(page);
  const from = document.createElement('p');
  from.textContent = [link.dataset.title ?? link.title, link.textContent.trim()].filter(Boolean).join(' ');
  box.replaceChildren(from, copyFormula(formula));
  // The browser's own label would cover it.
  if (link.title) link.dataset.title = link.title;
  link.removeAttribute('title');
  link.setAttribute('aria-describedby', box.id);
  if (!box.isConnected) document.body.append(box);
  box.hidden = false;
  place(link);
}

function hide() {
  clearTimeout(timer);
  if (shown?.dataset.title) shown.title = shown.dataset.title;
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  box.hidden = true;
}

/** The pointer may cross the gap to the box, and rest in it. */
function hideSoon() {
  clearTimeout(timer);
  timer = setTimeout(hide, DELAY);
}

const isOver = (target) => box.contains(target) || (shown && target instanceof Node && shown.contains(target));

document.addEventListener('pointerout', ({ target, relatedTarget }) => {
  if (isOver(target) && !isOver(relatedTarget)) hideSoon();
});
document.addEventListener('pointerover', ({ target }) => {
  if (isOver(target)) clearTimeout(timer);
});
document.addEventListener('focusout', ({ target }) => {
  if (target === shown) hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
