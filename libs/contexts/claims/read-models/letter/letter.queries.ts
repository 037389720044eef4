import type { TablesIn } from '#followers';
import { Rejection, type Sight } from '#kernel';
import { type ProvenPlace, query } from '#runtime';
import { letterRefusals } from '../../domain/letter.refusals.js';
import { claimRefusals } from '../../domain/refusals.js';
import type { LetterItem } from './letter.answers.js';
import { letterReadModel } from './letter.read-model.js';
import type { LetterRow } from './letter.tables.js';
import { type LetterToPrint, letterNumber } from './printed-letter.js';

type Tables = TablesIn<typeof letterReadModel>;

/**
 * A facility sees the letters that are for it, and whoever sees nothing of health none that tells of it. Everybody else sees every
 * letter.
 */
const isInSight = ({ facilityId, tellsOfHealth }: LetterRow, sight: Sight): boolean =>
  (sight.facilityId === undefined || sight.facilityId === facilityId) && (sight.health || !tellsOfHealth);

const itemOf = (row: LetterRow): LetterItem => {
  const { letterId, kind, issuedOn, facilityId } = row;
  return { letterId, number: letterNumber(row), kind, issuedOn, facilityId };
};

/** The letters about a claim, the oldest first. Refuses `CLAIM_NOT_FOUND`. */
export const ListLetters = query(
  'ListLetters',
  letterReadModel,
  async ({ claimId, sight }: { claimId: string; sight: Sight }, tables): Promise<LetterItem[]> => {
    const known = await tables
      .selectFrom('cases')
      .select('claimId')
      .where('claimId', '=', claimId)
      .executeTakeFirst();
    const found = known ? await lettersOf(tables, 'claimId', claimId, sight) : [];
    // A claim of which a facility sees no letter is none that it knows of.
    const isUnseen = sight.facilityId !== undefined && found.length === 0;
    if (!known || isUnseen) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
    return found;
  },
);

/** The letters about an accident before there was a claim: guarantees, and whom to bill where it was none. */
export const ListGuarantees = query(
  'ListGuarantees',
  letterReadModel,
  async ({ accidentId, sight }: { accidentId: string; sight: Sight }, tables): Promise<LetterItem[]> =>
    lettersOf(tables, 'accidentId', accidentId, sight, ['GUARANTEE', 'CARE_BEARER']),
);

/** The letters about a complaint; none of one that nobody knows. */
export const ListComplaintLetters = query(
  'ListComplaintLetters',
  letterReadModel,
  async ({ complaintId, sight }: { complaintId: string; sight: Sight }, tables): Promise<LetterItem[]> =>
    lettersOf(tables, 'complaintId', complaintId, sight),
);

async function lettersOf(
  tables: Tables,
  of: 'claimId' | 'accidentId' | 'complaintId',
  id: string,
  sight: Sight,
  kinds?: readonly LetterRow['kind'][],
): Promise<LetterItem[]> {
  let rows = tables.selectFrom('letters').selectAll().where(of, '=', id);
  if (kinds) rows = rows.where('kind', 'in', [...kinds]);
  const found = await rows.orderBy('issuedOn').orderBy('letterId').execute();
  return found.filter((row) => isInSight(row, sight)).map(itemOf);
}

interface AskedToPrint {
  readonly letterId: string;
  readonly sight: Sight;
}

/** What is known of a letter, to be printed. Refuses `LETTER_NOT_FOUND`, `LETTER_ERASED`. */
export const FindLetter = query(
  'FindLetter',
  letterReadModel,
  async ({ letterId, sight }: AskedToPrint, tables): Promise<LetterToPrint & ProvenPlace> => {
    const row = await tables
      .selectFrom('letters')
      .selectAll()
      .where('letterId', '=', letterId)
      .executeTakeFirst();
    if (!row || !isInSight(row, sight)) throw new Rejection(letterRefusals.LETTER_NOT_FOUND());
    if (row.subject.addressee === null) throw new Rejection(letterRefusals.LETTER_ERASED());
    const facility =
      row.facilityId === null
        ? undefined
        : await tables
            .selectFrom('facilities')
            .select('name')
            .where('facilityId', '=', row.facilityId)
            .executeTakeFirst();
    return { ...row, ...(facility && { facilityName: facility.name }) };
  },
);
