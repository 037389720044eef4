import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, event, rupiah } from '#kernel';
import { eventLog, on } from '#testing';
import { contextContracts, contract } from './contract.js';
import { ContractBroken, code, day, id, line, listOf, oneOf, optional, rupiahs } from './fields.js';
import { toCloudEvents } from './to-cloud-events.js';

const THING = '00000000-0000-4000-8000-00000000000a';

type ThingSold = DomainEvent<'ThingSold', { thingId: string; amountIdr: number; colour?: string }>;

const thingSold = contract({
  type: 'lindung.things.thing-sold.v1',
  from: 'ThingSold',
  about: 'A thing was sold.',
  fields: {
    thingId: id('The thing'),
    amountIdr: rupiahs('Price'),
    colour: optional(oneOf('Colour', ['RED', 'BLUE'])),
  },
  data: ({ data }: ThingSold) => ({
    thingId: data.thingId,
    amountIdr: rupiah(data.amountIdr),
    colour: data.colour as 'RED' | undefined,
  }),
});

const things = contextContracts('things', ['thing'], [thingSold]);

const sold = (data: object) => event('ThingSold', { thingId: THING, amountIdr: 5, ...data });

describe('a contract', () => {
  it('has a schema of its fields, to which others may be added', () => {
    expect(thingSold.schema).toEqual({
      type: 'object',
      properties: {
        thingId: { type: 'string', format: 'uuid', description: 'The thing' },
        amountIdr: { type: 'integer', description: 'Price' },
        colour: { type: 'string', enum: ['RED', 'BLUE'], description: 'Colour' },
      },
      required: ['thingId', 'amountIdr'],
    });
  });

  it('leaves absent fields out', () => {
    expect(thingSold.dataOf(sold({}))).toEqual({ thingId: THING, amountIdr: 5 });
    expect(thingSold.dataOf(sold({ colour: 'RED' }))).toEqual({
      thingId: THING,
      amountIdr: 5,
      colour: 'RED',
    });
  });

  it.each([
    ['a code it does not name', { colour: 'GREEN' }, 'Field colour is not one of RED, BLUE'],
    ['a missing field', { thingId: undefined }, 'Field thingId is not there'],
    ['an id that is none', { thingId: '3216051205900001' }, 'Field thingId is not a UUID'],
  ])('refuses %s, without telling the value', (_what, data, message) => {
    expect(() => thingSold.dataOf(sold(data))).toThrow(ContractBroken);
    expect(() => thingSold.dataOf(sold(data))).toThrow(message);
  });

  it.each(['lindung.things.ThingSold.v1', 'lindung.things.thing-sold', 'things.thing-sold.v1'])(
    'cannot be named %s',
    (type) => {
      const terms = { from: 'ThingSold', about: '', fields: {}, data: () => ({}) };
      expect(() => contract({ type, ...terms })).toThrow(RangeError);
    },
  );

  it('belongs to the context it is named after, once', () => {
    expect(() => contextContracts('other', ['other'], [thingSold])).toThrow(RangeError);
    expect(() => contextContracts('things', ['thing'], [thingSold, thingSold])).toThrow(RangeError);
  });
});

describe('fields', () => {
  it('copy from records in a list only what is named', () => {
    const list = listOf('Parts', { partId: code('The part') });
    expect(list.take([{ partId: 'P-1', nik: 'x' } as { partId: string }], 'parts')).toEqual([
      { partId: 'P-1' },
    ]);
    expect(() => list.take('P-1' as never, 'parts')).toThrow('Field parts is not a list');
    expect(list.schema.items).toMatchObject({ required: ['partId'] });
  });

  it('take no sentence for a code, and no second line for a line', () => {
    expect(() => code('').take('Siti has a broken arm', 'code')).toThrow(ContractBroken);
    expect(() => line('').take('PP 44/2015\nArt. 1', 'law')).toThrow(ContractBroken);
    expect(line('').take('PP 44/2015', 'law')).toBe('PP 44/2015');
    expect(() => day('').take('20-11-2026' as never, 'day')).toThrow(ContractBroken);
  });
});

describe('a CloudEvent', () => {
  const [recorded] = eventLog().record([on(`thing-${THING}`, sold({}))]);

  it('carries where the event stands and what it says', () => {
    expect(toCloudEvents([things], recorded!)).toEqual([
      {
        topic: 'lindung.things',
        event: {
          specversion: '1.0',
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          source: 'urn:lindung:things',
          type: 'lindung.things.thing-sold.v1',
          subject: `thing-${THING}`,
          time: recorded!.recordedAt,
          datacontenttype: 'application/json',
          dataschema: 'urn:lindung:contract:lindung.things.thing-sold.v1',
          partitionkey: `thing-${THING}`,
          streamrevision: '0',
          logposition: String(recorded!.position),
          correlationid: recorded!.metadata.$correlationId,
          data: { thingId: THING, amountIdr: 5 },
        },
      },
    ]);
  });

  it('has the same id whenever it is made, and another one in another version of the contract', () => {
    const second = contract({
      type: 'lindung.things.thing-sold.v2',
      from: 'ThingSold',
      about: '',
      fields: {},
      data: () => ({}),
    });
    const both = contextContracts('things', ['thing'], [thingSold, second]);
    const ids = () => toCloudEvents([both], recorded!).map(({ event: { id: ofEvent } }) => ofEvent);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
  });

  it('is not made of events that no contract names', () => {
    const [other] = eventLog().record([on('thing-1', event('ThingMoved', {}))]);
    expect(toCloudEvents([things], other!)).toEqual([]);
  });

  it('is not made of an event that breaks its contract: the error names the place, not the value', () => {
    const [broken] = eventLog().record([on('thing-1', sold({ colour: 'secret' }))]);
    expect(() => toCloudEvents([things], broken!)).toThrow(
      `ThingSold at position ${broken!.position} does not fit lindung.things.thing-sold.v1: Field colour is not one of RED, BLUE`,
    );
  });
});
