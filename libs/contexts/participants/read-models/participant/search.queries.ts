import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Page, PastPageQuery, asked, orderedPage, shape, stagedPage } from '#http';
import type { LocalDate, Sight } from '#kernel';
import { COVERAGE_STATUSES, SEGMENTS } from '#law';
import { type Ordering, type Row, type SqlBool, sql, typeOf } from '#postgres';
import { ParticipantIds, ReadModels, ReadQuery } from '#runtime';
import { CHANNELS, OCCUPATION_GROUPS } from '../../domain/participant.events.js';
import { BY_NAME, BY_REGISTRATION, type listings } from './listing.tables.js';
import { BY_FIRST_DAY } from './membership.tables.js';
import { byName, likeName } from './name-search.js';
import type { FoundParticipant } from './participant.answers.js';
import { participantReadModel } from './participant.read-model.js';
import { survivorsUnder, survivorsWithCard } from './participants-on.js';
import {
  type Filters,
  type Found,
  type Tables,
  isLookedThrough,
  listedAs,
  matching,
  shownOn,
  typedName,
} from './search-filters.js';

/** By what a list of participants may be ordered. */
const ORDERS = { NAME: BY_NAME, REGISTRATION: BY_REGISTRATION } as const;

/** Filters that are not personal, and so may stand in an address. Every part that is given must hold. */
export class ParticipantListQuery extends shape(
  {
    district: asked.area({ optional: true }),
    segment: asked.code(SEGMENTS, { optional: true }),
    coverage: asked.code(COVERAGE_STATUSES, {
      optional: true,
      description:
        'Cover on the day of the question. Among very many people a page may hold fewer than its limit; the last one is where nextCursor is null',
    }),
    agreementId: asked.uuid({ optional: true, description: 'Registered under this agreement of a sponsor' }),
    occupationGroup: asked.code(OCCUPATION_GROUPS, { optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true }),
    fieldActionId: asked.uuid({ optional: true, description: 'Registered on this action in the field' }),
    channel: asked.code(CHANNELS, { optional: true, description: 'Where the registration came in' }),
    registeredFrom: asked.day({ optional: true, description: 'Registered on this day or later' }),
    registeredUntil: asked.day({ optional: true, description: 'Registered on this day or before' }),
    sort: asked.code(['NAME', 'REGISTRATION'], {
      optional: true,
      description:
        'NAME unless told; who was found by a name comes in the order of likeness, and the people of an employer as they came, whatever is told',
    }),
    direction: asked.code(['asc', 'desc'], { optional: true, description: 'asc unless told' }),
    employerId: asked.uuid({ optional: true, description: 'Has worked for this employer, or does' }),
    npp: asked.paperNumber({
      max: 20,
      optional: true,
      description: 'The same, by the number of the employer',
    }),
  },
  PastPageQuery,
) {}

/** What is personal never stands in an address: addresses end up in logs. */
export class ParticipantSearchBody extends shape(
  {
    nik: asked.nik({ optional: true }),
    kpj: asked.kpj({ optional: true, description: 'Number of a card' }),
    name: asked.text({
      optional: true,
      min: 2,
      max: 100,
      description: 'Words of the name, or parts of them; other spellings and slips are found behind',
    }),
    birthDate: asked.day({ optional: true }),
    phone: asked.phone({ optional: true, description: 'However it was written at the registration' }),
  },
  ParticipantListQuery,
) {}

export class SearchParticipants extends ReadQuery<
  ParticipantSearchBody & { today: LocalDate },
  Page<FoundParticipant>
> {}

const NOBODY: Page<never> = { items: [], nextCursor: null };

@QueryHandler(SearchParticipants)
export class SearchParticipantsHandler implements IQueryHandler<SearchParticipants> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly ids: ParticipantIds,
  ) {}

  /** By name; with a name in the question who has that name comes first, and who has a similar one last. */
  async execute({ asked: search }: SearchParticipants): Promise<Page<FoundParticipant>> {
    const tables = await this.readModels.of(participantReadModel, search.after);
    const filters = await this.filters(tables, search);
    if (!filters) return NOBODY;
    const found =
      search.name === undefined
        ? await listed(tables, filters, search)
        : await named(tables, filters, search.name, search);
    return shownOn(tables, found, filters.today);
  }

  /** Undefined where an employer is named that does not exist. */
  private async filters(
    tables: Tables,
    {
      nik,
      kpj,
      npp,
      employerId,
      ...search
    }: ParticipantSearchBody & { today: LocalDate; sight: Sight; after?: bigint },
  ): Promise<Filters | undefined> {
    const employer = npp === undefined ? undefined : await employerOf(tables, npp);
    if (npp !== undefined && (!employer || (employerId ?? employer) !== employer)) return undefined;
    return {
      ...search,
      participantIds: await this.idsMeant(tables, { nik, kpj }),
      employerId: employerId ?? employer,
      isFresh: search.after !== undefined,
      isNarrow: [nik, kpj, search.birthDate, search.phone].some((given) => given !== undefined),
    };
  }

  /** Under whom a NIK and a card are found; both must be the same person's. Undefined where neither is asked. */
  private async idsMeant(
    tables: Tables,
    { nik, kpj }: Pick<ParticipantSearchBody, 'nik' | 'kpj'>,
  ): Promise<string[] | undefined> {
    const [ofNik, ofCard] = await Promise.all([
      nik === undefined ? undefined : survivorsUnder(tables, this.ids.of(nik)),
      kpj === undefined ? undefined : survivorsWithCard(tables, kpj),
    ]);
    return ofNik && ofCard ? ofNik.filter((id) => ofCard.includes(id)) : (ofNik ?? ofCard);
  }
}

async function employerOf(tables: Tables, npp: string): Promise<string | undefined> {
  const row = await tables
    .selectFrom('workplaces')
    .select('employerId')
    .where('npp', '=', npp.toUpperCase())
    .executeTakeFirst();
  return row?.employerId;
}

function named(
  tables: Tables,
  filters: Filters,
  name: string,
  { limit, cursor }: ParticipantSearchBody,
): Promise<Page<Found>> {
  const typed = typedName(name);
  if (typed.words.length === 0) return Promise.resolve(NOBODY);
  const page = { limit, cursor };
  // Whom an employer has are few beside those who share a common name.
  return filters.isNarrow || filters.employerId !== undefined
    ? likeName(tables, filters, typed, page)
    : stagedPage(byName(tables, filters, typed), page);
}

/** Without a name: by name, or those of an employer as they came. */
function listed(tables: Tables, filters: Filters, search: ParticipantSearchBody): Promise<Page<Found>> {
  const { employerId, isNarrow, sight } = filters;
  const { limit, cursor } = search;
  const toItem = ({ participantId }: Pick<Found, 'participantId'>): Found => ({
    participantId,
    match: isNarrow ? 'EXACT' : null,
    likeness: null,
  });
  if (employerId !== undefined && !isNarrow) {
    const members = matching(tables, { ...filters, employerId: undefined })
      .innerJoin('memberships', (join) => join.onTrue())
      .leftJoin('aliases', 'aliases.id', 'memberships.participantId')
      .where('memberships.employerId', '=', employerId)
      .where(
        'listings.participantId',
        '=',
        sql<string>`coalesce(aliases.goes_on_as, memberships.participant_id)`,
      )
      .select(['memberships.startedOn', 'memberships.membershipId']);
    return orderedPage(members, BY_FIRST_DAY, { limit, cursor }, toItem);
  }
  return isLookedThrough(filters) && sight.facilityId === undefined && !isNarrow
    ? lookedThrough(tables, filters, search, toItem)
    : orderedPage(matching(tables, filters), orderOf(search), search, toItem);
}

/** In which order people are listed who are asked for by nothing personal. */
const orderOf = ({ sort = 'NAME' }: ParticipantSearchBody) => ORDERS[sort] as Ordering<Listed>;

/** So many rows are looked at for one page. */
const MOST_LOOKED_AT = 2_000;

/**
 * A page of those who are looked at row by row, of which nobody knows how many there are: it ends after so many rows, and the next one
 * goes on there, however few were found.
 */
async function lookedThrough(
  tables: Tables,
  filters: Filters,
  search: ParticipantSearchBody,
  toItem: (row: Pick<Found, 'participantId'>) => Found,
): Promise<Page<Found>> {
  const order = orderOf(search);
  const lookedAt = tables
    .selectFrom('listings')
    .select(['listings.nameKey', 'listings.participantId', 'listings.registeredOn'])
    .where(listedAs(filters))
    .offset(MOST_LOOKED_AT - 1);
  const end = await orderedPage(lookedAt, order, { ...search, limit: 1 }, (row: Listed) => row);
  const [last] = end.items;
  let rows = matching(tables, filters);
  if (last) {
    const columns = sql.join(order.by.map((one) => sql.raw(one.sql)));
    const values = sql.join(
      order.by.map((one) => sql`${last[one.column as keyof Listed]}::${sql.raw(typeOf(one))}`),
    );
    rows = rows.where(
      sql<SqlBool>`(${columns}) ${sql.raw(search.direction === 'desc' ? '>=' : '<=')} (${values})`,
    );
  }
  const page = await orderedPage(rows, order, search, toItem);
  return { items: page.items, nextCursor: page.nextCursor ?? end.nextCursor };
}

/** By what they are listed. */
type Listed = Pick<Row<typeof listings>, 'nameKey' | 'participantId' | 'registeredOn'>;
