import { describe, expect, it } from '@jest/globals';
import { type PrintedIn, asHtml } from '#documents';
import { type DomainEvent, ERASED } from '#kernel';
import { readModelSpec } from '#testing';
import { PARTICIPANT } from '../../domain/claim.examples.js';
import { ANSWERED, ENDED, ESCALATED, INVITED, RECEIVED, complaint } from './complaint-letters.examples.js';
import { KNOWN } from './letter.examples.js';
import { letterReadModel } from './letter.read-model.js';
import type { LetterRow } from './letter.tables.js';
import { letterNumber, printedLetter } from './printed-letter.js';

const folded = readModelSpec(letterReadModel);
const lettersOf = (...events: readonly DomainEvent[]): LetterRow[] => [
  ...folded(...KNOWN, complaint(...events)).rows.letters.values(),
];
const pageOf = (letter: LetterRow, language: PrintedIn): string =>
  asHtml(printedLetter(letter, language), language)
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ');

describe('A letter about a complaint', () => {
  const letters = lettersOf(RECEIVED, ANSWERED, ESCALATED, INVITED, ENDED);

  it('follows from each step that whoever complains has to know of', () => {
    expect(letters.map(({ kind }) => kind)).toEqual([
      'COMPLAINT_RECEIPT',
      'COMPLAINT_ANSWER',
      'COMPLAINT_ESCALATED',
      'MEDIATION_INVITATION',
      'MEDIATION_RECORD',
    ]);
    expect(letters.every(({ complaintId, claimId }) => complaintId !== null && claimId === null)).toBe(true);
    expect(new Set(letters.map(letterNumber)).size).toBe(5);
  });

  it.each([
    [
      0,
      'id',
      ['Tanda Terima Pengaduan', 'Sari Contoh', 'peserta', 'keterlambatan', '27 November 2026', 'Pasal 48'],
    ],
    [0, 'en', ['Receipt of a complaint', 'Uang belum datang sejak Maret', 'delay', '27 November 2026']],
    [1, 'id', ['menjelaskan', 'Rekening ditolak bank', '7 Desember 2026', 'mediasi']],
    [1, 'en', ['We explain', '7 December 2026', 'mediated, free of charge']],
    [2, 'id', ['diperiksa kembali', '2 Desember 2026']],
    [2, 'en', ['had no hand in it', '2 December 2026']],
    [3, 'id', ['Undangan Mediasi', '15 Januari 2027', 'Pasal 49']],
    [3, 'en', ['Invitation to a mediation', '15 January 2027']],
    [4, 'id', ['Berita Acara Mediasi', 'Dibayar ke rekening suami', 'BA/12/2026', 'dibuka kembali']],
    [4, 'en', ['binds both', 'What was agreed', 'open again']],
  ] as const)('says what its event said (%i, %s)', (nth, language, said) => {
    const page = pageOf(letters[nth]!, language);
    for (const words of said) expect(page).toContain(words);
  });

  it('says where to go where the mediation ended without an agreement', () => {
    const [, record] = lettersOf(RECEIVED, {
      ...ENDED,
      data: { ...ENDED.data, result: 'NOT_AGREED', claimId: undefined },
    });
    expect(pageOf(record!, 'en')).toContain('The courts are open to you');
    expect(pageOf(record!, 'en')).not.toContain('open again');
  });

  it('is the same from the same event, whatever came after it', () => {
    const [early] = lettersOf(RECEIVED);
    expect(pageOf(early!, 'id')).toBe(pageOf(letters[0]!, 'id'));
  });

  it('is shown to whoever sees health alone, and is to nobody once the person was erased', () => {
    expect(letters.every(({ tellsOfHealth, facilityId }) => tellsOfHealth && facilityId === null)).toBe(true);
    const { letters: rows } = folded(
      ...KNOWN.map((stream) =>
        stream.streamId === `participant-${PARTICIPANT}`
          ? {
              ...stream,
              events: stream.events.map((one) => ({ ...one, data: { ...one.data, person: ERASED } })),
            }
          : stream,
      ),
      complaint({ ...RECEIVED, data: { ...RECEIVED.data, person: ERASED } }),
    ).rows;
    expect([...rows.values()].map(({ subject }) => subject.addressee)).toEqual([null]);
  });
});
