import 'reflect-metadata';
import { CONTEXTS } from '#contexts';
import { routeOfAction } from '#http';
import { writeOrCheck } from '../../event-relay/scripts/generated-files.js';

/** Writes `docs/reference/actions.md` from the tables of actions. With `--check` it only fails when the page is stale. */
const PAGE = 'docs/reference/actions.md';

const INTRODUCTION = `# Actions

What can be done with each kind of thing, generated from the tables of actions (\`npm run generate:actions\`). Which of them are
open for you now, and why not else, \`GET …/actions\` of the thing tells ([how](../how-to/see-what-can-be-done.md)): by asking the
commands themselves, so no list of it stands here. Who may is by role; rules about persons, such as four eyes, come beside it. What
is chosen is the member of the request on which it depends whether the action is open.
`;

const HEAD = ['| Action | Request | Who may | For what | Chosen |', '| --- | --- | --- | --- | --- |'];

const tables = CONTEXTS.flatMap(({ name, actions = [] }) => actions.map((table) => ({ name, table })));

await writeOrCheck({ [PAGE]: [INTRODUCTION, ...tables.map(section)].join('\n') }, 'generate:actions');

function section({ name, table: { actions, idParam } }: (typeof tables)[number]): string {
  const rows = actions.map((action) => {
    const { method, path, roles, summary } = routeOfAction(action);
    const chosen = action.field === undefined ? '–' : `\`${action.field}\``;
    return `| \`${action.name}\` | \`${method} ${path}\` | ${roles.join(', ')} | ${summary} | ${chosen} |`;
  });
  return [
    `## By \`${idParam}\`: ${name}\n`,
    `From [libs/contexts/${name}](../../libs/contexts/${name}/README.md).\n`,
    ...HEAD,
    ...rows,
    '',
  ].join('\n');
}
