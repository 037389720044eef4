import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reading } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import { childBirthDate } from '#contexts/participants/facts';
import { type ScholarshipState, scholarships } from '../domain/scholarship.js';
import { type EvidenceFacts, type SubmitEvidenceInput, submitEvidence } from '../domain/submit-evidence.js';

export class SubmitEvidence extends StreamCommand<SubmitEvidenceInput> {
  readonly commandName = 'SubmitEvidence';
}

@CommandHandler(SubmitEvidence)
export class SubmitEvidenceHandler implements ICommandHandler<SubmitEvidence> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SubmitEvidence) {
    const { scholarshipId } = command.input;
    return this.decisions.make(command, scholarships, scholarshipId, submitEvidence, registeredBirthDate);
  }
}

async function registeredBirthDate(state: ScholarshipState, read: Reading): Promise<EvidenceFacts> {
  if (state.situation === 'UNKNOWN') return {};
  return { birthDate: await childBirthDate(read, state.participantId, state.childId) };
}
