import { GenieError } from '../genie/errors.ts';
import type { Reply } from '../serving/types.ts';

/**
 * In UTF-16 units of JSON. A row of a table holds half a million in all, and no message shows a tenth of this text: the
 * card says that it was shortened.
 */
const longestText = 120_000;
const longestArguments = 80_000;

const mostCitations = 50;
const longestTitle = 500;
const longestAddress = 2_000;

/**
 * A reply of a size that can be kept in a row. A text is cut; what its asker has to decide about isn't.
 *
 * @throws GenieError `endpoint-failed`
 */
export function boundReply({ text, citations, approval, traceId }: Reply): Reply {
  if (text.trim() === '' && approval === undefined) {
    throw new GenieError('endpoint-failed', 'The endpoint gave no answer', { acted: 'maybe' });
  }
  if (approval && JSON.stringify(approval).length > longestArguments) {
    const message = 'The endpoint asks for approval of more than can be shown';
    throw new GenieError('endpoint-failed', message, { acted: 'maybe' });
  }
  return {
    text: cutText(text),
    ...(citations && { citations: citations.slice(0, mostCitations).map(boundCitation) }),
    ...(approval && { approval }),
    ...(traceId && { traceId }),
  };
}

function boundCitation({ title, url }: NonNullable<Reply['citations']>[number]) {
  const isUsable = url !== undefined && url.length <= longestAddress;
  return { title: title.slice(0, longestTitle), ...(isUsable && { url }) };
}

/** Some characters take six in JSON. */
function cutText(text: string): string {
  let cut = text.slice(0, longestText);
  while (JSON.stringify(cut).length > longestText) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return cut === text ? text : `${cut.toWellFormed()}…`;
}
