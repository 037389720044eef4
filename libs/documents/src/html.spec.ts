import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { type PrintedDocument, asHtml } from './index.js';

const LETTER: PrintedDocument = {
  title: { id: 'Surat <keputusan>', en: 'Letter of <decision>' },
  on: localDate('2026-11-20'),
  parts: [
    { kind: 'HEADING', text: { id: 'Data', en: 'Data' } },
    { kind: 'FACTS', facts: [[{ id: 'Nama', en: 'Name' }, `<script>alert("x")</script> & 'Sari'`]] },
    { kind: 'TEXT', text: { id: 'Terima kasih.', en: 'Thank you.' } },
    { kind: 'TABLE', columns: [{ id: 'Uraian', en: 'What' }], rows: [['1 < 2']], total: ['Rp 3'] },
    { kind: 'PROOF', code: 'a&b', text: { id: 'Kode', en: 'Code' } },
  ],
  footer: { id: 'Kaki', en: 'Foot' },
  format: 'A4',
};

describe('A document as HTML', () => {
  it('says its language and title, and is the same each time', () => {
    const english = asHtml(LETTER, 'en');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('<h1>Letter of &lt;decision&gt;</h1>');
    expect(english).toBe(asHtml(LETTER, 'en'));
    expect(asHtml(LETTER, 'id')).toContain('<html lang="id">');
  });

  it('holds what people typed as text, wherever it stands', () => {
    const page = asHtml(LETTER, 'id');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Sari&#39;');
    expect(page).toContain('<td>1 &lt; 2</td>');
    expect(page).toContain('<code>a&amp;b</code>');
    expect(page).not.toContain('<script');
  });

  it('fetches nothing', () => {
    expect(asHtml(LETTER, 'id')).not.toMatch(/https?:|src=|@import|url\(/);
  });
});
