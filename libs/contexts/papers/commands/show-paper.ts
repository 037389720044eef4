import { Query, QueryHandler } from '@nestjs/cqrs';
import { EventStore, readingOf } from '#event-store';
import { type Actor, Rejection, requireSight, sightOf } from '#kernel';
import { PersonKeyRing } from '#key-ring';
import { PaperDamaged, PaperStore, openPieces, paperCipher } from '#paper-store';
import { AppLogger } from '#runtime';
import { type Kept, kept, papers } from '../domain/paper.js';
import { paperRefusals } from '../domain/refusals.js';
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

type InSight = Pick<Kept, 'facilityId' | 'office' | 'tells'>;

/**
 * A PLKK sees what it handed in itself, a registrar what was handed in at the same office, and whoever sees nothing of health no paper that
 * tells of it. Whoever decides or audits sees every paper.
 * @throws Rejection `PAPER_NOT_FOUND`, as of what nobody handed in
 */
function requireInSight(actor: Actor, paper: InSight | undefined): void {
  const missing = () => paperRefusals.PAPER_NOT_FOUND();
  requireSight(actor, [paper?.facilityId], missing);
  if (!paper) return;
  const sight = sightOf(actor);
  const isOfOffice = actor.roles.every((role) => role === 'registrar') ? paper.office === actor.office : true;
  if (!isOfOffice || (paper.tells === 'HEALTH' && !sight.health)) throw new Rejection(missing());
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
