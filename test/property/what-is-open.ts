import { isDeepStrictEqual } from 'node:util';
import { invoiceActionsOf } from '#contexts/billing/commands/invoice.actions';
import { duplicateActionsOf } from '#contexts/participants/commands/duplicate.actions';
import { correctionActionsOf, reversalActionsOf } from '#contexts/participants/commands/correction.actions';
import { reviewActionsOf } from '#contexts/reviews/commands/review.actions';
import type { Attempt, ActionTable, AnyActionTable } from '#runtime';
import { EventStore, type RecordedEvent } from '#event-store';
import { type ActionsAnswer, routeOfAction } from '#http';
import { type Actor, type Role, categoryOf, dateIn, instant } from '#kernel';
import type { AppInMemory } from './app-in-memory.js';
import { tokenOf } from './app-in-memory.js';
import type { Chance } from './chance.js';
import { NotApplicable, type Answer, type World } from './world.js';

/** What nobody confirms without saying which state they have seen. */
const SEEN: readonly string[] = ['confirm-payout-account', 'confirm-settlement'];

type Item = ActionsAnswer['actions'][number];

/** Who asks. */
interface Person extends Pick<Actor, 'id' | 'roles'> {
  readonly roles: readonly [Role];
}

/** A thing that is a part of another one: the parameter that names it, and what an event says of its id, if it is of that thing. */
interface Part {
  readonly name: string;
  readonly place: string;
  readonly category: string;
  readonly idIn: (event: RecordedEvent, id: string) => string | undefined;
  readonly tableOf: (id: string) => AnyActionTable;
}

/** A part that came by an event of the thing it is a part of. */
function cameBy(type: string, part: Omit<Part, 'idIn'>): Part {
  return {
    ...part,
    idIn: (event, id) =>
      event.type === type && event.streamId === `${part.category}-${id}`
        ? (event.data as Readonly<Record<string, string>>)[part.name]
        : undefined,
  };
}

/** Whoever is to be compared with a participant. */
const other: Part = {
  name: 'otherId',
  place: 'duplicates',
  category: 'participant',
  idIn: ({ type, data }, id) => {
    if (type !== 'DuplicateNoted') return undefined;
    const { participantId, otherId } = data as Readonly<Record<string, string>>;
    return participantId === id ? otherId : otherId === id ? participantId : undefined;
  },
  tableOf: duplicateActionsOf,
};

const PARTS: readonly Part[] = [
  cameBy('LateFactReviewOpened', {
    name: 'reviewId',
    place: 'reviews',
    category: 'review',
    tableOf: reviewActionsOf,
  }),
  cameBy('InvoiceSubmitted', {
    name: 'invoiceId',
    place: 'invoices',
    category: 'billing',
    tableOf: invoiceActionsOf,
  }),
  cameBy('CorrectionRequested', {
    name: 'correctionId',
    place: 'corrections',
    category: 'participant',
    tableOf: correctionActionsOf,
  }),
  cameBy('ContributionReversalRequested', {
    name: 'correctionId',
    place: 'contributions/reversals',
    category: 'contributions',
    tableOf: reversalActionsOf,
  }),
  other,
];

const ROLES: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance'];

const people: readonly Person[] = ['user-0', 'user-1', 'user-2'].flatMap((id) =>
  ROLES.map((role): Person => ({ id, roles: [role] })),
);

/** What is said to be open of a thing, compared with what becomes of it when it is sent. */
export class WhatIsOpen {
  /** How often an action was said to be open, or not, and was found to be. */
  readonly open = new Map<string, number>();
  readonly closed = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly inMemory: AppInMemory,
    private readonly moment: string,
    private readonly chance: Chance,
  ) {}

  /** Those of a kind that something happened to last; of a file there is nothing to send: whoever looks at it has it not. */
  things({ stream: { category }, idParam, actions }: AnyActionTable, atMost: number): readonly string[] {
    if (!actions.some((one) => routeOfAction(one).path.includes(`:${idParam}`))) return [];
    const ids = this.world.events.filter(({ streamId }) => categoryOf(streamId) === category);
    const newest = [...new Set(ids.map(({ streamId }) => streamId).toReversed())].slice(0, atMost);
    return newest.map((streamId) => streamId.slice(category.length + 1));
  }

  /**
   * Asks what somebody can do with a thing, sends all that is closed, and one thing that is open.
   * @throws NotApplicable where the answer is another one than was told
   */
  async compare(table: AnyActionTable, id: string): Promise<void> {
    const person = this.chance.pick(people);
    const [first] = table.actions;
    if (!first) return;
    const told = await this.ask(table, id, person);
    // Not everything that has a stream is a thing yet, and some things only auditors and supervisors see.
    if (told.status === 404 || told.body['code'] === 'FORBIDDEN') return;
    const { actions, revision } = told.body as unknown as ActionsAnswer;
    for (const item of actions) {
      if (!item.open) await this.compareItem(table, id, item, person, revision);
    }
    const times = ({ name }: Item) => this.open.get(name) ?? 0;
    const [seldom] = actions.filter((item) => item.open).sort((one, other) => times(one) - times(other));
    if (seldom) await this.compareItem(table, id, seldom, person, revision);
  }

  private ask({ actions, idParam, stream }: AnyActionTable, id: string, person: Person): Promise<Answer> {
    const { path } = routeOfAction(actions[0]!);
    const base = path.slice(0, path.indexOf(`:${idParam}`) + idParam.length + 1);
    const addition = stream.category === 'dues' ? '/dues' : this.addition(path, id);
    const url = `${base.replace(`:${idParam}`, id)}${addition}/actions`;
    return this.send('GET', url, person);
  }

  /** What stands between the id of the thing and its actions: of a participant the death, the payments, or the part that came last. */
  private addition(path: string, id: string): string {
    const part = PARTS.find(({ place }) => path.includes(`/${place}/`));
    if (part) return `/${part.place}/${this.lastOf(part, id)}`;
    if (path.endsWith('/contributions/reversals')) return '/contributions';
    return path.includes('/death/') ? '/death' : '';
  }

  private lastOf({ idIn }: Part, id: string): string {
    const said = this.world.events.findLast((event) => idIn(event, id) !== undefined);
    return (said && idIn(said, id)) ?? id;
  }

  /** The table of the thing itself: that of a part names it. */
  private tableOf(table: AnyActionTable, id: string): AnyActionTable {
    const part = PARTS.find(
      ({ name, category }) => Object.hasOwn(table.params ?? {}, name) && category === table.stream.category,
    );
    return part ? part.tableOf(this.lastOf(part, id)) : table;
  }

  private async compareItem(
    table: AnyActionTable,
    id: string,
    item: Item,
    person: Person,
    revision: number | null,
  ): Promise<void> {
    const attempts = await this.attempts(this.tableOf(table, id), id, item, person);
    for (const [nth, attempt] of attempts.entries()) {
      const choice = item.choices?.values[nth];
      const reason = item.choices ? choice?.reason : item.reason;
      if (reason?.code === 'NOT_SAID') continue;
      // Who confirms an account says which one they saw, also where there is none to confirm.
      const seen = item.open ? item.revision : SEEN.includes(item.name) ? revision : null;
      const answer = await this.try(table, item, attempt, person, seen);
      const isOpen = !reason;
      if (!isDeepStrictEqual(outcomeOf(answer), isOpen ? 'ACCEPTED' : reason?.code)) {
        throw new NotApplicable(
          `${item.name} of ${id}${attempt.choice ? ` (${attempt.choice})` : ''} was said to be ${isOpen ? 'open' : reason?.code} for ${person.roles.join()} ${person.id}, and was answered with ${answer.status} ${answer.text}`,
        );
      }
      const counts = isOpen ? this.open : this.closed;
      counts.set(item.name, (counts.get(item.name) ?? 0) + 1);
      // What was recorded changes what is open.
      if (isOpen) return;
    }
  }

  private async attempts(
    { actions, stream }: AnyActionTable,
    id: string,
    { name, choices, reason }: Item,
    { id: subject, roles }: Person,
  ): Promise<readonly Attempt[]> {
    const action = actions.find((one) => one.name === name) as ActionTable<unknown>['actions'][number];
    const store = this.inMemory.app.get(EventStore);
    const { state } = await store.stateAndRevision(stream as ActionTable<unknown>['stream'], id);
    const today = dateIn(instant(this.moment));
    const all = action.attempts({
      id,
      state,
      today,
      actor: { id: subject, roles, office: 'Bekasi' },
      said: {},
    });
    // Whoever may not send it at all was told so without a look at the thing.
    return choices || reason?.code !== 'FORBIDDEN' ? all : all.slice(0, 1);
  }

  private try(
    { idParam }: AnyActionTable,
    { href, input, choices }: Item,
    attempt: Attempt,
    person: Person,
    revision: number | null,
  ): Promise<Answer> {
    const inAddress = [idParam, ...PARTS.map(({ name }) => name), ...(href.match(/\w+(?=\})/g) ?? [])];
    const rest = Object.fromEntries(
      Object.entries(attempt.input).filter(([name]) => !inAddress.includes(name)),
    );
    const url = href.replace(/\{\w+\}/, attempt.choice ?? '');
    const isSaid = (field: string) => Object.hasOwn(rest, field) || inAddress.includes(field);
    const isChosen = choices && !choices.field.includes('.') && !isSaid(choices.field);
    const body = isChosen ? { ...rest, [choices.field]: attempt.choice } : rest;
    return this.send('POST', url, person, input ? body : undefined, revision);
  }

  private send(
    method: 'GET' | 'POST',
    url: string,
    { id, roles }: Person,
    body?: object,
    revision?: number | null,
  ): Promise<Answer> {
    return this.world.send({
      route: 'what is open',
      method,
      url,
      headers: {
        authorization: `Bearer ${tokenOf({ sub: id, roles, office: 'Bekasi' })}`,
        'x-lindung-clock': this.moment,
        ...(typeof revision === 'number' && { 'if-match': `"${revision}"` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      processesFollow: true,
    });
  }
}

function outcomeOf({ status, body }: Answer): string {
  if (status >= 400) return String(body['code']);
  return (body['events'] as readonly unknown[]).length > 0 ? 'ACCEPTED' : 'CHANGES_NOTHING';
}
