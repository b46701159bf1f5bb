import type { CardSubmit } from '../parts/cardSubmit.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { type FormView, formElements } from './formElements.ts';

export interface SubscribeFormView extends FormView {
  /** What is subscribed to, or the subscription that is changed. */
  of: { answer: string } | { subscription: string };
}

const conditionId = 'condition';

/** Asks when an answer is to come, and on which condition: for a subscription, or to change one. */
export function subscribeFormCard(view: SubscribeFormView): OutgoingMessage {
  const { channel, texts, question, of, condition: current } = view;
  const { form, buttons } = texts.subscriptions;
  const isNew = 'answer' in of;
  const title = isNew ? form.title : form.change;
  const { fields, condition } = formElements(view, { canKeep: !isNew });
  const data: CardSubmit = isNew ? { action: 'subscribe', ...of } : { action: 'change', ...of };
  const submit = submitButton(isNew ? buttons.subscribe : buttons.save, data, {
    style: 'positive',
  });
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    richText(form.question({ question: clipLine(question, 300) })),
    ...fields,
    {
      type: 'Container' as const,
      id: conditionId,
      ...(current === undefined && { isVisible: false }),
      items: condition,
    },
    {
      type: 'ActionSet' as const,
      actions: [
        submit,
        ...(current === undefined
          ? [
              {
                type: 'Action.ToggleVisibility' as const,
                title: buttons.condition,
                targetElements: [conditionId],
              },
            ]
          : []),
      ],
    },
  ];
  return createMessage(channel, body, title, [question]);
}
