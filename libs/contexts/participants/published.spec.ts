import { describe, expect, it } from '@jest/globals';
import { derivedId, localDate, period, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import type { ContributionPaid } from './domain/contribution.events.js';
import type { DeathReported, ParticipantRegistered } from './domain/participant.events.js';
import {
  contributionReversed,
  deathDayCorrected,
  deathRevoked,
  nameCorrected,
  nikCorrected,
} from './domain/correction.examples.js';
import { participantsContracts } from './published.js';

const participantId = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01';
const sponsorId = '11111111-1111-4111-8111-111111111111';
const effectiveOn = localDate('2026-11-02');

const registered: ParticipantRegistered = {
  type: 'ParticipantRegistered',
  data: {
    participantId,
    segment: 'BPU',
    channel: 'VILLAGE',
    payer: 'VILLAGE',
    sponsorId,
    district: '321605',
    sector: 'OTHER',
    occupationGroup: 'PORTER',
    branch: 'J03',
    incomeBaseIdr: rupiah(1_000_000),
    warnings: [],
    effectiveOn,
    person: {
      nik: '0000055205900001',
      name: 'Siti Rahmawati',
      birthDate: localDate('1990-05-12'),
      sex: 'FEMALE',
      phone: '081200000000',
      occupation: 'kuli panggul',
      workplace: 'Pasar Cikarang',
    },
  },
};

const paid: ContributionPaid = {
  type: 'ContributionPaid',
  data: {
    participantId,
    segment: 'BPU',
    period: period('2026-11'),
    months: 3,
    payer: 'SELF',
    occupationGroup: 'PORTER',
    incomeBaseIdr: rupiah(1_000_000),
    components: [{ code: 'JKK', amountIdr: rupiah(30_000), law: 'PP 44/2015', article: 'Art. 31' }],
    amountIdr: rupiah(50_400),
    ruleSetVersion: '2026',
    paidOn: localDate('2026-11-03'),
    receipt: 'PAY-1',
    effectiveOn,
  },
};

const died: DeathReported = {
  type: 'DeathReported',
  data: {
    participantId,
    diedOn: localDate('2026-11-01'),
    person: { certificate: 'SKM-1' },
    effectiveOn,
    health: { cause: 'heart attack' },
  },
};

/** As the contracts name a payment. */
const paymentIdOf = ({ data }: ContributionPaid | typeof contributionReversed) =>
  derivedId('payment', data.participantId, data.period, data.receipt);

describe('the contracts of participants', () => {
  it('say nothing of the person, the wage or the cause of death', () => {
    expectNothingPersonal(participantsContracts, [
      registered,
      paid,
      died,
      nameCorrected,
      nikCorrected,
      contributionReversed,
      deathRevoked,
      deathDayCorrected,
    ]);
  });

  it('tell where a worker was registered and by whom the contributions are paid', () => {
    const told = {
      participantId,
      segment: 'BPU',
      channel: 'VILLAGE',
      payer: 'VILLAGE',
      sponsorId,
      district: '321605',
      sector: 'OTHER',
      registeredOn: '2026-11-02',
    };
    expect(publishedFrom(participantsContracts, registered)).toEqual([
      { type: 'lindung.participants.participant-registered.v1', data: told },
      {
        type: 'lindung.participants.participant-registered.v2',
        data: { ...told, occupationGroup: 'PORTER', branch: 'J03' },
      },
    ]);
  });

  it.each([
    ['KELURAHAN', 'LOCAL_GOV'],
    ['CENTRAL_GOV', 'LOCAL_GOV'],
    ['CHAMBER', 'CSR_SPONSOR'],
  ] as const)('name %s as %s to those who listen to the first version', (payer, former) => {
    for (const event of [
      { ...registered, data: { ...registered.data, payer } },
      { ...paid, data: { ...paid.data, payer } },
    ]) {
      const payers = publishedFrom(participantsContracts, event).map(({ data }) => data['payer']);
      expect(payers).toEqual([former, payer]);
    }
  });

  it('tell what was paid for which months, and leave an absent sponsor out', () => {
    const told = {
      participantId,
      segment: 'BPU',
      payer: 'SELF',
      period: '2026-11',
      months: 3,
      amountIdr: 50_400,
      paidOn: '2026-11-03',
    };
    expect(publishedFrom(participantsContracts, paid)).toEqual([
      { type: 'lindung.participants.contribution-paid.v1', data: told },
      {
        type: 'lindung.participants.contribution-paid.v2',
        data: { ...told, occupationGroup: 'PORTER', paymentId: paymentIdOf(paid) },
      },
    ]);
  });

  it('tell what was corrected, and of the values no more than the district', () => {
    expect(publishedFrom(participantsContracts, nameCorrected)).toEqual([
      {
        type: 'lindung.participants.participant-corrected.v1',
        data: {
          participantId,
          subjects: [{ subject: 'NAME' }, { subject: 'DISTRICT' }],
          district: '321606',
          correctedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('tell that a NIK was corrected, and neither the old one nor the new one', () => {
    expect(publishedFrom(participantsContracts, nikCorrected)).toEqual([
      {
        type: 'lindung.participants.nik-corrected.v1',
        data: { participantId, correctedOn: '2026-11-20' },
      },
    ]);
  });

  it('tell that a payment never counted', () => {
    expect(publishedFrom(participantsContracts, contributionReversed)).toEqual([
      {
        type: 'lindung.participants.contribution-reversed.v1',
        data: {
          participantId,
          segment: 'BPU',
          paymentId: paymentIdOf(contributionReversed),
          period: '2026-11',
          months: 1,
          amountIdr: 8_400,
          reason: 'BOUNCED',
          paidOn: '2026-11-02',
          reversedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('name a payment alike when it comes and when it never counted', () => {
    const { period: first, receipt } = contributionReversed.data;
    const came = { ...paid, data: { ...paid.data, period: first, receipt } };
    const named = [came, contributionReversed].flatMap((event) =>
      publishedFrom(participantsContracts, event),
    );
    expect(named.flatMap(({ data }) => data['paymentId'] ?? [])).toEqual(
      Array.from({ length: 2 }, () => paymentIdOf(contributionReversed)),
    );
  });

  it('tell the sum by programme, where the log tells of all months', () => {
    const whole = { ...paid, data: { ...paid.data, amountIdr: rupiah(30_000) } };
    const funds = publishedFrom(participantsContracts, whole).map(({ data }) => data['funds']);
    expect(funds).toEqual([undefined, [{ programme: 'JKK', amountIdr: 30_000 }]]);
  });

  it('tell as whom somebody is counted, and not when they were born', () => {
    const counted = { sex: 'FEMALE', ageBand: '35_44' } as const;
    const event = { ...registered, data: { ...registered.data, ...counted } };
    const [first, second] = publishedFrom(participantsContracts, event);
    expect(first?.data).not.toHaveProperty('sex');
    expect(second?.data).toMatchObject(counted);
  });

  it('tell the day of a death', () => {
    expect(publishedFrom(participantsContracts, died)).toEqual([
      {
        type: 'lindung.participants.death-reported.v1',
        data: { participantId, diedOn: '2026-11-01' },
      },
    ]);
  });
});
