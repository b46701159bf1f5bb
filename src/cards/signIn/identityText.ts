import type { Identity } from '../../common/identity.ts';
import type { Texts } from '../../texts/texts.ts';

/** With whose rights Genie is asked, as far as cards tell. */
export interface IdentityView {
  mode: Identity;
  /** The person's account in person mode; absent while they aren't signed in. */
  signedInAs?: string;
}

/** Says whose rights decide what Genie answers. */
export function identityText({ mode }: IdentityView, { signIn }: Texts): string {
  return mode === 'person' ? signIn.withYourRights : signIn.withBotRights;
}
