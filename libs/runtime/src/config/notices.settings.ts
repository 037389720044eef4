import { EMAIL, matching, wholeNumber } from '#kernel';
import { MILLISECONDS, TEXT, exactText } from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

/** Messages to people: that there is a letter for them. */
export class NoticesConfig {
  @FromEnvironment('NOTICES_MAIL_URL', {
    description:
      'Mail server that notices are handed to: smtps://user:password@host:465 or smtp://host:587; without one no mail is sent',
    holds: matching({
      name: 'mailServer',
      words: { en: 'smtp://… or smtps://…', id: 'smtp://… atau smtps://…' },
      pattern: /^smtps?:\/\/\S+$/,
    }),
    optional: true,
    secret: true,
  })
  readonly mailUrl?: string;

  @FromEnvironment('NOTICES_MAIL_FROM', {
    description: 'Whom that mail is from; needed with NOTICES_MAIL_URL',
    holds: EMAIL,
    optional: true,
  })
  readonly mailFrom?: string;

  @FromEnvironment('NOTICES_SMS_URL', {
    description:
      'Gateway for text messages: https://…, or file:///… for a file that another program takes them from; without one none is sent',
    holds: matching({
      name: 'smsGateway',
      words: { en: 'http(s)://… or file:///…', id: 'http(s)://… atau file:///…' },
      pattern: /^(https?:\/\/|file:\/\/\/)\S+$/,
    }),
    optional: true,
  })
  readonly smsUrl?: string;

  @FromEnvironment('NOTICES_SMS_TOKEN', {
    description: 'Bearer token for that gateway',
    holds: exactText(TEXT, 500),
    optional: true,
    secret: true,
  })
  readonly smsToken?: string;

  @FromEnvironment('NOTICES_TIMEOUT_MS', {
    description: 'How long a mail server or a gateway may take to take a message, in milliseconds',
    holds: wholeNumber({ min: 100, max: 120_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly timeoutMs!: number;

  @FromEnvironment('NOTICES_ATTEMPTS', {
    description: 'How often a notice is tried before it is given up for somebody to look at',
    holds: wholeNumber({ min: 1, max: 20 }),
    default: '6',
  })
  readonly attempts!: number;

  @FromEnvironment('NOTICES_EVERY_MS', {
    description: 'How long to wait before it is looked again whether somebody is to be told, in milliseconds',
    holds: wholeNumber({ min: 100, max: 300_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly everyMs!: number;
}

/** Papers that are handed in as files. */
export class PapersConfig {
  @FromEnvironment('PAPERS_MAX_BYTES', {
    description: 'How large a paper may be, in bytes',
    holds: wholeNumber({ min: 1_024, max: 104_857_600, what: { en: 'bytes', id: 'byte' } }),
    default: '20971520',
  })
  readonly maxBytes!: number;

  @FromEnvironment('PAPERS_UNNAMED_DAYS', {
    description:
      'Within how many days something has to name a paper that was handed in; a week later what nothing named is deleted',
    holds: wholeNumber({ min: 1, max: 3_650, what: { en: 'days', id: 'hari' } }),
    default: '30',
  })
  readonly unnamedDays!: number;
}
