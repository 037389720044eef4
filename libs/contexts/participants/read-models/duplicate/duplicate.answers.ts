import { PageOf, shape, shown } from '#http';
import { DUPLICATE_REASONS } from '../../domain/duplicate-keys.js';

const NULL = { nullable: true } as const;

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

/** Participants who may be one person. */
export class DuplicateGroup extends shape({
  reason: shown.code(DUPLICATE_REASONS, {
    description:
      'NAME_AND_BIRTH_DATE: names that differ by spelling, order or vowels, and birth dates that may have day and month exchanged; PHONE: the same phone',
  }),
  suspectedOn: shown.day({ description: 'Since when there are several' }),
  participants: shown.nested(() => DuplicateItem, { each: true }),
}) {}

export class DuplicatePage extends PageOf(DuplicateGroup) {}
