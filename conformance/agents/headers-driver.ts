import type { TargetOwner } from '../target/target.ts';
import { formDriver } from './form-driver.ts';
import type { OwnerDriver } from './owner-driver.ts';

/** The owner is signed in by headers of the user's, a session cookie mostly; what is left is the consent page. */
export function headersDriver(owner: TargetOwner): OwnerDriver {
  const reader = formDriver(owner);
  return {
    begin: (intent) => {
      const visit = reader.begin(intent);
      return {
        answer: (document) => {
          const asksPassword = document.forms.some(({ fields }) => fields.some((f) => f.type === 'password'));
          const stuck = { stuck: 'a sign-in page came although owner.headers are to have signed in' };
          return asksPassword ? Promise.resolve(stuck) : visit.answer(document);
        },
      };
    },
  };
}

/** Nobody is asked anything. */
export const absentOwner: OwnerDriver = {
  begin: () => ({ answer: () => Promise.resolve(null) }),
};
