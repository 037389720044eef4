import { describe, expect, it } from '@jest/globals';
import { publishedAudit } from './published.js';

const REGISTERED = 'lindung.participants.participant-registered';

const recorded = (revision: number, type = 'ParticipantRegistered') => ({
  position: revision,
  stream: 'participant-1',
  revision,
  type,
  id: String(revision),
  commandId: '',
  data: {},
});

const told = (revision: number, version: 1 | 2, changes: object = {}) => ({
  topic: 'lindung.participants',
  partition: 3,
  key: 'participant-1',
  value: JSON.stringify({
    id: `${revision}/${version}`,
    subject: 'participant-1',
    streamrevision: String(revision),
    type: `${REGISTERED}.v${version}`,
    ...changes,
  }),
});

const LOG = [recorded(0), recorded(1, 'ChildRegistered'), recorded(2)];
const ALL = [told(0, 1), told(0, 2), told(2, 1), told(2, 2)];

describe('what the brokers hold', () => {
  it('is right when everything is there in its order, some of it twice', () => {
    expect(publishedAudit(LOG, [...ALL, told(0, 2), told(2, 1)])).toEqual({
      unpublished: [],
      unfounded: [],
      unordered: [],
      messages: 6,
      copies: 2,
    });
  });

  it.each([
    ['something is missing', ALL.slice(1), { unpublished: [`participant-1 0 ${REGISTERED}.v1`] }],
    ['something came too late', [ALL[2]!, ...ALL.slice(0, 2), ALL[3]!], { unordered: [{}, {}] }],
    [
      'a stream is in two partitions',
      [...ALL.slice(0, 3), { ...ALL[3]!, partition: 4 }],
      { unordered: [{}] },
    ],
    ['nobody recorded it', [...ALL, told(3, 1)], { unfounded: [{}] }],
    ['a copy has another id', [...ALL, told(2, 2, { id: 'another' })], { unfounded: [{}] }],
    ['two have one id', [...ALL.slice(0, 3), told(2, 2, { id: '0/1' })], { unfounded: [{}] }],
    ['it has another key', [...ALL.slice(0, 3), { ...ALL[3]!, key: 'participant-2' }], { unfounded: [{}] }],
  ])('is wrong when %s', (_, heard, wrong) => {
    const audit = publishedAudit(LOG, heard);
    for (const [kind, found] of Object.entries(wrong)) {
      expect(audit[kind as keyof typeof wrong]).toHaveLength(found.length);
    }
  });
});
