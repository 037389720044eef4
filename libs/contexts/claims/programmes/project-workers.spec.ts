import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, type EventOf, fold, localDate, rupiah } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  care,
  concluded,
  notified,
  stageOne,
  stageTwo,
  statement,
} from '../../accidents/domain/accident.examples.js';
import { SITI, sitiDied, sitiRegistered } from '../../participants/domain/participant.examples.js';
import type { PlacementEvent } from '../../participants/domain/placement.events.js';
import { placementIdOf } from '../../participants/domain/placement.js';
import { BUILDING, buildingPaid, buildingRegistered } from '../../projects/domain/project.examples.js';
import { calculateBenefit } from '../domain/calculate-benefit.js';
import { COMPLETED, JKK_SUBMITTED, JKM_SUBMITTED } from '../domain/claim.examples.js';
import type { ClaimEvent } from '../domain/claim.events.js';
import { claims } from '../domain/claim.js';
import { jkkClaimId, jkmClaimId } from './claim-ids.js';
import { jkk } from './jkk/programme.js';
import { jkm } from './jkm/programme.js';

const PLACEMENT = placementIdOf(SITI, BUILDING);
const PROJECT = [buildingRegistered(), buildingPaid(2_950_000, '2026-02-27')];

const named = (wageIdr: number, on = '2026-03-02', backDatedBy?: string): PlacementEvent => ({
  type: 'ProjectWorkerNamed',
  data: {
    placementId: PLACEMENT,
    participantId: SITI,
    projectId: BUILDING,
    wageIdr: rupiah(wageIdr),
    ...(backDatedBy && { backDatedBy }),
    effectiveOn: localDate(on),
  },
});

/** Somebody who builds there and is known by nothing else. */
const builder = sitiRegistered({ segment: 'JAKON', effectiveOn: localDate('2026-03-02') });

interface Rest {
  readonly project?: readonly DomainEvent[];
  readonly more?: readonly DomainEvent[];
  readonly accident?: readonly DomainEvent[];
}

const log = (placed: readonly PlacementEvent[], { project = PROJECT, more = [], accident = [] }: Rest = {}) =>
  logOf({
    [`participant-${SITI}`]: [builder, ...more],
    [`placement-${PLACEMENT}`]: placed,
    [`project-${BUILDING}`]: project,
    [`accident-${ACCIDENT_ID}`]: accident,
  });

const calculatedFrom = (submitted: ClaimEvent, basis: Parameters<typeof calculateBenefit>[3]) => {
  const state = fold(claims, [submitted, COMPLETED]);
  const [event] = calculateBenefit({ claimId: COMPLETED.data.claimId }, state, testContext(), basis);
  return (event as EventOf<ClaimEvent, 'BenefitCalculated'>).data;
};

const HURT = [
  notified({ participantId: SITI, projectId: BUILDING }),
  stageOne(),
  care(),
  concluded(),
  statement(),
  stageTwo(),
];

describe('The JKK claim of a worker who is known by a construction project', () => {
  const of = {
    claimId: jkkClaimId(ACCIDENT_ID),
    programme: 'JKK',
    participantId: SITI,
    accidentId: ACCIDENT_ID,
  };
  const calculated = async (placed: readonly PlacementEvent[], rest: Rest = {}) => {
    const facts = await jkk.facts(log(placed, { accident: HURT, ...rest }), of);
    return calculatedFrom(JKK_SUBMITTED, { programme: jkk, facts });
  };

  it('is computed on the wage that was told of them, and pays incapacity to the worker', async () => {
    const { components, refusal } = await calculated([named(4_500_000)]);
    expect(refusal).toBeUndefined();
    expect(components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee])).toEqual([
      ['JKK_MEDICAL_PLKK', 37_450_000, 'PLKK'],
      ['JKK_TRANSPORT_LAND', 350_000, 'RECEIPT_PAYER'],
      ['JKK_STMB', 9_000_000, 'PARTICIPANT'],
      ['JKK_PARTIAL_ANATOMIC', 14_400_000, 'PARTICIPANT'],
    ]);
  });

  it('is refused by the law where the project is not paid', async () => {
    const { refusal } = await calculated([named(4_500_000)], { project: [buildingRegistered()] });
    expect(refusal).toMatchObject({ decision: 'REJECTED_NOT_REGISTERED' });
  });

  it('is owed by the project where stage I came late', async () => {
    const late = HURT.map((event) => (event.type === 'StageOneReported' ? stageOne({ late: true }) : event));
    const { refusal, owedByEmployer } = await calculated([named(4_500_000)], { accident: late });
    expect(refusal).toMatchObject({ decision: 'EMPLOYER_PAYS_FIRST' });
    expect(owedByEmployer?.[0]).toMatchObject({ employerId: BUILDING, ground: 'LATE_STAGE_ONE' });
  });

  it('waits for the second person of whoever was named late', async () => {
    await expect(calculated([named(4_500_000, '2026-08-31', 'registrar-1')])).rejects.toMatchObject({
      code: 'PLACEMENT_UNCONFIRMED',
    });
  });
});

describe('The JKM claim for a worker who is known by a construction project', () => {
  const of = { claimId: jkmClaimId(SITI), programme: 'JKM', participantId: SITI, projectId: BUILDING };
  const died = { more: [sitiDied('2026-11-10')] };

  it('pays whatever the wage was (WE-16)', async () => {
    const facts = await jkm.facts(log([named(300_000)], died), of);
    jkm.claimable(facts, SITI);
    const data = calculatedFrom(JKM_SUBMITTED, { programme: jkm, facts });
    expect(data.refusal).toBeUndefined();
    expect(data).toMatchObject({ totalIdr: 42_000_000, eventDate: '2026-11-10' });
  });

  it('names the project, and somebody has named the worker there: with papers, if not yet', async () => {
    const nowhere = await jkm.facts(log([named(300_000)], died), { ...of, projectId: undefined });
    expect(() => jkm.claimable(nowhere, SITI)).toThrow('DEATH_OF_PROJECT_WORKER');
    const unnamed = await jkm.facts(log([], died), of);
    expect(() => jkm.claimable(unnamed, SITI)).toThrow('DECEASED_NOT_NAMED_ON_PROJECT');
    const later = await jkm.facts(log([named(300_000, '2026-11-11')], died), of);
    expect(() => jkm.claimable(later, SITI)).toThrow('DECEASED_NOT_NAMED_ON_PROJECT');
  });

  it('is of nobody who is named there where an earlier release let it name a project that nobody registered', async () => {
    const unknown = await jkm.facts(log([], { ...died, project: [] }), of);
    expect(() => jkm.claimable(unknown, SITI)).toThrow('DECEASED_NOT_NAMED_ON_PROJECT');
  });
});
