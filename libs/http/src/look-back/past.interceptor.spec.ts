import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, of } from 'rxjs';
import { instant } from '#kernel';
import { Past } from '#runtime';
import { TEST_ACTOR } from '#testing';
import { rememberActor } from '../auth/request-actor.js';
import { fixTime } from '../edge/request-time.js';
import { todayOf } from '../edge/today.js';
import { PastInterceptor } from './past.interceptor.js';

/** The newest event of the log, recorded days before anybody asks. */
const NEWEST = {
  position: 2331n,
  eventId: '00000000-0000-4000-8000-000000002331',
  recordedAt: instant('2026-11-11T03:47:00Z'),
};

const ASKED_AT = instant('2026-11-30T02:00:00Z');

const PERSON = '0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';

/** What is asked is answered with the day that it is told as of. */
async function asked(query: Readonly<Record<string, string>>) {
  const request = { query, params: { id: PERSON }, headers: {} };
  rememberActor(request, { ...TEST_ACTOR, roles: ['auditor'] });
  fixTime(
    { addHook: (_name: string, hook: (...of: unknown[]) => void) => hook(request, {}, () => {}) } as never,
    { now: () => ASKED_AT },
    { allowClockHeader: false } as never,
  );
  const headers: Record<string, string> = {};
  const reply = {
    header: (name: string, value: string) => {
      headers[name] = value;
    },
  };
  const http = { getRequest: () => request, getResponse: () => reply };
  const past = Object.assign(Object.create(Past.prototype) as Past, {
    placeOf: () => Promise.resolve(NEWEST),
    view: (asOf: object) => ({ ...asOf, leftOut: 0 }),
  });
  const next: CallHandler = { handle: () => of({ day: todayOf(request) }) };
  const context = { switchToHttp: () => http } as unknown as ExecutionContext;
  const body = await lastValueFrom(new PastInterceptor(past).intercept(context, next));
  return { body, told: headers['Lindung-As-Of'] };
}

const answered = (day: string, effectiveOn: string | null = null) => ({
  day,
  asOf: {
    position: '2331',
    recordedAt: NEWEST.recordedAt,
    effectiveOn,
    asIfOn: day,
    leftOut: 0,
    personal: 'SEALED',
  },
});

describe('The day as of which a question about the past is answered', () => {
  it('is that on which the event at the named place was recorded, also while it is the newest', async () => {
    const { body, told } = await asked({ knownAt: '2331' });
    expect(body).toEqual(answered('2026-11-11'));
    expect(told).toContain('asIfOn=2026-11-11');
  });

  it('is that of the named moment', async () => {
    expect((await asked({ knownAt: '2026-11-20T23:30:00+07:00' })).body).toEqual(answered('2026-11-20'));
  });

  it('is the day on which something is to count, where one is named', async () => {
    const query = { knownAt: '2331', effectiveOn: '2026-11-05' };
    expect((await asked(query)).body).toEqual(answered('2026-11-05', '2026-11-05'));
  });
});
