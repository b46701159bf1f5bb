import type { Space } from '../types.ts';
import { omitUndefined } from './omitUndefined.ts';
import type { SpaceWire } from './wire.ts';

/** A space; `asked` is the id it was asked for by, where Genie left it out. */
export function toSpace(wire: SpaceWire, asked = ''): Space {
  return omitUndefined({
    id: wire.space_id ?? asked,
    title: wire.title ?? '',
    description: wire.description,
    definition: wire.serialized_space,
  });
}
