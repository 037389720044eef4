import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate, period, rupiah } from '#kernel';
import { type PersonFacts, foldPerson } from './fold-person.js';

const WHO = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';
const VILLAGE = '7b3c8f1d-1e8b-4a6b-9b64-3a2a6e1b0c33';

const origin = { eventId: WHO, logPosition: '1', participantId: WHO };

const registration = {
  ...origin,
  segment: 'BPU',
  channel: 'VILLAGE',
  payer: 'VILLAGE',
  sponsorId: VILLAGE,
  district: '321605',
  sector: 'OTHER',
  occupationGroup: 'FARMER',
  branch: 'J03',
  sex: null,
  ageBand: null,
  registeredOn: localDate('2026-01-02'),
};

const payment = (from: string, months: number, paidOn: string, more: object = {}) => ({
  ...origin,
  segment: 'BPU',
  payer: 'VILLAGE',
  sponsorId: VILLAGE as string | null,
  period: period(from),
  months,
  amountIdr: rupiah(16_800 * months),
  paidOn: localDate(paidOn),
  paymentId: null,
  settlesArrears: false,
  ...more,
});

const facts = (more: Partial<PersonFacts>): PersonFacts => ({
  participantId: WHO,
  personId: WHO,
  isMerged: false,
  registrations: [registration],
  districtCorrections: [],
  deaths: [],
  payments: [],
  reversals: [],
  employments: [],
  workplaces: new Map(),
  ...more,
});

const times = (more: Partial<PersonFacts>) =>
  foldPerson(facts(more)).memberships.map(({ fromOn, untilOn, payer, sponsorId }) => [
    fromOn,
    untilOn,
    payer,
    sponsorId === null ? 'alone' : 'sponsored',
  ]);

describe('Somebody who works for himself', () => {
  it('is no member before the first payment', () => {
    expect(times({})).toEqual([]);
  });

  it('is a member from the first payment until the fourth month in arrears begins', () => {
    expect(times({ payments: [payment('2026-01', 3, '2026-01-10')] })).toEqual([
      ['2026-01-10', '2026-07-01', 'VILLAGE', 'sponsored'],
    ]);
  });

  it('is counted under whoever paid for the month', () => {
    const alone = { payer: 'SELF', sponsorId: null };
    const payments = [payment('2026-01', 2, '2026-01-10'), payment('2026-03', 1, '2026-03-05', alone)];
    expect(times({ payments })).toEqual([
      ['2026-01-10', '2026-03-01', 'VILLAGE', 'sponsored'],
      ['2026-03-01', '2026-07-01', 'SELF', 'alone'],
    ]);
  });

  it('begins no membership by settling the arrears of an event', () => {
    const settled = payment('2026-04', 2, '2026-08-20', { settlesArrears: true });
    expect(times({ payments: [payment('2026-01', 3, '2026-01-10'), settled] })).toEqual([
      ['2026-01-10', '2026-09-01', 'VILLAGE', 'sponsored'],
    ]);
  });

  it('is no member by a payment that was taken back', () => {
    const one = payment('2026-01', 3, '2026-01-10');
    const reversal = { ...one, reversedOn: localDate('2026-01-20') };
    expect(times({ payments: [one], reversals: [reversal] })).toEqual([]);
  });

  it('is a member no more after the day of death, and again when that was taken back', () => {
    const payments = [payment('2026-01', 3, '2026-01-10')];
    const death = (diedOn: LocalDate | null) => ({ ...origin, diedOn });
    expect(times({ payments, deaths: [death(localDate('2026-02-14'))] })).toEqual([
      ['2026-01-10', '2026-02-15', 'VILLAGE', 'sponsored'],
    ]);
    expect(times({ payments, deaths: [death(localDate('2026-02-14')), death(null)] })).toHaveLength(1);
  });

  it('belongs to the district to which that was corrected', () => {
    const corrected = { ...origin, district: '321606', correctedOn: localDate('2026-02-01') };
    const { person, memberships } = foldPerson(
      facts({ payments: [payment('2026-01', 1, '2026-01-10')], districtCorrections: [corrected] }),
    );
    expect([person.district, memberships[0]?.district]).toEqual(['321606', '321606']);
  });
});
