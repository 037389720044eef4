import { isSameName, maskAccountNumber, opened } from '#kernel';
import { isOfOneShare } from '../../domain/heirs-over.js';
import { inTheirPlace } from '../../domain/in-their-place.js';
import type { ClaimRow } from './claim.tables.js';
import { type Recorded, NOTHING_PROPOSED } from './claim-columns.js';

/** Who inherits; names and accounts are gone once the person was erased. */
export const heirsIn =
  ({ data }: Recorded<'HeirsEstablished'>) =>
  ({ heirs }: ClaimRow): Partial<ClaimRow> => {
    const { inPlaceOfId } = data;
    const named = namedIn(data);
    return {
      ...NOTHING_PROPOSED,
      ...shared(inPlaceOfId ? inTheirPlace(heirs, inPlaceOfId, named) : named),
    };
  };

/** Somebody has died who was to be paid: of all it is asked anew who inherits, or of that share alone. */
export const heirsWanted =
  ({ data }: Recorded<'HeirsWanted'>) =>
  ({ heirs }: ClaimRow): Partial<ClaimRow> =>
    isOfOneShare(data)
      ? shared(withShare(heirs, data.heirId, true))
      : { heirs: heirs.map((heir) => ({ ...heir, shareWaits: false })), heirsAreWanted: true };

/** That waits no more: the heir lives, or nobody has come. */
export const heirWaitsNoMore =
  ({ data: { heirId } }: Recorded<'HeirDeathRevoked' | 'NobodyInherits'>) =>
  ({ heirs }: ClaimRow): Partial<ClaimRow> =>
    shared(heirId === undefined ? heirs : withShare(heirs, heirId, false));

const withShare = (heirs: ClaimRow['heirs'], heirId: string, shareWaits: boolean): ClaimRow['heirs'] =>
  heirs.map((heir) => (heir.heirId === heirId ? { ...heir, shareWaits } : heir));

const shared = (heirs: ClaimRow['heirs']): Pick<ClaimRow, 'heirs' | 'heirsAreWanted'> => ({
  heirs,
  heirsAreWanted: heirs.some(({ shareWaits }) => shareWaits),
});

function namedIn(data: Recorded<'HeirsEstablished'>['data']): ClaimRow['heirs'] {
  const persons = opened(data.person)?.heirs;
  return data.heirs.map((heir, place) => {
    const { heirId, relation, standing, parts = null, throughGuardian, diedOn = null } = heir;
    const { name = null, guardian, account, letter = null } = persons?.[place] ?? {};
    const payeeName = guardian?.name ?? name;
    return {
      heirId,
      relation,
      standing,
      parts,
      throughGuardian: throughGuardian === true,
      name,
      guardianName: guardian?.name ?? null,
      bank: account?.bank ?? null,
      holder: account?.holder ?? null,
      numberMasked: account ? maskAccountNumber(account.number) : null,
      holderIsPayee: account && payeeName !== null ? isSameName(account.holder, payeeName) : null,
      diedOn,
      letter,
      shareWaits: false,
    };
  });
}
