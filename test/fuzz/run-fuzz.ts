import { ROLES } from '#kernel';
import { type Draft, bytesOf, draftOf, inWords, personOf } from './draft.js';
import { type Answer, Exchange, Unsendable } from './exchange.js';
import { type Finding, judge, undeclared } from './judge.js';
import type { Sent } from './mutations/mutation.js';
import { mutate } from './mutations/mutate.js';
import { type Operation, documentedOperations } from './operations.js';
import { Random } from '../system/random.js';
import { accidentRecipes } from './recipes/accidents.recipes.js';
import { claimRecipes } from './recipes/claims.recipes.js';
import { employerRecipes } from './recipes/employers.recipes.js';
import { participantRecipes } from './recipes/participants.recipes.js';
import { payoutRecipes } from './recipes/payouts.recipes.js';
import { idFor, question } from './recipes/queries.recipes.js';
import type { Json, Recipes, Step } from './recipes/recipe.js';
import { SignIns } from './sign-ins.js';
import { World } from './world.js';

/** A Lindung that runs. */
export interface Target {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly issuerUrl: string;
  /** Waits until everything has been done that follows from what was recorded. */
  readonly settle: () => Promise<void>;
}

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (sent: number, accepted: number) => void;
}

/** One thing that is wrong, with the request that brought it about. */
export interface Found extends Finding {
  readonly request: string;
}

export interface FuzzResult {
  readonly requests: number;
  readonly accepted: number;
  readonly found: readonly Found[];
  /** Of requests that should have been accepted: how often, by operation and answer. */
  readonly refused: ReadonlyMap<string, number>;
}

const RECIPES: Recipes = {
  ...employerRecipes,
  ...participantRecipes,
  ...accidentRecipes,
  ...claimRecipes,
  ...payoutRecipes,
};

/** Share of the requests that are sent as they can be accepted. */
const WELL_FORMED = 0.65;
const QUERIES = 0.35;
const SENT_AGAIN = 0.03;
const REMEMBERED = 200;
/** What is rare because much has to happen before goes first where it can. */
const RARE = /Claims|Scholarships|Payouts|traceDeath|stage|conclude|Statement|sign/i;
const PROGRESS_EVERY = 250;

/** Sends requests one after the other: each knows what the answers before it have told. */
export class Fuzz {
  private readonly random: Random;
  private readonly world = new World();
  private readonly operations = documentedOperations();
  private readonly exchanges: Readonly<Record<Operation['api'], Exchange>>;
  private readonly signIns: SignIns;
  private readonly commandsAccepted: Sent[] = [];
  private readonly found: Found[] = [];
  /** What was refused is not tried in the same way again: the world knows less than the system. */
  private readonly hopeless = new Set<string>();
  private readonly refused = new Map<string, number>();
  /** What has to be looked at next, so that the world knows what came of the last command. */
  private readonly next: {
    operation: Operation;
    query: Readonly<Record<string, string>>;
    claimId?: string;
  }[] = [];
  private sent = 0;
  private accepted = 0;

  constructor(
    private readonly target: Target,
    private readonly options: FuzzOptions,
  ) {
    this.random = new Random(options.seed);
    this.signIns = new SignIns(target.issuerUrl);
    this.exchanges = {
      command: new Exchange(target.commandApiUrl),
      query: new Exchange(target.queryApiUrl),
    };
  }

  async run(): Promise<FuzzResult> {
    while (this.sent < this.options.requests) {
      await this.one();
      if (this.sent > 0 && this.sent % PROGRESS_EVERY === 0)
        this.options.onProgress?.(this.sent, this.accepted);
    }
    for (const exchange of Object.values(this.exchanges)) exchange.close();
    const { sent: requests, accepted, found, refused } = this;
    return { requests, accepted, found, refused };
  }

  private async one(): Promise<void> {
    const { random, world } = this;
    world.clock.advance(random.between(1, 90));
    const follow = this.next.shift();
    if (follow) return this.look(follow);
    if (random.chance(SENT_AGAIN)) return this.sendAgain();
    const isWellFormed = random.chance(WELL_FORMED);
    const { operation, step } = this.choose(isWellFormed);
    const draft = draftOf(operation, step, world, random);
    if (isWellFormed) {
      this.addIfMatch(draft);
      return this.sendWellFormed(draft, step);
    }
    const surroundings = { world, accepted: this.commandsAccepted, roles: ROLES };
    const done = mutate(draft, random, surroundings);
    const answer = await this.send(draft, done);
    // What was bent may have been accepted all the same; then it is there, and others may be about it.
    const isTheSame = draft.operation === operation && operation.api === 'command' && draft.method === 'POST';
    if (!answer || answer.status >= 300 || !isTheSame) return;
    step.learn?.(jsonOf(answer));
    this.keepPlace(jsonOf(answer));
  }

  /** Something that can be done now, or for a request that is bent anyway anything. */
  private choose(isWellFormed: boolean): { operation: Operation; step: Step } {
    const { random, world } = this;
    const api = random.chance(QUERIES) ? 'query' : 'command';
    const possible = this.operations
      .filter((operation) => operation.api === api)
      .flatMap((operation) => {
        const step =
          api === 'query' ? question(operation, world, random) : RECIPES[operation.id]?.(world, random);
        return step && !this.hopeless.has(aboutOf(operation, step)) ? [{ operation, step }] : [];
      });
    const rare = possible.filter(({ operation }) => RARE.test(operation.id));
    if (isWellFormed) return random.pick(rare.length > 0 && random.chance(0.6) ? rare : possible);
    const operation = random.pick(this.operations);
    return (
      possible.find((one) => one.operation === operation) ?? { operation, step: this.anything(operation) }
    );
  }

  /** Ids of what there is, in whatever state. */
  private anything(operation: Operation): Step {
    const named = operation.parameters.filter((one) => one.in === 'path');
    const path = named.flatMap(({ name }) => {
      const id = idFor(name, this.world, this.random);
      return id === undefined ? [] : [[name, id]];
    });
    return { path: Object.fromEntries(path) as Record<string, string> };
  }

  private async sendWellFormed(draft: Draft, step: Step): Promise<void> {
    const { operation, headers } = draft;
    const answer = await this.send(draft, '');
    if (!answer) return;
    if (answer.status >= 300) {
      const { code, errors } = jsonOf(answer);
      const why = `${operation.id} ${answer.status} ${String(code)}${errors === undefined ? '' : ` ${JSON.stringify(errors)}`}`;
      this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
      const mayDoLater = answer.status === 412 && step.ifMatch === undefined;
      if (!mayDoLater && operation.api === 'command') this.hopeless.add(aboutOf(operation, step));
      return;
    }
    const told = jsonOf(answer);
    step.learn?.(told);
    if (operation.api !== 'command' || operation.takesFile) return;
    this.keepPlace(told);
    this.remember(draft, told, headers['idempotency-key']!);
    await this.lookAfter(operation, told);
  }

  /** Where things stand now, as a client keeps it. */
  private keepPlace({ position, streamId, revision }: Json): void {
    const { world } = this;
    if (typeof position === 'string' && BigInt(position) > BigInt(world.position)) world.position = position;
    if (typeof revision === 'string') world.revisions.set(String(streamId), revision);
  }

  private remember(draft: Draft, { events }: Json, idempotencyKey: string): void {
    const { commandsAccepted } = this;
    // Where nothing was recorded nothing is known again.
    if (!Array.isArray(events) || events.length === 0) return;
    commandsAccepted.push({ draft, idempotencyKey });
    if (commandsAccepted.length > REMEMBERED) commandsAccepted.shift();
  }

  /** What processes make of a command nobody is told in its answer. */
  private async lookAfter({ id }: Operation, { id: about }: Json): Promise<void> {
    const operation = (wanted: string) => this.operations.find((one) => one.id === wanted)!;
    if (id === 'ClaimsController_calculate')
      this.next.push({
        operation: operation('ClaimsQueriesController_get'),
        query: {},
        claimId: String(about),
      });
    if (id !== 'ClaimsController_approve' && id !== 'ScholarshipsController_approveYear') return;
    await this.target.settle();
    const query = { sourceId: String(about), limit: '50' };
    this.next.push({ operation: operation('PayoutsQueriesController_list'), query });
    if (id === 'ClaimsController_approve')
      this.next.push({
        operation: operation('ScholarshipsQueriesController_list'),
        query: { claimId: String(about) },
      });
  }

  private async look({ operation, query, claimId }: (typeof this.next)[number]): Promise<void> {
    const { world, random } = this;
    const asked = question(operation, world, random);
    const path: Record<string, string> = claimId === undefined ? {} : { claimId };
    const step = {
      path,
      query: { ...query, after: world.position },
      learn: (answer: Json) => asked?.learn?.(answer),
    };
    await this.sendWellFormed(draftOf(operation, step, world, random), step);
  }

  /** The same command under the same key changes nothing, and its answer says so. */
  private async sendAgain(): Promise<void> {
    const sent = this.random.maybe(this.commandsAccepted);
    if (!sent) return;
    const answer = await this.send(sent.draft, 'sent again');
    if (!answer || (answer.status < 300 && jsonOf(answer).repeated === true)) return;
    const detail = `${answer.status} ${answer.text}`;
    this.found.push({ fault: 'notRepeated', detail, request: inWords(sent.draft, 'sent again') });
  }

  private addIfMatch({ operation, path, headers }: Draft): void {
    const [, category = '', id = ''] = path.split('/');
    const revision = this.world.revisions.get(`${category.replace(/s$/, '')}-${id}`);
    // Processes write to the other streams, whenever they come to it.
    const sameStream = /^.(participants|accidents|facilities)/.test(operation.path);
    const isOther = /contributions|accident$/.test(operation.path);
    if (revision !== undefined && sameStream && !isOther && this.random.chance(0.1))
      headers['if-match'] = `"${revision}"`;
  }

  private async send(draft: Draft, bent: string): Promise<Answer | undefined> {
    const { operation, method, headers } = draft;
    const path = draft.path + (draft.query.length > 0 ? `?${draft.query.join('&')}` : '');
    const authorization = `Bearer ${await this.signIns.tokenFor(personOf(draft))}`;
    const body = bytesOf(draft);
    const sending = { method, path, headers: { authorization, ...headers }, ...(body && { body }) };
    let answer: Answer;
    try {
      answer = await this.exchanges[operation.api].send(sending);
    } catch (error) {
      if (error instanceof Unsendable) return undefined;
      this.sent += 1;
      this.found.push({ fault: 'notProblems', detail: String(error), request: inWords(draft, bent) });
      return undefined;
    }
    this.sent += 1;
    if (answer.status < 300) this.accepted += 1;
    const reached = draft.path === draftPath(draft) && method === operation.method;
    const findings = [...judge(answer, method), ...(reached ? undeclared(operation, answer) : [])];
    const request = inWords(draft, bent);
    this.found.push(...findings.map((finding) => ({ ...finding, request })));
    return answer;
  }
}

/** What a command is about. */
const aboutOf = ({ id }: Operation, { path, body: { accidentId, participantId } = {} }: Step) =>
  JSON.stringify([id, path, accidentId, participantId]);

/** Whether the address still is one of the operation's. */
const draftPath = ({ operation, path }: Draft) =>
  new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) ? path : undefined;

function jsonOf({ text }: Answer): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
