import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import type { ActionTable, Trying } from '#runtime';
import { Rejection } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  CLINIC,
  guarantee,
  interestNoted,
  notified,
  referral,
  stageOne,
  statement,
} from '../domain/accident.examples.js';
import { accidents } from '../domain/accident.js';
import { accidentActions } from './accident.actions.js';

/** Whoever reports goes on reporting; who decides, promises or confirms does not. */
const REPORTED: Readonly<Record<string, string>> = {
  'report-stage-one': 'what others tell is taken down',
  'receive-evidence': 'papers are taken in',
  'record-care': 'what a facility has billed is taken down',
  'issue-doctor-statement': 'what a doctor has stated is taken down',
  'name-other-payer': 'what another payer has answered is taken down',
  'correct-notice': 'whoever reports corrects what they said, until somebody concludes',
  'withdraw-notice': 'whoever reports takes it back, as long as nobody has decided anything',
  'correct-care': 'as the invoice itself',
  'report-relapse': 'what others tell is taken down',
  'report-stage-two': 'what others tell is taken down',
};

const log = logOf({
  [accidents.of(ACCIDENT_ID)]: [
    notified({ backDatedBy: 'rina' }),
    stageOne(),
    referral(),
    guarantee(),
    statement(),
    interestNoted(),
  ],
});

/** Which commands say to somebody that others work on it. */
async function closedTo(id: string): Promise<readonly string[]> {
  const context = testContext({
    today: localDate('2026-11-20'),
    actor: { id, roles: ['supervisor', 'adjudicator'], office: 'Bekasi', authority: 5 },
  });
  const state: unknown = await log.state(accidents, ACCIDENT_ID);
  const codes: string[] = [];
  const trial: Trying = {
    async decide(input, of, ofId, _decide, _facts, permit) {
      try {
        await permit?.(await log.state(of, ofId), log, input, context);
      } catch (error) {
        if (error instanceof Rejection) codes.push(error.refusal.code);
        else throw error;
      }
      return { streamId: of.of(ofId), events: [] };
    },
  };
  const { actions } = accidentActions as unknown as ActionTable<unknown>;
  const closed: string[] = [];
  for (const action of actions) {
    codes.length = 0;
    const of = { id: ACCIDENT_ID, state, today: context.today, actor: context.actor };
    for (const attempt of action.attempts({ ...of, said: { facilityId: CLINIC } })) await attempt.run(trial);
    if (codes.includes('INTEREST_DECLARED')) closed.push(action.name);
  }
  return closed;
}

describe('Of an accident', () => {
  it('whoever has an interest in its claim decides nothing, and may still report', async () => {
    const { actions } = accidentActions as unknown as ActionTable<unknown>;
    const all = actions.map(({ name }) => name);
    const closed = await closedTo('niece');
    expect(all.filter((name) => !closed.includes(name)).sort()).toEqual(Object.keys(REPORTED).sort());
    expect(closed).toEqual(expect.arrayContaining(['conclude-accident', 'issue-determination']));
  });

  it('others are kept from nothing for that', async () => {
    expect(await closedTo('ani')).toEqual([]);
  });
});
