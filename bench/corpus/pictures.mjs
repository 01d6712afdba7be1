/**
 * The pictures that the corpus shows: plain PNGs of 640 × 360.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export const PICTURES = 97;
const [WIDTH, HEIGHT] = [640, 360];

/** Writes `0.png`, `1.png` and so on, as many as that number of posts shows. */
export function writePictures(folder, posts) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < Math.min(posts, PICTURES); number++) {
    writeFileSync(join(folder, `${number}.png`), drawPicture(number));
  }
}

/** A grey PNG (w3.org/TR/png-3): signature, header, pixels, end. */
function drawPicture(shade) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 8; // bits a pixel; the other fields are 0: grey, no interlace
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, shade);
  for (let row = 0; row < HEIGHT; row++) rows[row * (WIDTH + 1)] = 0; // each row begins with its filter: none
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', '')]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
