import { describe, expect, it } from '@jest/globals';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { ERASED, type EventOf, event, localDate } from '#kernel';
import { type OnStream, on } from '#testing';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { ACCIDENT, CLAIM, OTHER_PLKK, PARTICIPANT, PLKK, TAKEN_OVER } from '../../domain/claim.examples.js';
import { TO_CLAIMANT, ordered, returned, settled } from '../claim/claim.examples.js';
import { DECIDED, GUARANTEED, PAID, claim } from './letter.examples.js';
import { lettersOf, pageOf } from './letters-read.examples.js';

describe('An advice of payment', () => {
  const [, toClaimant, toFacility] = lettersOf(claim(...DECIDED), ...PAID);

  it('tells the claimant what arrived, and the facility what is its own', () => {
    expect(pageOf(toClaimant!, 'id')).toContain('Rp 1.966.399');
    expect(pageOf(toClaimant!, 'en')).toContain('TRX-1');
    expect(toFacility).toMatchObject({ tellsOfHealth: false, facilityId: expect.any(String) });
    expect(pageOf(toFacility!, 'id')).toContain('Rp 18.500.000');
  });
});

describe('What is written to an heir who is paid', () => {
  const heirs: ClaimEvent = {
    type: 'HeirsEstablished',
    data: {
      claimId: CLAIM,
      participantId: PARTICIPANT,
      establisherId: 'desk',
      sharing: 'EQUAL',
      heirs: [
        { heirId: 'widow', relation: 'SPOUSE', standing: 'PAID', parts: 1 },
        { heirId: 'son', relation: 'CHILD', standing: 'PAID', parts: 1, throughGuardian: true },
      ],
      effectiveOn: localDate('2026-11-20'),
      person: {
        certificate: 'SKAW 1',
        heirs: [
          { name: 'Rohmah Contoh' },
          { name: 'Anak Contoh', guardian: { name: 'Paman Contoh', letter: 'map 3' } },
        ],
      },
    },
  };
  const paying = (heirId?: string) => {
    const { type, data } = ordered(TO_CLAIMANT, 'HEIR', 1_000_000) as EventOf<PayoutEvent, 'PayoutOrdered'>;
    const order = { type, data: { ...data, ...(heirId && { heirId }) } };
    return on(`payout-${TO_CLAIMANT}`, order, settled(TO_CLAIMANT, 1_000_000), returned(TO_CLAIMANT));
  };
  const addresseesOf = (named: ClaimEvent, heirId?: string) =>
    lettersOf(claim(...DECIDED, named), paying(heirId))
      .slice(-2)
      .map(({ kind, subject }) => [kind, subject.addressee]);

  it.each([
    ['widow', 'Rohmah Contoh'],
    ['son', 'Paman Contoh'],
    [undefined, 'Sari Contoh'],
  ])('is addressed to them, or to whom they are paid through: %s', (heirId, name) => {
    expect(addresseesOf(heirs, heirId)).toEqual([
      ['PAYMENT_ADVICE', name],
      ['PAYMENT_RETURNED', name],
    ]);
  });

  const owedBy = (heirId?: string) => {
    const recorded = event('ReceivableRecorded', {
      receivableId: '5f0c7f0e-9999-5000-8000-000000000001',
      participantId: PARTICIPANT,
      benefit: { kind: 'CLAIM', id: CLAIM },
      kind: 'PAID_TOO_MUCH',
      ...(heirId && { heirId }),
      amountIdr: 1_250_001,
      effectiveOn: '2026-12-01',
    });
    const letter = lettersOf(claim(...DECIDED, heirs), on('receivable-1', recorded)).at(-1);
    return [letter?.kind, letter?.subject.addressee];
  };

  it('asks what is owed of whom of them was paid, and of nobody else', () => {
    expect(owedBy('son')).toEqual(['RECEIVABLE', 'Paman Contoh']);
    expect(owedBy('another')).toEqual(['RECEIVABLE', null]);
    expect(owedBy()).toEqual(['RECEIVABLE', 'Sari Contoh']);
  });

  it('is not written to them where the participant is paid, of whose claim they had taken care', () => {
    const paid = on(
      `payout-${TO_CLAIMANT}`,
      ordered(TO_CLAIMANT, 'PARTICIPANT', 1_000_000),
      settled(TO_CLAIMANT, 1_000_000),
    );
    const letter = lettersOf(claim(TAKEN_OVER, ...DECIDED), paid).at(-1);
    expect([letter?.kind, letter?.subject.addressee]).toEqual(['PAYMENT_ADVICE', 'Sari Contoh']);
  });

  it('is addressed to nobody once the person was erased, and so not handed out', () => {
    const erasedHeirs = { ...heirs, data: { ...heirs.data, person: ERASED } } as ClaimEvent;
    expect(addresseesOf(erasedHeirs, 'widow').map(([, name]) => name)).toEqual([null, null]);
  });
});

describe('A letter about what came otherwise', () => {
  const only = (kind: string, ...streams: readonly OnStream[]) =>
    lettersOf(...streams).filter((letter) => letter.kind === kind);

  it('tells each facility whom to bill where it was no work accident, and no other facility', () => {
    const named = event('CareBearerNamed', {
      accidentId: ACCIDENT,
      participantId: PARTICIPANT,
      bearer: 'BPJS_KESEHATAN',
      facilityIds: [PLKK, OTHER_PLKK],
      billedIdr: 7_500_000,
      concludedOn: '2026-09-20',
      namerId: 'adjudicator',
      effectiveOn: '2026-09-25',
    });
    const told = only('CARE_BEARER', GUARANTEED, on(`accident-${ACCIDENT}`, named));
    expect(new Set(told.map(({ facilityId }) => facilityId))).toEqual(new Set([PLKK, OTHER_PLKK]));
    expect(new Set(told.map(({ letterId }) => letterId)).size).toBe(2);
    for (const said of ['BPJS Kesehatan', '20 September 2026', 'Pasal 25A'])
      expect(pageOf(told[0]!, 'id')).toContain(said);
  });

  it('says that money came back and why, and asks for another account', () => {
    const returned = event('PayoutReturned', {
      payoutId: TO_CLAIMANT,
      bankReference: 'TRX-1',
      reason: 'ACCOUNT_CLOSED',
      returnedOn: '2026-11-23',
      effectiveOn: '2026-11-23',
    });
    const paying = on(`payout-${TO_CLAIMANT}`, ordered(TO_CLAIMANT, 'PARTICIPANT', 1_966_399), returned);
    const [letter] = only('PAYMENT_RETURNED', claim(...DECIDED), paying);
    for (const said of ['Rp 1.966.399', 'rekening sudah ditutup'])
      expect(pageOf(letter!, 'id')).toContain(said);
  });

  const SCHOLARSHIP = '5f0c7f0e-8888-5000-8000-000000000001';
  const granted = event('ScholarshipGranted', {
    scholarshipId: SCHOLARSHIP,
    claimId: CLAIM,
    participantId: PARTICIPANT,
    effectiveOn: '2026-11-20',
  });

  it('grants the school year of a child, to the rupiah and with the law', () => {
    const year = event('ScholarshipYearApproved', {
      scholarshipId: SCHOLARSHIP,
      participantId: PARTICIPANT,
      year: 2026,
      components: [{ code: 'SCHOLARSHIP', amountIdr: 3_000_000, law: 'PP 82/2019', article: 'Annex II' }],
      amountIdr: 3_000_000,
      payee: 'GUARDIAN',
      effectiveOn: '2026-11-21',
      person: { account: { bank: 'Bank Contoh', number: '0000055555', holder: 'Wali Contoh' } },
    });
    const [letter] = only(
      'SCHOLARSHIP_YEAR',
      claim(...DECIDED),
      on(`scholarship-${SCHOLARSHIP}`, granted, year),
    );
    for (const said of ['2026', 'Rp 3.000.000', 'PP 82/2019', 'Wali Contoh'])
      expect(pageOf(letter!, 'id')).toContain(said);
    expect(pageOf(letter!, 'id')).not.toContain('0000055555');
  });

  it.each([
    ['a claim', { kind: 'CLAIM', id: CLAIM }],
    ['a scholarship', { kind: 'SCHOLARSHIP', id: SCHOLARSHIP }],
  ])('asks back what was paid too much of %s', (_of, benefit) => {
    const recorded = event('ReceivableRecorded', {
      receivableId: '5f0c7f0e-9999-5000-8000-000000000001',
      participantId: PARTICIPANT,
      benefit,
      kind: 'PAID_TOO_MUCH',
      amountIdr: 1_250_001,
      effectiveOn: '2026-12-01',
    });
    const [letter] = only(
      'RECEIVABLE',
      claim(...DECIDED),
      on(`scholarship-${SCHOLARSHIP}`, granted),
      on('receivable-1', recorded),
    );
    expect(pageOf(letter!, 'id')).toContain('Rp 1.250.001');
  });
});
