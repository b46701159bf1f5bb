/** When something happens again and again, on the clocks of a time zone. */
export type Schedule =
  | { every: 'day' | 'weekday'; at: TimeOfDay }
  /** `days`: at least one, in order. */
  | { every: 'week'; days: readonly Weekday[]; at: TimeOfDay }
  /** `day`: 1 to 28, as not every month has another. */
  | { every: 'month'; day: number | 'last'; at: TimeOfDay };

export interface TimeOfDay {
  /** 0 to 23. */
  hour: number;
  /** 0 to 59. */
  minute: number;
}

/** As in ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
