interface UntrustedProps {
  text: string;
  class?: string;
}

/**
 * Text that somebody else chose: shown whole, as text, in a box that its writing direction cannot leave.
 * Nothing is taken out of it, since a name that differs from the registered one would deceive too.
 */
export function Untrusted({ text, class: name }: UntrustedProps) {
  return <bdi class={name}>{text}</bdi>;
}
