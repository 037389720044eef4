import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnyBody, ProblemError, Public, problems } from '#http';
import { AppLogger } from '#runtime';
import { NotProven } from '../faults.js';
import { Witness, type WitnessAnswer } from './witness.js';

const [TEXT, SIZE] = ['text/plain; charset=utf-8', 'text/x.tlog.size'];

/** What logs and monitors ask of a witness (c2sp.org/tlog-witness). Nobody signs in: the checkpoint is signed. */
@ApiExcludeController()
@Controller()
export class WitnessController {
  constructor(
    private readonly witness: Witness,
    private readonly log: AppLogger,
  ) {}

  @Post('add-checkpoint')
  @Public()
  @AnyBody()
  async addCheckpoint(
    @Req() { body }: FastifyRequest<{ Body: Buffer | undefined }>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const answer = await this.answerTo(body ?? Buffer.alloc(0));
    reply.status(answer.status);
    if (answer.status === 200) return said(answer.line, TEXT);
    if (answer.status === 409) return said(`${answer.size}\n`, SIZE);
    const note = answer.status === 422 && answer.isFork ? 'error' : 'warn';
    this.log[note]({ status: answer.status, why: answer.why }, 'A checkpoint was not cosigned');
    return said(`${answer.why}\n`, TEXT);
  }

  private async answerTo(body: Buffer): Promise<WitnessAnswer> {
    try {
      return await this.witness.addCheckpoint(body);
    } catch (error) {
      if (error instanceof NotProven) return { status: 400, why: error.message };
      throw error;
    }
  }

  @Get(':hash/checkpoint')
  @Public()
  async checkpoint(@Param('hash') hash: string): Promise<StreamableFile> {
    const latest = await this.witness.latest(hash);
    if (!latest) throw new ProblemError(problems.ROUTE_NOT_FOUND());
    return said(latest, TEXT);
  }
}

const said = (text: string | Buffer, type: string): StreamableFile =>
  new StreamableFile(Buffer.from(text), { type });
