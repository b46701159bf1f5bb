/** Where a question is, and for how long. */
export function progress() {
  return {
    /** By Genie's status, or the bot's own. Each is followed by an ellipsis, or by a time. */
    steps: {
      ACCEPTED: 'On it',
      WAITING_FOR_TURN: 'Waiting for your earlier question',
      WAITING_FOR_BUDGET: 'Your question is in the queue',
      SUBMITTED: 'Sent to Genie',
      FETCHING_METADATA: 'Looking at the tables',
      FILTERING_CONTEXT: 'Understanding your question',
      ASKING_AI: 'Writing SQL',
      PENDING_WAREHOUSE: 'Waiting for the warehouse to start',
      EXECUTING_QUERY: 'Running the query',
      COMPLETED: 'Reading the answer',
      ENDPOINT_STARTING: 'The endpoint is starting',
      ENDPOINT_WORKING: 'Working on it',
      LOADING_ROWS: 'The rows are still loading',
      QUERY_RESULT_EXPIRED: 'Running the query again',
    },
    /** Any other status. */
    working: 'Genie is working on it',
    underWay: ({ step }: { step: string }) => `${step} …`,
    since: ({ step, duration }: { step: string; duration: string }) => `${step} … ${duration}`,
    toGo: ({ step, duration }: { step: string; duration: string }) =>
      `${step}: about ${duration} to go.`,
    silent: {
      once: 'Genie isn’t answering at the moment. I’ll try once more.',
      /** @param time a time of day */
      until: ({ time }: { time: string }) =>
        `Genie isn’t answering at the moment. I’ll keep trying until ${time}.`,
      for: ({ duration }: { duration: string }) =>
        `Genie isn’t answering at the moment. I’ll keep trying for another ${duration}.`,
    },
  };
}
