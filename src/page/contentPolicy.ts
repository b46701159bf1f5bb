/** What the chat page can do. */
interface PolicyOptions {
  nonce: string;
  /** Where the page finds Direct Line, beside its own origin. */
  directLineUrl: string;
  /** Origins of pages that can show it in a frame. */
  frameAncestors: readonly string[];
}

/** The hash of nothing: Web Chat's list makes one empty style element without the nonce, and fills it by script. */
const empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The chat page's Content-Security-Policy: no script and no style but those with the nonce of this very answer, nothing
 * from another host, and nothing sent to one but Direct Line. Text from the data can neither run nor fetch anything. Web
 * Chat shows its icons as `blob:`, and our charts are `data:`.
 */
export function contentPolicy({ nonce, directLineUrl, frameAncestors }: PolicyOptions): string {
  const { origin, protocol, host } = new URL(directLineUrl);
  const socket = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;
  return [
    ...closedPolicy(frameAncestors),
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${empty}`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${origin} ${socket}`,
  ].join('; ');
}

/** The directives of a document that runs, loads and sends nothing: where each of ours begins. */
export function closedPolicy(frameAncestors: readonly string[]): string[] {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ];
}
