import type { ContributionPaid, RecordSetOffInput } from '#contexts/participants/facts';
import { type Caused, type Process, dateIn } from '#kernel';
import type { ClaimHeld } from '../domain/arrears.events.js';
import type { ClaimApproved } from '../domain/decision.events.js';
import type { BenefitReassessed, DifferenceApproved } from '../domain/reassessment.events.js';
import type { NoteReceiptsInput } from '../domain/note-receipts.js';
import { OPEN_PROGRAMMES, programmeOf } from '../programmes/index.js';

/**
 * What is received for contributions may concern a claim: one that waits for the arrears of an event goes on, and one that was
 * approved may come to more. It is looked at from both sides, so that no receipt is lost: whenever one is recorded, and once a
 * claim is held, approved or calculated anew, for what was recorded while that was decided.
 */
export const receipts: Process<
  ContributionPaid | ClaimHeld | ClaimApproved | BenefitReassessed | DifferenceApproved,
  { readonly NoteReceipts: NoteReceiptsInput; readonly RecordSetOff: RecordSetOffInput }
> = {
  name: 'receipts',
  version: 1,
  categories: ['contribution', 'claim'],
  // Each looks at the receipts as the log knows them by then.
  keysAreApart: true,
  on: {
    ContributionPaid: (event) => claimsFor(event).map(noteReceipts),
    // Whether somebody paid a month that was deducted is looked at once the deduction counts as received, or does not.
    ClaimApproved: ({ data }) => [...setOff(data), ...afterApproval(data)],
    DifferenceApproved: ({ data }) => afterApproval(data),
    ClaimHeld: ({ data }) => [noteReceipts(data.claimId)],
    // While one is open nobody looks twice: once it came to nothing somebody has to.
    BenefitReassessed: ({ data }) => (data.differenceIdr === 0 ? [noteReceipts(data.claimId)] : []),
  },
};

const noteReceipts = (claimId: string) =>
  ({ key: claimId, command: 'NoteReceipts', input: { claimId } }) as const;

/** By the approval arrears that it deducts count as received. */
const setOff = ({ claimId, participantId, eventDate, effectiveOn, deduction }: ClaimApproved['data']) =>
  deduction
    ? [
        {
          key: participantId,
          command: 'RecordSetOff',
          input: {
            participantId,
            claimId,
            eventOn: eventDate,
            months: deduction.arrears.map(({ period }) => period),
            setOffOn: effectiveOn,
          },
        } as const,
      ]
    : [];

const afterApproval = (data: ClaimApproved['data'] | DifferenceApproved['data']) =>
  programmeOf(data.programme).followsContributions || ('deduction' in data && data.deduction)
    ? [noteReceipts(data.claimId)]
    : [];

/** The claims that a receipt may concern: those for the event that it settles, and that for a death, where it was recorded late. */
function claimsFor({
  recordedAt,
  revision,
  data: { participantId, mergedIds = [], paidOn, settlesEventOn, settledDeathOn, nthDeath },
}: Caused<ContributionPaid>): string[] {
  const settledOn = settlesEventOn ?? settledDeathOn;
  const ids = [{ id: participantId, nth: nthDeath }, ...mergedIds.map((id) => ({ id, nth: 1 }))];
  if (settledOn !== undefined) {
    return OPEN_PROGRAMMES.flatMap((one) =>
      ids.flatMap(({ id, nth }) => one.claimsOfDay?.(id, settledOn, nth) ?? []),
    );
  }
  // Nothing was approved on contributions before the first of them, and what came in time was known before anything was decided.
  if ((revision === 0n && mergedIds.length === 0) || dateIn(recordedAt) <= paidOn) return [];
  return OPEN_PROGRAMMES.filter(({ followsContributions }) => followsContributions).flatMap((one) =>
    ids.flatMap(({ id, nth }) => one.claimOfDeath?.(id, undefined, nth) ?? []),
  );
}
