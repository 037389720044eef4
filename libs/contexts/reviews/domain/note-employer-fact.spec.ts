import { describe, it } from '@jest/globals';
import { localDate, period } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { listReliance } from './list-reliance.js';
import { type NoteEmployerFactInput, noteEmployerFact } from './note-employer-fact.js';
import type { BenefitRestsOnEmployer, EmployerFactCameLate } from './review.events.js';
import { reliances } from './reliance.js';
import { CAUSE, CLAIM, SITI } from './review.examples.js';

const given = decisionSpec(reliances);
const EMPLOYER = '5f0c7f0e-6666-5000-8000-000000000001';
const SOMEBODY_ELSE = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a02';
const benefit = { kind: 'CLAIM', id: CLAIM } as const;

/** A claim for an accident of 5 November 2026, computed from the wage of September. */
const rests = (changes: Partial<BenefitRestsOnEmployer['data']> = {}): BenefitRestsOnEmployer => ({
  type: 'BenefitRestsOnEmployer',
  data: {
    employerId: EMPLOYER,
    participantId: SITI,
    benefit,
    eventOn: localDate('2026-11-05'),
    restsOnWage: true,
    wagePeriod: period('2026-09'),
    effectiveOn: localDate('2026-11-20'),
    ...changes,
  },
});

const cameLate = (fact: NoteEmployerFactInput['fact']): EmployerFactCameLate => ({
  type: 'EmployerFactCameLate',
  data: {
    employerId: EMPLOYER,
    participantId: SITI,
    benefit,
    fact,
    causeId: CAUSE,
    effectiveOn: testContext().today,
  },
});

describe('a fact that comes from an employer after a benefit was calculated', () => {
  const told = (input: Partial<NoteEmployerFactInput>, reliance = rests()) =>
    given([reliance]).when((state) =>
      noteEmployerFact(
        { employerId: EMPLOYER, fact: 'WAGE', causeId: CAUSE, ...input },
        state,
        testContext(),
      ),
    );

  it('concerns it where it is the wage of the month that was used, or of a later one before the event', () => {
    for (const month of ['2026-09', '2026-10'])
      told({ period: period(month) }).thenRecorded([cameLate('WAGE')]);
    for (const month of ['2026-08', '2026-11']) told({ period: period(month) }).thenRecorded([]);
    const none = rests({ wagePeriod: undefined });
    told({ period: period('2026-06') }, none).thenRecorded([cameLate('WAGE')]);
    const death = rests({ restsOnWage: false, wagePeriod: undefined });
    told({ period: period('2026-10') }, death).thenRecorded([]);
  });

  it('says who took a payment back, where that is the fact', () => {
    const correctedBy = ['finance-1', 'supervisor-1'];
    const said = cameLate('CONTRIBUTION');
    told({ fact: 'CONTRIBUTION', correctedBy }).thenRecorded([
      { ...said, data: { ...said.data, correctedBy } },
    ]);
  });

  it('concerns it where money had come by the day of the event', () => {
    const paid = (paidOn: string) => told({ fact: 'CONTRIBUTION', paidOn: localDate(paidOn) });
    paid('2026-11-05').thenRecorded([cameLate('CONTRIBUTION')]);
    paid('2026-11-06').thenRecorded([]);
  });

  it('concerns it where the work of this worker had ended before the event, or had not after all', () => {
    told({ fact: 'EMPLOYMENT', participantId: SITI }).thenRecorded([cameLate('EMPLOYMENT')]);
    told({ fact: 'EMPLOYMENT', participantId: SOMEBODY_ELSE }).thenRecorded([]);
    told({ fact: 'EMPLOYMENT', lastDay: localDate('2026-11-04') }).thenRecorded([cameLate('EMPLOYMENT')]);
    told({ fact: 'EMPLOYMENT', lastDay: localDate('2026-11-05') }).thenRecorded([]);
  });

  it('concerns it, once late entries are confirmed, where its employer had closed before the event', () => {
    const confirmed = (closedOn?: string) =>
      given([rests()]).when((state) =>
        noteEmployerFact(
          { employerId: EMPLOYER, fact: 'EMPLOYMENT', ofItsClosing: true, causeId: CAUSE },
          state,
          testContext(),
          { closedOn: closedOn === undefined ? undefined : localDate(closedOn) },
        ),
      );
    confirmed('2026-11-04').thenRecorded([cameLate('EMPLOYMENT')]);
    confirmed('2026-11-05').thenRecorded([]);
    confirmed().thenRecorded([]);
  });

  it('is said once of each benefit', () => {
    given([rests(), cameLate('EMPLOYMENT')])
      .when((state) =>
        noteEmployerFact({ employerId: EMPLOYER, fact: 'EMPLOYMENT', causeId: CAUSE }, state, testContext()),
      )
      .thenRecorded([]);
  });
});

describe('what rests on an employer', () => {
  const { effectiveOn: _on, ...listed } = rests().data;

  it('is listed once, and again where the wage of another month was used', () => {
    given()
      .when((state) => listReliance(listed, state, testContext()))
      .thenRecorded([rests({ effectiveOn: testContext().today })]);
    given([rests()])
      .when((state) => listReliance(listed, state, testContext()))
      .thenRecorded([]);
    const later = { ...listed, wagePeriod: period('2026-10') };
    given([rests()])
      .when((state) => listReliance(later, state, testContext()))
      .thenRecorded([rests({ wagePeriod: period('2026-10'), effectiveOn: testContext().today })]);
  });
});
