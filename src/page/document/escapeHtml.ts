import { visibleText } from '../../cards/parts/plainText.ts';
import { escapeXml } from '../../exports/escapeXml.ts';

/** Most cells of a table are plain ASCII without any of what means something to HTML. */
const harmless = /^[ !#-%'-;=?-~]*$/;

/** A text from elsewhere for HTML, in an element or in an attribute between double quotes. */
export function escapeHtml(text: string): string {
  return harmless.test(text) ? text : escapeXml(visibleText(text));
}
