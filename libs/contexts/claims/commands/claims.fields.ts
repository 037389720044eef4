import { BankAccountBody, asked, shape } from '#http';
import type { Role } from '#kernel';
import { CANCEL_REASONS, CLAIMANTS, DOCUMENT_KINDS, SET_OFF_REASONS } from '../domain/claim.events.js';

/** Who hands claims and their papers in. */
export const SUBMITTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

export class DocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  reference: asked.text({ max: 100, description: 'Its number, or where it lies in the archive' }),
}) {}

export class ClaimantBody extends shape({
  claimantName: asked.name(),
  account: asked.nested(() => BankAccountBody),
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
