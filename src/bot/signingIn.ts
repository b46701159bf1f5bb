import type { PersonTokens } from '../signIn/personTokens.ts';
import type { TokenService } from '../signIn/tokenService.ts';

/** What signing people in takes. */
export interface SigningIn {
  service: TokenService;
  tokens: PersonTokens;
  /** Of the bot's OAuth connection. */
  connectionName: string;
}
