import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { idsOfPerson } from '#contexts/participants/facts';
import { type CommandContext, type Reading, derivedId } from '#kernel';
import { Decisions, StreamCommand, type Triable } from '#runtime';
import { type ApproveClaimInput, approveClaim, beginApproval } from '../domain/approve-claim.js';
import { type ClaimState, claims } from '../domain/claim.js';
import { dockets } from '../domain/docket.js';
import { programmeOf } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { withHeirs } from './heirs-on-record.js';
import { mayDecide } from './may-act.js';

export class ApproveClaim extends StreamCommand<ApproveClaimInput> {
  /** Whoever has no turn in the docket is told so by the facts already: nothing need be begun to find out. */
  static readonly tried: Triable<ApproveClaimInput>['tried'] = (input, trial) =>
    trial.decide(input, claims, input.claimId, approveClaim, byDelegation(withHeirs), mayDecide);

  readonly commandName = 'ApproveClaim';

  override get formerContent() {
    return this.input.parts ? undefined : { claimId: this.input.claimId };
  }
}

@CommandHandler(ApproveClaim)
export class ApproveClaimHandler implements ICommandHandler<ApproveClaim> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ApproveClaim) {
    const { claimId } = command.input;
    const facts = async (
      claim: ClaimState,
      read: Reading,
      input: ApproveClaimInput,
      context: CommandContext,
    ) => {
      // By now a stale If-Match was refused: an approval that cannot be holds up none of the participant's other claims.
      await this.begin(claim, command, read);
      return byDelegation(withHeirs)(claim, read, input, context);
    };
    return this.decisions.make(command, claims, claimId, approveClaim, facts, { permit: mayDecide });
  }

  /**
   * Takes the claim into the docket of its participant, where its programme has claims wait for each other: the facts that
   * are read after that hold until it is decided.
   */
  private async begin(
    claim: ClaimState,
    { input, issue: { context } }: ApproveClaim,
    log: Reading,
  ): Promise<void> {
    if (claim.situation !== 'CALCULATED' || !programmeOf(claim.programme).earlierInApproval) return;
    // Two claims of one participant share the docket: a key that was used for both is a command for each, as it is elsewhere.
    const commandId = derivedId('docket', context.commandId, claim.claimId);
    const beginning = new ApproveClaim(input, { context: { ...context, commandId } });
    const [survivorId = claim.participantId] = await idsOfPerson(log, claim.participantId);
    // Of somebody merged the queue is that of the survivor; the claim stands in its own as well, for the case of a split.
    for (const id of new Set([survivorId, claim.participantId])) {
      await this.decisions.make(beginning, dockets, id, beginApproval, async (_begun, read) => ({
        claim,
        basis: await withHeirs(claim, read),
      }));
    }
  }
}
