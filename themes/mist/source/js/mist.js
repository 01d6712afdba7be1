/** What a page can do beyond being read. Everything here may be missing. */

const root = document.documentElement;
const words = document.body.dataset;
const every = (selector) => [...document.querySelectorAll(selector)];

/** The button that goes from the system's colours to light, to dark, and back. */
function switchScheme() {
  const button = document.querySelector('.scheme');
  if (!button) return;
  const bars = every('meta[name="theme-color"]');
  const ownColours = bars.map((bar) => bar.content);
  const show = () => {
    const scheme = root.dataset.theme ?? 'auto';
    button.title = button.dataset[scheme] ?? '';
    button.setAttribute('aria-label', button.title);
    bars.forEach((bar, index) => {
      bar.content = ownColours[scheme === 'auto' ? index : Number(scheme === 'dark')];
    });
  };
  button.addEventListener('click', () => {
    const next = { light: 'dark', dark: 'auto' }[root.dataset.theme] ?? 'light';
    if (next === 'auto') delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      localStorage.theme = next;
    } catch {
      // The reader keeps no storage: the choice lasts as long as the page.
    }
    show();
  });
  show();
  button.hidden = false;
}

/** Boxes that scroll sideways can be reached by keyboard, while they do. */
function reachScrollers() {
  const boxes = every('.math-display, .table-wrap, .prose pre');
  const mark = (box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target);
  });
  for (const box of boxes) watch.observe(box);
  // A font that comes late makes a formula wider, not its box.
  document.fonts.addEventListener('loadingdone', () => {
    for (const box of boxes) mark(box);
  });
}

/** A formula within a line that is wider than the column becomes a box that scrolls. */
function foldWideFormulas() {
  for (const prose of every('.prose')) {
    const formulas = [...prose.querySelectorAll('.katex')].filter((formula) => !formula.closest('.math-display'));
    const fold = () => {
      const edge = prose.getBoundingClientRect().right + 1;
      const isWide = (formula) =>
        [...formula.querySelectorAll('.base')].some((part) => part.getBoundingClientRect().right > edge);
      const wide = formulas.map(isWide);
      for (const [index, formula] of formulas.entries()) {
        formula.classList.toggle('wide', wide[index]);
        if (wide[index]) formula.tabIndex = 0;
        else formula.removeAttribute('tabindex');
      }
    };
    if (formulas.length > 0) new ResizeObserver(fold).observe(prose);
  }
}

/** A button on each block of code. */
function copyCode() {
  if (!navigator.clipboard) return;
  for (const figure of every('.highlight')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code')?.textContent ?? '');
      button.textContent = words.copied;
      button.classList.add('done');
      setTimeout(() => {
        button.textContent = words.copy;
        button.classList.remove('done');
      }, 2000);
    });
    figure.append(button);
  }
}

/** The heading a link of the contents leads to. */
function findHeading(link) {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

/** Marks in the contents the last heading above the upper quarter of the window. */
function followReading() {
  const contents = document.querySelector('.toc');
  if (!contents) return;
  const links = [...contents.querySelectorAll('a')].filter(findHeading);
  const headings = links.map(findHeading);
  let current;
  const mark = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4).length;
    const link = links[above - 1];
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link && getComputedStyle(contents).position === 'sticky') {
      contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
    }
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  addEventListener('load', soon);
  mark();
}

/** On a wide screen the contents stand open, in browsers whose style sheets cannot say so. */
function openContents() {
  const contents = document.querySelector('.toc');
  if (!contents || CSS.supports('selector(::details-content)')) return;
  const wide = matchMedia('(min-width: 72rem)');
  const open = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener('change', open);
  open();
}

/** A click shows a picture of a post as large as the window. */
function enlargePictures() {
  if (!words.enlarge) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', words.enlarge);
  dialog.addEventListener('click', () => dialog.close());
  for (const picture of every('.prose img')) {
    if (picture.closest('a') || picture.width < 64) continue;
    picture.dataset.zoom = '';
    picture.addEventListener('click', () => {
      dialog.replaceChildren(picture.cloneNode());
      if (!dialog.isConnected) document.body.append(dialog);
      dialog.showModal();
    });
  }
}

/** What stands elsewhere is shown in the page when the reader asks for it, and not before. */
function showEmbeds() {
  if (!words.embed) return;
  for (const figure of every('.embed')) {
    const link = figure.querySelector('a');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.embed;
    button.addEventListener('click', () => {
      const frame = document.createElement('iframe');
      frame.title = link.textContent;
      frame.allowFullscreen = true;
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      if (figure.dataset.height) frame.height = figure.dataset.height;
      showIn(frame, figure.dataset.frame);
      button.replaceWith(frame);
      frame.focus();
    });
    figure.append(button);
  }
}

/** A page goes into the frame as it is; a script writes its page within one that has no rights here. */
function showIn(frame, address) {
  if (!/\.js(\?|$)/.test(address)) {
    frame.src = address;
    return;
  }
  const script = document.createElement('script');
  script.src = address;
  frame.sandbox = 'allow-scripts allow-popups';
  frame.srcdoc = script.outerHTML;
}

/** Copied formulas become their TeX source, unless the settings say no. */
function copyFormulas() {
  if (!('tex' in words)) return;
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const piece = selection.getRangeAt(0).cloneContents();
    const formulas = [...piece.querySelectorAll('.katex')];
    if (formulas.length === 0) return;
    for (const formula of formulas) {
      const source = formula.querySelector('annotation')?.textContent ?? formula.textContent;
      const mark = formula.closest('.katex-display, .math-display') ? '$$' : '$';
      formula.replaceWith(mark + source + mark);
    }
    event.clipboardData.setData('text/plain', piece.textContent);
    event.preventDefault();
  });
}

/** A reference to a formula shows it when it is pointed at. What does that is loaded when it is first wanted. */
function previewEquations() {
  const show = async ({ target, pointerType }) => {
    const link = target instanceof Element ? target.closest('a.math-reference') : null;
    if (!link || pointerType === 'touch') return;
    const preview = await import('./equation-preview.js');
    if (link.matches(':hover, :focus')) preview.show(link);
  };
  document.addEventListener('pointerover', show);
  document.addEventListener('focusin', show);
}

/** The box above the tags leaves those that contain what is typed. */
function filterTags() {
  const box = document.querySelector('.filter');
  const input = box?.querySelector('input');
  if (!input) return;
  const items = every('.cloud li');
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
  });
  box.hidden = false;
}

/** `/`, Ctrl-K and ⌘K open the search, whose script is loaded then. */
function openSearch() {
  const link = document.querySelector('.seek');
  if (!link) return;
  const open = async (event) => {
    event.preventDefault();
    const { toggleSearch } = await import('./search.js');
    toggleSearch();
  };
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) open(event);
  });
  addEventListener('keydown', (event) => {
    const field = event.target.closest?.('input, textarea, select, [contenteditable]');
    // A dialog that was closed keeps the focus until the next frame.
    const isTyping = field && !field.closest('dialog:not([open])');
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isCommand && event.key.toLowerCase() === 'k') open(event);
    else if (event.key === '/' && !isTyping && !isCommand && !event.altKey) open(event);
  });
  if (document.querySelector('.finder')) import('./search.js');
}

switchScheme();
openContents();
followReading();
reachScrollers();
foldWideFormulas();
copyCode();
enlargePictures();
showEmbeds();
copyFormulas();
previewEquations();
filterTags();
openSearch();
