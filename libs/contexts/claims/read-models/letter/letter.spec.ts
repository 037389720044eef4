import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type PrintedIn, asHtml } from '#documents';
import { type DomainEvent, ERASED, rupiah } from '#kernel';
import { on } from '#testing';
import { DENIAL_REASONS } from '../../domain/claim-by-people.events.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { JKK_SUBMITTED, PLKK } from '../../domain/claim.examples.js';
import { OPEN_PROGRAMMES } from '../../programmes/index.js';
import { DENIALS_IN_WORDS, denialText } from './denial-words.js';
import { hasWords } from './letter-words.js';
import {
  ANSWERED,
  DECIDED,
  DENIED,
  DIFFERENCE,
  DOUBTED,
  GUARANTEED,
  HELD,
  INTERIM,
  MISSING,
  claim,
} from './letter.examples.js';
import { LANGUAGES, lettersOf, pageOf } from './letters-read.examples.js';
import { printedLetter } from './printed-letter.js';

describe('A letter of a decision', () => {
  const [granted] = lettersOf(claim(...DECIDED));

  it.each(LANGUAGES)(
    'says every component, deduction and payee to the rupiah, with the law (%s)',
    (language) => {
      const page = pageOf(granted!, language);
      for (const said of [
        'Rp 18.500.000',
        'Rp 2.000.000',
        'Rp 20.500.000',
        '60/30 × 1,000,000 = 2,000,000',
        'PP 82/2019, Annex III',
        'Rp 33.601',
        'KUHPer, Art. 1425',
        'Rp 16.800',
        'Rp 16.801',
        'Rp 1.966.399',
        'Rp 777.001',
        'PP 44/2015, Art. 26',
        'Sari Contoh',
        'Bank Contoh ****1111',
        'Bekasi',
        granted!.letterId,
        { id: '1 Desember 2026', en: '1 December 2026' }[language],
        { id: '90 hari', en: '90 days' }[language],
        { id: '1 anak berhak', en: '1 children are entitled' }[language],
      ])
        expect(page).toContain(said);
      expect(page).not.toContain('0000011111');
    },
  );

  it.each(LANGUAGES)(
    'says of a difference what was granted before and what is still paid (%s)',
    (language) => {
      const letters = lettersOf(claim(...DECIDED, ...DIFFERENCE));
      const page = pageOf(letters.at(-1)!, language);
      for (const said of ['Rp 2.500.003', 'Rp 20.500.000', 'Rp 500.003', '75/30 × 1,000,001 = 2,500,003'])
        expect(page).toContain(said);
      expect(letters.map(({ kind }) => kind)).toEqual(['APPROVAL', 'DIFFERENCE']);
    },
  );

  it.each(LANGUAGES)('says of an interim payment what it is for, and that more follows (%s)', (language) => {
    const [letter, ...more] = lettersOf(claim(...INTERIM));
    expect(more).toEqual([]);
    const page = pageOf(letter!, language);
    const follows = { id: 'Perhitungan akhir menyusul', en: 'The final calculation follows' }[language];
    for (const said of ['Rp 1.500.000', '60/30 × 1,000,000 = 2,000,000', 'Bank Contoh ****1111', follows])
      expect(page).toContain(said);
  });

  it.each(LANGUAGES)(
    'says why a claim is denied, by which law, and what would change it (%s)',
    (language) => {
      const [letter] = lettersOf(claim(DENIED));
      const page = pageOf(letter!, language);
      const { why, changedBy } = denialText('REJECTED_INACTIVE');
      for (const said of [
        'D-02',
        why[language],
        changedBy[language],
        'PP 44/2015, Art. 1',
        'membership-is-active',
      ])
        expect(page).toContain(said);
    },
  );

  it.each(LANGUAGES)('answers an objection, with the reason and what is still open (%s)', (language) => {
    const rejected = lettersOf(claim(DENIED, ...ANSWERED('REJECTED'))).at(-1)!;
    expect(rejected).toMatchObject({ kind: 'OBJECTION_ANSWER', tellsOfHealth: true });
    const said = {
      id: ['ditolak', '13 November 2026', 'Mediasi'],
      en: ['rejected', '13 November 2026', 'Mediation'],
    };
    for (const part of [...said[language], 'Bulan itu memang belum dibayar']) {
      expect(pageOf(rejected, language)).toContain(part);
    }
    const granted = lettersOf(claim(DENIED, ...ANSWERED('GRANTED'))).at(-1)!;
    expect(pageOf(granted, language)).toContain({ id: 'dibuka kembali', en: 'open again' }[language]);
  });

  it.each(LANGUAGES)('says how much is owed back where less is due than was granted (%s)', (language) => {
    const [reassessed, approved] = DIFFERENCE as [
      ClaimEvent,
      Extract<ClaimEvent, { type: 'DifferenceApproved' }>,
    ];
    const paidTooMuch = [{ amountIdr: rupiah(123_457) }];
    const less: ClaimEvent = { ...approved, data: { ...approved.data, paidTooMuch, payments: [] } };
    const page = pageOf(lettersOf(claim(...DECIDED, reassessed, less)).at(-1)!, language);
    expect(page).toContain('Rp 123.457');
    // Nothing is paid, and so nothing arrives late.
    expect(page).not.toMatch(/Dibayarkan paling lambat|Paid by|1%|disetujui\. Manfaat|is granted\./);
  });

  it.each(LANGUAGES)('does not count what was granted to heirs of somebody who lives (%s)', (language) => {
    const [reassessed, approved] = DIFFERENCE as [
      ClaimEvent,
      Extract<ClaimEvent, { type: 'DifferenceApproved' }>,
    ];
    const said = { id: 'sebelumnya disetujui Rp 0;', en: 'of which Rp 0 was granted before' }[language];
    const told = (paidTooMuch: typeof approved.data.paidTooMuch) => {
      const difference: ClaimEvent = { ...approved, data: { ...approved.data, paidTooMuch } };
      return pageOf(lettersOf(claim(...DECIDED, reassessed, difference)).at(-1)!, language);
    };
    const all = DECIDED.find((event) => event.type === 'ClaimApproved')!.data.totalIdr;
    expect(told([{ byHeirs: true, amountIdr: all }])).toContain(said);
    expect(told([])).not.toContain(said);
  });

  it.each(LANGUAGES)(
    'says what was paid during the treatment and is not due, with the arithmetic (%s)',
    (language) => {
      const [reassessed, approved] = DIFFERENCE as [
        ClaimEvent,
        Extract<ClaimEvent, { type: 'DifferenceApproved' }>,
      ];
      const interimTooMuch = [
        { amountIdr: rupiah(456_789) },
        { employerId: PLKK, amountIdr: rupiah(111_111) },
      ];
      const less: ClaimEvent = { ...approved, data: { ...approved.data, interimTooMuch, payments: [] } };
      const page = pageOf(lettersOf(claim(...INTERIM, ...DECIDED, reassessed, less)).at(-1)!, language);
      expect(page).toContain('Rp 1.500.000 − Rp 1.043.211 = Rp 456.789');
      expect(page).not.toMatch(/111\.111/);
    },
  );

  it.each(LANGUAGES)('says whose right to a scholarship goes no further (%s)', (language) => {
    const [reassessed, approved] = DIFFERENCE as [
      ClaimEvent,
      Extract<ClaimEvent, { type: 'DifferenceApproved' }>,
    ];
    const none: ClaimEvent = { ...approved, data: { ...approved.data, noLongerEntitledIds: ['child-1'] } };
    const said = {
      id: 'hak beasiswanya berakhir dengan keputusan ini: 1.',
      en: 'whose right to a scholarship ends with this decision: 1.',
    }[language];
    expect(pageOf(lettersOf(claim(...DECIDED, reassessed, none)).at(-1)!, language)).toContain(said);
    expect(pageOf(lettersOf(claim(...DECIDED, ...DIFFERENCE)).at(-1)!, language)).not.toContain(said);
  });

  it('is the same page each time, and has no line in the other language', () => {
    const document = (language: PrintedIn) => asHtml(printedLetter(granted!, language), language);
    expect(document('id')).toBe(document('id'));
    expect(document('en')).not.toMatch(/Permohonan Saudara|Rincian manfaat/);
    expect(document('id')).not.toMatch(/Your claim|Paid by/);
  });
});

describe('A letter on the way to a decision', () => {
  it.each(LANGUAGES)(
    'asks for each document that is missing, and says what was wrong with one (%s)',
    (language) => {
      const [letter] = lettersOf(claim(DOUBTED, MISSING));
      const page = pageOf(letter!, language);
      for (const said of {
        id: ['formulir KK3', 'tidak asli', 'buku rekening', 'belum diterima', '19 Januari 2027'],
        en: ['form KK3', 'not genuine', 'account book', 'not received', '19 January 2027'],
      }[language])
        expect(page).toContain(said);
    },
  );

  it.each(LANGUAGES)('says which months a claim waits for, and until when (%s)', (language) => {
    const [letter] = lettersOf(claim(HELD));
    const page = pageOf(letter!, language);
    for (const said of ['Rp 16.800', 'Rp 16.801', 'Rp 33.601', '2027']) expect(page).toContain(said);
  });

  it('promises a facility care by its number, before there is a claim', () => {
    const [letter] = lettersOf(GUARANTEED);
    expect(letter).toMatchObject({ kind: 'GUARANTEE', claimId: null, tellsOfHealth: false });
    const page = pageOf(letter!, 'id');
    for (const said of ['JMN/2026/7', 'RS Contoh', 'Sari Contoh', 'Pasal 25A']) expect(page).toContain(said);
  });
});

describe('Letters', () => {
  it('keep no name once the person was erased, and no arithmetic once their health was', () => {
    const erased = (section: string, { type, data }: DomainEvent) => ({
      type,
      data: { ...data, [section]: ERASED },
    });
    const [first, ...others] = [JKK_SUBMITTED, ...DECIDED];
    const [letter] = lettersOf(
      on(
        'claim-x',
        erased('person', first),
        ...others.map((one) => ('person' in one.data ? erased('person', one) : one)),
      ),
    );
    expect(letter!.subject.addressee).toBeNull();
    const found = others.map((one) => ('health' in one.data ? erased('health', one) : one));
    const [withoutHealth] = lettersOf(claim(...found));
    expect(JSON.stringify(withoutHealth!.contents)).not.toContain('60/30');
  });

  const LAW = join(import.meta.dirname, '../../../../law/src');
  const codesIn = (folder: string) =>
    readdirSync(join(LAW, folder))
      .filter((file) => file.endsWith('.ts') && !file.includes('.spec.'))
      .flatMap((file) => [
        ...readFileSync(join(LAW, folder, file), 'utf8').matchAll(
          /'((?:REJECTED|EMPLOYER_PAYS)_[A-Z_]+|EMPLOYER_PAYS_FIRST)'/g,
        ),
      ])
      .map(([, code]) => String(code));

  it('have a sentence of their own for every reason that a claim is denied for', () => {
    const reasons = new Set([
      ...DENIAL_REASONS,
      'ARREARS_NOT_SETTLED',
      ...OPEN_PROGRAMMES.map(({ nothingPayable }) => nothingPayable.decision),
      ...['jkk', 'jkm', 'coverage'].flatMap(codesIn),
    ]);
    expect(reasons.size).toBeGreaterThan(20);
    expect([...reasons].filter((reason) => !Object.hasOwn(DENIALS_IN_WORDS, reason))).toEqual([]);
    for (const reason of reasons) expect(denialText(reason).number).toMatch(/^D-(0[1-9]|1\d|20)$/);
  });

  it('have words for every component that the worked examples of JKK and JKM come to', () => {
    const examples = readFileSync(
      join(import.meta.dirname, '../../../../../test/data/worked-examples.json'),
      'utf8',
    );
    const codes = [...examples.matchAll(/"code": "((?:JKK|JKM|SCHOLARSHIP)_[A-Z_\d]+)"/g)].map(([, code]) =>
      String(code),
    );
    const paid = codes.filter((code) => !code.includes('REJECTED'));
    expect(new Set(paid).size).toBeGreaterThan(15);
    expect(paid.filter((code) => !hasWords(code))).toEqual([]);
  });
});
