/**
 * How Teams marks the quotation of a reply in its HTML rendering of a message:
 * https://learn.microsoft.com/graph/api/chats-getallmessages (an example of a reply with its quotation)
 */
export const isReply = /\sitemtype=["']?https?:\/\/schema\.skype\.com\/Reply\b/i;
