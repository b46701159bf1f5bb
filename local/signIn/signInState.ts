import * as z from 'zod/mini';

const stateWire = z.object({
  connectionName: z.string(),
  msAppId: z.optional(z.nullable(z.string())),
  conversation: z.object({
    channelId: z.string(),
    user: z.object({ id: z.string() }),
    conversation: z.object({ id: z.string() }),
  }),
});

/** What a bot says about a sign-in when it asks for a link: whose, and where. */
export type SignInState = z.output<typeof stateWire>;

/** Reads the `state` of a request: JSON in base 64. `undefined` for anything else. */
export function readSignInState(state: string): SignInState | undefined {
  try {
    return stateWire.parse(JSON.parse(Buffer.from(state, 'base64').toString('utf8')));
  } catch {
    return undefined;
  }
}
