import { LINES_TOGETHER, byLine } from '#csv-files';
import { type EventStore, OneStream } from '#event-store';
import { type CommandContext, type Period, Rejection, derivedId, periodOf } from '#kernel';
import { together } from '#runtime';
import { monthlyDue } from '../domain/monthly-due.js';
import type { ParticipantRegistered, SelfEmploymentRegistered } from '../domain/participant.events.js';
import type { RosterEvent, SponsorMembersAdded } from '../domain/roster.events.js';
import {
  type Place,
  type RosterState,
  carries,
  givePlacesBack,
  rosters,
  shareOut,
} from '../domain/roster.js';
import type { SponsorAgreement } from '../domain/sponsor.js';

/** Under which agreement places are taken, how and from which month on. */
export interface PlaceTerms extends Pick<SponsorMembersAdded['data'], 'sponsorId' | 'way' | 'from'> {
  readonly agreement: SponsorAgreement;
}

/** A place that the worker of a line takes. */
interface PlaceOfLine {
  readonly place: Place;
  readonly line: number;
}

/**
 * Places under an agreement that counts its members, for one piece of work that takes many. Those that are asked for at the same time
 * are recorded together, in the order of their lines.
 */
export class RosterPlaces {
  /** Every line asks whether it has a place. */
  private carried: ReadonlySet<string>;

  private readonly takeTogether = together<PlaceOfLine, Rejection | undefined>(async (asked) => {
    const inOrder = asked.toSorted(byLine);
    const refused = await this.takeAll(inOrder.map(({ place }) => place));
    return asked.map(({ place }) => refused.get(place.participantId));
  }, LINES_TOGETHER);

  private constructor(
    private readonly terms: PlaceTerms,
    /** Its `commandId` is the id of the work. */
    private readonly context: CommandContext,
    private known: RosterState,
    /** Absent of a dry run. */
    private readonly record: OneStream<RosterState, RosterEvent> | undefined,
  ) {
    this.carried = carriedIn(known);
  }

  static async of(
    store: EventStore,
    terms: PlaceTerms,
    context: CommandContext,
    isDryRun = false,
  ): Promise<RosterPlaces> {
    const record = await OneStream.read(store, rosters, terms.agreement.agreementId);
    return new RosterPlaces(terms, context, record.state, isDryRun ? undefined : record);
  }

  /** As `carries`. */
  has(ids: readonly string[], until?: Period): boolean {
    const { left } = this.known;
    return ids.some((id) => this.carried.has(id)) || carries({ carried: [], left }, ids, until);
  }

  /** Takes places, each as long as there are some. @returns why not, by participant */
  async takeAll(places: readonly Place[]): Promise<ReadonlyMap<string, Rejection>> {
    let refused: ReadonlyMap<string, Rejection> = new Map();
    const decide = (state: RosterState) => {
      const shared = shareOut(places, state, this.terms.agreement);
      refused = shared.refused;
      return added(this.terms, shared.given, this.context);
    };
    if (this.record) {
      const ids = places.map(({ participantId }) => participantId);
      const commandId = derivedId(this.context.commandId, 'places', ...ids);
      await this.record.step({ ...this.context, commandId }, decide);
      this.known = this.record.state;
    } else this.known = decide(this.known).reduce(rosters.evolve, this.known);
    this.carried = carriedIn(this.known);
    return refused;
  }

  /** Gives a place back that was taken here, for somebody who was not paid for after all. */
  async giveBack(participantId: string): Promise<void> {
    const { sponsorId, agreement } = this.terms;
    const { agreementId } = agreement;
    const decide = (state: RosterState) =>
      givePlacesBack({ sponsorId, agreementId, participantIds: [participantId] }, state, this.context);
    if (this.record) {
      const commandId = derivedId(this.context.commandId, 'given-back', participantId);
      await this.record.step({ ...this.context, commandId }, decide);
      this.known = this.record.state;
    } else this.known = decide(this.known).reduce(rosters.evolve, this.known);
    this.carried = carriedIn(this.known);
  }

  /** Takes one place beside others who do the same. @throws Rejection `QUOTA_USED_UP`, `MONTHLY_MONEY_USED_UP` */
  async take(place: Place, line: number): Promise<void> {
    const rejection = await this.takeTogether({ place, line });
    if (rejection) throw rejection;
  }
}

const carriedIn = ({ carried }: RosterState): ReadonlySet<string> =>
  new Set(carried.map(({ participantId }) => participantId));

function added(
  { sponsorId, way, from, agreement }: PlaceTerms,
  members: readonly Place[],
  { today }: CommandContext,
): readonly SponsorMembersAdded[] {
  if (members.length === 0) return [];
  const { agreementId, sponsorKind: payer } = agreement;
  return [
    {
      type: 'SponsorMembersAdded',
      data: { sponsorId, agreementId, payer, way, from, members, effectiveOn: today },
    },
  ];
}

/**
 * What a decision would record. Nothing where it refuses: nobody takes a place for that, and the command itself says why, or that it
 * was recorded before.
 */
export function wouldRecord<Event>(decide: () => readonly Event[]): readonly Event[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

/** What somebody takes a place for. */
export interface WantedPlace extends Place {
  /** All ids of the person. */
  readonly ids: readonly string[];
  /** Of a payment: the last month that it pays for. */
  readonly until?: Period;
}

/**
 * Takes one place, where the agreement counts its members and this one has none yet.
 * @throws Rejection `QUOTA_USED_UP`, `MONTHLY_MONEY_USED_UP`
 */
export async function takePlace(
  store: EventStore,
  terms: PlaceTerms,
  { ids, until, ...place }: WantedPlace,
  context: CommandContext,
): Promise<void> {
  const places = await RosterPlaces.of(store, terms, {
    ...context,
    commandId: derivedId(context.commandId, 'place'),
  });
  if (places.has(ids, until)) return;
  const rejection = (await places.takeAll([place])).get(place.participantId);
  if (rejection) throw rejection;
}

/**
 * The same for somebody whose registration names the agreement.
 * @throws Rejection as `takePlace`
 */
export async function takePlaceToRegister(
  store: EventStore,
  registration: (ParticipantRegistered | SelfEmploymentRegistered)['data'],
  agreement: SponsorAgreement,
  context: CommandContext,
): Promise<void> {
  const { participantId, sponsorId, sector, incomeBaseIdr, effectiveOn } = registration;
  if (sponsorId === undefined) return;
  const from = periodOf(effectiveOn);
  const monthlyIdr = monthlyDue({ incomeBaseIdr, sector }, from, agreement);
  const terms = { sponsorId, agreement, way: 'REGISTRATION', from } as const;
  await takePlace(store, terms, { participantId, ids: [participantId], monthlyIdr }, context);
}
