import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import type { AccidentConcluded, AccidentNotified, CareProvided } from './domain/accident.events.js';
import type { GuaranteeLetterIssued } from './domain/guarantee.events.js';
import { accidentsContracts } from './published.js';

const accidentId = '5f0c7f0e-3333-5000-8000-000000000001';
const participantId = '5f0c7f0e-2222-8000-8000-000000000001';
const facilityId = '5f0c7f0e-4444-5000-8000-000000000001';
const effectiveOn = localDate('2026-11-20');

const notified: AccidentNotified = {
  type: 'AccidentNotified',
  data: {
    accidentId,
    participantId,
    kind: 'OCCUPATIONAL_DISEASE',
    placeKind: 'INSIDE_WORK_SITE',
    occurredOn: localDate('2026-11-19'),
    occurredAt: '09:30',
    notifiedBy: 'FACILITY',
    effectiveOn,
    person: { contactName: 'Budi Contoh', contactPhone: '081200000000', place: 'Pasar Cikarang' },
    health: { chronology: 'A sack fell on her hand', bodyPart: 'right index finger' },
  },
};

const guaranteed: GuaranteeLetterIssued = {
  type: 'GuaranteeLetterIssued',
  data: {
    accidentId,
    participantId,
    facilityId,
    guaranteeNumber: 'SJ-1',
    basis: 'SUSPECTED_CASE',
    effectiveOn,
  },
};

const care: CareProvided = {
  type: 'CareProvided',
  data: {
    accidentId,
    participantId,
    facilityId,
    admittedOn: localDate('2026-11-19'),
    dischargedOn: effectiveOn,
    invoiceNumber: 'INV-1',
    invoiceIdr: rupiah(18_500_000),
    billing: 'GUARANTEED',
    effectiveOn,
    health: { procedures: 'amputation of a finger' },
  },
};

const concluded: AccidentConcluded = {
  type: 'AccidentConcluded',
  data: {
    accidentId,
    participantId,
    conclusion: 'WORK_ACCIDENT',
    concludedOn: effectiveOn,
    late: false,
    effectiveOn,
    person: { reason: 'She carried goods for a buyer' },
  },
};

describe('the contracts of accidents', () => {
  it('say nothing of people, of what happened to a body or of the kind of accident', () => {
    expectNothingPersonal(accidentsContracts, [notified, guaranteed, care, concluded]);
    expect(JSON.stringify(publishedFrom(accidentsContracts, notified))).not.toContain('DISEASE');
    expect(JSON.stringify(publishedFrom(accidentsContracts, concluded))).not.toContain('She carried');
  });

  it('tell when and in what kind of place', () => {
    expect(publishedFrom(accidentsContracts, notified)).toEqual([
      {
        type: 'lindung.accidents.accident-notified.v1',
        data: {
          accidentId,
          participantId,
          placeKind: 'INSIDE_WORK_SITE',
          occurredOn: '2026-11-19',
          notifiedOn: '2026-11-20',
          notifiedBy: 'FACILITY',
        },
      },
    ]);
  });

  it('tell a PLKK what is promised and what care costs', () => {
    expect([guaranteed, care].flatMap((event) => publishedFrom(accidentsContracts, event))).toEqual([
      {
        type: 'lindung.accidents.guarantee-letter-issued.v1',
        data: { accidentId, participantId, facilityId, basis: 'SUSPECTED_CASE', issuedOn: '2026-11-20' },
      },
      {
        type: 'lindung.accidents.care-invoiced.v1',
        data: {
          accidentId,
          participantId,
          facilityId,
          invoiceIdr: 18_500_000,
          billing: 'GUARANTEED',
          dischargedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('tell what was concluded and whether in time', () => {
    expect(publishedFrom(accidentsContracts, concluded)).toEqual([
      {
        type: 'lindung.accidents.accident-concluded.v1',
        data: {
          accidentId,
          participantId,
          conclusion: 'WORK_ACCIDENT',
          late: false,
          concludedOn: '2026-11-20',
        },
      },
    ]);
  });
});
