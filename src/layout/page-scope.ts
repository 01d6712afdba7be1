/**
 * What helpers know while a page is drawn.
 */
import type { Scope } from './site-facts.ts';
import type { SiteView, Views } from './views.ts';

export interface PageScope {
  readonly scope: Scope;
  readonly views: Views;
  readonly site: SiteView;
  /** `page` of the template. */
  readonly page: object;
  /** The languages whose words serve this page, best first. */
  readonly languages: readonly string[];
  /** Draws another template of the theme with further variables. */
  readonly renderPartial: (name: string, locals: Readonly<Record<string, unknown>>) => string;
}
