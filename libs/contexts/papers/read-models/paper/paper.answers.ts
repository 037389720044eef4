import { PageOf, actionsAt, shape, shown } from '#http';
import { PAPER_TELLS, PAPER_TYPES } from '../../domain/paper.events.js';

/** A paper that was handed in: what it is, and nothing of what it shows. */
export class PaperItem extends shape({
  paperId: shown.uuid(),
  actions: actionsAt('/papers/0b4f…'),
  participantId: shown.uuid(),
  mediaType: shown.code(PAPER_TYPES),
  tells: shown.code(PAPER_TELLS, { description: 'Of whom it tells alone, or of their health as well' }),
  bytes: shown.number(),
  sealedSha256: shown.text({ description: 'SHA-256 of the file as it is kept, sealed' }),
  office: shown.text({ description: 'Where it was handed in' }),
  keeperId: shown.text(),
  keptOn: shown.day(),
  nameBy: shown.day({ description: 'Last day on which something may name it for the first time' }),
  droppedOn: shown.day({ nullable: true, description: 'Its file was deleted, for nothing named it' }),
  claimIds: shown.uuid({ each: true, description: 'Claims that name it' }),
}) {}

export class PaperPage extends PageOf(PaperItem) {}
