import { LARGEST } from '../wire/proto-size.js';
import { ProtoReader, WireType } from '../wire/proto-reader.js';
import type { ReadRequest } from './read-request.js';

/**
 * Reads a `ReadReq` (streams.proto) that asks for events of a stream forwards, from its start or from a revision, and for
 * nothing else: whoever decides on a stream asks so, and objects for each part of the question take as long as the answer.
 *
 * @returns nothing for any other request, whether or not it is a sound one
 */
export function plainRead(bytes: Buffer): ReadRequest | undefined {
  try {
    const reader = new ProtoReader(bytes);
    if (reader.nextField() !== 1) return undefined;
    const request = readOptions(reader.expecting(WireType.bytes).message());
    return reader.nextField() === 0 ? request : undefined;
  } catch {
    return undefined;
  }
}

function readOptions(options: ProtoReader): ReadRequest | undefined {
  let place: StreamPlace | undefined;
  let count: number | undefined;
  let resolveLinks = false;
  for (let field = options.nextField(), last = 0; field !== 0; last = field, field = options.nextField()) {
    // In order, and each once: what is said twice is not plain.
    if (field <= last) return undefined;
    if (field === 1) place = readPlace(options.expecting(WireType.bytes).message());
    else if (field === 3) {
      if (options.expecting(WireType.varint).varint() !== 0) return undefined;
    } else if (field === 4) resolveLinks = options.expecting(WireType.varint).varint() !== 0;
    else if (field === 5) count = options.expecting(WireType.varint).varint();
    else if (field === 8) readNothing(options);
    else if (field === 9) readUuidOption(options.expecting(WireType.bytes).message());
    else return undefined;
  }
  if (place === undefined || count === undefined) return undefined;
  const { stream, from } = place;
  return { stream, from, isInside: false, backwards: false, count, resolveLinks, filter: undefined };
}

type StreamPlace = Pick<ReadRequest, 'from'> & { readonly stream: string };

function readPlace(options: ProtoReader): StreamPlace | undefined {
  if (options.nextField() !== 1) return undefined;
  const identifier = options.expecting(WireType.bytes).message();
  if (identifier.nextField() !== 3) return undefined;
  const stream = identifier.expecting(WireType.bytes).text();
  if (stream === '' || identifier.nextField() !== 0) return undefined;
  const from = readFrom(options);
  return from === undefined || options.nextField() !== 0 ? undefined : { stream, from };
}

function readFrom(options: ProtoReader): number | 'start' | undefined {
  const field = options.nextField();
  if (field === 3) {
    readNothing(options);
    return 'start';
  }
  if (field !== 2) return undefined;
  const revision = options.expecting(WireType.varint).varint();
  return revision < LARGEST ? revision : undefined;
}

/** Ids come as text, whichever of the two forms is asked for. */
function readUuidOption(option: ProtoReader): void {
  option.nextField();
  readNothing(option);
  if (option.nextField() !== 0) throw new RangeError('an option has more than one value');
}

/** @throws RangeError for anything else than a message without fields */
function readNothing(reader: ProtoReader): void {
  if (reader.expecting(WireType.bytes).view().length > 0)
    throw new RangeError('a message that is empty has fields');
}
