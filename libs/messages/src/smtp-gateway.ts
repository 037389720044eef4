import { createTransport } from 'nodemailer';
import { type Gateway, type Message, MessageDelayed, MessageRefused, type NotTaken } from './gateway.js';

interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which goes on over TLS where the server offers it. */
  readonly url: string;
  /** Whom mail is from: an address of the installation. */
  readonly from: string;
  readonly timeoutMs: number;
}

/** Mail by SMTP (nodemailer). A message has the same Message-ID each time it is sent. */
export function smtpGateway({ url, from, timeoutMs }: SmtpOptions): Gateway {
  const transport = createTransport(
    { url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    { from },
  );
  return {
    async send({ id, to, subject, text }: Message): Promise<void> {
      try {
        await transport.sendMail({
          messageId: `<${id}@notices.lindung>`,
          to: { name: '', address: to },
          subject,
          text,
        });
      } catch (error) {
        throw notTaken(error);
      }
    },
    close: async () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** What an answer of a mail server means (RFC 5321 section 4.2.1): 4 for later, 5 for never. */
function notTaken(error: unknown): MessageDelayed | MessageRefused {
  const { code = '', responseCode = 0 } = error as SmtpError;
  if (code === 'EAUTH') return new MessageDelayed('SIGN_IN_REFUSED');
  if (responseCode >= 500) return new MessageRefused(code === 'EENVELOPE' ? 'ADDRESS_REFUSED' : 'REFUSED');
  if (responseCode >= 400) return new MessageDelayed('BUSY');
  if (code === 'EENVELOPE') return new MessageRefused('ADDRESS_REFUSED');
  const reason: NotTaken = code === 'ETIMEDOUT' ? 'TIMEOUT' : 'UNREACHABLE';
  return new MessageDelayed(reason);
}
