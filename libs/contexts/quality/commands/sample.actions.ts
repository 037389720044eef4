import { rupiah } from '#kernel';
import { ANYBODY, action, actionsOn, attempt } from '#runtime';
import { FOLLOW_UPS, REVIEW_RESULTS } from '../domain/sample.events.js';
import { knownSample, samples } from '../domain/sample.js';
import { FollowUpSample, ReviewSample } from './samples.js';
import { SamplesController } from './samples.controller.js';

/** What can be done with a decision that was drawn. What is open of it, the command says. */
export const sampleActions = actionsOn(samples, 'sampleId', { known: knownSample }, [
  action(
    'review-sample',
    SamplesController,
    'review',
    ({ id: sampleId }) =>
      REVIEW_RESULTS.map((result) => {
        const deviation = result === 'MONEY' ? ({ side: 'TOO_MUCH', amountIdr: rupiah(1) } as const) : {};
        return attempt(
          ReviewSample,
          { sampleId, result, ...deviation, reference: ANYBODY.reference },
          result,
        );
      }),
    'result',
  ),
  action(
    'follow-up-sample',
    SamplesController,
    'followUp',
    ({ id: sampleId }) =>
      FOLLOW_UPS.map((how) => attempt(FollowUpSample, { sampleId, how, reference: ANYBODY.reference }, how)),
    'how',
  ),
]);
