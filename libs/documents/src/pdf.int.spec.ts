import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { type PrintedDocument, asPdf, dayInWords, monthInWords, rupiahInDigits } from './index.js';

const RECEIPT: PrintedDocument = {
  title: { id: 'Tanda terima iuran', en: 'Receipt of contributions' },
  on: localDate('2026-11-20'),
  parts: [
    {
      kind: 'FACTS',
      facts: [[{ id: 'Nama', en: 'Name' }, 'Siti "R." #panic("never") \\ *Ménèh* $x$ @nobody']],
    },
    {
      kind: 'TABLE',
      columns: [
        { id: 'Bulan', en: 'Month' },
        { id: 'Jumlah', en: 'Amount' },
      ],
      rows: [['November 2026', rupiahInDigits(rupiah(16_800))]],
      total: ['', rupiahInDigits(rupiah(16_800))],
    },
    { kind: 'TEXT', text: { id: 'Terima kasih.', en: 'Thank you.' } },
  ],
  footer: { id: 'Dicetak oleh Lindung', en: 'Printed by Lindung' },
  format: 'A4',
};

/** What stands in the open in a PDF: its tree, not the text of its pages. */
const structureOf = (pdf: Buffer) => pdf.toString('latin1');

describe('A document as PDF', () => {
  it('has the same bytes each time, whatever was made between', () => {
    const first = asPdf(RECEIPT, 'id');
    asPdf({ ...RECEIPT, format: 'CARD' }, 'en');
    expect(asPdf(RECEIPT, 'id').equals(first)).toBe(true);
    expect(asPdf({ ...RECEIPT, on: localDate('2026-11-21') }, 'id').equals(first)).toBe(false);
  });

  it('is tagged and says its language, title and day, as PDF/UA asks', () => {
    const pdf = structureOf(asPdf(RECEIPT, 'id'));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/pdfuaid:part>1</);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang \(id\)/);
    expect(pdf).toMatch(/Tanda terima iuran/);
    expect(pdf).toMatch(/D:20261120/);
    const english = structureOf(asPdf(RECEIPT, 'en'));
    expect(english).toMatch(/\/Lang \(en\)/);
    expect(english).toMatch(/Receipt of contributions/);
  });

  it('prints what somebody typed as it is: nothing of it is a command', () => {
    const plain = { ...RECEIPT, parts: [{ kind: 'TEXT', text: { id: '#pagebreak()', en: '' } }] } as const;
    const pages = structureOf(asPdf(plain, 'id')).match(/\/Type \/Page\b/g);
    expect(pages).toHaveLength(1);
  });

  it.each(['Siti 🙂', '漢字', 'ꦱꦶꦠꦶ', 'A\ufffeB', '\u{10ffff}', 'A\u1de0', 'a\u20e0bc', 'ב\ufffe', '\ufeffA'])(
    'is made of a name in any script, though no font here has its signs: %j',
    (name) => {
      const named = { ...RECEIPT, parts: [{ kind: 'TEXT', text: { id: name, en: name } }] } as const;
      expect(structureOf(asPdf(named, 'id'))).toMatch(/^%PDF-1\.7/);
      expect(asPdf(named, 'id').equals(asPdf(named, 'id'))).toBe(true);
    },
  );

  it('shows a QR code to readers of any kind, the same each time', () => {
    const proof = {
      kind: 'PROOF',
      code: 'a',
      qr: 'x'.repeat(1_900),
      text: { id: 'Kode', en: 'Code' },
    } as const;
    const pdf = asPdf({ ...RECEIPT, parts: [proof] }, 'id');
    expect(structureOf(pdf)).toMatch(/\/Figure/);
    expect(asPdf({ ...RECEIPT, parts: [proof] }, 'id').equals(pdf)).toBe(true);
  });

  it('goes on over pages, and holds any number of rows', () => {
    const [table] = RECEIPT.parts.filter((part) => part.kind === 'TABLE');
    const rows = Array.from({ length: 200 }, (_, place) => [String(place), '1']);
    const pdf = structureOf(asPdf({ ...RECEIPT, parts: [{ ...table!, rows }] }, 'id'));
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(3);
  });
});

describe('Days, months and amounts on paper', () => {
  it('are written as people write them', () => {
    expect(dayInWords(localDate('2026-08-07'), 'id')).toBe('7 Agustus 2026');
    expect(monthInWords(period('2026-05'), 'en')).toBe('May 2026');
    expect(rupiahInDigits(rupiah(16_800_000))).toBe('Rp\u00a016.800.000');
  });
});
