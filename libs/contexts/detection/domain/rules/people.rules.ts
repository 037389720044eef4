import { type LocalDate, daysBetween, periodsFrom } from '#kernel';
import { type PaidPeriod, type Spell, booked, inOrder, startOf } from '#law';
import { type ClaimFact, type DeathFact, type PaymentFact, type RegistrationFact, only } from '../fact.js';
import {
  type Hit,
  type Rule,
  distinct,
  grouped,
  isWithin,
  matterOf,
  measured,
  newest,
  pairs,
  persons,
  proofOf,
  subject,
} from './rule.js';

/** The memberships of a BPU by what was paid, as the law books it. */
function spellsOf(payments: readonly PaymentFact[]): readonly Spell[] {
  const months = payments.flatMap(({ onDay, data }) =>
    periodsFrom(data.period, data.months).map((period): PaidPeriod => ({ period, paidOn: onDay })),
  );
  return months.toSorted(inOrder).reduce<readonly Spell[]>(booked, []);
}

/** Days from the start of the membership in which a day lies, or after which it comes; undefined before the first one. */
function daysSinceStart(payments: readonly PaymentFact[], on: LocalDate) {
  const start = spellsOf(payments)
    .map(startOf)
    .findLast((day) => day <= on);
  return start && { start, days: daysBetween(start, on) };
}

/** What happened to a BPU, and the claims for it. */
interface ToNewMember {
  readonly what: 'DEATH' | 'SEVERE';
  readonly event: DeathFact | ClaimFact;
  readonly of: readonly ClaimFact[];
  /** Days from the start of the membership. */
  readonly within: number;
}

function soonAfterStart(
  payments: readonly PaymentFact[],
  { what, event, of, within }: ToNewMember,
): readonly Hit[] {
  const since = daysSinceStart(payments, event.onDay);
  if (!since || since.days > within) return [];
  const first = payments.filter(({ onDay }) => onDay <= event.onDay);
  return [
    {
      key: [what, event.recordedId ?? '', event.onDay],
      subjects: [...persons([event]), ...of.map(({ id }) => subject('CLAIM', id))],
      measures: measured({ days: since.days, from: since.start }),
      proof: proofOf([event, ...first, ...of]),
    },
  ];
}

/** FD-02: a BPU died soon after the membership began. */
export const newMemberDied: Rule = {
  id: 'FD-02',
  by: 'personId',
  lead: 'DEATH',
  kinds: ['DEATH', 'CLAIM', 'PAYMENT'],
  find(group, { terms: { newMember: terms } }) {
    return only(group, 'DEATH').flatMap((event) => {
      const of = only(group, 'CLAIM').filter(({ onDay }) => onDay <= event.onDay);
      return soonAfterStart(only(group, 'PAYMENT'), { what: 'DEATH', event, of, within: terms.deathDays });
    });
  },
};

/** FD-02: a BPU was disabled for good soon after the membership began. */
export const newMemberDisabled: Rule = {
  id: 'FD-02',
  by: 'personId',
  lead: 'CLAIM',
  kinds: ['CLAIM', 'PAYMENT'],
  find(group, { terms: { newMember: terms } }) {
    return only(group, 'CLAIM')
      .filter(({ data }) => data.isSevere)
      .flatMap((event) =>
        soonAfterStart(only(group, 'PAYMENT'), {
          what: 'SEVERE',
          event,
          of: [event],
          within: terms.severeDays,
        }),
      );
  },
};

/** FD-03: what a claim rests on was entered days after its event, as of a day before it. */
export const lateEntry: Rule = {
  id: 'FD-03',
  by: 'personId',
  lead: 'LATE_ENTRY',
  kinds: ['LATE_ENTRY', 'CLAIM'],
  find(group, { terms: { lateEntry: terms } }) {
    const late = only(group, 'LATE_ENTRY').filter(
      ({ onDay, data }) => daysBetween(onDay, data.recordedOn) > terms.days,
    );
    return only(group, 'CLAIM').flatMap((claim) => {
      const around = late.filter(({ onDay, data }) => onDay <= claim.onDay && claim.onDay < data.recordedOn);
      const [first] = around;
      if (!first) return [];
      return [
        {
          key: [claim.id],
          subjects: [subject('CLAIM', claim.id), ...persons([claim])],
          measures: measured({
            days: Math.max(...around.map(({ onDay, data }) => daysBetween(onDay, data.recordedOn))),
            from: first.onDay,
            recordedOn: first.data.recordedOn,
          }),
          proof: proofOf([claim, ...around]),
        },
      ];
    });
  },
};

/** FD-03 of employers: what they paid was entered days after the money came, and the event of a claim that rests on them lies in between. */
export const lateDues: Rule = {
  id: 'FD-03',
  by: 'key',
  lead: 'LATE_DUES',
  kinds: ['LATE_DUES', 'RESTS_ON'],
  find(group, { terms: { lateEntry: terms } }) {
    const late = only(group, 'LATE_DUES').filter(
      ({ onDay, data }) => daysBetween(onDay, data.recordedOn) > terms.days,
    );
    return only(group, 'RESTS_ON').flatMap((claim) => {
      const around = late.filter(({ onDay, data }) => onDay <= claim.onDay && claim.onDay < data.recordedOn);
      const [first] = around;
      if (!first || claim.thingId === null || claim.key === null) return [];
      return [
        {
          key: [claim.thingId, claim.key],
          subjects: [subject('CLAIM', claim.thingId), subject('EMPLOYER', claim.key), ...persons([claim])],
          measures: measured({
            days: Math.max(...around.map(({ onDay, data }) => daysBetween(onDay, data.recordedOn))),
            from: first.onDay,
            recordedOn: first.data.recordedOn,
          }),
          proof: proofOf([claim, ...around]),
        },
      ];
    });
  },
};

/** Whether somebody died within so many days of the registration. */
const diedSoon = ({ onDay, data: { diedOn } }: RegistrationFact, days: number, day: LocalDate): boolean =>
  diedOn !== null && diedOn >= onDay && diedOn <= day && daysBetween(onDay, diedOn) <= days;

/** FD-04: of those whom one officer or sponsor registered, many more died soon than of the others of the segment. */
export const deathsOfRegistrar: Rule = {
  id: 'FD-04',
  by: 'actorId',
  lead: 'REGISTRATION',
  ledWithin: ({ deathsOfRegistrar: { days } }) => days,
  kinds: ['REGISTRATION'],
  lookBack: ({ deathsOfRegistrar: { days } }) => days,
  find(group, { day, terms: { deathsOfRegistrar: terms }, segments }) {
    const recent = only(group, 'REGISTRATION').filter(({ onDay }) => isWithin(onDay, day, terms.days));
    return grouped(recent, ({ data }) => data.segment).flatMap((registrations) => {
      const [first] = registrations;
      const died = registrations.filter((one) => diedSoon(one, terms.withinDays, day));
      const all = segments.find(({ segment }) => segment === first?.data.segment);
      if (!first?.actorId || !all || died.length < terms.deaths) return [];
      if (died.length * all.registrations < terms.times * all.deaths * registrations.length) return [];
      const [kind = '', id = ''] = first.actorId.split('/');
      return [
        {
          key: [first.actorId, first.data.segment, newest(died).recordedId ?? ''],
          subjects: [subject(kind === 'sponsor' ? 'SPONSOR' : 'OFFICER', id), ...persons(died)],
          measures: measured({
            deaths: died.length,
            registrations: registrations.length,
            perMille: Math.round((died.length * 1000) / registrations.length),
            usualPerMille: Math.round((all.deaths * 1000) / all.registrations),
          }),
          proof: proofOf(
            died,
            died.map(({ data }) => data.diedAt),
          ),
        },
      ];
    });
  },
};

/** FD-05: two registered persons of one name and one birth date, who have different NIKs and so different ids. */
export const sameNameAndBirth: Rule = {
  id: 'FD-05',
  claimsOf: 'PERSON',
  by: 'key',
  lead: 'REGISTRATION',
  kinds: ['REGISTRATION'],
  find(group) {
    const there = only(group, 'REGISTRATION').filter(({ data }) => !data.isMerged);
    return pairs(there).flatMap(([one, other]) => {
      if (one.personId === other.personId) return [];
      return [
        {
          key: [one.recordedId ?? '', other.recordedId ?? ''].sort(),
          matter: matterOf(there),
          subjects: persons([one, other]),
          measures: measured({ persons: 2 }),
          proof: proofOf([one, other]),
        },
      ];
    });
  },
};

/** FD-20: an accident within days of the registration of somebody who earns wages or works for themselves. */
export const newAccident: Rule = {
  id: 'FD-20',
  by: 'personId',
  lead: 'ACCIDENT',
  kinds: ['ACCIDENT', 'REGISTRATION'],
  find(group, { terms: { newAccident: terms } }) {
    const registrations = only(group, 'REGISTRATION').filter(({ data }) =>
      ['PU', 'BPU'].includes(data.segment),
    );
    return only(group, 'ACCIDENT').flatMap((accident) => {
      const before = registrations.findLast(({ onDay }) => onDay <= accident.onDay);
      const days = before && daysBetween(before.onDay, accident.onDay);
      if (!before || days === undefined || days > terms.days) return [];
      return [
        {
          key: [accident.id],
          subjects: [subject('ACCIDENT', accident.id), ...persons([accident])],
          measures: measured({ days, from: before.onDay }),
          proof: proofOf([before, accident]),
        },
      ];
    });
  },
};

/** FD-16, its first part: a child in two rights, by name and birth date. */
export const childTwice: Rule = {
  id: 'FD-16',
  by: 'key',
  lead: 'RIGHT',
  kinds: ['RIGHT'],
  find(group) {
    const rights = only(group, 'RIGHT');
    const ids = distinct(rights.flatMap(({ thingId }) => thingId ?? []));
    if (ids.length < 2) return [];
    return [
      {
        key: [newest(rights).thingId ?? ''],
        subjects: [...ids.map((id) => subject('SCHOLARSHIP', id)), ...persons(rights)],
        measures: measured({ rights: ids.length }),
        proof: proofOf(rights),
      },
    ];
  },
};

/** A look comes while its last day may still go on, and a night may be missed: so many days of openings are looked at. */
const DAYS_OF_OPENINGS = 7;

/** FD-22: somebody had health fields of many opened on one day who are none of their work. */
export const manyOpenings: Rule = {
  id: 'FD-22',
  by: 'actorId',
  lead: 'OPENING',
  ledWithin: () => DAYS_OF_OPENINGS,
  kinds: ['OPENING', 'ASSIGNMENT'],
  lookBack: () => DAYS_OF_OPENINGS,
  find(group, { day, terms: { openings: terms } }) {
    const recent = only(group, 'OPENING').filter(({ onDay }) => isWithin(onDay, day, DAYS_OF_OPENINGS));
    return grouped(recent, ({ onDay }) => onDay).flatMap((ofDay) => {
      const [first] = ofDay;
      if (!first?.actorId) return [];
      const { actorId, onDay: on } = first;
      const theirs = new Set(
        only(group, 'ASSIGNMENT')
          .filter(({ data: { releasedOn } }) => releasedOn === null || releasedOn >= on)
          .map(({ personId }) => personId),
      );
      const others = ofDay.filter(({ personId }) => !theirs.has(personId));
      const opened = persons(others);
      if (opened.length < terms.persons) return [];
      return [
        {
          key: [actorId, on],
          subjects: [subject('OFFICER', actorId), ...opened],
          measures: measured({ persons: opened.length, from: on }),
          proof: proofOf(others),
        },
      ];
    });
  },
};
