import type { RecordedEvent } from '#event-store';
import { type Change, change, fold, putOwn, remove } from '#followers';
import { type EventOf, opened, phoneKey } from '#kernel';
import { type Row, day, expression, index, integer, ordering, table, text, uuid, yesNo } from '#postgres';
import { listedName, nameWords } from '../../domain/name-words.js';
import type { ParticipantEvent } from '../../domain/participant.events.js';

/**
 * By what a participant is listed and found. It stands apart from `participants`, which every payment changes: PostgreSQL would
 * write each of these indexes again with it.
 */
export const listings = table(
  'listings',
  {
    participantId: uuid().key(),
    /** Of the name; empty once the person was erased. */
    nameKey: text(),
    /** Its words as everybody would spell them, with a blank between them. */
    spelled: text(),
    birthDate: day().nullable(),
    /** However it was written. */
    phoneKey: text().nullable(),
    district: text(),
    agreementId: uuid().nullable(),
    branch: text().nullable(),
    /** The day of the registration. */
    registeredOn: day(),
    /** Found under the id of whom they were merged into. */
    isMerged: yesNo(),
  },
  {
    indexes: [
      index('listings_by_name', ['nameKey', 'participantId']),
      // A province or a regency is asked for by the beginning of the code.
      index('listings_by_district', [expression('district text_pattern_ops'), 'nameKey', 'participantId']),
      index('listings_by_agreement', ['agreementId', 'nameKey', 'participantId']),
      index('listings_by_branch', ['branch', 'nameKey', 'participantId']),
      index('listings_by_birth_date', ['birthDate', 'nameKey', 'participantId']),
      index('listings_by_day', ['registeredOn', 'nameKey', 'participantId']),
      index('listings_by_phone', ['phoneKey', 'nameKey', 'participantId']),
    ],
  },
);

/** Whoever was erased comes first: nothing is left to order them by. */
export const BY_NAME = ordering(listings, ['nameKey', 'participantId']);

/** Of one day by name. */
export const BY_REGISTRATION = ordering(listings, ['registeredOn', 'nameKey', 'participantId']);

/**
 * Who has a word in the name, in the order in which they are shown. The other words stand in the key, so that nothing else has to be
 * read to know who has them as well.
 */
export const namesByWord = table('namesByWord', {
  word: text().key(),
  spelled: text().key(),
  participantId: uuid().key(),
});

export const BY_WORD = ordering(namesByWord, ['spelled', 'participantId']);

/** Every word that a name has, and how many have it. It is small beside the names, so that similar ones are found at once. */
export const words = table(
  'words',
  { word: text().key(), people: integer() },
  {
    indexes: [index<'word'>('words_by_trigram', [expression('word lindung.gin_trgm_ops')], { using: 'gin' })],
  },
);

type Told<Type extends ParticipantEvent['type']> = RecordedEvent<EventOf<ParticipantEvent, Type>>;

export function listed(event: Told<'ParticipantRegistered'>): readonly Change[] {
  const { data } = event;
  const { participantId, district, agreementId = null, branch = null, effectiveOn: registeredOn } = data;
  const { name = '', birthDate = null, phone } = opened(data.person) ?? {};
  return [
    putOwn(event, listings, {
      participantId,
      ...namedAs(name),
      birthDate,
      phoneKey: phone === undefined ? null : phoneKey(phone),
      district,
      agreementId,
      branch,
      registeredOn,
      isMerged: false,
    }),
    ...spelled(event, name, 1),
  ];
}

export function listedUnder(
  participantId: string,
  paidBy: Pick<Row<typeof listings>, 'agreementId' | 'branch'>,
): Change {
  return change(listings, participantId, (row) => ({ ...row, ...paidBy }));
}

/** Whoever was merged is not listed, and is so again after a split. */
export const listedAsMerged = (participantId: string, isMerged: boolean): Change =>
  change(listings, participantId, (row) => ({ ...row, isMerged }));

export function listedAnew(event: Told<'ParticipantCorrected'>): readonly Change[] {
  const { data } = event;
  const { participantId, district, person } = data;
  const { now = {}, before = {} } = opened(person) ?? {};
  const { name, birthDate, phone } = now;
  return [
    change(listings, participantId, (row) => ({
      ...row,
      ...(name !== undefined && namedAs(name)),
      ...(birthDate !== undefined && { birthDate }),
      ...(phone !== undefined && { phoneKey: phoneKey(phone) }),
      ...(district !== undefined && { district }),
    })),
    ...(name === undefined ? [] : [...spelled(event, before.name ?? '', -1), ...spelled(event, name, 1)]),
  ];
}

const namedAs = (name: string) => ({ nameKey: listedName(name), spelled: nameWords(name).join(' ') });

/** The words of a name come, or go. */
function spelled(
  event: Told<'ParticipantRegistered' | 'ParticipantCorrected'>,
  name: string,
  more: 1 | -1,
): readonly Change[] {
  const { participantId } = event.data;
  const its = nameWords(name);
  return its.flatMap((word) => {
    const key = { word, spelled: its.join(' '), participantId };
    return [
      more > 0 ? putOwn(event, namesByWord, key) : remove(namesByWord, key),
      fold(words, word, (row) => {
        const people = (row?.people ?? 0) + more;
        return people > 0 ? { word, people } : undefined;
      }),
    ];
  });
}
