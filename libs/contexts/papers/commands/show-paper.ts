import { Query, QueryHandler } from '@nestjs/cqrs';
import { EventStore, readingOf } from '#event-store';
import { type Actor, Rejection } from '#kernel';
import { PersonKeyRing } from '#key-ring';
import { PaperDamaged, PaperStore, openPieces, paperCipher } from '#paper-store';
import { AppLogger } from '#runtime';
import { type Kept, kept, papers } from '../domain/paper.js';
import { paperRefusals } from '../domain/refusals.js';
import { requireInSight } from './in-sight.js';
import { SECTIONS } from './sections.js';

/** A paper, opened piece by piece while it is sent. */
export interface ShownPaper {
  readonly paper: Kept;
  readonly content: AsyncIterable<Buffer>;
}

/** Show a paper to somebody. Only a program with the master key can. */
export class ShowPaper extends Query<ShownPaper> {
  constructor(
    readonly paperId: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** Refuses `PAPER_NOT_FOUND`, `PAPER_DROPPED`, `PAPER_ERASED`, `PAPER_DAMAGED`. */
@QueryHandler(ShowPaper)
export class ShowPaperHandler {
  constructor(
    private readonly store: EventStore,
    private readonly keys: PersonKeyRing,
    private readonly files: PaperStore,
    private readonly log: AppLogger,
  ) {}

  async execute({ paperId, actor }: ShowPaper): Promise<ShownPaper> {
    const state = await readingOf(this.store).state(papers, paperId);
    requireInSight(actor, state.situation === 'UNKNOWN' ? undefined : state);
    const paper = kept(state);
    const { fileId, participantId, tells, pieces } = paper;
    const cipher = paperCipher(
      (await this.keys.find([participantId])).get(participantId) ?? {},
      SECTIONS[tells],
      fileId,
    );
    if (!cipher) throw new Rejection(paperRefusals.PAPER_ERASED());
    const content = openPieces(this.files.pieces(fileId), cipher, pieces);
    const first = await firstOf(content);
    this.log.info({ paperId, actor: actor.id, tells }, 'A paper was shown');
    return { paper, content: again(first, content) };
  }
}

/** The first piece has to open before anything is answered. @throws Rejection `PAPER_DAMAGED` */
async function firstOf(content: AsyncGenerator<Buffer>): Promise<Buffer> {
  try {
    const first = await content.next();
    if (!first.done) return first.value;
  } catch (error) {
    if (!(error instanceof PaperDamaged)) throw error;
  }
  throw new Rejection(paperRefusals.PAPER_DAMAGED());
}

async function* again(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
