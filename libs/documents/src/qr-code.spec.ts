import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { readQrCode } from '../test/read-qr-code.js';
import { asHtml } from './index.js';
import { MOST_IN_QR_CODE, qrCode } from './qr-code.js';

describe('A QR code', () => {
  it.each([1, 100, 1_900, MOST_IN_QR_CODE])('of %d bytes is read as what was written', (length) => {
    const text = 'bukti — proof\n'.repeat(length).slice(0, length);
    // A dash is three bytes.
    const short = Buffer.from(text).subarray(0, length).toString().replaceAll('\ufffd', '');
    expect(readQrCode(qrCode(short))).toBe(short);
  });

  it('stands in a page that fetches nothing, the same each time', () => {
    const letter = {
      title: { id: 'Surat', en: 'Letter' },
      on: localDate('2026-11-20'),
      parts: [{ kind: 'PROOF', code: 'a', qr: 'c2sp.org/tlog-proof@v1', text: { id: 'Kode', en: 'Code' } }],
      footer: { id: '', en: '' },
      format: 'A4',
    } as const;
    const page = asHtml(letter, 'id');
    expect(readQrCode(page)).toBe('c2sp.org/tlog-proof@v1');
    expect(page).not.toMatch(/https?:|src=|@import|url\(/);
    expect(asHtml(letter, 'id')).toBe(page);
  });
});
