import type { Caller } from '../caller.ts';
import { newId } from '../newIds.ts';
import type { WireComment, WireRating } from '../protocol.ts';
import type { StoredMessage } from '../storedConversation.ts';
import { invalidParameter } from './apiError.ts';
import { MESSAGE } from './conversationRoutes.ts';
import { type Demo, requireMessage } from './demo.ts';
import { cutPage } from './paging.ts';
import { type Route, textField } from './route.ts';

/** Rating a message and commenting on it. The latest rating counts; `NONE` removes it. */
export function createFeedbackRoutes(demo: Demo): Route[] {
  const addComment = (message: StoredMessage, { userId }: Caller, content: string): WireComment => {
    const comment = {
      space_id: message.spaceId,
      conversation_id: message.conversationId,
      message_id: message.id,
      message_comment_id: newId(),
      content,
      user_id: userId,
      created_timestamp: demo.now(),
    };
    message.comments.push(comment);
    return comment;
  };

  return [
    {
      method: 'POST',
      path: `${MESSAGE}/feedback`,
      handle: (request) => {
        const message = requireMessage(demo, request);
        const rating = requireRating(request.body);
        const comment = textField(request.body, 'comment');
        message.feedback =
          rating === 'NONE' ? null : { rating, ...(comment !== undefined && { comment }) };
        if (comment) addComment(message, request.caller, comment);
        demo.conversations.save();
        return {};
      },
    },
    {
      method: 'POST',
      path: `${MESSAGE}/comments`,
      handle: (request) => {
        const message = requireMessage(demo, request);
        const content = textField(request.body, 'content');
        if (!content) throw invalidParameter('content must be provided.');
        const comment = addComment(message, request.caller, content);
        demo.conversations.save();
        return comment;
      },
    },
    {
      method: 'GET',
      path: `${MESSAGE}/comments`,
      handle: (request) => {
        const { page, ...next } = cutPage(requireMessage(demo, request).comments, request.query);
        return { comments: page, ...next };
      },
    },
  ];
}

function requireRating(body: unknown): WireRating {
  const rating = textField(body, 'rating');
  if (rating === 'POSITIVE' || rating === 'NEGATIVE' || rating === 'NONE') return rating;
  throw invalidParameter('rating must be POSITIVE, NEGATIVE or NONE.');
}
