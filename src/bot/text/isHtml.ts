import type { Activity } from '../activityShape.ts';

/** Whether an attachment is the HTML rendering that Teams sends along with every message, rather than a file. */
export function isHtml({
  contentType = '',
}: NonNullable<Activity['attachments']>[number]): boolean {
  return contentType.toLowerCase().startsWith('text/html');
}
