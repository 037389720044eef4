import { describe, expect, it } from '@jest/globals';
import { NotACloudEvent, readCloudEvent } from './cloud-event.js';

const EVENT = {
  specversion: '1.0',
  id: 'a',
  source: 'urn:lindung:claims',
  type: 'lindung.claims.claim-approved.v1',
  subject: 'claim-1',
  time: '2026-11-20T03:15:00.000Z',
  partitionkey: 'claim-1',
  streamrevision: '4',
  data: { totalIdr: 5 },
};

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('a message', () => {
  it('is read back as the event it holds', () => {
    expect(readCloudEvent(bytes(EVENT))).toEqual(EVENT);
  });

  it.each([
    ['nothing', null],
    ['no JSON', Buffer.from('{')],
    ['a list', bytes([EVENT])],
    ['another version', bytes({ ...EVENT, specversion: '0.3' })],
    ['no id', bytes({ ...EVENT, id: undefined })],
    ['an empty type', bytes({ ...EVENT, type: '' })],
    ['no data', bytes({ ...EVENT, data: null })],
  ])('that holds %s is refused', (_what, message) => {
    expect(() => readCloudEvent(message)).toThrow(NotACloudEvent);
  });

  it('that is refused is not quoted', () => {
    expect(() => readCloudEvent(bytes({ ...EVENT, specversion: 'Siti' }))).toThrow(/^((?!Siti).)*$/);
  });
});
