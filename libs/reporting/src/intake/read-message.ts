import { ContractBroken } from '#publishing/contracts';
import type { PARKED_BECAUSE } from '../facts/fact-tables.js';
import { NOTHING_TOLD, type Told } from '../facts/reader.js';
import { READERS } from '../facts/readers.js';
import type { Message } from './message.js';

/** Why a message cannot be taken in. */
export interface Wrong {
  readonly reason: (typeof PARKED_BECAUSE)[number];
  /** Which part of it, for people; never what it says. */
  readonly detail: string;
}

/** What a message says, or why it cannot be read. */
export function readMessage(message: Message): Told | Wrong {
  if (!message.event) return { reason: 'UNREADABLE', detail: message.wrong };
  const reader = READERS.get(message.event.type);
  if (!reader) return NOTHING_TOLD;
  try {
    return reader.read(message.event);
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    return { reason: 'BREAKS_CONTRACT', detail: error.message };
  }
}
