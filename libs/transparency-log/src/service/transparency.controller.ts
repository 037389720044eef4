import { join } from 'node:path';
import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, Public, problems } from '#http';
import { POSITION } from '#kernel';
import { NotProven } from '../faults.js';
import { writtenCheckpoint } from '../notes/checkpoint.js';
import { writtenProof } from '../protocol/proof.js';
import type { ReadTile } from '../tiles/tile-hashes.js';
import { tileAt } from '../tiles/tile-path.js';
import { readIfThere, readTileFile } from './tile-files.js';
import { TransparencyLog } from './transparency-log.service.js';
import { type TreeLog, closingNote, treeFolder } from './tree-log.js';

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';

/** Trees are numbered from 1; these of their files are for others. */
const NUMBER = /^[1-9]\d{0,5}$/;
const KEPT = ['checkpoint', 'closed'] as const;

/** What is immutable may be kept by anybody for ever; a checkpoint only for a moment. */
const [FOR_EVER, A_MOMENT] = ['public, max-age=31536000, immutable', 'public, max-age=1'];

/**
 * The tree for everybody, as `tlog-tiles` says: it holds hashes, and nothing of anybody. Below this address a stranger finds the
 * checkpoint, the tiles, and a proof of any event whose position in the log he was told.
 */
@ApiExcludeController()
@Controller('log')
export class TransparencyController {
  constructor(private readonly log: TransparencyLog) {}

  @Get('checkpoint')
  @Public()
  checkpoint(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const { checkpoint } = this.opened().tree;
    if (!checkpoint) throw new ProblemError(problems.TREE_NOT_OPEN());
    return sent(reply, Buffer.from(writtenCheckpoint(checkpoint)), TEXT, A_MOMENT);
  }

  @Get('tile/*')
  @Public()
  async tile(
    @Req() { url }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { tree } = this.opened();
    return sent(reply, await tileOf(url, (tile) => tree.readTile(tile)), BYTES, FOR_EVER);
  }

  /** A tree that was closed: its last checkpoint, and the note that closed it and names what follows. */
  @Get('trees/:number/:what')
  @Public()
  async former(
    @Param() { number, what }: { readonly number: string; readonly what: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const isKept = NUMBER.test(number) && KEPT.some((one) => one === what);
    const closed = isKept ? await closingNote(this.log.folder, Number(number)) : undefined;
    const file = closed && join(treeFolder(this.log.folder, Number(number)), what);
    const bytes = what === 'closed' ? closed : file && (await readIfThere(file));
    if (!bytes) throw new ProblemError(problems.ROUTE_NOT_FOUND());
    return sent(reply, bytes, TEXT, FOR_EVER);
  }

  @Get('trees/:number/tile/*')
  @Public()
  async formerTile(
    @Req() { url }: FastifyRequest,
    @Param('number') number: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const isClosed = NUMBER.test(number) && (await closingNote(this.log.folder, Number(number)));
    if (!isClosed) throw new ProblemError(problems.ROUTE_NOT_FOUND());
    const folder = treeFolder(this.log.folder, Number(number));
    return sent(reply, await tileOf(url, (tile) => readTileFile(folder, tile)), BYTES, FOR_EVER);
  }

  /** Of an event by its position in the log. What the event is stands in no proof from here: whoever asks has it. */
  @Get('proof/:position')
  @Public()
  async proof(
    @Param('position') position: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const treeLog = this.opened();
    const proof = POSITION.fits(position) ? await treeLog.prove(BigInt(position)) : undefined;
    if (!proof) throw new ProblemError(problems.NOT_IN_TREE());
    return sent(reply, Buffer.from(writtenProof(proof)), TEXT, A_MOMENT);
  }

  private opened(): TreeLog {
    const { treeLog } = this.log;
    if (!treeLog) throw new ProblemError(problems.TREE_NOT_OPEN());
    return treeLog;
  }
}

function sent(reply: FastifyReply, bytes: Buffer, type: string, cached: string): StreamableFile {
  reply.header('Cache-Control', cached);
  return new StreamableFile(bytes, { type, length: bytes.length });
}

/** The tile that an address names. @throws ProblemError 404 when there is none */
async function tileOf(url: string, read: ReadTile): Promise<Buffer> {
  const tile = tileAt(url.slice(url.indexOf('tile/')));
  if (!tile) throw new ProblemError(problems.ROUTE_NOT_FOUND());
  try {
    return await read(tile);
  } catch (error) {
    if (error instanceof NotProven && error.fault === 'TILE_MISSING') {
      throw new ProblemError(problems.ROUTE_NOT_FOUND());
    }
    throw error;
  }
}
