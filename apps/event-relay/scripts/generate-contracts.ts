import { stringify } from 'yaml';
import { asyncApi, jsonSchemaOf } from './async-api.js';
import { publishedContracts } from '../src/published-contracts.js';
import { writeOrCheck } from './generated-files.js';

/**
 * Writes what subscribers read: `docs/reference/asyncapi.yaml` and one JSON Schema for each contract under
 * `docs/reference/contracts`; and the topics that `infra/kafka/create-topics.sh` makes.
 * With `--check` it writes nothing and fails when they are stale.
 */
const FOLDER = 'docs/reference/contracts';

const contracts = publishedContracts.flatMap((context) => context.contracts);
const schemas = contracts.map((contract) => [
  `${FOLDER}/${contract.type}.schema.json`,
  JSON.stringify(jsonSchemaOf(contract)),
]);

await writeOrCheck(
  {
    'docs/reference/asyncapi.yaml': stringify(asyncApi(publishedContracts), { lineWidth: 110 }),
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
