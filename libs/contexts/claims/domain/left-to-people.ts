import { type EventOf, type OnEach, opened } from '#kernel';
import { type KnownClaim, askedNoMore, complete } from './claim-state.js';
import { withoutFound } from './interim.js';
import type { LeftToPeopleEvent } from './left-to-people.events.js';
import { stopsPayment } from './terms.js';

/** What a calculation says where the law leaves it to a person. */
export const LEFT_TO_A_PERSON = 'MANUAL_REVIEW';

/** What becomes of a claim by what the law leaves to people. */
export const LEFT_TO_PEOPLE: OnEach<KnownClaim, LeftToPeopleEvent> = {
  WaitBegun: (state, { data: { reason, until, effectiveOn: since } }) => ({
    ...complete(stopsPayment(reason) ? askedNoMore(state) : state),
    situation: 'WAITING',
    awaited: { reason, since, until },
  }),
  WaitEnded: (state, { data: { payBy } }) => ({ ...complete(state), situation: 'COMPLETE', payBy }),
  PaymentsStopped: paymentsStopped,
  PaymentsResumed: askedNoMore,
  BenefitDetermined: determined,
};

function paymentsStopped(
  state: KnownClaim,
  { data }: EventOf<LeftToPeopleEvent, 'PaymentsStopped'>,
): KnownClaim {
  const { reason, until, askerId, effectiveOn: since, person } = data;
  const question = opened(person)?.words;
  // What nobody has approved yet is calculated anew once it goes on.
  const interim = withoutFound(state.interim);
  return { ...state, interim, stop: { reason, since, until, askerId, ...(question && { question }) } };
}

function determined(
  state: KnownClaim,
  { data }: EventOf<LeftToPeopleEvent, 'BenefitDetermined'>,
): KnownClaim {
  const { assessorId, components, totalIdr, lessInterimIdr, scholarship, entitledChildren } = data;
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
