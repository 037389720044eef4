import {
  type EventOf,
  type LocalDate,
  type Rupiah,
  evolveBy,
  inSituation,
  rupiah,
  stream,
  totalOf,
} from '#kernel';
import type {
  ContributionBase,
  ProjectEvent,
  ProjectRefundRequested,
  ProjectReversalRequested,
  Stage,
} from './project.events.js';
import { projectRefusals } from './refusals.js';

/** Nobody has registered it. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** Money that came. */
export interface Payment {
  readonly paymentId: string;
  readonly paidOn: LocalDate;
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
  /** Who entered it late, while nobody else has confirmed it: it does not count for cover yet. */
  readonly backDatedBy?: string;
}

/** A part of the contributions that is due by a day; of an addendum that lowered them it is less than nothing, from its day on. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly amountIdr: number;
}

/** A payment that is to be taken back, or money that is to be paid back. */
export type AskedOfProject =
  | ({ readonly kind: 'REVERSAL' } & Omit<ProjectReversalRequested['data'], 'effectiveOn' | 'projectId'>)
  | ({ readonly kind: 'REFUND' } & Omit<ProjectRefundRequested['data'], 'effectiveOn' | 'projectId'>);

/** A known project. */
export interface Registered {
  readonly situation: 'REGISTERED';
  readonly projectId: string;
  readonly contractedOn: LocalDate;
  readonly base: ContributionBase;
  readonly baseIdr: Rupiah;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** What the law asks for the whole project. */
  readonly amountIdr: Rupiah;
  /** In the order in which they were recorded; their sum is the amount. */
  readonly stages: readonly Due[];
  readonly payments: readonly Payment[];
  /** Numbers of its contract and of its addenda. */
  readonly references: readonly string[];
  /** Money that was paid back of what was more than due; absent where none was. */
  readonly refunds?: readonly { readonly paidOn: LocalDate; readonly amountIdr: Rupiah }[];
  /** What waits for a second person; absent where nothing was ever asked for. */
  readonly asked?: readonly AskedOfProject[];
  /** Payments of others that were taken back, while their money is held; absent where none was. */
  readonly held?: readonly Pick<Payment, 'paymentId' | 'amountIdr'>[];
  readonly ending?: { readonly on: LocalDate; readonly backDatedBy?: string };
}

export type ProjectState = Unknown | Registered;

/** What is known of one project: `project-<id>`. */
export const projects = stream<ProjectState, ProjectEvent>('project', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ProjectRegistered') return registered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ProjectRegistered`);
    return changed(state, event);
  },
});

const changed = evolveBy<Registered, Exclude<ProjectEvent, { type: 'ProjectRegistered' }>>(
  {
    ProjectAmended: (state, event) => ({ ...withContract(state, event), baseIdr: event.data.baseIdr }),
    ProjectExtended: (state, event) => ({ ...withContract(state, event), endsOn: event.data.endsOn }),
    ProjectContributionsPaid: paid,
    ProjectEnded: (state, { data: { effectiveOn: on, backDatedBy } }) => ({
      ...state,
      ending: { on, backDatedBy },
    }),
    ProjectReversalRequested: (state, { data: { projectId: _of, effectiveOn: _on, ...asked } }) => ({
      ...state,
      asked: [...(state.asked ?? []), { kind: 'REVERSAL', ...asked }],
    }),
    ProjectRefundRequested: (state, { data: { projectId: _of, effectiveOn: _on, ...asked } }) => ({
      ...state,
      asked: [...(state.asked ?? []), { kind: 'REFUND', ...asked }],
    }),
    ProjectPaymentReversed: reversed,
    ProjectRefunded: refunded,
    ProjectCorrectionRefused: decided,
    BackDatedProjectEntriesConfirmed: (state, { data }) => confirmed(state, data.confirmerId),
  },
  'project event',
);

function paid(state: Registered, { data }: EventOf<ProjectEvent, 'ProjectContributionsPaid'>): Registered {
  const { paymentId, effectiveOn: paidOn, amountIdr, bankReference, backDatedBy } = data;
  const payment = { paymentId, paidOn, amountIdr, bankReference, backDatedBy };
  return { ...state, payments: [...state.payments, payment] };
}

function reversed(state: Registered, event: EventOf<ProjectEvent, 'ProjectPaymentReversed'>): Registered {
  const { paymentId, amountIdr, reason } = event.data;
  return {
    ...decided(state, event),
    payments: state.payments.filter((one) => one.paymentId !== paymentId),
    // What bounced is not there; what was recorded twice came once.
    ...(reason === 'WRONG_PAYER' && { held: [...(state.held ?? []), { paymentId, amountIdr }] }),
  };
}

function refunded(state: Registered, event: EventOf<ProjectEvent, 'ProjectRefunded'>): Registered {
  const { paymentId, amountIdr, effectiveOn: paidOn } = event.data;
  const rest = decided(state, event);
  return paymentId === undefined
    ? { ...rest, refunds: [...(state.refunds ?? []), { paidOn, amountIdr }] }
    : { ...rest, held: state.held?.filter((one) => one.paymentId !== paymentId) };
}

function decided(
  state: Registered,
  {
    data: { correctionId },
  }: EventOf<ProjectEvent, 'ProjectPaymentReversed' | 'ProjectRefunded' | 'ProjectCorrectionRefused'>,
): Registered {
  return { ...state, asked: state.asked?.filter((one) => one.correctionId !== correctionId) };
}

function registered({ data }: EventOf<ProjectEvent, 'ProjectRegistered'>): Registered {
  const { projectId, contractedOn, base, baseIdr, startsOn, endsOn, amountIdr, stages, reference } = data;
  const terms = { projectId, contractedOn, base, baseIdr, startsOn, endsOn, amountIdr, stages };
  return { situation: 'REGISTERED', ...terms, payments: [], references: [reference] };
}

function withContract(
  state: Registered,
  { data }: EventOf<ProjectEvent, 'ProjectAmended' | 'ProjectExtended'>,
): Registered {
  const { reference, amountIdr, changeIdr } = data;
  // What lowers it is less at once: nothing of it has to come by a day.
  const dueOn = changeIdr < 0 ? data.effectiveOn : data.dueOn;
  return {
    ...state,
    amountIdr,
    stages: changeIdr === 0 ? state.stages : [...state.stages, { dueOn, amountIdr: changeIdr }],
    references: [...state.references, reference],
  };
}

function confirmed(state: Registered, confirmerId: string): Registered {
  const holds = <Entry extends { readonly backDatedBy?: string }>(entry: Entry): Entry =>
    entry.backDatedBy === confirmerId ? entry : { ...entry, backDatedBy: undefined };
  return {
    ...state,
    payments: state.payments.map(holds),
    ...(state.ending && { ending: holds(state.ending) }),
  };
}

/** The project. @throws Rejection `PROJECT_NOT_FOUND` */
export const known = (state: ProjectState): Registered =>
  inSituation(state, ['REGISTERED'], () => projectRefusals.PROJECT_NOT_FOUND());

/** The last day on which there is work: of its term, or of an ending that holds. */
export const lastDayOf = ({ endsOn, ending }: Pick<Registered, 'endsOn' | 'ending'>): LocalDate =>
  ending && ending.backDatedBy === undefined && ending.on < endsOn ? ending.on : endsOn;

/** Who entered something late that nobody else has confirmed. */
export const enteredLateBy = ({ payments, ending }: Registered): readonly string[] =>
  [...payments, ...(ending ? [ending] : [])].flatMap(({ backDatedBy }) => backDatedBy ?? []);

/** Everything that came and was not paid back, also what nobody has confirmed yet. */
export const receivedOf = ({ payments, refunds = [] }: Pick<Registered, 'payments' | 'refunds'>): Rupiah =>
  rupiah(totalOf(payments) - totalOf(refunds));

/** What is still to be paid, or less than nothing where more came. */
export const owedOf = (project: Pick<Registered, 'amountIdr' | 'payments' | 'refunds'>): number =>
  project.amountIdr - receivedOf(project);

/** A part of a sum that is due by a day, as it is asked for. */
export interface AskedStage {
  readonly dueOn: LocalDate;
  readonly percent: number;
}

/** Parts of a sum in whole rupiah that make the sum. */
export function stagesOf(amountIdr: Rupiah, asked: readonly AskedStage[]): readonly Stage[] {
  const upTo = (percent: number) => Math.floor((amountIdr * percent) / 100);
  let percent = 0;
  return asked.map((stage) => {
    const before = upTo(percent);
    percent += stage.percent;
    return { dueOn: stage.dueOn, amountIdr: rupiah(upTo(percent) - before) };
  });
}
