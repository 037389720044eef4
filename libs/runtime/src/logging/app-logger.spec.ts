import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type AppLogger, createLogger } from './app-logger.js';
import { NestLogger } from './nest-logger.js';

const NIK = '3216010101900001';

describe('The log', () => {
  let lines: Record<string, unknown>[];
  let log: AppLogger;

  beforeEach(() => {
    lines = [];
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
        done();
      },
    });
    log = createLogger({ app: 'spec', level: 'debug', destination });
  });

  it('writes what, by whom and how bad as one line of JSON', () => {
    log.info({ position: 9007199254740993n }, 'Caught up');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        app: 'spec',
        position: '9007199254740993',
        msg: 'Caught up',
      },
    ]);
  });

  it('never writes personal data or secrets, however deep they stand', () => {
    const facts = {
      claim: { person: { anything: 'Siti' }, list: [{ NIK, phone: '0812' }] },
      health: 'S52.5',
      headers: { authorization: 'Bearer abc' },
      payment: { account: { bank: 'BRI', number: '12345' } },
      row: { owner_id: '1', holder: 'Siti' },
    };
    log.warn(facts, 'Odd');
    expect(lines[0]).toMatchObject({
      claim: { person: '[redacted]', list: [{ NIK: '[redacted]', phone: '[redacted]' }] },
      health: '[redacted]',
      headers: { authorization: '[redacted]' },
      payment: { account: '[redacted]' },
      row: { owner_id: '1', holder: '[redacted]' },
    });
  });

  it('takes long numbers out of words, also out of those of an error and its causes', () => {
    const cause = new Error(`Key (nik)=(${NIK}) exists`);
    log.error(
      { err: Object.assign(new Error(`no ${NIK}`, { cause }), { row: { nik: NIK } }) },
      `Failed for ${NIK}`,
    );
    expect(JSON.stringify(lines)).not.toContain(NIK);
    expect(lines[0]).toMatchObject({
      msg: 'Failed for [digits]',
      err: { type: 'Error', message: 'no [digits]', cause: { message: 'Key (nik)=([digits]) exists' } },
    });
  });

  it('repeats nothing of what PostgreSQL quotes from a row', () => {
    const quoting = Object.assign(new Error('invalid input syntax for type uuid: "Siti Contoh"'), {
      severity: 'ERROR',
      code: '22P02',
    });
    log.error({ err: new Error('no answer', { cause: quoting }) }, 'Request failed');
    expect(JSON.stringify(lines)).not.toContain('Siti');
    expect(lines[0]).toMatchObject({ err: { cause: { message: 'PostgreSQL error 22P02', code: '22P02' } } });
  });

  it('leaves ids whole, also when a group of one is all digits', () => {
    const correlationId = '14d18fac-09f3-4b77-969e-047284331886';
    log.info({ correlationId }, `Waited for claim-${correlationId}, asked with ${NIK}`);
    expect(lines[0]).toMatchObject({
      correlationId,
      msg: `Waited for claim-${correlationId}, asked with [digits]`,
    });
  });

  it('stops at a depth instead of following what refers to itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    log.info({ loop }, 'Round');
    expect(JSON.stringify(lines[0])).toContain('[redacted]');
  });

  it('speaks for Nest too', () => {
    new NestLogger(log).error(new Error('broken'), 'RouterExplorer');
    expect(lines[0]).toMatchObject({ level: 'error', speaker: 'RouterExplorer', msg: 'broken' });
  });
});
