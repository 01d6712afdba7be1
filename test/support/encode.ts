/** Writes what Node only reads: Big5, GBK, Shift_JIS, UTF-16. */
/** The two bytes of each character, found by decoding all pairs. */
function invert(encoding: string): Map<string, number[]> {
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = new TextDecoder(encoding).decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && !bytes.has(char)) bytes.set(char, [lead, trail]);
    }
  }
  return bytes;
}

const pairs = new Map(['big5', 'gb18030', 'shift_jis'].map((encoding) => [encoding, invert(encoding)]));

/** A text in an encoding that Node reads but does not write. A character the encoding lacks is left out. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    const order = encoding === 'utf-16le' ? [0, 8] : [8, 0];
    return Uint8Array.from(units.flatMap((unit) => order.map((shift) => (unit >> shift) & 0xff)));
  }
  const table = pairs.get(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table?.get(char) ?? []))),
  );
}
