import { stringify } from 'yaml';
import { asyncApi, jsonSchemaOf } from './async-api.js';
import { publishedContracts } from '../src/published-contracts.js';
import { contractsPage } from './contracts-page.js';
import { writeOrCheck } from './generated-files.js';
import { recordedExamples } from './recorded-examples.js';

/**
 * Writes what subscribers read: `docs/reference/asyncapi.yaml`, the same as a page, and one JSON Schema for each contract under
 * `docs/reference/contracts`; and the topics that `infra/kafka/create-topics.sh` makes.
 * With `--check` it writes nothing and fails when they are stale.
 */
const FOLDER = 'docs/reference/contracts';

const contracts = publishedContracts.flatMap((context) => context.contracts);
const examples = recordedExamples(contracts);
const schemas = contracts.map((contract) => [
  `${FOLDER}/${contract.type}.schema.json`,
  JSON.stringify(jsonSchemaOf(contract)),
]);

await writeOrCheck(
  {
    'docs/reference/asyncapi.yaml': stringify(asyncApi(publishedContracts, examples), { lineWidth: 110 }),
    'docs/reference/contracts.html': contractsPage(publishedContracts, examples),
    'infra/kafka/topics.txt': publishedContracts
      .map(
        ({ topic }) => `${topic}
`,
      )
      .join(''),
    ...(Object.fromEntries(schemas) as Record<string, string>),
  },
  'generate:contracts',
  FOLDER,
);
