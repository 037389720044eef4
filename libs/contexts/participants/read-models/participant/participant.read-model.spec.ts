import { describe, expect, it } from '@jest/globals';
import { ERASED, instant, localDate, period, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { contributions } from '../../domain/contributions.js';
import {
  RIGHT_NIK_ID,
  birthDateAsked,
  birthDateCorrected,
  childAsked,
  childCorrected,
  childRemovalAsked,
  childRemoved,
  heirAsked,
  heirCorrected,
  heirRemovalAsked,
  heirRemoved,
  contributionReversed,
  correctionRefused,
  incomeBandChanged,
  nameCorrected,
  nikAsked,
  nikAssigned,
  nikCorrected,
  nikDifferenceConfirmed,
  reversalAsked,
} from '../../domain/correction.examples.js';
import {
  TWIN,
  mergedInto,
  mergerAsked,
  splitAsked,
  splitOff,
  tookOver,
  twinRegistered,
} from '../../domain/merger.examples.js';
import { MEMBERSHIP, workerJoined, workerLeft } from '../../domain/membership.examples.js';
import type { MembershipEvent } from '../../domain/membership.events.js';
import { memberships } from '../../domain/membership.js';
import type { ParticipantEvent } from '../../domain/participant.events.js';
import {
  SITI,
  childRegistered,
  contributionPaid,
  heirRegistered,
  sitiDied,
  sitiRegistered,
  sitisDeathTraced,
} from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import { participantReadModel } from './participant.read-model.js';

const CHILD = '33333333-3333-4333-8333-333333333333';
const HEIR = '44444444-4444-4444-8444-444444444444';

const BOUNCED_PAYMENT = {
  period: period('2026-11'),
  months: 1,
  receipt: 'R-1',
  amountIdr: rupiah(8_400),
  reversal: 'BOUNCED' as const,
};

const folded = readModelSpec(participantReadModel);
const person = (...events: ParticipantEvent[]) => on(participants.of(SITI), ...events);
const money = (...events: Parameters<typeof contributionPaid>[]) =>
  on(contributions.of(SITI), ...events.map((paid) => contributionPaid(...paid)));

describe('the participant read model', () => {
  it('shows who was registered, with a masked NIK and no payment yet', () => {
    folded(person(sitiRegistered({ warnings: ['NIK_SEX_DIFFERS'] }))).thenRows('participants', [
      {
        participantId: SITI,
        segment: 'BPU',
        channel: 'PLKK',
        payer: 'SELF',
        sponsorId: null,
        agreementId: null,
        district: '321605',
        sector: 'OTHER',
        incomeBaseIdr: rupiah(1_000_000),
        bands: [],
        registeredOn: localDate('2026-11-02'),
        warnings: ['NIK_SEX_DIFFERS'],
        nikId: SITI,
        nikMasked: '0000**********01',
        name: 'Siti Rahmawati',
        birthDate: localDate('1990-05-12'),
        sex: 'FEMALE',
        phone: null,
        occupation: 'kuli panggul',
        workplace: 'Pasar Cikarang',
        diedOn: null,
        paidMonths: 0,
        contributedIdr: rupiah(0),
        revision: 0,
        contributionsRevision: null,
      },
    ]);
  });

  it('adds up payments, and reads one that was recorded for a month of choice as the law books it', () => {
    folded(
      person(sitiRegistered()),
      money(['2026-12', 1, '2026-12-02'], ['2027-01', 3, '2026-12-02'], ['2026-11', 1, '2026-12-03']),
    )
      .thenRows('participants', [
        { paidMonths: 5, contributedIdr: rupiah(42_000), revision: 0, contributionsRevision: 2 },
      ])
      .thenRows('cover', [{ participantId: SITI, paidThrough: period('2027-04') }]);
  });

  it('keeps of each payment how long it covers, from the day on which the money came', () => {
    folded(person(sitiRegistered()), money(['2026-11', 1, '2026-11-02']))
      .thenRows('contributions', [
        { participantId: SITI, period: period('2026-11'), amountIdr: rupiah(8_400) },
      ])
      .thenRows('cover', [
        {
          windows: [
            {
              coveredFrom: localDate('2026-11-02'),
              arrearsFrom: localDate('2026-12-16'),
              inactiveFrom: localDate('2027-03-01'),
            },
          ],
        },
      ]);
  });

  it('keeps children, heirs and the day of death, and the newest revision', () => {
    folded(person(sitiRegistered(), childRegistered(CHILD), heirRegistered(HEIR)))
      .thenRows('children', [{ childId: CHILD, name: 'Dewi', schoolLevel: 'SMA', yearInLevel: 3 }])
      .thenRows('heirs', [{ heirId: HEIR, relation: 'WIDOWER', name: 'Budi' }])
      .thenRows('participants', [{ revision: 2 }])
      .and(person(sitiDied('2026-11-10'), sitisDeathTraced('accident-1')))
      .thenRows('participants', [{ diedOn: localDate('2026-11-10'), revision: 4 }])
      .thenUnknownEventsAreIgnored();
  });

  it('shows corrected data, and keeps what stood there in the history', () => {
    folded(person(sitiRegistered(), nameCorrected))
      .thenRows('participants', [{ name: 'Siti Rohmawati', district: '321606', revision: 1 }])
      .thenRows('corrections', [
        {
          status: 'MADE',
          evidenceNumber: 'KTP-1',
          before: { name: 'Siti Rahmawati', district: '321605' },
          now: { name: 'Siti Rohmawati', district: '321606' },
          requesterId: 'registrar-1',
          requestedOn: localDate('2026-11-20'),
          deciderId: null,
          decidedOn: localDate('2026-11-20'),
        },
      ]);
  });

  it('changes nothing before the second person, who makes the correction or refuses it', () => {
    const asked = folded(person(sitiRegistered(), birthDateAsked))
      .thenRows('participants', [{ birthDate: localDate('1990-05-12'), revision: 1 }])
      .thenRows('corrections', [
        { status: 'REQUESTED', now: { birthDate: localDate('1990-06-12') }, before: null },
      ]);
    asked
      .and(person(birthDateCorrected))
      .thenRows('participants', [
        { birthDate: localDate('1990-06-12'), warnings: ['NIK_BIRTH_DATE_DIFFERS'], revision: 2 },
      ])
      .thenRows('corrections', [
        { status: 'MADE', deciderId: 'supervisor-1', before: { birthDate: localDate('1990-05-12') } },
      ])
      .and(person(nikDifferenceConfirmed))
      .thenRows('participants', [{ warnings: [], revision: 3 }]);
    folded(person(sitiRegistered(), birthDateAsked, correctionRefused))
      .thenRows('participants', [{ birthDate: localDate('1990-05-12'), revision: 2 }])
      .thenRows('corrections', [{ status: 'REFUSED', reason: 'EVIDENCE_NOT_ENOUGH' }]);
  });

  it('shows the corrected NIK, masked, and finds the participant under both', () => {
    folded(person(sitiRegistered()))
      .thenRows('participants', [{ nikId: SITI }])
      .thenRows('niks', [])
      .and(person(nikAsked, nikCorrected), on(participants.of(RIGHT_NIK_ID), nikAssigned))
      .thenRows('participants', [{ nikId: RIGHT_NIK_ID, nikMasked: '0000**********10', revision: 2 }])
      .thenRows('niks', [{ nikId: RIGHT_NIK_ID, participantId: SITI }])
      .thenRows('corrections', [
        { status: 'MADE', before: { nikMasked: '0000**********01' }, now: { nikMasked: '0000**********10' } },
      ]);
  });

  it('says nothing of the NIKs of somebody who was erased', () => {
    folded(
      person(
        sitiRegistered({ person: ERASED }),
        { ...nikAsked, data: { ...nikAsked.data, person: ERASED } },
        { ...nikCorrected, data: { ...nikCorrected.data, person: ERASED } },
      ),
    )
      .thenRows('participants', [{ nikId: null, nikMasked: null }])
      .thenRows('niks', [])
      .thenRows('corrections', [{ before: null, now: null }]);
  });

  it('takes a payment off that was taken back, with its months and its cover, and keeps what it was', () => {
    const paid = folded(person(sitiRegistered()), money(['2026-11', 1, '2026-11-02']));
    paid
      .and(on(contributions.of(SITI), reversalAsked))
      .thenRows('participants', [{ paidMonths: 1, contributionsRevision: 1 }])
      .thenRows('corrections', [
        {
          status: 'REQUESTED',
          subjects: ['CONTRIBUTION'],
          evidenceNumber: 'BL-7',
          before: BOUNCED_PAYMENT,
        },
      ])
      .and(on(contributions.of(SITI), contributionReversed))
      .thenRows('participants', [{ paidMonths: 0, contributedIdr: rupiah(0), contributionsRevision: 2 }])
      .thenRows('cover', [])
      .thenRows('contributions', [{ receipt: 'R-1' }])
      .thenRows('reversals', [{ receipt: 'R-1', reason: 'BOUNCED', reversedOn: localDate('2026-11-20') }])
      .thenRows('corrections', [{ status: 'MADE', deciderId: 'supervisor-1' }]);
  });

  it('keeps the income that was declared, from the month on for which it holds', () => {
    folded(person(sitiRegistered(), incomeBandChanged))
      .thenRows('participants', [
        {
          incomeBaseIdr: rupiah(1_000_000),
          bands: [{ from: period('2027-01'), incomeBaseIdr: rupiah(2_000_000) }],
          revision: 1,
        },
      ])
      .thenRows('corrections', [
        {
          status: 'MADE',
          subjects: ['INCOME_BAND'],
          before: { incomeBaseIdr: rupiah(1_000_000) },
          now: { period: period('2027-01'), incomeBaseIdr: rupiah(2_000_000) },
        },
      ]);
  });

  it('shows the family as it was corrected, and what stood there in the history', () => {
    const family = person(sitiRegistered(), childRegistered(CHILD), heirRegistered(HEIR));
    folded(family)
      .and(person(childAsked, childCorrected))
      .thenRows('children', [{ name: 'Dewi', birthDate: localDate('2010-03-01') }])
      .thenRows('corrections', [
        { childId: CHILD, status: 'MADE', removes: false, before: { birthDate: localDate('2009-03-01') } },
      ]);
    folded(family)
      .and(person(heirAsked, heirCorrected))
      .thenRows('heirs', [{ name: 'Budiman', relation: 'SIBLING' }])
      .thenRows('corrections', [{ heirId: HEIR, before: { name: 'Budi', relation: 'WIDOWER' } }]);
    folded(family)
      .and(person(childRemovalAsked, childRemoved))
      .thenRows('children', [])
      .thenRows('corrections', [{ childId: CHILD, status: 'MADE', removes: true }]);
    folded(family).and(person(heirRemovalAsked, heirRemoved)).thenRows('heirs', []);
  });

  it('shows no values of a correction once the person was erased', () => {
    folded(
      person(sitiRegistered({ person: ERASED }), {
        ...nameCorrected,
        data: { ...nameCorrected.data, person: ERASED },
      }),
    )
      .thenRows('participants', [{ name: null, district: '321606' }])
      .thenRows('corrections', [{ evidenceNumber: null, before: null, now: null }]);
  });

  it('shows nothing personal of a person whose key was destroyed, and keeps the sums', () => {
    const [child, heir] = [childRegistered(CHILD), heirRegistered(HEIR)];
    folded(
      person(sitiRegistered({ person: ERASED })),
      money(['2026-11', 1, '2026-11-02']),
      person(
        { ...child, data: { ...child.data, person: ERASED } },
        { ...heir, data: { ...heir.data, person: ERASED } },
      ),
    )
      .thenRows('participants', [
        {
          nikMasked: null,
          name: null,
          birthDate: null,
          sex: null,
          phone: null,
          occupation: null,
          workplace: null,
          contributedIdr: rupiah(8_400),
        },
      ])
      .thenRows('children', [{ name: null, birthDate: null, schoolLevel: 'SMA' }])
      .thenRows('heirs', [{ name: null }]);
  });
});

describe('Two participants who are one person', () => {
  const twin = (...events: ParticipantEvent[]) => on(participants.of(TWIN), ...events);
  const twinsMoney = (...paid: Parameters<typeof contributionPaid>) => {
    const event = contributionPaid(...paid);
    return on(contributions.of(TWIN), { ...event, data: { ...event.data, participantId: TWIN } });
  };
  const merged = [
    person(sitiRegistered()),
    money(['2026-11', 1, '2026-11-02']),
    twin(twinRegistered()),
    twinsMoney('2026-12', 1, '2026-12-01'),
    person(tookOver),
    twin(mergerAsked, mergedInto),
  ];

  it('are listed as one, and covered by what was paid under both ids; each row stays where it was recorded', () => {
    const { rows } = folded(...merged);
    expect(
      [...rows.participants.values()].map((row) => [row.participantId, row.mergedInto, row.paidMonths]),
    ).toEqual([
      [SITI, null, 1],
      [TWIN, SITI, 1],
    ]);
    expect([...rows.cover.values()].map((row) => [row.participantId, row.paidThrough])).toEqual([
      [SITI, '2026-12'],
      [TWIN, '2026-12'],
    ]);
    expect([...rows.aliases.values()]).toEqual([{ id: TWIN, goesOnAs: SITI }]);
    expect([...rows.corrections.values()]).toMatchObject([
      { participantId: TWIN, subjects: ['MERGER'], status: 'MADE', now: { survivorId: SITI } },
    ]);
  });

  it('are covered by what comes under the merged id since, also where nothing had come before', () => {
    const { rows } = folded(
      person(sitiRegistered()),
      twin(twinRegistered()),
      person(tookOver),
      twin(mergerAsked, mergedInto),
      twinsMoney('2026-12', 1, '2026-12-01'),
    );
    expect([...rows.cover.values()].map((row) => [row.participantId, row.paidThrough])).toEqual([
      [SITI, '2026-12'],
      [TWIN, '2026-12'],
    ]);
  });

  it('are two again after a split, as if they had never been merged', () => {
    const before = folded(...merged.slice(0, 4)).rows;
    const { rows } = folded(...merged, twin(splitAsked, splitOff));
    expect(rows.cover).toEqual(before.cover);
    expect([...rows.aliases.values()]).toEqual([]);
    expect([...rows.participants.values()].map(({ mergedInto: into }) => into)).toEqual([null, null]);
  });

  it('shows beside the day for which something counts when it was recorded', () => {
    const late = sitiRegistered({ effectiveOn: localDate('2026-08-03'), backDatedBy: 'registrar-1' });
    const as = (at: string) => ({ recordedAt: instant(at) });
    const known = folded()
      .andRecordedAs(as('2026-11-20T03:15:00Z'), person(late, childRegistered(CHILD), heirRegistered(HEIR)))
      .andRecordedAs(as('2026-11-21T20:00:00Z'), money(['2026-08', 3, '2026-08-04']))
      .andRecordedAs(as('2026-11-23T03:15:00Z'), person(sitiDied('2026-11-10')))
      .thenRows('participants', [
        {
          registeredOn: localDate('2026-08-03'),
          recordedOn: localDate('2026-11-20'),
          registeredLateBy: ['registrar-1'],
          diedOn: localDate('2026-11-10'),
          deathRecordedOn: localDate('2026-11-23'),
        },
      ])
      // The 22nd has begun in Jakarta.
      .thenRows('contributions', [{ paidOn: localDate('2026-08-04'), recordedOn: localDate('2026-11-22') }])
      .thenRows('children', [{ recordedOn: localDate('2026-11-20') }])
      .thenRows('heirs', [{ recordedOn: localDate('2026-11-20') }]);
    const data = { participantId: SITI, confirmerId: 'registrar-2', effectiveOn: localDate('2026-11-24') };
    known
      .and(person({ type: 'BackDatedRegistrationConfirmed', data }))
      .thenRows('participants', [{ registeredLateBy: [] }]);
  });

  it('shows when the first and the last day of work were recorded', () => {
    const at = (text: string) => ({ recordedAt: instant(text) });
    const work = (...events: MembershipEvent[]) => on(memberships.of(MEMBERSHIP), ...events);
    folded()
      .andRecordedAs(at('2026-11-20T03:15:00Z'), work(workerJoined('2026-10-01')))
      .thenRows('memberships', [{ recordedOn: localDate('2026-11-20'), endRecordedOn: null }])
      .andRecordedAs(at('2026-11-25T03:15:00Z'), work(workerLeft('2026-11-13')))
      .thenRows('memberships', [
        {
          endedOn: localDate('2026-11-13'),
          recordedOn: localDate('2026-11-20'),
          endRecordedOn: localDate('2026-11-25'),
        },
      ]);
  });
});
