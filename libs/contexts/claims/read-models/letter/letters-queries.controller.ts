import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PastQuery, IdParam, PrintQuery, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import { MOST_IN_QR_CODE, asHtml, asPdf } from '#documents';
import { EventProofs } from '#runtime';
import { LetterItem } from './letter.answers.js';
import { FindLetter, ListComplaintLetters, ListGuarantees, ListLetters } from './letter.queries.js';
import { type LetterToPrint, printedLetter } from './printed-letter.js';

/** Whoever hands letters out at a counter, decides, audits; a facility sees its own. */
const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

const ERASED = 'The personal data of whom it is to were erased';

/** A page of a letter runs nothing and fetches nothing, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@ApiTags('letters')
@Controller()
export class LettersQueriesController {
  static readonly handlers = [
    ListComplaintLetters.handler,
    ListGuarantees.handler,
    ListLetters.handler,
    FindLetter.handler,
  ];

  constructor(
    private readonly queries: QueryBus,
    private readonly proofs: EventProofs,
  ) {}

  @Get('claims/:claimId/letters')
  @QueryEndpoint({
    summary: 'The letters about a claim, the oldest first',
    description:
      'Requests for papers, notices that it waits, decisions and advice of payment. Whoever sees nothing of health is told of none that tells of it.',
    roles: READERS,
    answer: LetterItem,
    list: true,
  })
  ofClaim(
    @IdParam('claimId') claimId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<LetterItem[]> {
    return this.queries.execute(new ListLetters({ claimId, sight, after }));
  }

  @Get('accidents/:accidentId/letters')
  @QueryEndpoint({
    summary: 'The letters of guarantee for the care of an accident, the oldest first',
    roles: READERS,
    answer: LetterItem,
    list: true,
  })
  ofAccident(
    @IdParam('accidentId') accidentId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<LetterItem[]> {
    return this.queries.execute(new ListGuarantees({ accidentId, sight, after }));
  }

  @Get('complaints/:complaintId/letters')
  @QueryEndpoint({
    summary: 'The letters about a complaint, the oldest first',
    description:
      'Its receipt, answers, invitation to a mediation and the record of it. Whoever sees nothing of health is told of none.',
    roles: ['registrar', 'adjudicator', 'supervisor', 'auditor'],
    answer: LetterItem,
    list: true,
  })
  ofComplaint(
    @IdParam('complaintId') complaintId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<LetterItem[]> {
    return this.queries.execute(new ListComplaintLetters({ complaintId, sight, after }));
  }

  @Get('letters/:letterId/letter.pdf')
  @QueryEndpoint({
    summary: 'A letter, to be printed',
    description:
      'Made from the event that it follows from: the same each time, once the transparency log covers that event. Before, it says that there is no proof yet.',
    roles: READERS,
    answer: 'application/pdf',
    impossible: ERASED,
  })
  async pdf(
    @IdParam('letterId') letterId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const letter = await this.letter({ letterId, sight, after });
    return new StreamableFile(asPdf(printedLetter(letter, language), language));
  }

  @Get('letters/:letterId/letter.html')
  @QueryEndpoint({
    summary: 'A letter, as a page',
    roles: READERS,
    answer: 'text/html',
    impossible: ERASED,
  })
  @Header('Content-Security-Policy', POLICY)
  async page(
    @IdParam('letterId') letterId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const letter = await this.letter({ letterId, sight, after });
    return new StreamableFile(Buffer.from(asHtml(printedLetter(letter, language), language), 'utf8'));
  }

  /** With the proof of its decision, once there is one. */
  private async letter(asked: { letterId: string; sight: Sight; after?: bigint }): Promise<LetterToPrint> {
    const letter = await this.queries.execute(new FindLetter(asked));
    const proof = await this.proofs.of(letter);
    return {
      ...letter,
      ...(proof !== undefined && Buffer.byteLength(proof) <= MOST_IN_QR_CODE && { proof }),
    };
  }
}
