import type { KafkaConfig, NoticesConfig } from '#runtime';
import type { StandaloneOptions } from './start-standalone.js';

/** What every app is told. */
export function basicSettings({
  logLevel = 'info',
  allowClockHeader = false,
}: Pick<StandaloneOptions, 'logLevel' | 'allowClockHeader'>) {
  return {
    HOST: '127.0.0.1',
    LOG_LEVEL: logLevel,
    ALLOW_CLOCK_HEADER: String(allowClockHeader),
    PROJECTION_RETRY_MS: '250',
  };
}

/** What whoever tells people of letters is told. */
export function noticesSettings({
  mailUrl,
  mailFrom,
  smsUrl,
  smsToken,
  timeoutMs,
  attempts,
  everyMs,
}: NoticesConfig): Record<string, string> {
  return {
    NOTICES_TIMEOUT_MS: String(timeoutMs),
    NOTICES_ATTEMPTS: String(attempts),
    NOTICES_EVERY_MS: String(everyMs),
    ...(mailUrl ? { NOTICES_MAIL_URL: mailUrl } : {}),
    ...(mailFrom ? { NOTICES_MAIL_FROM: mailFrom } : {}),
    ...(smsUrl ? { NOTICES_SMS_URL: smsUrl } : {}),
    ...(smsToken ? { NOTICES_SMS_TOKEN: smsToken } : {}),
  };
}

/** What whoever speaks to Kafka is told. */
export function kafkaSettings({
  brokers = [],
  clientId,
  username,
  password,
  caFile,
  requestTimeoutMs,
  compression,
  client,
}: KafkaConfig): Record<string, string> {
  return {
    KAFKA_REQUEST_TIMEOUT_MS: String(requestTimeoutMs),
    KAFKA_COMPRESSION: compression,
    KAFKA_CLIENT: client,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_CLIENT_ID: clientId,
    ...(username ? { KAFKA_USERNAME: username } : {}),
    ...(password ? { KAFKA_PASSWORD: password } : {}),
    ...(caFile ? { KAFKA_CA_FILE: caFile } : {}),
  };
}
