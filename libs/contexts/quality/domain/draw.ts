import { type LocalDate, type Period, type Rupiah, derivedId } from '#kernel';
import {
  type DecisionKind,
  type OtherSubject,
  STRATA,
  SUBJECTS,
  type Stratum,
  type SubjectKind,
} from './sample.events.js';

/** A decision that may be drawn. */
export interface Decision {
  /** Id of the event that decided. */
  readonly decisionId: string;
  /** The claim that it is of; undefined of an invoice. */
  readonly claimId?: string;
  /** What was decided, where it was not the claim itself. */
  readonly subject?: OtherSubject;
  readonly participantId: string;
  readonly kind: DecisionKind;
  readonly amountIdr: Rupiah;
  /** Of a denial: its number, such as `D-08`, or the rule of the law. */
  readonly rule?: string;
  /** A person said otherwise than the law was found to say. */
  readonly isAgainstEngine: boolean;
  readonly office: string;
  readonly deciderId: string;
  readonly handIds: readonly string[];
  readonly decidedOn: LocalDate;
}

/** Of a thousand decisions of each kind so many are drawn (reference 6.3, a convention of the house). */
export const PER_THOUSAND: Readonly<Record<Stratum, number>> = {
  AGAINST_ENGINE: 1000,
  DENIAL_FOR_DISHONESTY: 1000,
  DENIAL: 100,
  APPROVAL_ABOVE_100M: 250,
  APPROVAL_TO_100M: 50,
  APPROVAL_BELOW_10M: 10,
};

/** Of whoever decides at least so many, or all of theirs. */
export const AT_LEAST_OF_EACH = 5;

/** Of a false paper, and of a false statement, every one. */
const FOR_DISHONESTY = ['D-08', 'D-19'];

/** What a decision is about. */
export const subjectOf = ({ subject }: Pick<Decision, 'subject'>): SubjectKind => subject?.kind ?? 'CLAIM';

/** Of which kind a decision is: of several the one of which most are drawn. */
export function stratumOf({ kind, amountIdr, rule, isAgainstEngine }: Decision): Stratum {
  if (kind === 'DENIAL' && rule !== undefined && FOR_DISHONESTY.includes(rule))
    return 'DENIAL_FOR_DISHONESTY';
  if (isAgainstEngine) return 'AGAINST_ENGINE';
  if (kind === 'DENIAL') return 'DENIAL';
  if (amountIdr > 100_000_000) return 'APPROVAL_ABOVE_100M';
  return amountIdr >= 10_000_000 ? 'APPROVAL_TO_100M' : 'APPROVAL_BELOW_10M';
}

export interface DrawTerms {
  readonly seed: string;
  /** More than three of a hundred were wrong: twice as many are drawn. */
  readonly isDoubled: boolean;
}

/** What puts a decision in its place: it follows from the seed and the decision alone. Its parts are stored, so they never change. */
export const ticketOf = (seed: string, { decisionId }: Pick<Decision, 'decisionId'>): string =>
  derivedId('quality-sample', seed, decisionId);

/** A decision that was drawn, and as what. */
export interface Drawn {
  readonly decision: Decision;
  readonly stratum: Stratum;
}

/**
 * Draws the sample of a month (penarikan sampel): of claims, invoices, school years, compensations and interims each by themselves, of each
 * kind its rate, at least one, those with the lowest tickets; then of whoever decides as many more of theirs as make five. The same seed and
 * decisions give the same sample, in whatever order they come.
 */
export function drawSample(decisions: readonly Decision[], { seed, isDoubled }: DrawTerms): readonly Drawn[] {
  const inOrder = decisions
    .map((decision) => ({ decision, stratum: stratumOf(decision), ticket: ticketOf(seed, decision) }))
    .sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
  const bySubject = SUBJECTS.map((subject) =>
    inOrder.filter(({ decision }) => subjectOf(decision) === subject),
  );
  const byRate = bySubject.flatMap((ofSubject) =>
    STRATA.flatMap((stratum) => {
      const all = ofSubject.filter((one) => one.stratum === stratum);
      return all.slice(0, countOf(all.length, PER_THOUSAND[stratum], isDoubled));
    }),
  );
  const drawn = new Set(byRate);
  for (const own of bySubject.flatMap(ofEachDecider)) {
    const missing = AT_LEAST_OF_EACH - own.filter((one) => drawn.has(one)).length;
    const more = own.filter((one) => !drawn.has(one)).slice(0, Math.max(0, missing));
    for (const one of more) drawn.add(one);
  }
  return inOrder.flatMap((one) => (drawn.has(one) ? [{ decision: one.decision, stratum: one.stratum }] : []));
}

const countOf = (all: number, perThousand: number, isDoubled: boolean): number =>
  Math.ceil((all * Math.min(1000, isDoubled ? 2 * perThousand : perThousand)) / 1000);

function ofEachDecider<Of extends { readonly decision: Decision }>(all: readonly Of[]): readonly Of[][] {
  const byDecider = new Map<string, Of[]>();
  for (const one of all) {
    const { deciderId } = one.decision;
    const own = byDecider.get(deciderId);
    if (own) own.push(one);
    else byDecider.set(deciderId, [one]);
  }
  return [...byDecider.values()];
}

/**
 * Which branch reviews what another one has decided: the next one by name of those that decide at all, so that no two review each other
 * where there are three. Undefined where there is only one.
 */
export function reviewerOfficeOf(office: string, offices: readonly string[]): string | undefined {
  const others = [...new Set(offices)].filter((one) => one !== office).sort();
  return others.find((one) => one > office) ?? others[0];
}

/** The identity of a decision that was drawn. Its parts are stored, so they never change. */
export const sampleIdOf = (month: Period, decisionId: string): string =>
  derivedId('sample', month, decisionId);
