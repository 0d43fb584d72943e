import { encodeForm } from '../agents/transport.ts';
import type { Journey } from '../agents/user-agent.ts';
import type { TargetOwner } from '../target/target.ts';

/** Whether the owner's password went over the wire, which is to say that there was a sign-in. */
export function hasSentPassword(
  { exchanges }: Pick<Journey, 'exchanges'>,
  { password }: TargetOwner,
): boolean {
  if (password === null || password === '') return false;
  const encoded = encodeForm([['', password]]).slice(1);
  return exchanges.some(({ request }) => new RegExp(`=${escape(encoded)}(&|$)`).test(request.body));
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
