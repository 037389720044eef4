import { createRequire } from 'node:module';

type Decode = (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly binaryData: readonly number[] } | null;
const decode = createRequire(import.meta.url)('jsqr') as Decode;

/** Pixels of a module: readers want more than one. */
const SCALE = 4;

/** What a reader that is not ours finds in a QR code that stands in a page. @throws Error where it finds none */
export function readQrCode(page: string): string {
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(page) ?? [];
  const width = Number(size) * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of page.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const start = ((Number(y) * SCALE + row) * width + Number(x) * SCALE) * 4;
      for (let pixel = 0; pixel < Number(length) * SCALE; pixel += 1)
        pixels.fill(0, start + pixel * 4, start + pixel * 4 + 3);
    }
  }
  const found = decode(pixels, width, width);
  if (!found) throw new Error('There is no QR code');
  return Buffer.from(found.binaryData).toString('utf8');
}
