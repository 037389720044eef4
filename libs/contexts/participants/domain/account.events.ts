import type { DomainEvent, LocalDate } from '#kernel';

/**
 * An account was named to which somebody is to be paid for a participant (rekening disebut). Only its id is recorded, to which nothing
 * leads but the secret of all ids: the account itself stands sealed where it was named.
 */
export type AccountNamed = DomainEvent<
  'AccountNamed',
  { accountId: string; participantId: string; effectiveOn: LocalDate }
>;
