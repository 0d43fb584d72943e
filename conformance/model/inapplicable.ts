/**
 * The target does without something that the texts leave open, which only a request could show; or a change makes no
 * difference to the target's own values. The scenario is skipped for this reason.
 */
export class Inapplicable extends Error {}
