import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { DuplicateLookEvent } from './duplicate-look.events.js';
import { beginLook, duplicateLooks, endLook, goOnLooking } from './duplicate-look.js';

const given = decisionSpec(duplicateLooks);
const context = testContext();
const effectiveOn = localDate('2026-11-20');
const day = effectiveOn;
const tomorrow = localDate('2026-11-21');
const begun: DuplicateLookEvent = { type: 'DuplicateLookBegun', data: { effectiveOn } };
const wentOn: DuplicateLookEvent = {
  type: 'DuplicateLookWentOn',
  data: { bornBefore: 1990, suspected: 2, effectiveOn },
};
const ended: DuplicateLookEvent = { type: 'DuplicateLookEnded', data: { suspected: 3, effectiveOn } };

describe('The look at everybody', () => {
  it('is begun once a day', () => {
    given()
      .when((state) => beginLook({ day }, state))
      .thenRecorded([begun]);
    for (const history of [[begun], [begun, wentOn], [begun, ended]])
      given(history)
        .when((state) => beginLook({ day }, state))
        .thenNothing();
    given([begun, ended])
      .when((state) => beginLook({ day: tomorrow }, state))
      .thenRecorded([{ type: 'DuplicateLookBegun', data: { effectiveOn: tomorrow } }]);
  });

  it('says how far it got, and never less', () => {
    const going = (bornBefore: number) => (state: Parameters<typeof goOnLooking>[1]) =>
      goOnLooking({ day, bornBefore, suspected: 2 }, state, context);
    given([begun]).when(going(1990)).thenRecorded([wentOn]);
    given([begun, wentOn]).when(going(1990)).thenNothing();
    given([begun, ended]).when(going(1990)).thenNothing();
    expect(fold(duplicateLooks, [begun, wentOn])).toEqual({
      day,
      isEnded: false,
      bornBefore: 1990,
      suspected: 2,
    });
  });

  it('ends once, whoever ends it; that of the day before ends no more', () => {
    const ending = (state: Parameters<typeof endLook>[1]) => endLook({ day, suspected: 3 }, state, context);
    given([begun, wentOn]).when(ending).thenRecorded([ended]);
    given([begun, ended]).when(ending).thenNothing();
    given([{ type: 'DuplicateLookBegun', data: { effectiveOn: tomorrow } }])
      .when(ending)
      .thenNothing();
  });
});
