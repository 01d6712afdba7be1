/**
 * Whether a piece of HTML or XML is whole.
 */
const VOID = new Set('br hr img input link meta'.split(' '));
const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi;

/** End tags with nothing to end, and what is left open. */
export function findUneven(markup: string, isXml = false): string[] {
  const open: string[] = [];
  const uneven: string[] = [];
  for (const [tag, slash, name, isEmpty] of markup.matchAll(TAG)) {
    if (name === undefined || isEmpty || (!isXml && VOID.has(name))) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) uneven.push(tag);
  }
  return [...uneven, ...open];
}
