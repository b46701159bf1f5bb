/** Where the client gets its bearer tokens from; `src/secrets` has the implementations. */
export interface TokenSource {
  /**
   * A token that is good for at least half a minute.
   *
   * @throws AppError `secret-unavailable` when there is none to be had, GenieError `genie-unauthorized` when Databricks
   * refuses to issue one.
   */
  getToken(signal?: AbortSignal): Promise<string>;
  /** Databricks refused this token: do not hand it out again without looking for a newer one. */
  invalidate(token: string): void;
}
