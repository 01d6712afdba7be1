/**
 * Helpers: the functions that templates call. Names and arguments are Hexo's
 * (hexo.io/docs/helpers). Each is a function of the scope and of what the template
 * gives; what it returns as HTML it marks as safe, and it escapes what it was given.
 */
import nunjucks from 'nunjucks';
import type { PageScope } from './page-scope.ts';

export type Helper = (scope: PageScope, ...args: readonly unknown[]) => unknown;
export type SafeHtml = InstanceType<typeof nunjucks.runtime.SafeString>;

/** HTML that a template may print as it is. */
export function markSafe(html: string): SafeHtml {
  return new nunjucks.runtime.SafeString(html);
}

/** An argument as text: views, safe strings and numbers print as templates print them. */
export function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** An argument as options: nunjucks hands over keyword arguments as a last object. */
export function toOptions(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Whether an argument is an object of options rather than a view, a list or a safe string. */
export function isOptions(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    (Object.getPrototypeOf(value) === Object.prototype || '__keywords' in value)
  );
}
