import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ClaimantContact, contactOfClaim } from '#contexts/claims/facts';
import { contactOfParticipant } from '#contexts/participants/facts';
import { EventStore, readingOf } from '#event-store';
import { type Instant, type Reading, dateIn, derivedId, instant } from '#kernel';
import { type Gateway, MessageDelayed, MessageRefused, smsGateway, smtpGateway } from '#messages';
import { NoticesConfig, RepeatedWork, bySystem } from '#runtime';
import { type RecordAttemptInput, isTooLate } from '../domain/attempts.js';
import { DueNotices } from '../domain/due-notices.js';
import { noticeText } from '../domain/notice-text.js';
import type { Channel, NoticeFault } from '../domain/notice.events.js';
import { type KnownNotice, notices } from '../domain/notice.js';
import { RecordAttempt } from './record-attempt.js';

/** What became of an attempt, as far as it is not known already. */
type Outcome = Pick<RecordAttemptInput, 'channel' | 'fault' | 'isDelayed'>;

const givenUp = (fault: NoticeFault): Outcome => ({ fault, isDelayed: false });

/**
 * Sends what people are to be told, again and again while there is something: to where the sealed data of the claim say that they are
 * reached. A message is sent at least once, under one id, and what became of it is recorded before the next.
 */
@Injectable()
export class SendNotices extends RepeatedWork {
  static readonly handlers = [RecordAttempt.handler];

  readonly name = 'notices';
  readonly everyMs: number;
  private readonly gateways: Readonly<Partial<Record<Channel, Gateway>>>;

  constructor(
    private readonly config: NoticesConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly due: DueNotices,
  ) {
    super();
    this.everyMs = config.everyMs;
    const { mailUrl, mailFrom, smsUrl, smsToken: token, timeoutMs } = config;
    this.gateways = {
      ...(mailUrl !== undefined &&
        mailFrom !== undefined && { EMAIL: smtpGateway({ url: mailUrl, from: mailFrom, timeoutMs }) }),
      ...(smsUrl !== undefined && { SMS: smsGateway({ url: smsUrl, token, timeoutMs }) }),
    };
  }

  override get isOff(): boolean {
    return Object.keys(this.gateways).length === 0;
  }

  async once(signal: AbortSignal): Promise<void> {
    const now = clock();
    for (const noticeId of await this.due.at(now)) {
      if (signal.aborted) return;
      const read = readingOf(this.store);
      const notice = await read.state(notices, noticeId);
      if (notice.situation === 'DUE') await this.record(notice, await this.attempt(notice, read));
    }
  }

  override async close(): Promise<void> {
    await Promise.all(Object.values(this.gateways).map((gateway) => gateway.close()));
  }

  private async attempt(
    { noticeId, participantId, claimId, letterId, subject, dueOn }: KnownNotice,
    read: Reading,
  ): Promise<Outcome> {
    if (isTooLate(dueOn, dateIn(clock()))) return givenUp('TOO_LATE');
    const contact: ClaimantContact | 'ERASED' =
      claimId === undefined
        ? await contactOfParticipant(read, participantId)
        : await contactOfClaim(read, claimId);
    if (contact === 'ERASED') return givenUp('ERASED');
    const way = this.wayTo(contact);
    if (!way) return givenUp('NO_ADDRESS');
    const { channel, gateway, to } = way;
    try {
      await gateway.send({ id: noticeId, to, ...noticeText(subject, letterId) });
      return { channel, isDelayed: false };
    } catch (error) {
      if (error instanceof MessageDelayed) return { channel, fault: error.reason, isDelayed: true };
      if (error instanceof MessageRefused) return { channel, fault: error.reason, isDelayed: false };
      throw error;
    }
  }

  /** Mail where there is an address and somebody who delivers it, or else a text message. */
  private wayTo({ email, phone }: ClaimantContact) {
    const { EMAIL, SMS } = this.gateways;
    if (email !== undefined && EMAIL) return { channel: 'EMAIL' as const, gateway: EMAIL, to: email };
    if (phone !== undefined && SMS) return { channel: 'SMS' as const, gateway: SMS, to: phone };
    return undefined;
  }

  private async record({ noticeId, tries }: KnownNotice, outcome: Outcome): Promise<void> {
    const input = { noticeId, tries, ...outcome, most: this.config.attempts };
    // Each attempt is recorded under an id of its own.
    const commandId = derivedId('notice-attempt', noticeId, String(tries));
    await this.commands.execute(new RecordAttempt(input, { context: bySystem('work:notices', commandId) }));
  }
}

const clock = (): Instant => instant(new Date().toISOString());
