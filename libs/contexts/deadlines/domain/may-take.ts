import {
  type Actor,
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  ROLES_OF_TURN,
  authorityOf,
  reachOf,
  reachesOffice,
} from '#kernel';

/** Somebody who may be given a step: by their token, or as their office knows them. */
export interface Candidate extends Pick<Actor, 'id' | 'roles' | 'office' | 'authority'> {
  /** Offices that have delegated their authority to them. */
  readonly delegatedOffices: readonly string[];
  /** Programmes they know; all where it is missing. */
  readonly skills?: readonly string[];
}

/** A step that somebody is to take, and what it is about. */
export interface StepToTake
  extends
    Pick<ExpectedStep, 'turn' | 'notBy' | 'notAt' | 'level' | 'weighed' | 'onlyBy'>,
    Pick<Expecting, 'office' | 'programme'> {}

/** What keeps somebody from a step, by role, office, level of authority and what they know. */
type Rule = (who: Candidate, step: StepToTake, today: LocalDate) => boolean;

const hasTheRole: Rule = ({ roles }, { turn }) => ROLES_OF_TURN[turn].some((role) => roles.includes(role));

const hadNoHandInIt: Rule = ({ id }, { notBy = [] }) => !notBy.includes(id);

const itIsNobodyElses: Rule = ({ id }, { onlyBy }, today) =>
  onlyBy === undefined || onlyBy.id === id || today > onlyBy.until;

const isOfItsOffice: Rule = (who, { office, notAt }, today) => {
  if (notAt !== undefined && who.office === notAt) return false;
  return office === undefined || who.delegatedOffices.includes(office) || reachesOffice(who, office, today);
};

/** What others paid of the same event beside it takes a higher level, as the decision itself says. Whose it is began it as one who may. */
const decidesFarEnough: Rule = (who, { level = 1, weighed = [], onlyBy }, today) =>
  onlyBy?.id === who.id ||
  (authorityOf(who) >= level &&
    weighed.every(({ matter, amountIdr }) => amountIdr <= reachOf(matter, authorityOf(who), today)));

const knowsTheProgramme: Rule = ({ skills }, { programme }) =>
  skills === undefined || programme === undefined || skills.includes(programme);

const RULES = [hasTheRole, hadNoHandInIt, itIsNobodyElses, isOfItsOffice, decidesFarEnough] as const;

/** Whether somebody may take a step themselves: whatever they know. */
export const mayTake: Rule = (who, step, today) => RULES.every((rule) => rule(who, step, today));

/** Whether a step is suggested to be given to somebody: they may take it, and know the programme. */
export const isFitFor: Rule = (who, step, today) =>
  mayTake(who, step, today) && knowsTheProgramme(who, step, today);

/** A candidate, with what they have to do already. */
export interface Loaded extends Candidate {
  readonly isAway: boolean;
  /** Steps that are theirs, and how many of them are late. */
  readonly open: number;
  readonly late: number;
}

/**
 * To whom a step is best given (usulan penugasan): of those who are there, may take it and know the programme whoever has least to do;
 * of several the one with less that is late, then by their id, so that it comes out the same for whoever asks.
 */
export const leastLoadedFirst = <Of extends Loaded>(
  candidates: readonly Of[],
  step: StepToTake,
  today: LocalDate,
): readonly Of[] =>
  candidates
    .filter((one) => !one.isAway && isFitFor(one, step, today))
    .sort((one, other) => one.open - other.open || one.late - other.late || (one.id < other.id ? -1 : 1));
