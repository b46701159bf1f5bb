import type { OutgoingMessage } from '../parts/outgoingMessage.ts';

export interface SignInView {
  link: {
    signInLink: string;
    tokenExchangeResource?: { id: string; uri: string; providerId?: string };
    tokenPostResource?: { sasUrl: string };
  };
  connectionName: string;
  question?: string;
  replaced?: boolean;
  needsCode: boolean;
}

export function signInCard({ link, connectionName }: SignInView): OutgoingMessage {
  const { signInLink, ...resources } = link;
  const content = {
    text: 'Sign in so that Genie answers with your rights.',
    connectionName,
    buttons: [{ type: 'signin', title: 'Sign in', value: signInLink }],
    ...resources,
  };
  return {
    type: 'message',
    summary: content.text,
    attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content }],
  } as unknown as OutgoingMessage;
}
