import { timelineOf } from '#followers';
import {
  DetailQuery,
  type Page,
  PastPageQuery,
  asked,
  orderedPage,
  shape,
  shownOf,
  toTimelineItem,
} from '#http';
import { type LocalDate, Rejection, type Sight, assertNever, isWithin } from '#kernel';
import { type Row, containing } from '#postgres';
import { query } from '#runtime';
import { type PlkkAgreement, isInForce, lastDayOf, termsOn } from '../../domain/agreement.js';
import { FACILITY_KINDS, type FacilityAccount, type PlkkProposed } from '../../domain/facility.events.js';
import { type PlkkProposal, agreementInForce } from '../../domain/facility.js';
import { facilityRefusals } from '../../domain/refusals.js';
import {
  type AgreementItem,
  type FacilityAccountItem,
  FacilityDetail,
  FacilitySummary,
  type PlkkProposalItem,
} from './facility.answers.js';
import { BY_NAME, facilityReadModel, type facilities } from './facility.read-model.js';

/** Every part that is given must hold. */
export class FacilityListQuery extends shape(
  {
    name: asked.text({ min: 2, max: 100, optional: true, description: 'Any part of the name' }),
    kind: asked.code(FACILITY_KINDS, { optional: true }),
    district: asked.area({ optional: true }),
    plkkOn: asked.day({ optional: true, description: 'An agreement runs on this day; it may be suspended' }),
    checkDueBy: asked.day({ optional: true, description: 'Its quality is to be looked at by this day' }),
  },
  PastPageQuery,
) {}

/** On which day; today unless told. */
export class FacilityQuery extends shape({ on: asked.day({ optional: true }) }, DetailQuery) {}

interface AsSeen {
  readonly today: LocalDate;
  readonly sight: Sight;
}

/** By name. A facility sees itself. */
export const ListFacilities = query(
  'ListFacilities',
  facilityReadModel,
  (filter: FacilityListQuery & AsSeen, tables): Promise<Page<FacilitySummary>> => {
    const { name, kind, district, plkkOn, checkDueBy, today, sight } = filter;
    let rows = tables.selectFrom('facilities').selectAll();
    if (sight.facilityId !== undefined) rows = rows.where('facilityId', '=', sight.facilityId);
    if (name !== undefined) rows = rows.where('name', 'ilike', containing(name));
    if (kind !== undefined) rows = rows.where('kind', '=', kind);
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    if (checkDueBy !== undefined) rows = rows.where('nextCheckBy', '<=', checkDueBy);
    if (plkkOn !== undefined) {
      const running = tables
        .selectFrom('inForce')
        .select('facilityId')
        .where('validFrom', '<=', plkkOn)
        .where('lastDay', '>=', plkkOn);
      rows = rows.where('facilityId', 'in', running);
    }
    return orderedPage(rows, BY_NAME, filter, (row) => summaryOf(row, plkkOn ?? today));
  },
);

/** Refuses `FACILITY_NOT_FOUND`. */
export const GetFacility = query(
  'GetFacility',
  facilityReadModel,
  async (
    { facilityId, on, sight }: { facilityId: string; on: LocalDate; sight: Sight },
    tables,
  ): Promise<FacilityDetail> => {
    const row = isWithin(sight, [facilityId])
      ? await tables
          .selectFrom('facilities')
          .selectAll()
          .where('facilityId', '=', facilityId)
          .executeTakeFirst()
      : undefined;
    if (!row) throw new Rejection(facilityRefusals.FACILITY_NOT_FOUND());
    const { account, agreements, proposals = [] } = row.known;
    return {
      ...summaryOf(row, on),
      revision: row.revision,
      actions: `/facilities/${facilityId}/actions`,
      account: accountItem(account),
      agreements: agreements.map((agreement) => agreementOf(agreement, on)),
      proposals: proposals.map(proposalItem),
      timeline: (await timelineOf(tables, facilityId)).map(toTimelineItem),
    };
  },
);

const summaryOf = (row: Row<typeof facilities>, on: LocalDate): FacilitySummary => ({
  ...shownOf(FacilitySummary, row),
  isPlkk: agreementInForce(row.known, on) !== undefined,
});

const accountItem = ({ bank, number, holder }: FacilityAccount): FacilityAccountItem => ({
  bank,
  number,
  holder,
});

function proposalItem({ proposed, ...proposal }: PlkkProposal): PlkkProposalItem {
  const { proposalId, agreementId, reference, proposedOn, proposerId, office } = proposal;
  return {
    proposalId,
    agreementId,
    kind: proposed.kind,
    reference,
    ...daysOf(proposed),
    account: proposed.kind === 'AMENDMENT' && proposed.account ? accountItem(proposed.account) : null,
    proposedOn,
    proposerId,
    office,
  };
}

function daysOf(proposed: PlkkProposed): Pick<PlkkProposalItem, 'from' | 'until'> {
  switch (proposed.kind) {
    case 'AGREEMENT':
      return { from: proposed.validFrom, until: proposed.validUntil };
    case 'EXTENSION':
      return { from: null, until: proposed.validUntil };
    case 'AMENDMENT':
      return { from: proposed.from, until: null };
    default:
      return assertNever(proposed, 'what is proposed of an agreement');
  }
}

function agreementOf(agreement: PlkkAgreement, on: LocalDate): AgreementItem {
  const { agreementId, reference, validFrom, quality, suspensions = [], ended } = agreement;
  const terms = termsOn(agreement, on);
  return {
    agreementId,
    reference,
    validFrom,
    lastDay: lastDayOf(agreement),
    isInForce: isInForce(agreement, on),
    terms: { ...terms, services: [...terms.services], tariff: [...terms.tariff] },
    quality: quality ?? null,
    suspensions: [...suspensions],
    ended: ended ? { ...ended, until: null } : null,
  };
}
