/** The search: a dialog over any page, and the page `search/`. */
import { openIndex } from './search-engine.js';
import { readPassage } from './search-passage.js';

const link = document.querySelector('.seek');
const words = link?.dataset ?? {};

async function load(name) {
  const answer = await fetch(new URL(name, link.href), name === 'index.json' ? { cache: 'no-cache' } : {});
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

let opening;
/** The index, opened once. */
function getIndex() {
  opening ??= openIndex(load).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

function createElement(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const drawParts = (parts) => parts.map((part, at) => (at % 2 ? createElement('mark', {}, part) : part));

/** Fills the list of a room with the hits for what is typed into its field. */
function createFinder(room, { most = Number.POSITIVE_INFINITY, options = false, onSearch = () => {} } = {}) {
  const [input, list, found, rest] = ['input', '.hits', '.found', '.rest'].map((place) => room.querySelector(place));
  let [run, active] = [0, -1];

  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      target.onSeen();
    }
  });

  /** A hit; its passage is loaded when it is seen. */
  async function drawHit(index, post, { pieces, sure }) {
    const { title, url, date, tags } = await index.readCard(post);
    const [head, passage] = [createElement('b', {}, title), createElement('span', { className: 'passage' })];
    const meta = createElement('span', { className: 'meta' }, [date, ...tags.slice(0, 3)].join(' · '));
    const hit = createElement('a', { href: url }, head, passage, meta);
    hit.dataset.searchHit = '';
    if (options) Object.assign(hit, { role: 'option', tabIndex: -1, id: `hit-${post}`, ariaSelected: 'false' });
    hit.onSeen = async () => {
      const { isThere, parts, title: marked } = await readPassage(index, post, pieces);
      if (sure && !isThere) return hit.remove();
      head.replaceChildren(...drawParts(marked));
      passage.replaceChildren(...drawParts(parts));
    };
    return hit;
  }

  async function append(index, posts, result, mine) {
    for (let from = 0; from < Math.min(posts.length, most); from += 20) {
      const hits = await Promise.all(
        posts.slice(from, Math.min(from + 20, most)).map((post) => drawHit(index, post, result)),
      );
      if (mine !== run) return;
      list.append(...hits);
      for (const hit of hits) watch.observe(hit);
      if (options && active < 0) choose(0);
      // A long list goes on when its end is seen.
      if (from >= 80) await new Promise((resolve) => watchEnd(hits.at(-1), resolve));
    }
  }

  function watchEnd(hit, then) {
    const { onSeen } = hit;
    hit.onSeen = () => then(onSeen());
  }

  async function show(query) {
    const mine = ++run;
    onSearch(query);
    if (query.trim() === '') return clear();
    try {
      const index = await getIndex();
      const result = await index.search(query);
      if (mine !== run) return;
      clear();
      const { hits, more, near } = result;
      const word = hits.length === 0 ? words.none : near ? words.near : words.count;
      found.textContent = word.replace('{q}', query.trim()).replace('{n}', hits.length);
      await append(index, hits, result, mine);
      if (mine === run) drawMore(index, hits, more, result, mine);
    } catch {
      if (mine === run) found.textContent = words.failed;
    }
  }

  function drawMore(index, hits, more, result, mine) {
    if (hits.length > most) {
      const all = new URL(link.href);
      all.searchParams.set('q', input.value.trim());
      rest.append(createElement('a', { href: all.href }, words.all.replace('{n}', hits.length)));
    } else if (more.length > 0) {
      const button = createElement('button', { type: 'button' }, words.more.replace('{n}', more.length));
      button.addEventListener('click', () => {
        button.remove();
        append(index, more, { ...result, sure: false }, mine);
      });
      rest.append(button);
    }
  }

  function clear() {
    active = -1;
    for (const place of [list, found, rest]) place.replaceChildren();
    input.removeAttribute('aria-activedescendant');
  }

  /** Goes to a hit: in the dialog the field keeps the focus. */
  function choose(to) {
    const hits = [...list.children];
    if (hits.length === 0) return;
    if (!options && to < 0) return input.focus();
    active = options ? (to + hits.length) % hits.length : Math.min(to, hits.length - 1);
    if (!options) return hits[active].focus();
    for (const [at, hit] of hits.entries()) hit.ariaSelected = String(at === active);
    hits[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', hits[active].id);
  }

  let waiting;
  input.addEventListener('input', (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(() => show(input.value), 120);
  });
  input.addEventListener('compositionend', () => show(input.value));
  input.addEventListener('focus', () => getIndex().catch(() => {}), { once: true });
  room.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const hits = [...list.children];
    const at = options ? active : hits.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter' && options && event.target === input) hits[active]?.click();
    else return;
    event.preventDefault();
  });
  return { input, show };
}

function createDialog() {
  const dialog = createElement('dialog', { className: 'search', ariaLabel: words.label });
  dialog.innerHTML =
    '<form method="dialog"><input type="search" role="combobox" aria-expanded="true" aria-controls="hits" aria-autocomplete="list" autocomplete="off"><button></button></form><div class="found" role="status"></div><div class="hits" id="hits" role="listbox"></div><div class="rest"></div>';
  const { input, show } = createFinder(dialog, { most: 20, options: true });
  Object.assign(input, { placeholder: words.placeholder, ariaLabel: words.label });
  dialog.querySelector('.hits').ariaLabel = words.label;
  dialog.querySelector('button').textContent = words.close;
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  return { dialog, input, show };
}

let made;
/** Opens the dialog, or closes it. */
export function toggleSearch() {
  const field = document.querySelector('.finder input');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  made ??= createDialog();
  if (made.dialog.open) return made.dialog.close();
  made.dialog.showModal();
  made.input.select();
  getIndex().catch(() => {});
}

/** What is typed stands in the page's address. */
function openPage() {
  const room = document.querySelector('.finder');
  if (!room) return;
  const address = new URL(location.href);
  const { input, show } = createFinder(room, {
    onSearch: (query) => {
      if (query.trim() === '') address.searchParams.delete('q');
      else address.searchParams.set('q', query.trim());
      history.replaceState(history.state, '', address);
    },
  });
  room.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    show(input.value);
  });
  // What was typed before this script came stays.
  input.value ||= address.searchParams.get('q') ?? '';
  if (input.value) show(input.value);
  else input.focus();
}

if (link) {
  link.title = `${words.label} (/)`;
  openPage();
}
