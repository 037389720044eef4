import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DomainEvent, localDate, period } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec } from '#testing';
import type { Fact } from '../../domain/fact.js';
import { RULES } from '../../domain/rules/index.js';
import type { Rule } from '../../domain/rules/index.js';
import { termsOn } from '../../domain/terms.js';
import { evidenceReadModel } from './evidence.read-model.js';
import { StoredFacts } from './stored-facts.js';

const DAY = localDate('2026-11-20');
const idOf = (serial: number) => `5d0a4c1e-7f35-8a10-9c44-${String(serial).padStart(12, '0')}`;
const recorded = (type: string, data: object): DomainEvent => ({ type, data });

const account = (number: string) => ({ bank: 'Bank Contoh', number, holder: 'Siti Contoh' });

const registered = (serial: number, on_: string, more: object = {}) =>
  on(
    `participant-${idOf(serial)}`,
    recorded('ParticipantRegistered', {
      participantId: idOf(serial),
      segment: 'BPU',
      effectiveOn: localDate(on_),
      person: { nik: '0', name: `Siti Contoh ${'ABCDEFGHIJ'.charAt(serial % 10)}`, birthDate: '1990-05-12' },
      ...more,
    }),
  );

const claimOf = (serial: number, number: string, ...more: readonly DomainEvent[]) =>
  on(
    `claim-${idOf(100 + serial)}`,
    recorded('ClaimSubmitted', {
      claimId: idOf(100 + serial),
      programme: 'JKM',
      participantId: idOf(serial),
      eventDate: localDate('2026-11-02'),
      submittedOn: DAY,
      effectiveOn: DAY,
      documents: [{ kind: 'DEATH_CERTIFICATE' }],
      person: { claimantName: 'Budi Contoh', account: account(number), references: [`SKM/${serial}/2026`] },
    }),
    ...more,
  );

const withdrawn = (serial: number) =>
  recorded('ClaimWithdrawn', { claimId: idOf(100 + serial), participantId: idOf(serial), effectiveOn: DAY });

describe('What the rules of detection look at', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(evidenceReadModel, () => fresh.database);
  const facts = () => new StoredFacts(new ReadModels(fresh.database, 0));
  const asked = { day: DAY, terms: termsOn(DAY) };
  const rule = (id: string): Rule => RULES.find((one) => one.id === id) ?? (undefined as never);
  async function groupsOf(id: string): Promise<readonly (readonly Fact[])[]> {
    const groups: (readonly Fact[])[] = [];
    for await (const group of facts().groupsFor(rule(id), asked)) groups.push(group);
    return groups;
  }
  const hitsOf = async (id: string) => {
    const segments = await facts().segments(asked);
    return (await groupsOf(id)).flatMap((group) => rule(id).find(group, { ...asked, segments }));
  };

  it('comes in groups that are whole, however many there are', async () => {
    // More than are asked for at a time.
    const many = Array.from({ length: 450 }, (_one, serial) => serial + 1);
    await project(
      ...many.map((serial) => registered(serial, '2026-11-10')),
      ...many.map((serial) =>
        on(
          `accident-${idOf(1000 + serial)}`,
          recorded('AccidentNotified', {
            accidentId: idOf(1000 + serial),
            participantId: idOf(serial),
            occurredOn: localDate('2026-11-12'),
            effectiveOn: localDate('2026-11-12'),
          }),
        ),
      ),
    );
    const groups = await groupsOf('FD-20');
    expect(groups.map(({ length }) => length)).toEqual(many.map(() => 2));
    expect(await hitsOf('FD-20')).toHaveLength(450);
  });

  it('names accounts and papers alike however they were written, and leaves out claims that were withdrawn', async () => {
    const three = [claimOf(1, '00 11'), claimOf(2, '0011'), claimOf(3, '00-11')];
    const stored = await project(...three);
    expect(await hitsOf('FD-01')).toMatchObject([
      { key: [idOf(103)], measures: [{ value: 3 }, { value: 3 }] },
    ]);
    await stored.and(on(`claim-${idOf(103)}`, withdrawn(3)));
    expect(await hitsOf('FD-01')).toEqual([]);
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('is of one paper where two persons have handed in its number', async () => {
    const paper = (serial: number) =>
      on(
        `claim-${idOf(100 + serial)}`,
        recorded('DocumentsReceived', {
          claimId: idOf(100 + serial),
          participantId: idOf(serial),
          documents: [{ kind: 'POLICE_LETTER' }],
          effectiveOn: DAY,
          person: { references: ['LP/12/XI/2026'] },
        }),
      );
    const stored = await project(claimOf(1, '1'), claimOf(2, '2'), paper(1));
    expect(await hitsOf('FD-06')).toEqual([]);
    await stored.and(paper(2));
    expect(await hitsOf('FD-06')).toMatchObject([{ key: ['POLICE_LETTER', idOf(102)] }]);
  });

  it('knows who died of whom one registered, and of how many of the segment', async () => {
    const listed = { sponsorId: idOf(900) };
    const dead = [1, 2, 3].map((serial) =>
      on(
        `participant-${idOf(serial)}`,
        recorded('DeathReported', {
          participantId: idOf(serial),
          diedOn: localDate('2026-11-01'),
          effectiveOn: DAY,
          person: { certificate: 'SKM' },
        }),
      ),
    );
    const others = Array.from({ length: 27 }, (_one, place) => registered(place + 10, '2026-09-01'));
    await project(...[1, 2, 3].map((serial) => registered(serial, '2026-09-01', listed)), ...others, ...dead);
    expect(await facts().segments(asked)).toEqual([{ segment: 'BPU', registrations: 30, deaths: 3 }]);
    expect(await hitsOf('FD-04')).toMatchObject([
      { subjects: [{ kind: 'SPONSOR', id: idOf(900) }, {}, {}, {}] },
    ]);
  });

  it('compares names without titles and in any order, unless they were merged or corrected', async () => {
    const named = (serial: number, name: string) =>
      registered(serial, '2026-09-01', { person: { nik: '0', name, birthDate: '1990-05-12' } });
    const stored = await project(named(1, 'Hj. Siti Rahmawati, S.E.'), named(2, 'RAHMAWATI SITI'));
    expect(await hitsOf('FD-05')).toMatchObject([{ key: [idOf(1), idOf(2)] }]);
    const merged = recorded('ParticipantMergedInto', {
      participantId: idOf(2),
      survivorId: idOf(1),
      effectiveOn: DAY,
    });
    await stored.and(on(`participant-${idOf(2)}`, merged));
    expect(await hitsOf('FD-05')).toEqual([]);
    const apart = recorded('ParticipantSplitOff', {
      participantId: idOf(2),
      survivorId: idOf(1),
      effectiveOn: DAY,
    });
    await stored.and(on(`participant-${idOf(2)}`, apart));
    expect(await hitsOf('FD-05')).toHaveLength(1);
    const corrected = recorded('ParticipantCorrected', {
      participantId: idOf(2),
      effectiveOn: DAY,
      person: { evidenceNumber: 'KTP', now: { name: 'Siti Rohmah' }, before: {} },
    });
    await stored.and(on(`participant-${idOf(2)}`, corrected));
    expect(await hitsOf('FD-05')).toEqual([]);
  });

  describe('of somebody who was registered twice, once that is known', () => {
    const [FIRST, SECOND] = [1, 2];
    const listed = (type: 'MergerListed' | 'MergerUnlisted') =>
      on(
        `merger-${idOf(SECOND)}`,
        recorded(type, { participantId: idOf(SECOND), survivorId: idOf(FIRST), effectiveOn: DAY }),
      );
    const bill = (serial: number, facility: number) =>
      on(
        `billing-${idOf(300 + serial)}`,
        recorded('InvoiceSubmitted', {
          accidentId: idOf(300 + serial),
          participantId: idOf(serial),
          invoiceId: idOf(400 + serial),
          facilityId: idOf(facility),
          invoiceNumber: `A-${serial}`,
          benefit: 'CARE',
          careKind: 'INPATIENT',
          admittedOn: localDate('2026-11-02'),
          dischargedOn: localDate('2026-11-05'),
          totalIdr: 1_000_000,
          effectiveOn: DAY,
          health: {},
        }),
      );

    it('compares what stands under both ids, tells of them by the one that goes on, and not once they are two again', async () => {
      const stored = await project(bill(FIRST, 700), bill(SECOND, 701));
      expect(await hitsOf('FD-10')).toEqual([]);
      await stored.and(listed('MergerListed'));
      expect(await groupsOf('FD-10')).toHaveLength(1);
      expect(await hitsOf('FD-10')).toMatchObject([
        {
          key: [idOf(401), idOf(402)],
          subjects: expect.arrayContaining([{ kind: 'PERSON', id: idOf(FIRST) }]),
        },
      ]);
      await stored.and(listed('MergerUnlisted'));
      expect(await hitsOf('FD-10')).toEqual([]);
      await stored.thenAppliedTwiceNothingChanges();
    });

    it('finds them where only the other id leads a group, among as many as are asked for at a time', async () => {
      const others = Array.from({ length: 401 }, (_one, place) => bill(place + 10, 702));
      await project(bill(SECOND, 700), ...others, listed('MergerListed'));
      const whose = (await groupsOf('FD-10')).map(([stay]) => [stay?.personId, stay?.recordedId]);
      expect(whose).toHaveLength(402);
      expect(whose[0]).toEqual([idOf(FIRST), idOf(SECOND)]);
    });

    it('counts them as one, with the claims of both ids', async () => {
      const stored = await project(claimOf(FIRST, '0011'), claimOf(SECOND, '0011'), claimOf(3, '0011'));
      expect(await hitsOf('FD-01')).toHaveLength(1);
      await stored.and(listed('MergerListed'));
      expect(await hitsOf('FD-01')).toEqual([]);
      const claims = await facts().claimsOf('PERSON', [idOf(FIRST)], {});
      expect(claims.map(({ claimId, personId }) => [claimId, personId])).toEqual([
        [idOf(101), idOf(FIRST)],
        [idOf(102), idOf(FIRST)],
      ]);
    });

    it('opens no second case of what was found before the merger', async () => {
      const paid = (months: number) =>
        recorded('ContributionPaid', {
          participantId: idOf(SECOND),
          segment: 'BPU',
          period: period('2026-10'),
          months,
          paidOn: localDate('2026-10-05'),
          receipt: 'R-1',
          effectiveOn: localDate('2026-10-05'),
        });
      const died = recorded('DeathReported', {
        participantId: idOf(SECOND),
        diedOn: localDate('2026-10-20'),
        effectiveOn: DAY,
        person: { certificate: 'SKM' },
      });
      const stored = await project(
        on(`contribution-${idOf(SECOND)}`, paid(2)),
        on(`participant-${idOf(SECOND)}`, died),
      );
      const [before] = await hitsOf('FD-02');
      await stored.and(listed('MergerListed'));
      const [after, ...more] = await hitsOf('FD-02');
      expect([after?.key, more]).toEqual([before?.key, []]);
      expect([before, after].map((hit) => hit?.subjects[0]?.id)).toEqual([idOf(SECOND), idOf(FIRST)]);
    });
  });

  it('takes wages as they were reported last', async () => {
    const wage = (month: string, wageIdr: number) =>
      recorded('WageReported', {
        membershipId: idOf(500),
        participantId: idOf(1),
        employerId: idOf(600),
        period: period(month),
        wageIdr,
        effectiveOn: DAY,
      });
    const months = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
    const stored = await project(
      claimOf(1, '1'),
      on(`wages-${idOf(500)}`, ...months.map((month) => wage(month, 4_000_000)), wage('2026-10', 8_000_000)),
    );
    expect(await hitsOf('FD-07')).toHaveLength(1);
    await stored.and(on(`wages-${idOf(500)}`, wage('2026-10', 4_000_000)));
    expect(await hitsOf('FD-07')).toEqual([]);
    await stored.thenUnknownEventsAreIgnored();
  });
});
