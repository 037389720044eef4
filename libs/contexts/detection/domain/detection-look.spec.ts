import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { beginLook, detectionLooks, endLook } from './detection-look.js';
import type { DetectionLookEvent } from './finding.events.js';

const given = decisionSpec(detectionLooks);
const context = testContext();
const day = localDate('2026-11-20');
const begun: DetectionLookEvent = { type: 'DetectionLookBegun', data: { effectiveOn: day } };
const ended: DetectionLookEvent = { type: 'DetectionLookEnded', data: { opened: 2, effectiveOn: day } };

describe('The look of a night', () => {
  it('is begun once a day, and ended once', () => {
    const begin = (state: Parameters<typeof beginLook>[1]) => beginLook({ day }, state);
    const end = (state: Parameters<typeof endLook>[1]) => endLook({ day, opened: 2 }, state, context);
    given().when(begin).thenRecorded([begun]);
    given([begun]).when(begin).thenNothing();
    given([begun, ended]).when(begin).thenNothing();
    given([begun]).when(end).thenRecorded([ended]);
    given([begun, ended]).when(end).thenNothing();
    given().when(end).thenNothing();
  });
});
