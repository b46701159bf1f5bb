const msPerDay = 86_400_000;

/** The groups of the list, from the newest on, each with the most days that its chats are old. */
const groups = [
  ['today', 0],
  ['yesterday', 1],
  ['lastWeek', 7],
  ['older', Number.POSITIVE_INFINITY],
];

/**
 * The chats by the day of their last question, in the reader's own time zone. Groups without chats are left out.
 *
 * @returns `[name, chats]`, in the order in which they are shown
 */
export function groupByDay(chats, now = new Date()) {
  const groupOf = ({ lastAt }) => {
    const days = daysBetween(new Date(lastAt), now);
    return groups.find(([, most]) => days <= most)?.[0] ?? 'older';
  };
  return groups
    .map(([name]) => [name, chats.filter((chat) => groupOf(chat) === name)])
    .filter(([, members]) => members.length > 0);
}

/** Calendar days, whatever their hours: not each day has 24. */
export function daysBetween(before, after) {
  return (dayNumber(after) - dayNumber(before)) / msPerDay;
}

const dayNumber = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
