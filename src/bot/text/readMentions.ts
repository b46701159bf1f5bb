import type { Activity } from '../activityShape.ts';
import { bareName } from './bareName.ts';
import type { Piece } from './piece.ts';

/** Who a mention is of. */
export interface Mentioned {
  isBot: boolean;
  name?: string | undefined;
}

/** The mentions of an activity, by how they can stand in its text. */
export interface Mentions {
  /** Who the next mention with markup is of, by the name in it; `undefined` if the activity doesn't say. */
  next(name: string): Mentioned | undefined;
  /** What those without markup become. */
  unmarked: ReadonlyMap<string, Piece>;
  /** The bot's own names. */
  ownNames: readonly string[];
}

/**
 * Reads the mentions of an activity. Some clients leave out how a mention stands in the text, or write it differently
 * there. Where several people have one name, they are meant in the order of their mentions.
 */
export function readMentions({
  entities = [],
  recipient,
}: Pick<Partial<Activity>, 'entities' | 'recipient'>): Mentions {
  const mentions = entities
    .filter((entity) => entity.type === 'mention')
    .map(({ text, mentioned: { id, name } }) => ({
      isBot: id !== undefined && id === recipient?.id,
      name,
      written: text,
      inMarkup: text && nameInMarkup(text),
    }));
  const byName = new Map<string, Mentioned[]>();
  const unmarked = new Map<string, Piece>();
  for (const { written, inMarkup, ...who } of mentions) {
    for (const key of new Set([who.name, inMarkup].map((each) => bareName(each ?? '')))) {
      byName.set(key, [...(byName.get(key) ?? []), who]);
    }
    if (written === undefined || inMarkup !== undefined || unmarked.has(written)) continue;
    unmarked.set(written, who.isBot ? undefined : (who.name ?? ' '));
  }
  const ownName = recipient?.name ?? '';
  let index = -1;
  return {
    next(name) {
      index += 1;
      const key = bareName(name);
      if (key === '') return mentions[index];
      const [first, ...others] = byName.get(key) ?? [];
      if (others.length > 0) byName.set(key, others);
      if (first !== undefined) return first;
      if (key === bareName(ownName)) return { isBot: true };
      // Known by its place alone.
      return mentions[index]?.written === undefined ? mentions[index] : undefined;
    },
    unmarked,
    ownNames: [ownName, ...mentions.filter(({ isBot }) => isBot).map(({ name = '' }) => name)],
  };
}

function nameInMarkup(written: string): string | undefined {
  return /^<at(?![\w-])[^<>]*>(.*)<\/at>$/is.exec(written)?.[1];
}
