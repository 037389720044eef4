import { assertNever, opened } from '#kernel';
import { type KnownClaim, askedNoMore, complete } from './claim-state.js';
import { withoutFound } from './interim.js';
import type { LeftToPeopleEvent } from './left-to-people.events.js';
import { stopsPayment } from './terms.js';

/** What a calculation says where the law leaves it to a person. */
export const LEFT_TO_A_PERSON = 'MANUAL_REVIEW';

/** What becomes of a claim by what the law leaves to people. */
export function leftToPeople(state: KnownClaim, event: LeftToPeopleEvent): KnownClaim {
  switch (event.type) {
    case 'WaitBegun': {
      const { reason, until, effectiveOn: since } = event.data;
      return {
        ...complete(stopsPayment(reason) ? askedNoMore(state) : state),
        situation: 'WAITING',
        awaited: { reason, since, until },
      };
    }
    case 'WaitEnded':
      return { ...complete(state), situation: 'COMPLETE', payBy: event.data.payBy };
    case 'PaymentsStopped': {
      const { reason, until, effectiveOn: since, person } = event.data;
      const question = opened(person)?.words;
      // What nobody has approved yet is calculated anew once it goes on.
      const interim = withoutFound(state.interim);
      return { ...state, interim, stop: { reason, since, until, ...(question && { question }) } };
    }
    case 'PaymentsResumed':
      return askedNoMore(state);
    case 'BenefitDetermined': {
      const { assessorId, components, totalIdr, lessInterimIdr, scholarship, entitledChildren } = event.data;
      const before = state.situation === 'CALCULATED' ? state.assessment : undefined;
      return {
        ...complete(state),
        situation: 'CALCULATED',
        assessment: {
          assessorId,
          components,
          totalIdr,
          entitledChildren: entitledChildren ?? [],
          ...(scholarship && { scholarship }),
          ...(lessInterimIdr !== undefined && { lessInterimIdr }),
          ...(before && { insteadOf: before.insteadOf ?? before }),
        },
      };
    }
    default:
      return assertNever(event, 'claim event');
  }
}
