// What people send in tests is what `npm run say` sends.
export {
  type ActivityOverrides,
  aCardSubmit,
  aConversationUpdate,
  aMessage,
  anInvoke,
  teamsUser,
  tenantId,
  webChatUser,
} from '../../local/channel/activities.ts';
