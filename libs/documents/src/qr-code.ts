import { create } from 'qrcode';

/** More than that no QR code holds at its lowest correction of errors, in bytes. */
export const MOST_IN_QR_CODE = 2_900;

/** So many modules stay empty around it, by which readers find it (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code that is a file of its own (SVG). */
export const qrCodeFile = (text: string): string =>
  qrCode(text).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');

/** A text as a QR code in a page (SVG). The same text gives the same picture. */
export function qrCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const { size } = modules;
  const width = size + 2 * QUIET;
  const rows = Array.from({ length: size }, (_, row) => {
    const dark = Array.from({ length: size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join('');
    const runs = [...dark.matchAll(/1+/g)];
    return runs
      .map(({ index, 0: { length } }) => `M${index + QUIET} ${row + QUIET}h${length}v1h-${length}z`)
      .join('');
  });
  return [
    `<svg viewBox="0 0 ${width} ${width}" width="${width}" height="${width}" shape-rendering="crispEdges" role="img" aria-label="QR">`,
    `<rect width="${width}" height="${width}" fill="#fff"/>`,
    `<path fill="#000" d="${rows.join('')}"/>`,
    '</svg>',
  ].join('');
}
