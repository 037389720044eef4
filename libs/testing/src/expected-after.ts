import {
  type AnyStepFold,
  type DomainEvent,
  type ExpectedStep,
  type Expecting,
  type Fold,
  fold,
} from '#kernel';

/** What is to be done next after these events, as queues fold them: what does not concern a step is left out. */
export const expectedAfter = (
  steps: AnyStepFold,
  ...history: readonly DomainEvent[]
): ExpectedStep | undefined =>
  fold(
    steps as unknown as Fold<Expecting, DomainEvent>,
    history.filter(({ type, data }) => steps.concerns?.(data as never, type) ?? true),
  ).expected;
