import type { Identity } from '../../common/identity.ts';

/** With whose rights Genie is asked, as far as cards tell. */
export interface IdentityView {
  mode: Identity;
  /** The person's account in person mode; absent while they aren't signed in. */
  signedInAs?: string;
}

/** Says whose rights decide what Genie answers. */
export function identityText({ mode }: IdentityView): string {
  return mode === 'person'
    ? 'Genie answers with your Databricks rights.'
    : 'Genie answers with this bot’s rights, the same for everyone.';
}
