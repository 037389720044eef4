import { ROLES } from '#kernel';
import { shape, shown } from '../fields/shape.js';

/** Why an action is not open. */
export class ActionReason extends shape({
  code: shown.text({ example: 'ASSESSOR_CANNOT_DECIDE', description: 'That of the refusal' }),
  sentence: shown.text({ description: 'In the language of Accept-Language' }),
  allowed: shown.text({ each: true, description: 'What is allowed instead, now' }),
  article: shown.text({ nullable: true, description: 'The article that says so' }),
}) {}

/** One value of the member that is chosen. */
export class ActionChoice extends shape({
  value: shown.text(),
  open: shown.yesNo(),
  reason: shown.nested(() => ActionReason, { nullable: true, description: 'Null where it is open' }),
}) {}

/** The member of the request on which it depends whether the action is open. */
export class ActionChoices extends shape({
  field: shown.text({ example: 'reason', description: 'A member of the body, or of the address' }),
  values: shown.nested(() => ActionChoice, { each: true }),
}) {}

/** Something that can be done with a thing. */
export class ActionItem extends shape({
  name: shown.text({ example: 'approve-claim', description: 'Stable, for programs' }),
  summary: shown.text({ description: 'As the API documentation says it' }),
  method: shown.code(['POST']),
  href: shown.text({ example: '/claims/0b4f…/approval' }),
  input: shown.text({
    nullable: true,
    example: 'WithdrawClaimBody',
    description:
      'The schema of its body in the API documentation; `file` where the body is a file; null where it takes none',
  }),
  roles: shown.code(ROLES, { each: true, description: 'Who may, by role' }),
  open: shown.yesNo({ description: 'It would be accepted if you sent it now' }),
  revision: shown.number({
    nullable: true,
    description:
      'Send it as If-Match: "<revision>", so that nothing is decided on what has changed since; null where it is closed, or about another stream than the thing: leave If-Match out',
  }),
  records: shown.text({ each: true, description: 'The types of the events that it would record' }),
  reason: shown.nested(() => ActionReason, { nullable: true, description: 'Null where it is open' }),
  choices: shown.nested(() => ActionChoices, {
    nullable: true,
    description: 'Where some requests of this kind are open and others are not',
  }),
}) {}

/** What whoever asks can do with a thing as the log knows it at this moment, and why not else. */
export class ActionsAnswer extends shape({
  id: shown.uuid(),
  revision: shown.number({
    nullable: true,
    description: 'How often it has changed; null where nothing was recorded of it yet',
  }),
  actions: shown.nested(() => ActionItem, { each: true }),
}) {}

/** Of a thing that is shown by itself: the actions themselves. */
export const whatCanBeDone = shown.nested(() => ActionsAnswer, {
  optional: true,
  nullable: true,
  description:
    'With `?with=actions`; null where the API of commands did not answer: ask the address in `actions`',
});

/** Of anything that is shown: where the API of commands tells what can be done with it. */
export const actionsAt = (example: string) =>
  shown.text({
    example: `${example}/actions`,
    description: 'Where the API of commands tells what you can do with it, and why not else',
  });
