import { DAYS_AFTER_CORRECTION, DAYS_AROUND_EVENT } from '#contexts/claims/facts';
import {
  AUTHORITY_LEVELS,
  AUTHORITY_MATTERS,
  type Actor,
  type LocalDate,
  aboveBranches,
  addDays,
  authorityOf,
  reachOf,
} from '#kernel';
import { type SqlBool, sql } from '#postgres';
import type { HandsRow } from './deadline.read-model.js';
import { NO_OFFICE, type Tables } from './waiting-step.js';

/** Somebody, the day, and the offices whose work they do. */
export interface Working {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly offices: readonly string[];
}

/** Above the branches one takes of other offices what none of them may decide. */
export const isAbove = ({ actor, today }: Pick<Working, 'actor' | 'today'>): boolean =>
  aboveBranches({ level: AUTHORITY_LEVELS.find((one) => one === authorityOf(actor)), weighed: [] }, today);

/** The greatest sum that a row can hold is far below. */
const WITHOUT_BOUND = Number.MAX_SAFE_INTEGER;

/** The claim that a step rests on; of a scholarship what its own row tells. */
function claimOf(tables: Tables) {
  const told = tables
    .selectFrom('deadlines as told')
    .select('told.claimId')
    .where(sql<SqlBool>`told.deadline_id = deadlines.of_scholarship`);
  return sql`coalesce(deadlines.claim_id, ${told})`;
}

/** All ids of whom a claim is for. */
function idsOfWhose(tables: Tables) {
  const person = sql`coalesce(own.goes_on_as, claim_events.participant_id)`;
  const others = tables
    .selectFrom('aliases as other')
    .select('other.id')
    .where(sql<SqlBool>`other.goes_on_as = ${person}`);
  return sql`array${others} || ${person}`;
}

/** The accidents that a death of whom the claim of a step is for was ever traced to. */
const tracedFor = (tables: Tables) =>
  tables
    .selectFrom('claimEvents')
    .leftJoin('aliases as own', 'own.id', 'claimEvents.participantId')
    .innerJoin('tracedTo', (join) =>
      join.on(sql<SqlBool>`traced_to.participant_id = any(${idsOfWhose(tables)})`),
    )
    .select('tracedTo.accidentId')
    .where(sql<SqlBool>`claim_events.claim_id = ${claimOf(tables)}`);

/** Whoever did so does not take a step: they have an interest in its claim, or one of the hands that it bars. */
const isBarred = (
  tables: Tables,
) => sql<SqlBool>`(hands.hand = 'INTEREST' and (hands.of_id = ${claimOf(tables)} or hands.of_id in ${tracedFor(tables)})
  or exists (select from jsonb_array_elements(deadlines.barring) as bar
    where bar ->> 'hand' = hands.hand and (bar ->> 'of')::uuid = hands.of_id))`;

/**
 * Who corrected or took in what the claim rests on that a step decides, so near that they do not decide it: the same as the claim asks the
 * log, under any id of the person.
 */
function touching(tables: Tables, today: LocalDate) {
  const since = addDays(today, -DAYS_AFTER_CORRECTION);
  return tables
    .selectFrom('claimEvents')
    .leftJoin('aliases as own', 'own.id', 'claimEvents.participantId')
    .innerJoin('touched', (join) =>
      join.on(sql<SqlBool>`touched.participant_id = any(${idsOfWhose(tables)})`),
    )
    .select('touched.by')
    .where(sql<SqlBool>`claim_events.claim_id = deadlines.subject_id`)
    .where(
      sql<SqlBool>`case touched.how when 'CORRECTED' then touched.on_day >= ${since}
        else abs(touched.on_day::date - claim_events.event_date::date) <= ${DAYS_AROUND_EVENT} end`,
    );
}

/**
 * Somebody had no hand in what the claim rests on that a step decides. Asked of each such step as one value: as `not exists` PostgreSQL
 * would look at every claim there ever was before the first step is shown.
 */
const didNotTouch = (tables: Tables, { actor, today }: Working) =>
  sql<SqlBool>`(not decides_claim or ${touching(tables, today).where('touched.by', '=', actor.id).limit(1)} is null)`;

/** How far somebody decides is as far as what is decided on. */
function reaches(actor: Actor, today: LocalDate) {
  const level = authorityOf(actor);
  const limits = AUTHORITY_MATTERS.map((matter) => {
    const reach = Math.min(reachOf(matter, level, today), WITHOUT_BOUND);
    return sql`when ${matter} then ${reach}::bigint`;
  });
  return sql<SqlBool>`((deadlines.level is null or deadlines.level <= ${level})
    and not exists (select from jsonb_array_elements(deadlines.weighed) as sum
      where (sum ->> 'amountIdr')::bigint > case sum ->> 'matter' ${sql.join(limits, sql` `)} end))`;
}

/** What is decided where its claim was taken in is of that office, though it names none itself. */
export const isAtOneOf = (tables: Tables, offices: readonly string[]) => {
  const elsewhere = tables
    .selectFrom('deadlines as taken')
    .select('taken.deadlineId')
    .where('taken.kind', '=', 'CLAIM')
    .where('taken.slot', '=', 'claim')
    .where(sql<SqlBool>`taken.subject_id = ${claimOf(tables)}`)
    .where('taken.office', 'not in', [...offices]);
  return sql<SqlBool>`(deadlines.office <> ${NO_OFFICE} or not exists ${elsewhere})`;
};

/**
 * What one person may take: the same as `mayTake` says of one step, but for the role and for what their office knows of them. Neither what
 * they did before keeps them from it, nor an interest, nor another who has it until a day, nor how far they decide.
 */
export function mayTakeIt(tables: Tables, working: Working) {
  const { actor, today, offices } = working;
  return sql<SqlBool>`(not not_by ? ${actor.id}
    and not_at is distinct from ${actor.office}
    and (only_by_id is null or only_by_id = ${actor.id} or only_by_until < ${today})
    and (coalesce(only_by_id, '') = ${actor.id} or ${reaches(actor, today)})
    and (not at_office_of_claim or (is_above_branches and ${isAbove(working)}) or ${isAtOneOf(tables, offices)})
    and ${hasNoHandInIt(tables, working)}
    and ${didNotTouch(tables, working)})`;
}

/** Somebody has no interest in its claim, and did nothing else that keeps them from it. */
export function hasNoHandInIt(tables: Tables, { actor }: Working) {
  const theirs = tables
    .selectFrom('hands')
    .select('hands.by')
    .where('hands.by', '=', actor.id)
    .where(isBarred(tables));
  return sql<SqlBool>`not exists ${theirs}`;
}

/** Whoever a step is not given to for what they did with other things: subjects of their tokens. */
export async function barredFrom(
  tables: Tables,
  deadlineId: string,
  today: LocalDate,
): Promise<readonly HandsRow['by'][]> {
  const had = await tables
    .selectFrom('deadlines')
    .where('deadlines.deadlineId', '=', deadlineId)
    .innerJoin('hands', (join) => join.on(isBarred(tables)))
    .select('hands.by')
    .execute();
  const touched = await tables
    .selectFrom('deadlines')
    .where('deadlines.deadlineId', '=', deadlineId)
    .where('deadlines.decidesClaim', '=', true)
    .innerJoinLateral(touching(tables, today).as('near'), (join) => join.onTrue())
    .select('near.by')
    .execute();
  return [...had, ...touched].map(({ by }) => by);
}
