import { icon } from './parts/icons.js';
import { make, nameButton } from './parts/make.js';

/**
 * The guide to asking, to read in another tab and to keep.
 *
 * @param current tells the ID of the chat that is shown, whose space the guide is about
 */
export function makeGuideLinks({ words, api, current }) {
  const read = make(
    'a',
    { class: 'side-guide', target: '_blank', rel: 'noopener', 'aria-label': words.guideInTab },
    icon('help'),
    words.guide,
  );
  const keep = make('a', { class: 'side-icon', download: true }, icon('download'));
  nameButton(keep, words.downloadGuide);

  return {
    element: make('div', { class: 'side-foot' }, read, keep),
    update() {
      read.href = api.guideUrl(current(), 'html');
      keep.href = api.guideUrl(current(), 'markdown');
    },
  };
}
