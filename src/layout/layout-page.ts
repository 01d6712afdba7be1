/**
 * The stage's front door: a page and the views of its site → HTML.
 */
import type { Notes } from '../base/memo.ts';
import { originOf, toOutputPath, toUrl } from '../base/path.ts';
import { siteLanguage } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { LayoutPage } from '../model/page.ts';
import type { Layout } from '../model/theme.ts';
import type { Engine } from './engine/engine.ts';
import { finishHtml } from './finish-html.ts';
import { createHelpers } from './helpers/index.ts';
import type { LaidOutPage } from './laid-out-page.ts';
import type { PageScope } from './page-scope.ts';
import { createPageView } from './page-view.ts';
import { adaptHelper } from './script-helper.ts';
import type { Drawing, Scope, SiteFacts } from './site-facts.ts';
import { createEngine, explainTemplateFault, findLayout } from './templates.ts';
import { SiteView, Views } from './views.ts';
import { listLanguages } from './words.ts';

/** Draws the pages of one site: templates are compiled once, views are made once. */
export class PageDrawer {
  readonly #scope: Scope;
  readonly #views: Views;
  readonly #site: SiteView;
  readonly #engine: Engine;
  readonly #languages = new Map<string, readonly string[]>();
  /** Layouts that include themselves without end: to find that out takes seconds, and once is enough. */
  readonly #endless = new Map<string, Error>();
  #pageScope: PageScope | undefined;
  /** How many pages were begun. */
  #drawn = 0;

  constructor(facts: SiteFacts) {
    this.#scope = { ...facts, drawing: nothingDrawn };
    this.#views = new Views(this.#scope);
    this.#site = new SiteView(this.#views);
    this.#engine = createEngine(facts.theme);
    this.#addHelpers();
  }

  /** Helpers are known to all templates once; whose page is drawn they ask when they are called. */
  #addHelpers(): void {
    const { environment } = this.#engine;
    for (const [name, helper] of helpers) {
      environment.addGlobal(name, (...args: unknown[]) => this.#pageScope && helper(this.#pageScope, ...args));
    }
    for (const [name, helper] of this.#scope.extensions.helpers) environment.addGlobal(name, adaptHelper(name, helper));
  }

  /** Draws one page, noting each fact it reads. */
  draw(page: LayoutPage, notes: Notes): LaidOutPage {
    const { theme, config } = this.#scope;
    const [post, lang] =
      page.post === undefined ? [] : [this.#scope.graph.byId.get(page.post), this.#views.post(page.post)?.lang];
    const drawing: Drawing = {
      serial: ++this.#drawn,
      page,
      note: (cell) => notes.note(cell),
      language: lang ?? siteLanguage(config),
      url: toUrl(config.root, page.route),
    };
    this.#scope.drawing = drawing;
    this.#engine.slots.clear();
    if (page.post !== undefined) notes.note(`post:${page.post}:meta`);
    if (post && page.layouts.length === 0) return { bytes: Buffer.from(this.#drawBare(page)), diagnostics: [] };
    const layout = page.layouts.map((name) => findLayout(theme, name)).find((found) => found !== undefined);
    if (!layout)
      return {
        bytes: undefined,
        diagnostics: isOptional(page)
          ? []
          : [diagnose('theme/no-layout', { layouts: page.layouts.join(', '), owner: page.owner })],
      };
    try {
      const endless = this.#endless.get(layout.file);
      if (endless) throw endless;
      return finishHtml(this.#drawLayout(page, layout), { page, scope: this.#scope, slots: this.#engine.slots });
    } catch (error) {
      if (error instanceof Error && /call stack/.test(error.message)) this.#endless.set(layout.file, error);
      return { bytes: undefined, diagnostics: [explainTemplateFault({ error, theme, layout, page: page.route })] };
    }
  }

  #drawBare(page: LayoutPage): string {
    return page.post === undefined ? '' : String(this.#views.post(page.post)?.content ?? '');
  }

  /** A view that extends nothing is set into `layout.njk`, as in Hexo, if the theme has one. */
  #drawLayout(page: LayoutPage, layout: Layout): string {
    const { theme } = this.#scope;
    const variables = this.#createVariables(page);
    const body = this.#engine.render(layout.name, variables);
    const outer =
      layout.name === 'layout' || /\{%-?\s*extends\b/.test(layout.text) ? undefined : findLayout(theme, 'layout');
    if (!outer || /^\s*(<!doctype|<html)/i.test(body)) return body;
    return this.#engine.render(outer.name, { ...variables, body: this.#engine.slots.settle(body) });
  }

  #createVariables(page: LayoutPage): object {
    const { config, theme, drawing } = this.#scope;
    const pageView = createPageView(page, this.#views);
    const variables: Record<string, unknown> = {
      site: this.#site,
      page: pageView,
      config: config.all,
      theme: theme.config,
      path: toOutputPath(page.route),
      url: `${originOf(config.url)}${drawing.url}`,
    };
    this.#pageScope = {
      scope: this.#scope,
      views: this.#views,
      site: this.#site,
      page: pageView,
      languages: this.#listLanguages(drawing.language),
      renderPartial: (name, locals) =>
        this.#engine.slots.settle(this.#engine.render(name, { ...variables, ...locals })),
    };
    return variables;
  }

  /** The languages of the words on a page, the page's own first. */
  #listLanguages(own: string): readonly string[] {
    const { config, theme } = this.#scope;
    const known = this.#languages.get(own) ?? listLanguages([own, ...config.language], theme.words.keys());
    this.#languages.set(own, known);
    return known;
  }
}

const helpers = createHelpers();

/** "Not found" and the overviews are extras: a theme need not draw them. */
function isOptional({ kind }: LayoutPage): boolean {
  return kind === 'notFound' || kind === 'tags' || kind === 'categories';
}

const nothingDrawn: Drawing = {
  serial: 0,
  page: { type: 'layout', route: '' as LayoutPage['route'], kind: 'custom', layouts: [], owner: '' },
  note: () => undefined,
  language: 'en',
  url: '' as Drawing['url'],
};
