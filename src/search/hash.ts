/**
 * The hash by which terms find their shard. The theme's client computes the same one.
 */

/** FNV-1a over the UTF-16 units of a text, mixed once more: a whole number below 2³². */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
