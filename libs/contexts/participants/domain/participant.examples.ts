import { type EventOf, localDate, period, rupiah } from '#kernel';
import type { ContributionPaid } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';
import type { RegisterParticipantInput } from './register-participant.js';
import type { SponsorEvent } from './sponsor.events.js';

/** Invented people and bodies that the specs of this context share. */
export const SITI = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01';
export const VILLAGE = '11111111-1111-4111-8111-111111111111';
export const AGREEMENT = '22222222-2222-4222-8222-222222222222';

/** A porter of the market, born on 12 May 1990, as the registrar types her in. */
export const REGISTER_SITI: RegisterParticipantInput = {
  participantId: SITI,
  segment: 'BPU',
  channel: 'PLKK',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: rupiah(900_000),
  registeredOn: localDate('2026-11-02'),
  person: {
    nik: '0000055205900001',
    name: 'Siti Rahmawati',
    birthDate: localDate('1990-05-12'),
    sex: 'FEMALE',
    occupation: 'kuli panggul',
    workplace: 'Pasar Cikarang',
  },
};

export function sitiRegistered(
  changes: Partial<EventOf<ParticipantEvent, 'ParticipantRegistered'>['data']> = {},
): EventOf<ParticipantEvent, 'ParticipantRegistered'> {
  const { declaredIncomeIdr: _income, registeredOn, ...rest } = REGISTER_SITI;
  return {
    type: 'ParticipantRegistered',
    data: {
      ...rest,
      sex: 'FEMALE',
      ageBand: '35_44',
      incomeBaseIdr: rupiah(1_000_000),
      warnings: [],
      effectiveOn: registeredOn,
      ...changes,
    },
  };
}

export const childRegistered = (childId: string): EventOf<ParticipantEvent, 'ChildRegistered'> => ({
  type: 'ChildRegistered',
  data: {
    participantId: SITI,
    childId,
    school: { level: 'SMA', yearInLevel: 3 },
    effectiveOn: localDate('2026-11-02'),
    person: { name: 'Dewi', birthDate: localDate('2009-03-01') },
  },
});

export const heirRegistered = (heirId: string): EventOf<ParticipantEvent, 'HeirRegistered'> => ({
  type: 'HeirRegistered',
  data: {
    participantId: SITI,
    heirId,
    relation: 'WIDOWER',
    effectiveOn: localDate('2026-11-02'),
    person: { name: 'Budi' },
  },
});

export const sitiDied = (diedOn: string): EventOf<ParticipantEvent, 'DeathReported'> => ({
  type: 'DeathReported',
  data: {
    participantId: SITI,
    diedOn: localDate(diedOn),
    person: { certificate: 'SKM-1' },
    effectiveOn: localDate(diedOn),
    health: { cause: 'illness' },
  },
});

export const sitisDeathTraced = (accidentId: string): EventOf<ParticipantEvent, 'DeathTracedToAccident'> => ({
  type: 'DeathTracedToAccident',
  data: { participantId: SITI, accidentId, effectiveOn: localDate('2026-11-10') },
});

/** A payment of 8,400 a month: the lowest band under the relief of PP 50/2025. */
export function contributionPaid(
  firstMonth: string,
  months: number,
  paidOn: string,
  changes: Partial<ContributionPaid['data']> = {},
): ContributionPaid {
  return {
    type: 'ContributionPaid',
    data: {
      participantId: SITI,
      segment: 'BPU',
      period: period(firstMonth),
      months,
      payer: 'SELF',
      incomeBaseIdr: rupiah(1_000_000),
      components: [],
      amountIdr: rupiah(8_400 * months),
      ruleSetVersion: 'spec',
      paidOn: localDate(paidOn),
      receipt: 'R-1',
      effectiveOn: localDate(paidOn),
      ...changes,
    },
  };
}

export const villageRegistered: SponsorEvent = {
  type: 'SponsorRegistered',
  data: {
    sponsorId: VILLAGE,
    kind: 'VILLAGE',
    name: 'Desa Sukamaju',
    district: '321605',
    effectiveOn: localDate('2026-01-02'),
  },
};

/** From 1 January to 31 December 2026, paid from the village budget. */
export const agreementSigned: SponsorEvent = {
  type: 'SponsorAgreementSigned',
  data: {
    sponsorId: VILLAGE,
    agreementId: AGREEMENT,
    reference: 'APBDes 1/2026',
    governmentPaid: true,
    validFrom: localDate('2026-01-01'),
    validUntil: localDate('2026-12-31'),
    effectiveOn: localDate('2026-01-01'),
  },
};
