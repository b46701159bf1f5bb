/** Who calls the workspace, and what they can see of it. */
export interface Caller {
  /** The author of what they ask. Their conversations are nobody else's. */
  userId: number;
  /** Only rows of customers in these regions, as by a row filter of Unity Catalog. Absent: all rows. */
  regions?: readonly string[];
  /** The ids of the spaces that are shared with them. Absent: all. */
  spaceIds?: readonly string[];
}

/** The bot with its own token: everything is shared with it, but for what people ask. */
export const botCaller: Caller = { userId: 4423871920553311 };
