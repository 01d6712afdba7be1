/**
 * The arguments of tags, as the themes which they come from part them: by commas, by `@`
 * before a text, by marks at the front.
 */
import { escapeHtml } from '../../base/text.ts';

/** Parts a text at its commas, but not within quotes or formulas; quotes around a part are dropped. */
export function splitCommas(text: string): string[] {
  const parts = text.match(/(?:\$[^$\n]*\$|"[^"]*"|'[^']*'|[^,])+|(?<=^|,)(?=,|$)/g) ?? [];
  return parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/s, '$2'));
}

/** `info @title`: what stands before the first `@`, and behind it. Without `@` the whole is the title. */
export function splitAt(text: string): { readonly before: string; readonly title: string } {
  const at = text.indexOf('@');
  return at < 0
    ? { before: '', title: unquote(text) }
    : { before: text.slice(0, at).trim(), title: unquote(text.slice(at + 1)) };
}

/** A text without quotes around the whole of it. */
export function unquote(text: string): string {
  return text.trim().replace(/^(["'])([^"']*)\1$/s, '$2');
}

/** Takes words off the front as long as they are known ones. */
export function takeWords(
  args: readonly string[],
  isKnown: (word: string) => boolean,
): { readonly taken: string[]; readonly rest: string[] } {
  const end = args.findIndex((arg) => !isKnown(arg));
  return end < 0 ? { taken: [...args], rest: [] } : { taken: args.slice(0, end), rest: args.slice(end) };
}

/** Names of classes, safe for an attribute. */
export function drawClasses(...names: readonly (string | undefined)[]): string {
  return escapeHtml(names.filter(Boolean).join(' '));
}

/** Attributes in the order given; those without a value and `false` are left out, `true` stands alone. */
export function drawAttributes(attributes: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');
}
