import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readStateAndRevision } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { type ClaimIn, claims } from '../domain/claim.js';
import { approveClaim } from '../domain/approve-claim.js';
import { beginApproval } from '../domain/begin-approval.js';
import { dockets } from '../domain/docket.js';
import { factsOfClaim } from './claim-facts.loader.js';

export class ApproveClaim extends Command<CommandResult> {
  constructor(
    readonly claimId: string,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ApproveClaim)
export class ApproveClaimHandler implements ICommandHandler<ApproveClaim> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: ApproveClaim): Promise<CommandResult> {
    const { claimId, context, expectedRevision } = command;
    const { state: seen, revision } = await readStateAndRevision(this.store, claims.of(claimId), claims);
    const toApprove = seen.situation === 'CALCULATED' ? seen : undefined;
    // An approval that will be refused as stale must not hold up the participant's other claims.
    const isStale = expectedRevision !== undefined && expectedRevision !== revision;
    if (toApprove?.programme === 'JKK' && !isStale) await this.begin(toApprove, command);
    const facts = await factsOfClaim(this.store, claimId);
    return this.runner.handle(command, {
      streamId: claims.of(claimId),
      decider: claims,
      // What was calculated only meanwhile was not begun, and is not approved either.
      decide: (state) => approveClaim(facts, toApprove ? state : seen, context),
    });
  }

  /** Takes the claim into the docket of its participant: the facts that are read after that hold until it is decided. */
  private async begin(
    toApprove: ClaimIn<'CALCULATED'>,
    { claimId, context }: ApproveClaim,
  ): Promise<CommandResult> {
    const facts = await factsOfClaim(this.store, claimId);
    return this.runner.handle(new ApproveClaim(claimId, context), {
      streamId: dockets.of(toApprove.participantId),
      decider: dockets,
      decide: (begun) => beginApproval(facts, toApprove, begun, context),
    });
  }
}
