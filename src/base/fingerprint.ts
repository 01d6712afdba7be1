/**
 * Fingerprints: short stable hashes. Equal values have equal fingerprints on
 * every machine, so they may be kept on disk and compared later.
 */
import { createHash, hash } from 'node:crypto';

export type Fingerprint = string;

/** The fingerprint of text or bytes: 96 bits of SHA-1 as 16 characters. Text is hashed as UTF-8. */
export function fingerprintBytes(content: string | Uint8Array): Fingerprint {
  return hash('sha1', content, 'base64url').slice(0, 16);
}

/** The fingerprint of plain data, maps and sets. The order of an object's keys does not matter. */
export function fingerprint(value: unknown): Fingerprint {
  return fingerprintBytes(JSON.stringify(value, (_key, part: unknown) => toComparable(part)) ?? 'undefined');
}

/** What JSON has no form for, in a form that tells it from others. */
function toComparable(value: unknown): unknown {
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-1 in hexadecimal, for what others compute so too (Hexo's `:hash`). */
export function sha1Hex(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** MD5 in hexadecimal, for services that name things by it (Gravatar); it protects nothing. */
export function md5Hex(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** CRC-32 (ISO 3309) of a text in UTF-8, for short names that need only be unlikely to meet; it protects nothing. */
export function crc32(text: string): number {
  return ~checkCyclically(text, 0xffffffff, 0xedb88320) >>> 0;
}

/** CRC-16/ARC of a text in UTF-8, for names that others made so. */
export function crc16(text: string): number {
  return checkCyclically(text, 0, 0xa001);
}

/** @param polynomial - its bits from the lowest power on */
function checkCyclically(text: string, start: number, polynomial: number): number {
  let crc = start;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0);
  }
  return crc;
}
