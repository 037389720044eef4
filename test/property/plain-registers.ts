import type { PlainEvent } from './plain-fold.js';
import { toldOf } from './plain-fold.js';

type Said = Readonly<Record<string, string>>;

const saidOf = ({ data }: PlainEvent): Said => data as Said;

/**
 * An accident: whose it is, when it happened, when both stages were reported, and when it was concluded, or that an authority determined
 * it; with its story.
 */
export function plainAccident(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const told = toldOf(events, `accident-${id}`, position, day);
  if (!told) return undefined;
  const { participantId, occurredOn } = saidOf(told[0]!);
  const last = (...types: readonly string[]) => told.findLast(({ type }) => types.includes(type));
  const on = (event: PlainEvent | undefined, name = 'effectiveOn') => (event ? saidOf(event)[name] : null);
  const stageTwo = last('StageTwoReported', 'RelapseReported');
  return {
    participantId,
    occurredOn,
    stageOneOn: on(last('StageOneReported')),
    stageTwoOn: stageTwo?.type === 'RelapseReported' ? null : on(stageTwo),
    concludedOn: last('DeterminationIssued') ? 'determined' : on(last('AccidentConcluded'), 'concludedOn'),
    story: told.map(({ type }) => type),
  };
}

/** A facility: its name, where it is, and between which days each of its agreements runs. */
export function plainFacility(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const told = toldOf(events, `facility-${id}`, position, day);
  if (!told) return undefined;
  const { name, kind, district } = saidOf(told[0]!);
  const agreements = new Map<string, { readonly from: string; readonly until: string }>();
  for (const event of told) {
    const { agreementId = '', validFrom = '', validUntil = '', effectiveOn = '' } = saidOf(event);
    const known = agreements.get(agreementId);
    if (event.type === 'PlkkAgreementSigned')
      agreements.set(agreementId, { from: validFrom, until: validUntil });
    if (known && event.type === 'PlkkAgreementExtended')
      agreements.set(agreementId, { ...known, until: validUntil });
    if (known && event.type === 'PlkkAgreementEnded')
      agreements.set(agreementId, { ...known, until: effectiveOn });
  }
  return {
    name,
    kind,
    district,
    agreements: [...agreements]
      .map(([agreementId, { from, until }]) => `${agreementId} ${from} ${until}`)
      .sort(),
    story: told.map(({ type }) => type),
  };
}

/** Where a person works for wages: since they came last, until they left or their time is over, whatever is sooner. */
export function plainMemberships(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const joined = events.filter(
    (event) => event.type === 'WorkerJoined' && saidOf(event)['participantId'] === id,
  );
  return [...new Set(joined.map(({ streamId }) => streamId))]
    .flatMap((stream) => {
      const told = toldOf(events, stream, position, day);
      if (!told) return [];
      let spell: Partial<Record<'start' | 'left' | 'term', string>> = {};
      for (const event of told) {
        const { effectiveOn, termEndsOn } = saidOf(event);
        if (event.type === 'WorkerJoined') spell = { start: effectiveOn, term: termEndsOn };
        if (event.type === 'WorkerLeft') spell = { ...spell, left: effectiveOn };
        if (event.type === 'WorkerLeaveUndone') spell = { ...spell, left: undefined };
        if (event.type === 'TermProlonged') spell = { ...spell, term: termEndsOn };
      }
      const { start, left = 'never', term = 'never' } = spell;
      return [`${saidOf(told[0]!)['employerId']} ${start} ${left < term ? left : term}`];
    })
    .sort();
}
