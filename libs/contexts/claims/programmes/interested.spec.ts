import { describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/domain/accident';
import { interestNoted, notified } from '#contexts/accidents/domain/accident.examples';
import { deaths } from '#contexts/deaths/domain/death';
import type { DomainEvent, Reading } from '#kernel';
import { TEST_ACTOR, logOf, testContext } from '#testing/decisions';
import { interestDeclared, today } from '../domain/claim-by-people.examples.js';
import { ACCIDENT, CLAIM, JKK_SUBMITTED, JKM_SUBMITTED, PARTICIPANT } from '../domain/claim.examples.js';
import { claims } from '../domain/claim.js';
import { requireNoInterestInCare } from './beside-claim.js';
import { jkkClaimId } from './claim-ids.js';
import { whoDecidesOn } from './interested.js';

const JKK = jkkClaimId(ACCIDENT);

const noted = { ...interestNoted(), data: { ...interestNoted().data, accidentId: ACCIDENT } };
const accident = { [accidents.of(ACCIDENT)]: [notified({ accidentId: ACCIDENT }), noted] };

const traced: DomainEvent = {
  type: 'DeathTraced',
  data: { participantId: PARTICIPANT, accidentId: ACCIDENT, effectiveOn: today },
};
const removed: DomainEvent = {
  type: 'DeathTraceRemoved',
  data: { ...traced.data, evidence: 'POLICE_LETTER', removerId: 'sri' },
};

const interestedIn = async (read: Reading, claimId: string) =>
  (await whoDecidesOn(read, claimId)).interestedIds;

describe('Whoever has an interest in one of two claims for a death', () => {
  const jkk = { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, claimId: JKK } };

  it('has it in the claim for the accident, as soon as the accident knows', async () => {
    expect(await interestedIn(logOf({ ...accident, [claims.of(JKK)]: [jkk] }), JKK)).toEqual(['niece']);
  });

  it('has it in the invoices of the accident, before anybody hands in the claim for that', async () => {
    const log = logOf(accident);
    await expect(
      requireNoInterestInCare(log, ACCIDENT, testContext({ actor: { ...TEST_ACTOR, id: 'niece' } })),
    ).rejects.toMatchObject({ refusal: { code: 'INTEREST_DECLARED' } });
  });

  it.each([
    ['as long as it is traced', [traced]],
    ['also when that was taken back', [traced, removed]],
  ])('has it in the claim for the death from no accident %s', async (_when, death) => {
    const log = logOf({
      ...accident,
      [claims.of(CLAIM)]: [JKM_SUBMITTED],
      [deaths.of(PARTICIPANT)]: death,
    });
    expect(await interestedIn(log, CLAIM)).toEqual(['niece']);
  });

  it('has none in the claim for a death that was never traced to the accident', async () => {
    const log = logOf({ ...accident, [claims.of(CLAIM)]: [JKM_SUBMITTED] });
    expect(await interestedIn(log, CLAIM)).toEqual([]);
  });

  it('is told once, who has said so of both', async () => {
    const log = logOf({ ...accident, [claims.of(JKK)]: [jkk, interestDeclared(ACCIDENT)] });
    expect(await interestedIn(log, JKK)).toEqual(['niece']);
  });
});
