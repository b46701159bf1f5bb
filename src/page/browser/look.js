// How Web Chat and its Adaptive Cards look. The colours are names from colors.css: when the system goes dark, the
// browser paints what is there again. Other options would make Web Chat draw every card afresh, and close what someone
// has opened in it.

const font = 'system-ui, "Segoe UI", Roboto, sans-serif';
const border = 'solid 1px var(--edge)';

export const styleOptions = {
  accent: 'var(--accent)',
  backgroundColor: 'var(--ground)',
  primaryFont: font,
  rootHeight: '100%',
  subtle: 'var(--quiet)',
  timestampColor: 'var(--quiet)',

  bubbleBackground: 'var(--paper)',
  bubbleBorderColor: 'var(--line)',
  bubbleBorderRadius: 12,
  bubbleFromUserBackground: 'var(--solid)',
  bubbleFromUserBorderColor: 'var(--solid)',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: 'var(--on-solid)',
  bubbleMaxWidth: 860,
  bubbleTextColor: 'var(--ink)',

  cardEmphasisBackgroundColor: 'var(--ground)',
  cardPushButtonBackgroundColor: 'var(--tint)',
  cardPushButtonTextColor: 'var(--accent)',

  groupTimestamp: 300_000,
  hideUploadButton: true,
  // The line itself says whether a message arrived. This is the most that Web Chat can wait.
  sendTimeout: 300_000,
  markdownRenderHTML: false,

  sendBoxBackground: 'var(--paper)',
  sendBoxBorderBottom: border,
  sendBoxBorderLeft: border,
  sendBoxBorderRight: border,
  sendBoxBorderTop: border,
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnDisabled: 'var(--quiet)',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--accent)',
  sendBoxButtonShadeColorOnActive: 'var(--tint)',
  sendBoxButtonShadeColorOnDisabled: 'transparent',
  sendBoxButtonShadeColorOnHover: 'var(--ground)',
  sendBoxHeight: 48,
  sendBoxTextColor: 'var(--ink)',

  suggestedActionBackgroundColor: 'var(--paper)',
  suggestedActionBackgroundColorOnActive: 'var(--tint)',
  suggestedActionBackgroundColorOnHover: 'var(--ground)',
  suggestedActionBorderColorOnDisabled: 'var(--line)',
  suggestedActionBorderRadius: 8,
  suggestedActionBorderWidth: 1,
  suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--accent)',
  suggestedActionLayout: 'flow',
  suggestedActionsVisualKeyboardIndicatorColor: 'var(--accent)',

  transcriptActivityVisualKeyboardIndicatorColor: 'var(--accent)',
  transcriptOverlayButtonBackground: 'var(--solid)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--solid)',
  transcriptOverlayButtonBackgroundOnHover: 'var(--solid)',
  transcriptOverlayButtonColor: 'var(--on-solid)',
  transcriptVisualKeyboardIndicatorColor: 'var(--accent)',

  // Moving pictures. page.css has another for typing, and beside the other there are words.
  spinnerAnimationBackgroundImage: 'none',
  typingAnimationBackgroundImage: 'none',

  failedConnectivity: 'var(--bad)',
  notificationText: 'var(--quiet)',
  slowConnectivity: 'var(--warning)',
  toastErrorBackgroundColor: 'var(--bad-tint)',
  toastErrorColor: 'var(--bad)',
  toastInfoBackgroundColor: 'var(--tint)',
  toastInfoColor: 'var(--accent)',
  toastSeparatorColor: 'var(--line)',
  toastSuccessBackgroundColor: 'var(--good-tint)',
  toastSuccessColor: 'var(--good)',
  toastWarnBackgroundColor: 'var(--warning-tint)',
  toastWarnColor: 'var(--warning)',
};

const plain = (color) => ({ default: color, subtle: color });

const foregroundColors = {
  default: { default: 'var(--ink)', subtle: 'var(--quiet)' },
  dark: { default: 'var(--ink)', subtle: 'var(--quiet)' },
  light: { default: 'var(--quiet)', subtle: 'var(--quiet)' },
  accent: plain('var(--accent)'),
  good: plain('var(--good)'),
  warning: plain('var(--warning)'),
  attention: plain('var(--bad)'),
};

const containerStyle = (backgroundColor) => ({ backgroundColor, foregroundColors });

/** Apart from the colours it's what Web Chat itself takes; its own has black text on some grounds. */
export const adaptiveCardsHostConfig = {
  containerStyles: {
    default: { foregroundColors },
    emphasis: containerStyle('var(--ground)'),
    accent: containerStyle('var(--tint)'),
    good: containerStyle('var(--good-tint)'),
    warning: containerStyle('var(--warning-tint)'),
    attention: containerStyle('var(--bad-tint)'),
  },
  separator: { lineColor: 'var(--line)', lineThickness: 1 },
  supportsInteractivity: true,
  fontFamily: font,
  imageSizes: { small: 40, medium: 80, large: 160 },
  actions: {
    actionAlignment: 'stretch',
    actionsOrientation: 'vertical',
    buttonSpacing: 8,
    maxActions: 100,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    spacing: 'default',
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 8,
  },
  textBlock: { headingLevel: 2 },
};
