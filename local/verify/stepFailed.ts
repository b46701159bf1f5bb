/** A step of a verification didn't show what it should have. The message is a sentence for the person. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}
