import type { RecordedEvent } from '#event-store';
import { type BankAccount, type DomainEvent, maskAccountNumber } from '#kernel';
import { letterIdOf } from '../../domain/letter-id.js';
import type { LetterContents, LetterSubject, ShownAccount } from './letter-contents.js';
import type { LetterRow } from './letter.tables.js';

/** A letter that follows from an event: it is known by it. */
export function letter(
  event: RecordedEvent<DomainEvent<string, { effectiveOn: LetterRow['issuedOn'] }>>,
  subject: LetterSubject,
  contents: LetterContents,
  { facilityId = null, tellsOfHealth = false }: Partial<Pick<LetterRow, 'facilityId' | 'tellsOfHealth'>> = {},
): LetterRow {
  const { claimId, accidentId } = subject;
  return {
    letterId: letterIdOf(event.id),
    eventId: event.id,
    streamId: event.streamId,
    position: String(event.position),
    kind: contents.kind,
    claimId,
    accidentId,
    complaintId: subject.complaint?.complaintId ?? null,
    facilityId,
    tellsOfHealth,
    issuedOn: event.data.effectiveOn,
    subject,
    contents,
  };
}

/** An account as a letter names it: nobody reads its number in one. */
export function shownAccount(account: BankAccount | undefined): ShownAccount | null {
  if (!account) return null;
  const { bank, holder, number } = account;
  return { bank, holder, numberMasked: maskAccountNumber(number) };
}
