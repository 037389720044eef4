/** A short message to one person. */
export interface Message {
  /** The same however often it is sent: whoever delivers messages can tell by it that one came twice. */
  readonly id: string;
  /** A mail address or a telephone number. It stands in no error and in no log. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands messages on to whoever delivers them. */
export interface Gateway {
  /**
   * Resolves once the message was taken.
   * @throws MessageRefused when it will never be taken, MessageDelayed when it may be later
   */
  send(message: Message): Promise<void>;
  close(): Promise<void>;
}

/** Why a message was not taken, without a word of what the other side said: that may repeat an address. */
export type NotTaken = 'UNREACHABLE' | 'TIMEOUT' | 'BUSY' | 'REFUSED' | 'ADDRESS_REFUSED' | 'SIGN_IN_REFUSED';

/** It may be taken later. */
export class MessageDelayed extends Error {
  override readonly name = 'MessageDelayed';

  constructor(readonly reason: NotTaken) {
    super(`A message was not taken: ${reason}`);
  }
}

/** It will never be taken as it is. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';

  constructor(readonly reason: NotTaken) {
    super(`A message was refused: ${reason}`);
  }
}
