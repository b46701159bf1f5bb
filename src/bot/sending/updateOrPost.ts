import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';

const certain: ReadonlySet<CourierErrorKind> = new Set(['refused', 'unfit']);

/** Whether the channel certainly did not take an activity, so that sending it another way can't show it twice. */
export function isRefusal(error: unknown): error is CourierError {
  return error instanceof CourierError && certain.has(error.kind);
}

/** Updates a message or, if the channel refuses that, posts what it should have become. */
export async function updateOrPost(
  update: () => Promise<void>,
  post: () => Promise<unknown>,
): Promise<void> {
  try {
    await update();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await post();
  }
}
