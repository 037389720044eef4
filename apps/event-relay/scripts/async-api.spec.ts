import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { publishedContracts } from '../src/published-contracts.js';
import { asyncApi } from './async-api.js';
import { contractsPage } from './contracts-page.js';

const DOCS = join(import.meta.dirname, '../../../docs/reference');

const document = parse(readFileSync(join(DOCS, 'asyncapi.yaml'), 'utf8')) as {
  channels: Record<string, { address: string; messages: Record<string, object> }>;
  components: {
    messages: Record<string, { examples?: { payload: Record<string, unknown> }[]; payload: object }>;
    schemas: Record<string, object>;
  };
};

describe('asyncapi.yaml', () => {
  it('is a document of AsyncAPI 3, by the schema of those who make it', () => {
    const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
    const ajv = new Ajv({ strict: false, logger: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(validate({ ...document, channels: { 'a channel': { messages: 'none' } } })).toBe(false);
  });

  /** Whoever reads by the document, which is taken as a whole: what it says of one message refers to others. */
  const readers = new Ajv2020({ strict: false });
  addFormats.default(readers);
  readers.addSchema({ $id: 'asyncapi', ...document });
  const readerOf = (type: string) => readers.getSchema(`asyncapi#/components/messages/${type}/payload`)!;

  it('has a message for each contract, and an example that fits it', () => {
    const types = publishedContracts.flatMap(({ contracts }) => contracts.map(({ type }) => type));
    expect(Object.keys(document.components.messages).sort()).toEqual(types.toSorted());
    for (const [type, { examples }] of Object.entries(document.components.messages)) {
      const read = readerOf(type);
      expect([type, read(examples?.[0]?.payload), read.errors]).toEqual([type, true, null]);
    }
  });

  it('takes no message for what it is not', () => {
    const [settled, accepted] = ['settled', 'accepted'].map((one) => `lindung.payouts.payout-${one}.v1`);
    const message = document.components.messages[settled!]!.examples![0]!.payload;
    expect([readerOf(settled!)(message), readerOf(accepted!)(message)]).toEqual([true, false]);
    expect(readerOf(settled!)({ ...message, data: {} })).toBe(false);
  });
});

describe('the page', () => {
  const page = contractsPage(publishedContracts, new Map());

  it('names every contract, every field and every reason, and asks nobody for anything', () => {
    for (const { contracts, keptInside } of publishedContracts) {
      for (const { type, schema } of contracts) {
        expect(page).toContain(`id="${type}"`);
        for (const field of Object.keys(schema.properties ?? {}))
          expect(page).toContain(`<code>${field}</code>`);
      }
      for (const event of Object.keys(keptInside)) expect(page).toContain(`<code>${event}</code>`);
    }
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('shows what a contract says as text', () => {
    const [first] = publishedContracts;
    const told = { ...first!, contracts: [{ ...first!.contracts[0]!, about: 'a < b & "c"' }] };
    expect(contractsPage([told], new Map())).toContain('a &lt; b &amp; &quot;c&quot;');
  });

  it('is the same for machines', () => {
    expect(Object.keys(asyncApi(publishedContracts, new Map()).channels)).toEqual(
      Object.keys(document.channels),
    );
  });
});
