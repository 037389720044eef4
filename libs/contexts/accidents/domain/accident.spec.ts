import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import {
  CLAIM_ID,
  billingClosed,
  care,
  concluded,
  concludedNot,
  evidence,
  guarantee,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';

const situationAfter = (...history: AccidentEvent[]) => fold(accidents, history).situation;

describe('the situation of an accident', () => {
  it('moves on with each step', () => {
    const story = wholeStory();
    expect(story.map((_event, index) => situationAfter(...story.slice(0, index + 1)))).toEqual([
      'NOTICE_RECEIVED',
      'STAGE_I_REPORTED',
      'REFERRED',
      'GUARANTEED',
      'IN_CARE',
      'IN_CARE',
      'IN_CARE',
      'STAGE_II_REPORTED',
    ]);
  });

  it('is not moved back by a second referral or guarantee', () => {
    const inCare = [notified(), stageOne(), referral(), guarantee(), care()];
    expect(situationAfter(...inCare, referral(), guarantee())).toBe('IN_CARE');
  });

  it('goes from stage I straight to care where no PLKK takes part', () => {
    expect(situationAfter(notified(), stageOne(), care({ billing: 'REIMBURSEMENT' }))).toBe('IN_CARE');
  });

  it('stays with stage II when an invoice or the conclusion comes late', () => {
    const reported = [notified(), stageOne(), statement(), stageTwo()];
    expect(situationAfter(...reported, care(), concluded())).toBe('STAGE_II_REPORTED');
  });

  it('stays when the billing is closed', () => {
    const closed = fold(accidents, [...wholeStory(), billingClosed()]);
    expect(closed).toEqual({
      ...fold(accidents, wholeStory()),
      billingClosed: { claimId: CLAIM_ID, closedOn: '2026-11-10' },
    });
  });

  it('ends with the conclusion that it was no work accident', () => {
    expect(situationAfter(notified(), stageOne(), concludedNot(), evidence())).toBe('NOT_WORK_ACCIDENT');
  });

  it.each<[string, AccidentEvent[]]>([
    ['stage I without a notice', [stageOne()]],
    ['a referral before stage I', [notified(), referral()]],
    ['stage I twice', [notified(), stageOne(), stageOne()]],
    ['stage II without a statement', [notified(), stageOne(), stageTwo()]],
    ['a referral after stage II', [...wholeStory(), referral()]],
    ['a second conclusion', [notified(), stageOne(), concluded(), concluded()]],
    ['care after the conclusion that it was none', [notified(), stageOne(), concludedNot(), care()]],
  ])('never folds %s', (_what, history) => {
    expect(() => fold(accidents, history)).toThrow('cannot follow in the situation');
  });

  it('keeps the diagnosis out of the state: no decision needs it', () => {
    expect(JSON.stringify(fold(accidents, wholeStory()))).not.toContain('amputation');
  });
});
