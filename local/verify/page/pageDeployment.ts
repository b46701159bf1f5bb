import type { Deployment } from '../azure/deployment.ts';

/** No app has this ID, so nobody can sign in. */
const nobodysApp = '00000000-0000-4000-8000-000000000000';

/** The same bot with its chat page. Direct Line then is for the page alone, so this comes after the conversation. */
export function pageDeployment(bot: Deployment): Deployment {
  const page = { CHAT_PAGE: 'true', CHAT_PAGE_CLIENT_ID: nobodysApp };
  return { ...bot, env: { ...bot.env, ...page } };
}
