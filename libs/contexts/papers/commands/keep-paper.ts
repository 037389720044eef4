import { randomUUID } from 'node:crypto';
import { Command, CommandHandler } from '@nestjs/cqrs';
import { isRegistered, participantInSight } from '#contexts/participants/facts';
import { type CommandResult, EventStore, StaleRevision, commandRefusals, readingOf } from '#event-store';
import { Rejection } from '#kernel';
import { PersonKeyRing } from '#key-ring';
import { type FileTold, PaperStore, paperCipher, sealPieces } from '#paper-store';
import { Decisions, type Issue, PapersConfig, StreamCommand } from '#runtime';
import { type KeepPaperInput, keepPaper } from '../domain/keep-paper.js';
import { papers } from '../domain/paper.js';
import { paperRefusals } from '../domain/refusals.js';
import { checkedFile } from './checked-file.js';
import { SECTIONS } from './sections.js';

/** What is said of a paper before it has come. */
type Announced = Omit<KeepPaperInput, 'bytes' | 'contentSha256'>;

/** Keep a paper that is just being sent. */
export class KeepPaper extends Command<CommandResult> {
  constructor(
    readonly announced: Announced,
    readonly body: AsyncIterable<Buffer>,
    readonly issue: Issue,
  ) {
    super();
  }
}

/** What is recorded of it once all of it is there. */
class PaperCame extends StreamCommand<KeepPaperInput> {
  readonly commandName = 'KeepPaper';
}

/**
 * Seals a paper while it comes, and records it once all of it is there. What breaks off, is too long, or is not what it says leaves
 * nothing. Where nobody knows whether it was recorded its file stays, until the sweep has asked the log.
 */
@CommandHandler(KeepPaper)
export class KeepPaperHandler {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
    private readonly keys: PersonKeyRing,
    private readonly files: PaperStore,
    private readonly config: PapersConfig,
  ) {}

  async execute({ announced, body, issue }: KeepPaper): Promise<CommandResult> {
    const { paperId, participantId } = announced;
    const read = readingOf(this.store);
    await participantInSight(read, participantId, issue.context.actor);
    if (!(await isRegistered(read, participantId))) throw new Rejection(paperRefusals.PAPER_OF_NOBODY());
    const fileId = randomUUID();
    await this.files.begin(fileId, paperId);
    let told: FileTold;
    try {
      told = await this.take(fileId, announced, body);
    } catch (error) {
      await this.files.drop(fileId);
      throw error;
    }
    return this.record(fileId, announced, told, issue);
  }

  private async take(
    fileId: string,
    { participantId, mediaType, tells }: Announced,
    body: AsyncIterable<Buffer>,
  ): Promise<FileTold> {
    const keys = (await this.keys.ensure([participantId])).get(participantId) ?? {};
    const cipher = paperCipher(keys, SECTIONS[tells], fileId);
    if (!cipher) throw new Rejection(commandRefusals.PERSONAL_DATA_ERASED());
    const { maxBytes } = this.config;
    const told = await sealPieces(checkedFile(body, { mediaType, maxBytes }), cipher, (sealed, no) =>
      this.files.add(fileId, no, sealed),
    );
    await this.files.complete({ fileId, ...told });
    return told;
  }

  private async record(
    fileId: string,
    announced: Announced,
    { bytes, contentSha256, ...sealed }: FileTold,
    issue: Issue,
  ): Promise<CommandResult> {
    const came = new PaperCame({ ...announced, bytes, contentSha256 }, issue);
    const keptAs = { fileId, ...sealed, unnamedDays: this.config.unnamedDays };
    try {
      const result = await this.decisions.make(came, papers, announced.paperId, keepPaper, () => keptAs);
      const isNew = !result.repeated && result.events.length > 0;
      await (isNew ? this.files.recorded(fileId) : this.files.drop(fileId));
      return result;
    } catch (error) {
      if (error instanceof Rejection || error instanceof StaleRevision) await this.files.drop(fileId);
      throw error;
    }
  }
}
