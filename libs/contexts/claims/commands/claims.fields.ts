import { BankAccountBody, asked, shape } from '#http';
import type { Role } from '#kernel';
import {
  DENIAL_REASONS,
  DOCUMENT_FAULTS,
  REOPENING_GROUNDS,
  SENT_BACK_FOR,
  WAIVER_GROUNDS,
  WITHDRAWAL_REASONS,
} from '../domain/claim-by-people.events.js';
import { CANCEL_REASONS, CLAIMANTS, DOCUMENT_KINDS, SET_OFF_REASONS } from '../domain/claim.events.js';

/** Who hands claims and their papers in. */
export const SUBMITTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

export class DocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  reference: asked.text({ max: 100, description: 'Its number, or where it lies in the archive' }),
  paperId: asked.uuid({ optional: true, description: 'The file of it: `POST /papers`' }),
}) {}

export class ClaimantBody extends shape({
  claimantName: asked.name(),
  account: asked.nested(() => BankAccountBody),
  email: asked.email({ optional: true, description: 'Where whoever claims is told of letters' }),
  phone: asked.phone({ optional: true, description: 'The same by text message' }),
}) {}

export class AddDocumentsBody extends shape({
  documents: asked.nested(() => DocumentBody, { each: true, minItems: 1, maxItems: 50 }),
}) {}

export class CancelClaimBody extends shape({
  reason: asked.code(CANCEL_REASONS),
}) {}

export class SetOffBody extends shape({
  reason: asked.code(SET_OFF_REASONS, { description: 'Why the months cannot be taken any more' }),
  consent: asked.text({
    max: 100,
    description: 'The written consent of whoever is paid: its number, or where it lies in the archive',
  }),
}) {}

export class TakeClaimOverBody extends shape({
  claimant: asked.code(CLAIMANTS, { description: 'Who claims from now on' }),
  documents: asked.nested(() => DocumentBody, {
    each: true,
    maxItems: 50,
    description:
      'An heir shows the death and the right to inherit; what the claim has already may be left out',
  }),
  person: asked.nested(() => ClaimantBody),
}) {}

/** Words of a person for a person. They are sealed: they may tell of somebody. */
const words = (description: string) => asked.text({ min: 20, max: 2000, description });

export class WithdrawClaimBody extends shape({
  reason: asked.code(WITHDRAWAL_REASONS),
  letter: asked.text({
    max: 100,
    description: 'The letter of whoever claims: its number, or where it lies in the archive',
  }),
}) {}

export class AskFurtherDocumentsBody extends shape({
  kinds: asked.code(DOCUMENT_KINDS, { each: true, minItems: 1, maxItems: DOCUMENT_KINDS.length }),
}) {}

export class RefuseDocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  fault: asked.code(DOCUMENT_FAULTS, { description: 'What is wrong with it' }),
}) {}

export class WaiveDocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  ground: asked.code(WAIVER_GROUNDS, { description: 'Why the claim goes on without it' }),
}) {}

export class ProposeDenialBody extends shape({
  reason: asked.code(DENIAL_REASONS),
  grounds: words('Why, in words'),
  evidence: asked.text({
    max: 100,
    description: 'What shows it: its number, or where it lies in the archive',
  }),
}) {}

export class SendClaimBackBody extends shape({
  lookAt: asked.code(SENT_BACK_FOR, { description: 'What should be looked at again' }),
  question: words('The question, in words'),
}) {}

export class ReopenClaimBody extends shape({
  ground: asked.code(REOPENING_GROUNDS),
  reason: words('What is new, or what went wrong'),
}) {}

export class NoteClaimBody extends shape({
  text: asked.text({ max: 2000 }),
}) {}
