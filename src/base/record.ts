/**
 * Values of unknown form, as settings and files of others hold them.
 */

/** Whether a value is a map of keys to values, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
