/**
 * One HTML element as text.
 */
import { escapeHtml } from '../../base/text.ts';
import { toText } from '../helper.ts';

/**
 * An element with the attributes in the order given: `true` stands alone, `false` and nothing
 * are left out, a list is parted by spaces. Without `html` it is a void element.
 */
export function drawTag(name: string, attributes: Readonly<Record<string, unknown>>, html?: string): string {
  const open = `<${name}${Object.entries(attributes).map(drawAttribute).join('')}>`;
  return html === undefined ? open : `${open}${html}</${name}>`;
}

function drawAttribute([name, value]: [string, unknown]): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return ` ${name}`;
  return ` ${name}="${escapeHtml(Array.isArray(value) ? value.join(' ') : toText(value))}"`;
}
