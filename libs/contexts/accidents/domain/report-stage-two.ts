import type { TransportMode } from '#law';
import { type CommandContext, type Instant, Rejection, type Rupiah, dateIn, enforce, instant } from '#kernel';
import type { AccidentEvent, AdvancedBy, Notifier } from './accident.events.js';
import { accidentUnderWay, isFinal } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { isLater, stageTwoDueAt } from './deadlines.js';
import { STAGE_TWO_POLICIES } from './policies/report.policies.js';
import { accidentRefusals } from './refusals.js';

export interface ReportStageTwoInput {
  readonly accidentId: string;
  readonly reportedBy: Notifier;
  /** When the form came in, for a paper form that is entered later; now when left out. */
  readonly reportedAt?: Instant;
  /** Receipts of transport; several of one mode are added up. */
  readonly transport: readonly {
    readonly mode: TransportMode;
    readonly amountIdr: Rupiah;
    readonly paidBy?: AdvancedBy;
  }[];
  /** Of a wage earner: whether the employer kept paying the wage, and so is paid what comes in its place (STMB). */
  readonly wageContinued?: boolean;
}

/**
 * Takes the stage II report (laporan tahap II), which opens the way to the claim. It is due 2 × 24 hours after the
 * doctor's final statement; a late one is recorded as late. It need not wait for the conclusion.
 * @throws Rejection as `accidentUnderWay` does, `FINAL_STATEMENT_MISSING`, `NO_EMPLOYER_ADVANCED`, or the code of the first stage II policy that
 * objects
 */
export function reportStageTwo(
  { accidentId, reportedBy, transport, wageContinued, ...input }: ReportStageTwoInput,
  state: AccidentState,
  { issuedAt }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, kind, statement, employerId } = accidentUnderWay(state);
  if (!isFinal(statement)) throw new Rejection(accidentRefusals.FINAL_STATEMENT_MISSING());
  // It may come with any offset; what is recorded is UTC.
  const reportedAt = input.reportedAt === undefined ? issuedAt : instant(input.reportedAt);
  if (employerId === undefined && transport.some(({ paidBy }) => paidBy === 'EMPLOYER')) {
    throw new Rejection(accidentRefusals.NO_EMPLOYER_ADVANCED());
  }
  enforce(STAGE_TWO_POLICIES, { statement, reportedAt, now: issuedAt });

  const dueAt = stageTwoDueAt(statement.statedOn);
  return [
    {
      type: 'StageTwoReported',
      data: {
        accidentId,
        participantId,
        // Formulir 3a; occupational diseases (PAK) have one of their own.
        form: kind === 'OCCUPATIONAL_DISEASE' ? 'PAK2' : 'KK2',
        reportedBy,
        reportedAt,
        dueAt,
        late: isLater(reportedAt, dueAt),
        transport,
        // Nobody goes on paying a wage to whoever works for himself.
        ...(employerId !== undefined && wageContinued !== undefined && { wageContinued }),
        effectiveOn: dateIn(reportedAt),
      },
    },
  ];
}
