import { PageOf, shape, shown } from '#http';
import { EVIDENCE_KINDS } from '../../domain/correction.events.js';
import { DISMISSAL_REASONS, DUPLICATE_REASONS } from '../../domain/duplicate.events.js';

const NULL = { nullable: true } as const;

/** What became of the suspicion that two are one. */
export const DUPLICATE_STATES = ['OPEN', 'DISMISSED', 'MERGED'] as const;

/** What tells one person from another, as far as it is known. */
export class DuplicateItem extends shape({
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  birthDate: shown.day(NULL),
  phone: shown.text(NULL),
  district: shown.text(),
  branch: shown.text(NULL),
  registeredOn: shown.day(),
}) {}

/** That they are two, and who said so. */
export class DismissalItem extends shape({
  because: shown.code(DISMISSAL_REASONS),
  evidence: shown.code(EVIDENCE_KINDS, NULL),
  evidenceNumber: shown.text({
    ...NULL,
    description: 'Null without a paper, and once the person was erased',
  }),
  deciderId: shown.text(),
  dismissedOn: shown.day(),
}) {}

/** Two participants who may be one person, for one thing that they have in common. */
export class DuplicatePair extends shape({
  reason: shown.code(DUPLICATE_REASONS, {
    description:
      'NAME_AND_BIRTH_DATE: names that differ by spelling, order or vowels, and birth dates that may have day and month exchanged; NEAR_NAME: such birth dates and names that resemble each other; PHONE: the same phone; DEATH_CERTIFICATE: the same certificate of death; ACCOUNT: claims of both named the same account',
  }),
  state: shown.code(DUPLICATE_STATES, {
    description:
      'DISMISSED: somebody has said that they are two, whatever they had in common by then; MERGED: one was merged into the other',
  }),
  suspectedOn: shown.day({ description: 'Since when they have it in common' }),
  dismissal: shown.nested(() => DismissalItem, NULL),
  participants: shown.nested(() => DuplicateItem, { each: true }),
}) {}

export class DuplicatePage extends PageOf(DuplicatePair) {}
