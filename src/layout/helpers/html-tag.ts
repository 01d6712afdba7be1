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
  let open = `<${name}`;
  for (const attribute of Object.keys(attributes)) open += drawAttribute(attribute, attributes[attribute]);
  return html === undefined ? `${open}>` : `${open}>${html}</${name}>`;
}

function drawAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return ` ${name}`;
  return ` ${name}="${escapeHtml(Array.isArray(value) ? value.join(' ') : toText(value))}"`;
}
